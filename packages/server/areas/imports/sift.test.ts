import { loadCatalogue } from '@mimamori/catalog'
import { a, aPicture, ids } from '@mimamori/testing/rules'
import { expect, test } from 'vitest'
import { sift, siftWhole } from './sift.ts'

const { reference } = loadCatalogue()
const options = { reference, placeOf: () => ({ file: 'facility.yaml' }) }

test('a folder that becomes a facility keeps no sheet of an edition that is not loaded, no answer to an unknown item and no second one', () => {
  const own = a.ownSheet({ edition: ids.edition('r7') })
  const picture = aPicture({
    sheets: [own, a.sheet({ id: ids.sheet('sh:odd'), edition: ids.edition('r99') })],
    answers: [
      a.answer({ id: ids.answer('a:1'), sheet: own.id, item: ids.item('r7:2-04') }),
      a.answer({ id: ids.answer('a:2'), sheet: own.id, item: ids.item('r7:2-04') }),
      a.answer({ id: ids.answer('a:3'), sheet: own.id, item: ids.item('r7:9-99') }),
    ],
    vendors: [a.vendor()],
    systems: [a.system()],
  })
  const sifted = siftWhole(picture, options)
  expect(sifted.problems.map((problem) => problem.code)).toEqual(
    expect.arrayContaining(['import/unknown-edition', 'import/unknown-item', 'import/double-answer']),
  )
  expect(sifted.picture.slices.sheets.map((sheet) => sheet.id)).toEqual([own.id])
  expect(sifted.picture.slices.answers).toHaveLength(1)
})

test('a change that names nobody, or takes away what is still named, is left out and told', () => {
  const start = aPicture({ vendors: [a.vendor()], systems: [a.system({ vendor: ids.vendor('v:1') })] })
  const proposed = [
    { change: { kind: 'add' as const, slice: 'systems' as const, record: a.system({ id: ids.system('s:9'), vendor: ids.vendor('v:9') }) } },
    { change: { kind: 'remove' as const, slice: 'vendors' as const, id: 'v:1' } },
  ]
  const sifted = sift(start, proposed, options)
  expect(sifted.problems.map((problem) => problem.code).sort()).toEqual(['import/nothing-named', 'import/still-named'])
  expect(sifted.changes).toEqual([])
})
