import { a, check, expectFindings, ids } from '@mimamori/testing/rules'
import { test } from 'vitest'
import { date } from '../calendar.ts'
import { differs } from './differs.ts'

const own = { sheets: [a.ownSheet()], items: [a.item()] }

const sheets = [a.ownSheet(), a.sheet({ returnedOn: date('2026-11-06') })]
const vendors = (answer: 'yes' | 'no' | 'other-party') =>
  a.answer({ id: ids.answer('a:2'), sheet: ids.sheet('sh:v1'), answer, checkedOn: date('2026-11-06') })

test("a yes of the facility against a no of the vendor is named, with both sides' days", () => {
  const answers = [a.answer({ answer: 'yes', checkedOn: date('2026-10-02') }), vendors('no')]
  expectFindings(check(differs, { ...own, sheets, answers }), [
    { subjects: ['r7:2-06', 'sh:v1', 'v:1'], because: ['facility-yes-on', 'vendor-no-on'], parties: ['facility', 'vendor:v:1'] },
  ])
})

test('a no of the facility is not spoken of here, whatever the vendor says', () => {
  expectFindings(check(differs, { ...own, sheets, answers: [a.answer({ answer: 'no' }), vendors('yes')] }), [])
  expectFindings(check(differs, { ...own, sheets, answers: [a.answer({ answer: 'no' }), vendors('no')] }), [])
})

test('a vendor that gives the item back opens a question of responsibility', () => {
  expectFindings(check(differs, { ...own, sheets, answers: [a.answer({ answer: 'yes' }), vendors('other-party')] }), [
    { subjects: ['r7:2-06', 'sh:v1', 'v:1'], because: ['facility-yes', 'vendor-other-party-on'] },
  ])
})
