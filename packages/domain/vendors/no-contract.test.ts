import { a, check, expectFindings, ids } from '@mimamori/testing/rules'
import { test } from 'vitest'
import { date } from '../calendar.ts'
import { noContract } from './no-contract.ts'

const vendor = ids.vendor('v:1')

test.each([
  [a.system({ vendor, contract: 'none' }), 'none', 'high'],
  [a.system({ vendor }), 'unknown', 'low'],
  [a.system({ vendor, contract: ids.contract('c:1') }), 'ended', 'high'],
  [a.system({ vendor, contract: ids.contract('c:2') }), undefined, undefined],
  [a.system({ vendor: 'none' }), undefined, undefined],
  [a.system(), undefined, undefined],
])('a system of %o: contract %s', (system, say, severity) => {
  const contracts = [a.contract({ until: date('2026-03-31') }), a.contract({ id: ids.contract('c:2'), until: 'none' })]
  const expected = say && severity ? [{ subjects: ['s:1', 'v:1'], because: [say], severity }] : []
  expectFindings(check(noContract, { systems: [system], contracts }), expected)
})
