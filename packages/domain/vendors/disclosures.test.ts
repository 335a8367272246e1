import { a, ids } from '@mimamori/testing/rules'
import { expect, test } from 'vitest'
import { date } from '../calendar.ts'
import { disclosuresOf } from './disclosures.ts'

const [first, second, general, other] = [
  a.disclosure({ id: ids.disclosure('mds:1'), system: ids.system('s:1'), receivedOn: date('2026-04-01') }),
  a.disclosure({ id: ids.disclosure('mds:2'), system: ids.system('s:2') }),
  a.disclosure({ id: ids.disclosure('mds:3'), receivedOn: date('2026-11-20') }),
  a.disclosure({ id: ids.disclosure('mds:4'), vendor: ids.vendor('v:2') }),
]
const slices = { disclosures: [first, second, general, other] }

test('the sheets of a vendor are told with the last received first, and those of others are not', () => {
  expect(disclosuresOf(slices, { vendor: 'v:1' }).map(({ id }) => id)).toEqual(['mds:3', 'mds:2', 'mds:1'])
})

test('to a system belong the sheets that name it, and those that name none', () => {
  expect(disclosuresOf(slices, { vendor: 'v:1', system: 's:1' }).map(({ id }) => id)).toEqual(['mds:3', 'mds:1'])
})
