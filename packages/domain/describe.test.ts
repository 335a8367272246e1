import { a, aPicture, ids } from '@mimamori/testing/rules'
import { expect, test } from 'vitest'
import { applyChange } from './change.ts'
import type { Change } from './change-type.ts'
import { renamedSince } from './describe.ts'
import type { Party, Picture } from './picture.ts'

const start = aPicture({
  facility: [a.facility()],
  vendors: [a.vendor(), a.vendor({ id: ids.vendor('v:2') })],
  sheets: [a.ownSheet(), a.sheet({ vendor: ids.vendor('v:1') })],
  answers: [a.answer(), a.answer({ id: ids.answer('a:2'), sheet: ids.sheet('sh:v1') })],
  assets: [a.asset()],
})

function after(change: Change): Picture {
  const result = applyChange(start, change)
  if (result.kind === 'refused') throw new Error(result.why)
  return result.picture
}

/** Whether a finding about this subject may be called otherwise after the change. */
function isRenamed(change: Change, subject: string, party: Party = 'facility'): boolean {
  return renamedSince(start.slices, after(change).slices)({ subjects: [subject], parties: [party], grounds: [] })
}

const newName: Change = { kind: 'set', slice: 'vendors', id: 'v:1', fields: { name: '改名システム株式会社' } }

test('the new name of a vendor reaches its sheets, their answers and what it must do, and nothing else', () => {
  expect(['v:1', 'sh:v1', 'a:2'].map((subject) => isRenamed(newName, subject))).toEqual([true, true, true])
  expect(['v:2', 'sh:own', 'a:1', start.slices.assets[0]?.id ?? ''].map((subject) => isRenamed(newName, subject))).toEqual([
    false,
    false,
    false,
    false,
  ])
  expect(isRenamed(newName, 'a:1', 'vendor:v:1')).toBe(true)
})

test('the new name of a device on a way reaches the finding that tells of the way', () => {
  const asset = start.slices.assets[0]?.id ?? ''
  const isRenamed = renamedSince(start.slices, after({ kind: 'set', slice: 'assets', id: asset, fields: { name: '3階の親機' } }).slices)
  const grounds = [{ fact: { slice: 'assets', id: asset } as const, print: '' }]
  expect(isRenamed({ subjects: ['z:1'], parties: ['facility'], grounds })).toBe(true)
  expect(isRenamed({ subjects: ['z:1'], parties: ['facility'], grounds: [] })).toBe(false)
})

test('what belongs to another vendor from now on, or is gone, may be called otherwise', () => {
  const moved: Change = { kind: 'set', slice: 'sheets', id: 'sh:v1', fields: { vendor: ids.vendor('v:2') } }
  expect(isRenamed(moved, 'a:2')).toBe(true)
  expect(isRenamed({ kind: 'remove', slice: 'vendors', id: 'v:2' }, 'v:2')).toBe(true)
})

test('another kind of facility may change every sentence', () => {
  const kind: Change = { kind: 'set', slice: 'facility', id: start.slices.facility[0]?.id ?? '', fields: { kind: 'pharmacy' } }
  expect(isRenamed(kind, 'a:1')).toBe(true)
})
