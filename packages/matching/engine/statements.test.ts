import type { VersionFamily } from '@mimamori/domain'
import { caseRows } from '@mimamori/testing/fixtures'
import { expect, test } from 'vitest'
import type { Criterion, VersionRange } from '../advisory.ts'
import { orderOf } from '../versions/orders.ts'
import { piecesOf } from './pieces.ts'
import { readStatements, statusAt } from './statements.ts'

const cases = caseRows(new URL('../fixtures/range-ends.tsv', import.meta.url)).map(
  ([family = '', end = '', installed = '', meant = '']) => ({
    family: family as VersionFamily, // the table names families
    end,
    installed,
    meant,
  }),
)
const meanings = { affected: 'inside', unaffected: 'outside', unknown: 'unknown', unclear: 'open' } as const

function meaningOf(range: VersionRange, { family, installed }: { family: VersionFamily; installed: string }): string {
  const criterion: Criterion = { product: {}, vulnerable: true, versions: [{ status: 'affected', range }], otherwise: 'unaffected' }
  const key = orderOf(family).parse(installed)
  const statements = readStatements(criterion, { update: undefined, family })
  return meanings[statusAt(statements, criterion.otherwise, { text: installed, ...(key && { key }) }).status]
}

test.each(cases)('$family $installed lies $meant of versions up to $end', ({ meant, end, ...installed }) => {
  expect(meaningOf({ to: end, toIncluded: true }, installed)).toBe(meant)
})

test('an end that is not included, and one version alone, mean no more than they say', () => {
  expect(meaningOf({ to: '7.1', toIncluded: false }, { family: 'dotted', installed: '7.1.1' })).toBe('outside')
  expect(meaningOf({ from: '7.1', to: '7.1' }, { family: 'dotted', installed: '7.1.1' })).toBe('outside')
})

test('where the whole line is affected anyway, nothing is left open', () => {
  const versions = [
    { status: 'affected', range: { from: '7.1', to: '7.2', toIncluded: false } },
    { status: 'affected', range: { to: '7.1' } },
  ] as const
  const statements = readStatements(
    { product: {}, vulnerable: true, versions, otherwise: 'unaffected' },
    { update: undefined, family: 'dotted' },
  )
  const key = orderOf('dotted').parse('7.1.1')
  expect(statusAt(statements, 'unaffected', { text: '7.1.1', ...(key && { key }) }).status).toBe('affected')
  expect(piecesOf({ statements, otherwise: 'unaffected', isSilent: false }).map(({ value }) => value)).toEqual([2])
})
