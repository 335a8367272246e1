import type { VendorsView } from '@mimamori/contract'
import { applyChanges, emptySlices, type Picture, pictureOf } from '@mimamori/domain'
import { expect, test } from 'vitest'
import { mergeOf, staysOf } from './merge.ts'

const listed = { id: 'v:a', name: '㈱例システム', phone: '03-0000-9999', fax: '00-0000-0019' }
const known = { id: 'v:b', name: '例システム株式会社', kana: 'れいしすてむ', phone: '00-0000-0011', contactName: '担当 太郎' }
const pair = { a: 'v:a', b: 'v:b', nameA: listed.name, nameB: known.name }

function viewOf(parts: { sheets?: object[]; systems?: object[]; contracts?: object[] } = {}): VendorsView {
  const versioned = (records: readonly object[]) => records.map((record) => ({ version: 3, record }))
  return {
    sheets: parts.sheets ?? [],
    vendors: versioned([listed, known]),
    systems: versioned(parts.systems ?? []),
    contracts: versioned(parts.contracts ?? []),
  } as unknown as VendorsView
}

const withSheet = viewOf({ sheets: [{ vendor: 'v:b' }], systems: [{ id: 's:1', vendor: 'v:b' }] })

test('of two records of one company the one with sheets, systems and contracts stays', () => {
  expect(staysOf(withSheet, pair)).toEqual({ keep: 'v:b', gone: 'v:a' })
  expect(staysOf(viewOf({ contracts: [{ id: 'c:1', vendor: 'v:a' }] }), pair)).toEqual({ keep: 'v:a', gone: 'v:b' })
})

test('where neither has any, the one of which more is known stays', () => {
  expect(staysOf(viewOf(), pair)).toEqual({ keep: 'v:b', gone: 'v:a' })
})

test('what is unknown of the record that stays comes from the other, nothing known is overwritten, and all is undone at once', () => {
  const slices = { ...emptySlices(), vendors: [listed, known], systems: [{ id: 's:1', name: '電子カルテ', vendor: 'v:b' }] }
  const before = pictureOf({ facility: 'f:1', revision: 0, slices } as unknown as Picture)
  const changes = mergeOf(withSheet, pair, listed.name).map(({ change }) => change)
  const merged = applyChanges(before, changes)
  if (merged.kind === 'refused') throw new Error(merged.why)
  expect(merged.picture.slices.vendors).toEqual([{ ...known, name: '㈱例システム', fax: '00-0000-0019' }])
  const undone = applyChanges(merged.picture, merged.undo)
  expect(undone).toMatchObject({ kind: 'applied', picture: before })
})
