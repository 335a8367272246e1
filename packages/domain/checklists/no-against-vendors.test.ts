import { a, check, expectFindings, ids } from '@mimamori/testing/rules'
import { test } from 'vitest'
import { date } from '../calendar.ts'
import { noAgainstVendors } from './no-against-vendors.ts'

const second = a.sheet({ id: ids.sheet('sh:v1b'), system: ids.system('s:2'), returnedOn: date('2026-11-06') })
const own = { sheets: [a.ownSheet(), a.sheet({ returnedOn: date('2026-11-06') }), second], items: [a.item()] }
const says = (sheet: string, answer: 'yes' | 'no' | 'not-applicable') =>
  a.answer({ id: ids.answer(`a:${sheet}`), sheet: ids.sheet(sheet), answer, checkedOn: date('2026-11-06') })

test('one no of the facility is one finding, however many sheets of vendors say yes', () => {
  const answers = [a.answer({ answer: 'no' }), says('sh:v1', 'yes'), says('sh:v1b', 'yes')]
  expectFindings(check(noAgainstVendors, { ...own, answers }), [
    { subjects: ['r7:2-06', 'sh:own'], because: ['facility-no', 'vendor-yes-on', 'vendor-yes-on'], parties: ['facility', 'vendor:v:1'] },
  ])
})

test('only the sheets that say yes are reasons', () => {
  const answers = [a.answer({ answer: 'no' }), says('sh:v1', 'yes'), says('sh:v1b', 'not-applicable')]
  expectFindings(check(noAgainstVendors, { ...own, answers }), [
    { subjects: ['r7:2-06', 'sh:own'], because: ['facility-no', 'vendor-yes-on'] },
  ])
})

test('a yes of the facility, and a no on both sides, are not spoken of here', () => {
  expectFindings(check(noAgainstVendors, { ...own, answers: [a.answer({ answer: 'yes' }), says('sh:v1', 'no')] }), [])
  expectFindings(check(noAgainstVendors, { ...own, answers: [a.answer({ answer: 'no' }), says('sh:v1', 'no')] }), [])
})
