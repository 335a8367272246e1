import { a, check, expectFindings } from '@mimamori/testing/rules'
import { expect, test } from 'vitest'
import { accountsAdministrators } from './accounts-administrators.ts'
import { accountsLeavers } from './accounts-leavers.ts'
import { accountsShared } from './accounts-shared.ts'
import { accountsTwoFactor } from './accounts-two-factor.ts'
import { accountsUnused } from './accounts-unused.ts'
import { faxTyped } from './fax-typed.ts'

test.each([
  [accountsLeavers, { leavers: 3 }, { leavers: 0 }],
  [accountsUnused, { unused: 3 }, { unused: 0 }],
  [accountsShared, { shared: 3 }, { shared: 0 }],
])('accounts that are left are counted, and nobody having counted is told apart from none: $0.id', (rule, left, none) => {
  const [finding] = check(rule, { accounts: [a.accountList(left)] })
  expect(finding?.because[0]).toMatchObject({ say: 'left', with: { count: 3 } })
  expectFindings(check(rule, { accounts: [a.accountList()] }), [{ subjects: ['ac:1'], because: ['unknown'], severity: 'low' }])
  expectFindings(check(rule, { accounts: [a.accountList(none)] }), [])
})

test('ids that are listed count before a number that was typed', () => {
  const [finding] = check(accountsLeavers, { accounts: [a.accountList({ leavers: 9, leaverIds: ['u0012', 'u0345'] })] })
  expect(finding?.because[0]).toMatchObject({ with: { count: 2 } })
})

test('more administrators than are easy to guard are named with the number that is fair', () => {
  const [finding] = check(accountsAdministrators, { accounts: [a.accountList({ administrators: 6 })] })
  expect(finding?.because[0]).toMatchObject({ say: 'many', with: { count: 6, most: 5 } })
  expectFindings(check(accountsAdministrators, { accounts: [a.accountList({ administrators: 5 })] }), [])
})

test.each([
  ['no', 'high'],
  ['some', 'medium'],
  ['administrators', 'low'],
  [undefined, 'low'],
] as const)('accounts with a second factor for %s are of severity %s', (twoFactor, severity) => {
  expectFindings(check(accountsTwoFactor, { accounts: [a.accountList(twoFactor && { twoFactor })] }), [{ subjects: ['ac:1'], severity }])
  expectFindings(check(accountsTwoFactor, { accounts: [a.accountList({ twoFactor: 'all' })] }), [])
})

test('a FAX whose number is typed is named, gravely where it carries patient data; one from stored numbers is not', () => {
  expectFindings(check(faxTyped, { faxFlows: [a.faxFlow({ numbers: 'typed' })] }), [{ subjects: ['fx:1'], severity: 'medium' }])
  expectFindings(check(faxTyped, { faxFlows: [a.faxFlow({ numbers: 'typed', patientData: 'yes' })] }), [
    { subjects: ['fx:1'], because: ['typed', 'patients'], severity: 'high' },
  ])
  expectFindings(check(faxTyped, { faxFlows: [a.faxFlow()] }), [{ subjects: ['fx:1'], because: ['unknown'], severity: 'low' }])
  expectFindings(check(faxTyped, { faxFlows: [a.faxFlow({ numbers: 'preset' })] }), [])
})
