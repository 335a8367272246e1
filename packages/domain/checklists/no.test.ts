import { a, check, expectFindings, ids } from '@mimamori/testing/rules'
import { test } from 'vitest'
import { date } from '../calendar.ts'
import { answeredNo } from './no.ts'

const own = { sheets: [a.ownSheet()], items: [a.item()] }

test('a no is named until a second check says yes', () => {
  const no = a.answer({ answer: 'no', checkedOn: date('2026-10-02'), targetOn: date('2027-01-29') })
  expectFindings(check(answeredNo, { ...own, answers: [no] }), [
    { subjects: ['r7:2-06', 'sh:own'], because: ['said-on', 'target'], dueOn: '2027-01-29' },
  ])
  expectFindings(check(answeredNo, { ...own, answers: [{ ...no, recheckedOn: date('2026-11-01'), recheckAnswer: 'yes' }] }), [])
})

test("a no of a vendor is the vendor's and the facility's", () => {
  const sheets = [a.ownSheet(), a.sheet({ returnedOn: date('2026-10-01') })]
  const answers = [a.answer({ sheet: ids.sheet('sh:v1'), answer: 'no' })]
  expectFindings(check(answeredNo, { ...own, sheets, answers }), [
    { subjects: ['r7:2-06', 'sh:v1'], parties: ['vendor:v:1', 'facility'], because: ['said'] },
  ])
})

test('a no on a closed sheet is history', () => {
  const sheets = [a.ownSheet({ closedOn: date('2026-04-01') })]
  expectFindings(check(answeredNo, { ...own, sheets, answers: [a.answer({ answer: 'no' })] }), [])
})

test("two vendors' systems of one item are told apart", () => {
  const sheets = [a.sheet(), a.sheet({ id: ids.sheet('sh:v1b'), system: ids.system('s:2') })]
  const answers = [
    a.answer({ sheet: ids.sheet('sh:v1'), answer: 'no' }),
    a.answer({ id: ids.answer('a:2'), sheet: ids.sheet('sh:v1b'), answer: 'no' }),
  ]
  expectFindings(check(answeredNo, { ...own, sheets, answers }), [{ subjects: ['r7:2-06', 'sh:v1'] }, { subjects: ['r7:2-06', 'sh:v1b'] }])
})
