import { a, aPicture, arbitraryChange, facilityId, ids, mergedIdsNamed, startPicture } from '@mimamori/testing/rules'
import * as fc from 'fast-check'
import { expect, test } from 'vitest'
import { date } from './calendar.ts'
import { applyChange, applyChanges, pictureOf } from './change.ts'
import type { Change } from './change-type.ts'
import { byId, type Picture } from './picture.ts'
import { emptySlices, sliceNames } from './slices.ts'

/** Applies what can be applied; refused changes are left out. */
function after(picture: Picture, changes: readonly Change[]): { picture: Picture; undo: (readonly Change[])[] } {
  const undo: (readonly Change[])[] = []
  let now = picture
  for (const change of changes) {
    const result = applyChange(now, change)
    if (result.kind === 'refused') continue
    now = result.picture
    undo.unshift(result.undo)
  }
  return { picture: now, undo }
}

function must(picture: Picture, ...changes: Change[]): Picture {
  const result = applyChanges(picture, changes)
  if (result.kind === 'refused') throw new Error(`refused: ${result.why} at ${result.at}`)
  return result.picture
}

test('every slice stays sorted by id without repeats, whatever is changed', () => {
  fc.assert(
    fc.property(fc.array(arbitraryChange, { maxLength: 40 }), (changes) => {
      const { picture } = after(startPicture(), changes)
      for (const slice of sliceNames) {
        const found = picture.slices[slice].map((record) => record.id)
        expect(found).toEqual([...new Set(found)].sort())
      }
    }),
    { numRuns: 100 },
  )
})

test('undo, applied in reverse, restores an equal picture', () => {
  fc.assert(
    fc.property(fc.array(arbitraryChange, { maxLength: 40 }), (changes) => {
      const start = startPicture()
      const { picture, undo } = after(start, changes)
      const back = undo.reduce((now, steps) => must(now, ...steps), picture)
      expect(back).toEqual(start)
    }),
    { numRuns: 200 },
  )
})

test('many changes at once come out as one after the other: the same picture, the same undo, the same refusal', () => {
  fc.assert(
    fc.property(fc.array(arbitraryChange, { maxLength: 40 }), (changes) => {
      const start = startPicture()
      const at = changes.findIndex((_, count) => applyChanges(start, changes.slice(0, count + 1)).kind === 'refused')
      const fitting = at < 0 ? changes : changes.slice(0, at)
      const { picture, undo } = after(start, fitting)
      expect(applyChanges(start, fitting)).toEqual({ kind: 'applied', picture, undo: undo.flat() })
      if (at < 0) return
      const one = applyChange(picture, changes[at] as Change) // found above
      expect(applyChanges(start, changes)).toEqual({ ...one, at })
    }),
    { numRuns: 200 },
  )
})

test('a picture is plain JSON: reading it back gives an equal one', () => {
  fc.assert(
    fc.property(fc.array(arbitraryChange, { maxLength: 30 }), (changes) => {
      const { picture } = after(startPicture(), changes)
      expect(JSON.parse(JSON.stringify(picture))).toStrictEqual(picture)
    }),
    { numRuns: 50 },
  )
})

test('no reference names a merged record', () => {
  fc.assert(
    fc.property(fc.array(arbitraryChange, { maxLength: 40 }), (changes) => {
      const merges = changes.filter((change) => change.kind === 'merge' || change.kind === 'unmerge')
      expect(mergedIdsNamed(after(startPicture(), merges).picture)).toEqual([])
    }),
    { numRuns: 100 },
  )
})

test('shuffled rows give an equal picture', () => {
  const vendors = ['v:1', 'v:2', 'v:3'].map((id) => a.vendor({ id: ids.vendor(id) }))
  const input = { facility: facilityId, revision: 1 }
  const turned = pictureOf({ ...input, slices: { ...emptySlices(), vendors: vendors.toReversed() } })
  expect(turned).toEqual(pictureOf({ ...input, slices: { ...emptySlices(), vendors } }))
})

test('two records of one id are refused when a picture is made', () => {
  const vendors = [a.vendor(), a.vendor()]
  expect(() => pictureOf({ facility: facilityId, revision: 1, slices: { ...emptySlices(), vendors } })).toThrow('two records of vendors')
})

test('a merge moves references and undoing it moves back exactly those, not later ones', () => {
  const systems = [
    a.system({ id: ids.system('s:1'), vendor: ids.vendor('v:1') }),
    a.system({ id: ids.system('s:2'), vendor: ids.vendor('v:2') }),
    a.system({ id: ids.system('s:3') }),
  ]
  const picture = aPicture({ vendors: [a.vendor(), a.vendor({ id: ids.vendor('v:2'), name: '㈱例システム' })], systems })
  const merged = must(picture, { kind: 'merge', slice: 'vendors', keep: 'v:1', gone: 'v:2' })
  expect(byId(merged.slices.systems, 's:2')?.vendor).toBe('v:1')
  const later = must(merged, { kind: 'set', slice: 'systems', id: 's:3', fields: { vendor: ids.vendor('v:1') } })
  const parted = must(later, { kind: 'unmerge', slice: 'vendors', gone: 'v:2' })
  expect(parted.slices.systems.map((system) => system.vendor)).toEqual(['v:1', 'v:2', 'v:1'])
  expect(byId(parted.slices.vendors, 'v:2')?.name).toBe('㈱例システム')
})

test('a merge of a merged record can be undone in either order', () => {
  const vendors = ['v:1', 'v:2', 'v:3'].map((id) => a.vendor({ id: ids.vendor(id) }))
  const picture = aPicture({ vendors, systems: [a.system({ vendor: ids.vendor('v:1') })] })
  const merged = must(
    picture,
    { kind: 'merge', slice: 'vendors', keep: 'v:2', gone: 'v:1' },
    { kind: 'merge', slice: 'vendors', keep: 'v:3', gone: 'v:2' },
  )
  const first = must(merged, { kind: 'unmerge', slice: 'vendors', gone: 'v:1' })
  expect(first.slices.systems[0]?.vendor).toBe('v:1')
  expect(must(first, { kind: 'unmerge', slice: 'vendors', gone: 'v:2' })).toEqual(picture)
})

test('a retired record leaves its slice and its statement stays', () => {
  const gone = must(aPicture({ systems: [a.system()] }), {
    kind: 'retire',
    slice: 'systems',
    id: 's:1',
    on: date('2026-11-20'),
    by: '見本 花子',
    why: '入れ替えた',
  })
  expect(gone.slices.systems).toEqual([])
  expect(gone.slices.retired[0]).toMatchObject({ id: 'systems:s:1', why: '入れ替えた' })
})

test('a forgotten field is absent, and so is one that is set to undefined', () => {
  const picture = aPicture({ vendors: [a.vendor({ phone: '00-0000-0001', fax: '00-0000-0002' })] })
  const changed = must(picture, { kind: 'set', slice: 'vendors', id: 'v:1', fields: {}, forget: ['phone'] })
  expect(Object.keys(changed.slices.vendors[0] ?? {})).not.toContain('phone')
  expect(Object.keys(changed.slices.vendors[0] ?? {})).toContain('fax')
})

test('a change that alters nothing returns the same picture', () => {
  const picture = aPicture({ vendors: [a.vendor()] })
  expect(applyChange(picture, { kind: 'set', slice: 'vendors', id: 'v:1', fields: { name: '例システム株式会社' } })).toEqual({
    kind: 'applied',
    picture,
    undo: [],
  })
})

test.each([
  ['a record that is there', { kind: 'add', slice: 'vendors', record: a.vendor() }, 'id-taken'],
  ['a record that is not there', { kind: 'remove', slice: 'vendors', id: 'v:9' }, 'no-such-record'],
  ['an id with a comma', { kind: 'add', slice: 'vendors', record: a.vendor({ id: ids.vendor('v,1') }) }, 'bad-id'],
  ['an id in capitals', { kind: 'add', slice: 'vendors', record: a.vendor({ id: ids.vendor('V:1') }) }, 'bad-id'],
  ['a record merged with itself', { kind: 'merge', slice: 'vendors', keep: 'v:1', gone: 'v:1' }, 'bad-id'],
] satisfies [string, Change, string][])('%s is refused', (_, change, why) => {
  expect(applyChange(aPicture({ vendors: [a.vendor()] }), change)).toEqual({ kind: 'refused', why })
})

test('a merged record can be neither merged again nor added', () => {
  const merged = must(aPicture({ vendors: [a.vendor(), a.vendor({ id: ids.vendor('v:2') })] }), {
    kind: 'merge',
    slice: 'vendors',
    keep: 'v:1',
    gone: 'v:2',
  })
  expect(applyChange(merged, { kind: 'merge', slice: 'vendors', keep: 'v:1', gone: 'v:2' })).toMatchObject({ why: 'already-merged' })
  expect(applyChange(merged, { kind: 'add', slice: 'vendors', record: a.vendor({ id: ids.vendor('v:2') }) })).toMatchObject({
    why: 'already-merged',
  })
})

test('of several changes either all are applied or none', () => {
  const picture = aPicture({ vendors: [a.vendor()] })
  const result = applyChanges(picture, [
    { kind: 'set', slice: 'vendors', id: 'v:1', fields: { name: '例' } },
    { kind: 'remove', slice: 'vendors', id: 'v:9' },
  ])
  expect(result).toEqual({ kind: 'refused', why: 'no-such-record', at: 1 })
})
