import { a, aPicture, aReference, ids, inputs } from '@mimamori/testing/rules'
import { describe, expect, test } from 'vitest'
import { derivations } from '../all.ts'
import { analyse } from '../analyse.ts'
import { date } from '../calendar.ts'
import type { Slices } from '../picture.ts'
import { makeRuleSet } from '../rule.ts'
import type { Answer, AnswerWord, ChecklistItem, JoinedRow, Sheet } from './types.ts'

function rowsOf(slices: Partial<Slices>, items: readonly ChecklistItem[] = [a.item()]): readonly JoinedRow[] {
  const catalogue = { version: 't', reference: aReference({ items }), rules: new Map() }
  return analyse(makeRuleSet([], derivations, inputs), { picture: aPicture(slices), catalogue, asOf: date('2026-11-20') }, undefined, {
    strict: true,
  }).world.joinedRows
}

type Said = AnswerWord | 'empty' | 'silent' | 'carried'

function answerOf(sheet: string, said: Said): Answer {
  const word =
    said === 'empty' || said === 'silent'
      ? {}
      : said === 'carried'
        ? { answer: 'yes' as const, carriedFrom: ids.answer('a:last') }
        : { answer: said, checkedOn: date('2026-10-01') }
  return a.answer({ id: ids.answer(`a:${sheet}`), sheet: ids.sheet(sheet), ...word })
}

function vendorSheet(at: number, said: Said): Sheet {
  return a.sheet({
    id: ids.sheet(`sh:v${at}`),
    vendor: ids.vendor(`v:${at}`),
    system: ids.system(`s:${at}`),
    sentOn: date('2026-09-01'),
    ...(said !== 'silent' && { returnedOn: date('2026-10-01') }),
  })
}

function stateOf(facility: Said, ...vendors: Said[]): string | undefined {
  const sheets = [a.ownSheet(), ...vendors.map((said, at) => vendorSheet(at, said))]
  const answers = [answerOf('sh:own', facility), ...vendors.map((said, at) => answerOf(`sh:v${at}`, said))]
  return rowsOf({ sheets, answers })[0]?.state
}

test.each<[string, Said, Said[]]>([
  ['agreed-yes', 'yes', ['yes', 'yes']],
  ['agreed-yes', 'yes', ['yes', 'not-applicable']],
  ['differs', 'yes', ['yes', 'no']],
  ['differs', 'yes', ['no', 'silent']],
  ['differs', 'yes', ['other-party']],
  ['differs', 'no', ['yes']],
  ['differs', 'not-applicable', ['no']],
  ['no', 'no', ['no', 'yes']],
  ['no', 'no', ['silent']],
  ['no', 'no', []],
  ['vendor-silent', 'yes', ['yes', 'silent']],
  ['vendor-silent', 'yes', ['empty']],
  ['vendor-silent', 'yes', ['carried']],
  ['no-vendor', 'yes', []],
  ['unanswered', 'empty', ['no']],
  ['unanswered', 'carried', ['yes']],
  ['not-applicable', 'not-applicable', ['yes', 'silent']],
])('%s: the facility says %s, vendors say %j', (state, facility, vendors) => {
  expect(stateOf(facility, ...vendors)).toBe(state)
})

describe('items of the facility alone', () => {
  const items = [a.item({ owners: ['facility'] })]
  test.each<[string, Said]>([
    ['agreed-yes', 'yes'],
    ['no', 'no'],
    ['unanswered', 'empty'],
    ['not-applicable', 'not-applicable'],
  ])('%s when it says %s, whatever vendors there are', (state, said) => {
    const [row] = rowsOf({ sheets: [a.ownSheet(), vendorSheet(1, 'silent')], answers: [answerOf('sh:own', said)] }, items)
    expect([row?.state, row?.vendors]).toEqual([state, []])
  })
})

test('a second check that says yes turns a no into a yes', () => {
  const answers = [a.answer({ answer: 'no', checkedOn: date('2026-05-01'), recheckedOn: date('2026-10-01'), recheckAnswer: 'yes' })]
  expect(rowsOf({ sheets: [a.ownSheet()], answers })[0]?.facility?.state).toBe('yes')
})

test('of the rows under which an item is printed the weakest counts', () => {
  const items = [a.item({ rows: ['server', 'client-pc'] })]
  const part = (name: 'server' | 'client-pc', answer: AnswerWord) => a.answer({ id: ids.answer(`a:${name}`), part: name, answer })
  const state = (...answers: Answer[]) => rowsOf({ sheets: [a.ownSheet()], answers }, items)[0]?.facility?.state
  expect(state(part('server', 'yes'), part('client-pc', 'no'))).toBe('no')
  expect(state(part('server', 'yes'), part('client-pc', 'yes'))).toBe('yes')
  expect(state(a.answer({ answer: 'yes' }), part('client-pc', 'no'))).toBe('no')
  expect(state(part('server', 'yes'))).toBe('unanswered')
})

test('a vendor with two systems has a cell for each', () => {
  const sheets = [
    a.ownSheet(),
    vendorSheet(1, 'yes'),
    a.sheet({ id: ids.sheet('sh:v1b'), vendor: ids.vendor('v:1'), system: ids.system('s:9') }),
  ]
  const [row] = rowsOf({ sheets, answers: [answerOf('sh:own', 'yes')] })
  expect(row?.vendors.map((cell) => [cell.vendor, cell.system])).toEqual([
    ['v:1', 's:1'],
    ['v:1', 's:9'],
  ])
})

test('what the facility marked not applicable for a system stands while the vendor is silent', () => {
  const answers = [
    answerOf('sh:own', 'yes'),
    a.answer({ id: ids.answer('a:v0'), sheet: ids.sheet('sh:v0'), answer: 'not-applicable', reason: '利用者を持たない装置' }),
  ]
  const [row] = rowsOf({ sheets: [a.ownSheet(), vendorSheet(0, 'silent')], answers })
  expect([row?.state, row?.vendors[0]?.state]).toEqual(['agreed-yes', 'not-applicable'])
})

test('sheets of last year and closed sheets do not count', () => {
  const sheets = [
    a.ownSheet(),
    a.ownSheet({ id: ids.sheet('sh:old'), fiscalYear: 2025 }),
    a.sheet({ fiscalYear: 2025, returnedOn: date('2025-10-01') }),
    a.sheet({ id: ids.sheet('sh:v2'), vendor: ids.vendor('v:2'), closedOn: date('2026-10-01') }),
  ]
  const [row, second] = rowsOf({ sheets, answers: [a.answer({ answer: 'yes' })] })
  expect([row?.state, row?.vendors, second]).toEqual(['no-vendor', [], undefined])
})

test('the audience decides what is asked', () => {
  const items = [a.item({ variants: [{ for: 'checkup-centre', omit: true }] })]
  expect(rowsOf({ sheets: [a.ownSheet({ audience: 'checkup-centre' })] }, items)).toEqual([])
  expect(rowsOf({ sheets: [a.ownSheet()] }, items)).toHaveLength(1)
})
