import type { ImportPreview } from '@mimamori/contract'
import { expect, test } from 'vitest'
import { asksOf, countDrafts, type Draft, isToRegister, mayHaveOtherEncoding } from './drafts.ts'

const text = { ja: '', en: '' }
type Outcome = ImportPreview['files'][number]['outcome']
const preview = (changes: number, outcome: Outcome, asks: string[] = []): ImportPreview => ({
  id: 'd',
  expiresAt: '',
  files: [
    {
      name: 'x',
      kind: 'k',
      says: text,
      read: 1,
      changes: Array.from({ length: changes }, () => ({ text })),
      outcome,
      asks,
      problems: [],
    },
  ],
})
const draft = (key: string, part: Partial<Draft>): Draft => ({ key, name: key, state: 'read', ...part })

test('files are counted as read, to be looked at and unreadable, and only those that change something are registered', () => {
  const drafts = [
    draft('good', { preview: preview(3, 'read') }),
    draft('half', { preview: preview(2, 'to-check') }),
    draft('same', { preview: preview(0, 'read') }),
    draft('noted', { preview: preview(1, 'read') }),
    draft('unreadable', { preview: preview(0, 'unreadable') }),
    draft('refused', { state: 'refused' }),
    draft('reading', { state: 'reading' }),
    draft('done', { state: 'registered', preview: preview(1, 'read') }),
  ]
  expect(countDrafts(drafts)).toEqual({ reading: 1, read: 4, look: 1, unread: 2, registered: 1 })
  expect(drafts.filter(isToRegister).map(({ key }) => key)).toEqual(['good', 'half', 'noted'])
})

test('a file that is older than what is here is registered only after somebody has chosen it', () => {
  const older = draft('older', { preview: preview(1, 'to-check', ['checklist/older-than-here']) })
  expect(asksOf(older)).toEqual(['checklist/older-than-here'])
  expect(isToRegister(older)).toBe(false)
  expect(isToRegister({ ...older, agreed: false })).toBe(false)
  expect(isToRegister({ ...older, agreed: true })).toBe(true)
})

test('another encoding is offered for text files alone, refused ones included', () => {
  const refused = (name: string) => mayHaveOtherEncoding({ key: name, name, state: 'refused' })
  expect(['a.csv', 'b.TXT', 'c.xlsx', 'd.zip'].filter(refused)).toEqual(['a.csv', 'b.TXT'])
  expect(mayHaveOtherEncoding(draft('read', { preview: preview(1, 'read') }))).toBe(false)
})

test('a scan of devices that are all known is registered, since it says when they were seen', () => {
  const format = { id: 'nmap', name: text, basis: text, seen: text }
  const told = { format, known: 3, new: 0, conflicts: 0, filledIn: 0, accounts: 0, skippedLines: 0, skipped: [], reasons: [] }
  const read = preview(0, 'read')
  const scan = (devices: typeof told) => draft('scan', { preview: { ...read, files: read.files.map((file) => ({ ...file, devices })) } })
  expect(isToRegister(scan(told))).toBe(true)
  expect(isToRegister(scan({ ...told, known: 0 }))).toBe(false)
})
