import type { MatrixRow } from '@mimamori/domain'
import { expect, test } from 'vitest'
import { byState, urgentOf } from './lists.ts'

function row(id: string, state: MatrixRow['state'], more: Partial<MatrixRow> & { borne?: string } = {}): MatrixRow {
  const { borne, ...rest } = more
  const standing = { id, state, by: [], missing: [], unsure: [], wouldClose: [], deciding: [], party: 'facility', ...(borne && { borne }) }
  return { id, state, harms: 'care', standing, ...rest } as unknown as MatrixRow // as much of a row as is read here
}

test('first come the open risks by which care may stop, without those that are knowingly borne', () => {
  const rows = [
    row('risk:a', 'covered'),
    row('risk:b', 'open', { harms: 'records' }),
    row('risk:c', 'open'),
    row('risk:d', 'open', { borne: 'decision:1' }),
  ]
  expect(urgentOf(rows).map(({ id }) => id)).toEqual(['risk:c'])
})

test('what needs a hand stands first, and of one state the order of the catalogue stays', () => {
  const rows = [row('risk:a', 'covered'), row('risk:b', 'unknown'), row('risk:c', 'open'), row('risk:d', 'open')]
  expect(byState(rows).map(({ id }) => id)).toEqual(['risk:c', 'risk:d', 'risk:b', 'risk:a'])
})
