import { a, check, expectFindings, ids } from '@mimamori/testing/rules'
import { test } from 'vitest'
import { noSheet } from './no-sheet.ts'

const systems = [a.system({ vendor: ids.vendor('v:1') })]

test('a system with a vendor and no vendor sheet is named', () => {
  expectFindings(check(noSheet, { systems }), [{ subjects: ['s:1', 'v:1'], because: ['no-sheet'] }])
  expectFindings(check(noSheet, { systems, sheets: [a.sheet()] }), [])
})

test('a sheet for all systems of a vendor covers each of them', () => {
  expectFindings(check(noSheet, { systems, sheets: [a.sheet({ system: 'not-applicable' })] }), [])
})

test('a sheet for another system does not', () => {
  expectFindings(check(noSheet, { systems, sheets: [a.sheet({ system: ids.system('s:2') })] }), [{ subjects: ['s:1', 'v:1'] }])
})
