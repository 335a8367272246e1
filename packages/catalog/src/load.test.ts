import { expect, test } from 'vitest'
import { loadCatalogue, readCatalogue } from '../index.ts'
import { dataFolder } from './load.ts'
import { entrySchemas } from './schemas/index.ts'

const catalogue = loadCatalogue()

test('the catalogue is read once, and reading it again gives the same version', () => {
  expect(loadCatalogue()).toBe(catalogue)
  expect(readCatalogue(dataFolder).version).toBe(catalogue.version)
  expect(catalogue.version).toMatch(/^[0-9a-f]{12}$/)
})

test('every list is in order of id and cannot be changed', () => {
  const lists = [...Object.values(catalogue.reference), catalogue.workCards, catalogue.glossary] as readonly (readonly { id: string }[])[] // all lists hold entries
  for (const list of lists) {
    const ids = list.map(({ id }) => id)
    expect(ids).toEqual([...ids].sort())
    expect(Object.isFrozen(list) && list.every((entry) => Object.isFrozen(entry))).toBe(true)
  }
})

test('every format of scans, what its reader rests on and every source of an observation has its words', () => {
  for (const list of ['scanFormats', 'scanBases', 'observationSources'] as const)
    expect(catalogue[list].map(({ id }): string => id)).toEqual([...entrySchemas[list].shape.id.options].sort())
})
