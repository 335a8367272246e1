import { expect, test } from 'vitest'
import { readMarks, withMark } from './ten-questions.ts'

test('marks are kept beside what an import has left there, each kind under its own key', () => {
  const extra = withMark({ 備考: 'x' }, 'tenQuestions', '3', 'unknown')
  expect(extra).toEqual({ 備考: 'x', tenQuestions: '3=unknown' })
  const both = withMark(extra, 'unsure', 'q3', '2026-11-18')
  expect([...readMarks(both, 'tenQuestions')]).toEqual([['3', 'unknown']])
  expect([...readMarks(both, 'unsure')]).toEqual([['q3', '2026-11-18']])
  expect(withMark(withMark(both, 'tenQuestions', '3', undefined), 'unsure', 'q3', undefined)).toEqual({ 備考: 'x' })
})
