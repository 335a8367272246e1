import type { ChecklistItem, Edition, EditionId, ItemId } from '@mimamori/domain'
import { expect, test } from 'vitest'
import { checkCatalogue, loadCatalogue, withEdition } from '../index.ts'

const base = loadCatalogue()
const r8 = 'r8' as EditionId // an id of our own data
const id = (number: string) => `r8:${number}` as ItemId // as above

function editionOf8(): Edition {
  const found = base.reference.editions.find((edition) => edition.id === r8)
  if (!found) throw new Error('r8 is gone')
  return found
}

function itemOf8(number: string, order: number): ChecklistItem {
  const like = base.reference.items.find((item) => item.id === 'r7:2-05')
  if (!like) throw new Error('r7:2-05 is gone')
  return { ...like, id: id(number), edition: r8, number, order }
}

const link = { id: 'r7:2-05..r8:2-05', from: 'r7:2-05' as ItemId, to: id('2-05'), kind: 'same', confidence: 'ours' } as const // an id of our own data

test('an edition without items gets them from its workbook and is then sound', () => {
  const catalogue = withEdition(base, { edition: editionOf8(), items: [itemOf8('2-06', 2), itemOf8('2-05', 1)], crosswalk: [link] })
  expect(catalogue.reference.items.filter((item) => item.edition === r8).map((item) => item.id)).toEqual(['r8:2-05', 'r8:2-06'])
  expect(catalogue.reference.editions.find((edition) => edition.id === r8)?.itemsLoaded).toBe(true)
  expect(checkCatalogue(catalogue)).toEqual([])
})

test('a corrected workbook takes the place of the first one, and links to items that are gone go too', () => {
  const first = withEdition(base, { edition: editionOf8(), items: [itemOf8('2-05', 1), itemOf8('2-06', 2)], crosswalk: [link] })
  const second = withEdition(first, { edition: editionOf8(), items: [itemOf8('2-06', 1)], crosswalk: [] })
  expect(second.reference.items.filter((item) => item.edition === r8)).toHaveLength(1)
  expect(second.reference.crosswalk.some((each) => each.id === link.id)).toBe(false)
  expect(checkCatalogue(second)).toEqual([])
})

test('loading leaves the catalogue of the installation alone, and the version says what was loaded', () => {
  const loaded = { edition: editionOf8(), items: [itemOf8('2-05', 1)], crosswalk: [] }
  const [one, two] = [withEdition(base, loaded), withEdition(base, loaded)]
  expect(base.reference.items.some((item) => item.edition === r8)).toBe(false)
  expect(one.version).toBe(two.version)
  expect(one.version).not.toBe(base.version)
  expect(one.reference.duties).toBe(base.reference.duties)
})
