import type { ImportPreview } from '@mimamori/contract'
import { expect, test } from 'vitest'
import { countDrafts, type Draft, isToRegister } from './drafts.ts'

const text = { ja: '', en: '' }
const preview = (changes: number, problems: number, code = 'c'): ImportPreview => ({
  id: 'd',
  expiresAt: '',
  files: [
    {
      name: 'x',
      kind: 'k',
      says: text,
      read: 1,
      changes: Array.from({ length: changes }, () => ({ text })),
      problems: Array.from({ length: problems }, () => ({ code, message: text, action: text })),
    },
  ],
})
const draft = (key: string, part: Partial<Draft>): Draft => ({ key, name: key, state: 'read', ...part })

test('files are counted as read, to be looked at and unreadable, and only those that change something are registered', () => {
  const drafts = [
    draft('good', { preview: preview(3, 0) }),
    draft('half', { preview: preview(2, 1) }),
    draft('same', { preview: preview(0, 0) }),
    draft('noted', { preview: preview(1, 1, 'checklist/missing-items') }),
    draft('unreadable', { preview: { ...preview(0, 1), files: preview(0, 1).files.map((file) => ({ ...file, read: 0 })) } }),
    draft('refused', { state: 'refused' }),
    draft('reading', { state: 'reading' }),
    draft('done', { state: 'registered', preview: preview(1, 0) }),
  ]
  expect(countDrafts(drafts)).toEqual({ reading: 1, read: 4, look: 1, unread: 2, registered: 1 })
  expect(drafts.filter(isToRegister).map(({ key }) => key)).toEqual(['good', 'half', 'noted'])
})
