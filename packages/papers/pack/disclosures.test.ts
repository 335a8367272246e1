import { loadCatalogue } from '@mimamori/catalog'
import type { Change } from '@mimamori/domain'
import { expect, test } from 'vitest'
import { applied, hospital } from '../fixture/hospital.ts'
import { inputOf } from '../fixture/input.ts'
import { cellsOf } from '../fixture/read-paper.ts'
import type { Copy } from '../paper/index.ts'
import { packPaper } from './model.ts'

const catalogue = loadCatalogue()
const base = hospital(catalogue.reference.items)
const add = (slice: string, record: object) => ({ kind: 'add', slice, record }) as unknown as Change // without its branded ids
const file = add('evidence', { id: 'ev:mds', name: 'MDS(電子カルテ)' })
const sheet = { id: 'mds:1', vendor: 'v:1', product: '電子カルテ', productVersion: '47.3', kind: 'both', formVersion: 'Ver5.0' }
const received = add('disclosures', { ...sheet, receivedOn: '2026-11-02', file: 'ev:mds' })

function rowsOf(copy: Copy, ...changes: readonly Change[]) {
  return cellsOf(packPaper(inputOf(catalogue, applied(base, changes), { copy })), 'MDS/SDS(セキュリティ開示書)の受領')
}

test('the pack tells which disclosure sheets came, in which form, on which day and where the file is', () => {
  const [row] = rowsOf('on-site', file, received)
  expect(row?.slice(0, 4)).toEqual(['例システム株式会社', '電子カルテ', '47.3', 'MDS・SDS'])
  expect(row?.[4]).toMatch(/^Ver5\.0・.*11\D2.*受領$/)
  expect(row?.[5]).toMatch(/^\d+$/)
})

test('a copy that is handed over names no version of a product, and nothing is said where no sheet has come', () => {
  expect(JSON.stringify(rowsOf('hand-over', file, received))).not.toMatch(/47\.3|5\.0/)
  expect(rowsOf('hand-over', file, received)[0]?.[1]).toBe('電子カルテ')
  expect(rowsOf('on-site')).toEqual([])
})
