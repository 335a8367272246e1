import { isEntityId } from '@mimamori/domain'
import { expect, test } from 'vitest'
import { nameIn } from './api.ts'
import { newId, setFields, withChanges } from './changes.ts'

const answer = { version: 3, record: { id: 'a:1', answer: 'no', targetOn: '2026-12-20', note: 'x' } }

test('a value that was taken away becomes unknown, one that was never there is left alone', () => {
  const { change, expected } = setFields('answers', answer, { answer: 'yes', targetOn: undefined, recheckedOn: undefined })
  expect(change).toEqual({ kind: 'set', slice: 'answers', id: 'a:1', fields: { answer: 'yes' }, forget: ['targetOn'] })
  expect(expected).toBe(3)
})

test('the screen shows a record as it will be once its changes are stored', () => {
  const { change } = setFields('answers', answer, { answer: 'yes', targetOn: undefined })
  expect(withChanges(answer.record, [change])).toEqual({ id: 'a:1', answer: 'yes', note: 'x' })
})

test('ids that the screen makes are ids of the product and do not repeat', () => {
  const ids = Array.from({ length: 200 }, () => newId('request'))
  expect(ids.every(isEntityId)).toBe(true)
  expect(new Set(ids).size).toBe(200)
})

test('the name of a file may be Japanese', () => {
  expect(nameIn('attachment; filename="pack.pdf"; filename*=UTF-8\'\'%E6%A4%9C%E6%9F%BB.pdf')).toBe('検査.pdf')
  expect(nameIn('attachment; filename="pack.pdf"')).toBe('pack.pdf')
  expect(nameIn(null)).toBeUndefined()
})
