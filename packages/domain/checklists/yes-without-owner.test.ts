import { a, check, expectFindings, ids } from '@mimamori/testing/rules'
import { test } from 'vitest'
import { date } from '../calendar.ts'
import { yesWithoutOwner } from './yes-without-owner.ts'

const own = { sheets: [a.ownSheet()], items: [a.item()] }

const yes = a.answer({ answer: 'yes' })

test('a yes waits for every vendor that owns the item', () => {
  const sheets = [a.ownSheet(), a.sheet({ sentOn: date('2026-10-01') })]
  expectFindings(check(yesWithoutOwner, { ...own, sheets, answers: [yes] }), [
    { subjects: ['r7:2-06', 'sh:own'], because: ['facility-yes', 'no-reply'], parties: ['facility', 'vendor:v:1'] },
  ])
})

test('a yes stands where there is no vendor, and on items that the facility owns alone', () => {
  expectFindings(check(yesWithoutOwner, { ...own, answers: [yes] }), [])
  const sheets = [a.ownSheet(), a.sheet({ sentOn: date('2026-10-01') })]
  expectFindings(check(yesWithoutOwner, { ...own, items: [a.item({ owners: ['facility'] })], sheets, answers: [yes] }), [])
})

test('a vendor that has no sheet at all has not said yes', () => {
  const systems = [a.system({ vendor: ids.vendor('v:1') })]
  expectFindings(check(yesWithoutOwner, { ...own, systems, answers: [yes] }), [{ subjects: ['r7:2-06', 'sh:own'], parties: ['facility'] }])
})
