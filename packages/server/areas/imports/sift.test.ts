import { fileURLToPath } from 'node:url'
import { loadCatalogue } from '@mimamori/catalog'
import { type Change, known, type Picture, sliceNames } from '@mimamori/domain'
import { readFolder } from '@mimamori/formats'
import { arbitraryChange, startPicture } from '@mimamori/testing/rules'
import * as fc from 'fast-check'
import { expect, test } from 'vitest'
import { checkPicture } from '../facilities/check-picture.ts'
import { sift, siftWhole } from './sift.ts'

const { reference } = loadCatalogue()
const options = { reference, placeOf: () => ({}) }

test.each(['hospital-180beds', 'clinic-1vendor', 'checkup-lab-centre'])('of the example %s nothing is left out', async (example) => {
  const { picture } = await readFolder(fileURLToPath(new URL(`../../../../examples/${example}`, import.meta.url)))
  const held = siftWhole(picture, options)
  expect(held.problems).toEqual([])
  expect(held.picture).toEqual(picture)
})

test('whatever is proposed, what is kept passes every check of a change', () => {
  const start: Picture = siftWhole(startPicture(), options).picture
  fc.assert(
    fc.property(fc.array(arbitraryChange, { maxLength: 30 }), (changes) => {
      const proposed = changes.filter((change) => change.kind === 'add' || change.kind === 'set' || change.kind === 'remove')
      const kept = sift(
        start,
        proposed.map((change) => ({ change })),
        options,
      )
      expect(() =>
        checkPicture(start, kept.picture, { changes: kept.changes.map(({ change }) => change), by: 'import', reference }),
      ).not.toThrow()
      expect(sliceNames.every((slice) => kept.picture.slices[slice].length <= start.slices[slice].length + changes.length)).toBe(true)
    }),
    { numRuns: 100 },
  )
})

test('what names a record that was left out is left out with it, and what is still named stays', () => {
  const start = siftWhole(startPicture(), options).picture
  const add = (slice: string, record: object) => ({ change: { kind: 'add', slice, record } as unknown as Change }) // as a file proposes it
  const vendor = start.slices.sheets.map((sheet) => known(sheet.vendor)).find((one) => one !== undefined) ?? ''
  const held = sift(
    start,
    [
      add('vendors', { id: 'v:long', name: '例'.repeat(201) }),
      add('systems', { id: 's:its', name: '新規', vendor: 'v:long' }),
      { change: { kind: 'remove', slice: 'vendors', id: vendor } as const },
    ],
    options,
  )
  expect(held.problems.map(({ code }) => code).sort()).toEqual(['import/field-not-kept', 'import/nothing-named', 'import/still-named'])
  expect(held.picture).toEqual(start)
})
