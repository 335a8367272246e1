import type { ImportPreview } from '@mimamori/contract'
import { expect, test } from 'vitest'
import { countDrafts, type Draft, isToRegister, mayHaveOtherEncoding } from './drafts.ts'

const text = { ja: '', en: '' }
const preview = (changes: number, problems: number): ImportPreview => ({
  id: 'd',
  expiresAt: '',
  files: [
    {
      name: 'x',
      kind: 'k',
      says: text,
      read: 1,
      outcome: problems > 0 ? 'to-check' : 'read',
      asks: [],
      changes: Array.from({ length: changes }, () => ({ text })),
      problems: Array.from({ length: problems }, () => ({ code: 'c', message: text, action: text })),
    },
  ],
})
const draft = (key: string, part: Partial<Draft>): Draft => ({ key, name: key, state: 'read', ...part })

test('files are counted as read and as to be looked at, and only those that change something are registered', () => {
  const drafts = [
    draft('good', { preview: preview(3, 0) }),
    draft('half', { preview: preview(2, 1) }),
    draft('same', { preview: preview(0, 0) }),
    draft('refused', { state: 'refused' }),
    draft('reading', { state: 'reading' }),
    draft('done', { state: 'registered', preview: preview(1, 0) }),
  ]
  expect(countDrafts(drafts)).toEqual({ reading: 1, read: 3, look: 2, registered: 1 })
  expect(drafts.filter(isToRegister).map(({ key }) => key)).toEqual(['good', 'half'])
})

test('another encoding is offered for text files alone, refused ones included', () => {
  const refused = (name: string) => mayHaveOtherEncoding({ key: name, name, state: 'refused' })
  expect(['a.csv', 'b.TXT', 'c.xlsx', 'd.zip'].filter(refused)).toEqual(['a.csv', 'b.TXT'])
  expect(mayHaveOtherEncoding(draft('read', { preview: preview(1, 0) }))).toBe(false)
})
