import { loadCatalogue } from '@mimamori/catalog'
import { applyChanges, byId, type Change, type Entry, type Picture, sliceDefs, sliceNames } from '@mimamori/domain'
import { arbitraryChange, startPicture } from '@mimamori/testing/rules'
import * as fc from 'fast-check'
import { expect, test } from 'vitest'
import { checkPicture } from './check-picture.ts'

const { reference } = loadCatalogue()

/** References of a picture that lead to no record. */
function dangling({ slices }: Picture): readonly string[] {
  return sliceNames.flatMap((slice) => {
    const records: readonly Entry[] = slices[slice]
    return Object.entries(sliceDefs[slice].refs).flatMap(([field, to]) =>
      records
        .flatMap((record) => [Reflect.get(record, field)].flat())
        .filter((id) => typeof id === 'string' && id !== 'none' && id !== 'not-applicable' && !byId<Entry>(slices[to], id))
        .map((id) => `${slice}.${field}: ${id}`),
    )
  })
}

function accepted(picture: Picture, change: Change): Picture {
  const result = applyChanges(picture, [change])
  if (result.kind === 'refused') return picture
  try {
    checkPicture(picture, result.picture, { changes: [change], by: 'system', reference })
    return result.picture
  } catch {
    return picture
  }
}

test('whatever is changed, merged or retired: no reference leads to a record that is gone', () => {
  const start = startPicture()
  fc.assert(
    fc.property(fc.array(arbitraryChange, { maxLength: 40 }), (changes) => {
      const after = changes.reduce(accepted, start)
      const before = new Set(dangling(start))
      expect(dangling(after).filter((one) => !before.has(one))).toEqual([])
    }),
    { numRuns: 100 },
  )
})
