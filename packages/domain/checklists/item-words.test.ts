import { a, aPicture } from '@mimamori/testing/rules'
import { expect, test } from 'vitest'
import { itemWords, ownReader, sizeOf } from './item-words.ts'
import type { FormAudience } from './types.ts'

const text = (words: string) => ({ ja: words, en: words })
const item = a.item({
  vendorTitle: text('vendor'),
  whereToLook: text('where'),
  variants: [
    { for: 'checkup-centre', title: text('centre') },
    { for: 'clinic', title: text('clinic'), question: text('clinic asks') },
    { for: 'large-hospital', whereToLook: text('large where') },
  ],
})

test.each([
  ['hospital', 180, 'hospital'],
  ['hospital', 200, 'large-hospital'],
  ['hospital', undefined, 'hospital'],
  ['clinic-with-beds', 19, 'clinic'],
  [undefined, undefined, 'clinic'],
] as const)('a %s of %s beds reads the wording for a %s', (kind, beds, size) => {
  expect(sizeOf({ ...(kind && { kind }), ...(beds !== undefined && { beds }) })).toBe(size)
})

test.each<[FormAudience, 'clinic' | 'hospital' | 'large-hospital', string, string, string | undefined]>([
  ['facility', 'hospital', '更新プログラムを当てている', '更新プログラムを当てていますか', 'where'],
  ['facility', 'clinic', 'clinic', 'clinic asks', 'where'],
  ['facility', 'large-hospital', '更新プログラムを当てている', '更新プログラムを当てていますか', 'large where'],
  ['checkup-centre', 'clinic', 'centre', 'clinic asks', 'where'],
  ['vendor', 'clinic', 'vendor', 'vendor', undefined],
])('%s of size %s reads "%s"', (audience, size, title, question, where) => {
  const words = itemWords(item, { audience, size })
  expect([words.title.ja, words.question.ja, words.whereToLook?.ja]).toEqual([title, question, where])
})

test('the audience of the own form follows the kind of facility', () => {
  expect(ownReader(aPicture({ facility: [a.facility({ kind: 'pharmacy' })] }).slices)).toEqual({ audience: 'pharmacy', size: 'clinic' })
})
