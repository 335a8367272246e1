import { a, aPicture, ids } from '@mimamori/testing/rules'
import { expect, test } from 'vitest'
import { date } from '../calendar.ts'
import { applyChanges } from '../change.ts'
import { byId, type Picture } from '../picture.ts'
import { carryOver, moveEdition, startYear } from './carry-over.ts'
import { answerIdOf, newSheet, ownSheet, vendorSheets } from './new-sheet.ts'
import type { Answer, ChecklistItem, CrosswalkLink, Sheet } from './types.ts'

const r8 = ids.edition('r8')
const item = (edition: string, number: string, some: Partial<ChecklistItem> = {}) =>
  a.item({ id: ids.item(`${edition}:${number}`), edition: ids.edition(edition), number, topic: number, ...some })
const link = (from: string, to?: string): CrosswalkLink => ({
  id: `${from}>${to ?? ''}`,
  from: ids.item(from),
  ...(to && { to: ids.item(to) }),
  kind: to ? 'same' : 'ends',
  confidence: 'ours',
})
const items = [item('r7', '2-05'), item('r7', '2-06'), item('r7', '2-07'), item('r8', '2-05'), item('r8', '2-06')]
const crosswalk = [link('r7:2-05', 'r8:2-05'), link('r7:2-06', 'r8:2-05'), link('r7:2-06', 'r8:2-06'), link('r7:2-07')]
const lists = { items, crosswalk }

function said(number: string, some: Partial<Answer>): Answer {
  return a.answer({ id: answerIdOf('sh:own', `r7:${number}`), item: ids.item(`r7:${number}`), checkedOn: date('2026-01-10'), ...some })
}

const last = aPicture({
  sheets: [a.ownSheet()],
  answers: [said('2-05', { answer: 'yes' }), said('2-06', { answer: 'no', note: '院内メモ' }), said('2-07', { answer: 'yes' })],
})
const next: Sheet = ownSheet({ fiscalYear: 2027, edition: r8, audience: 'facility' })

function after(picture: Picture, changes: Parameters<typeof applyChanges>[1]): Picture {
  const result = applyChanges(picture, changes)
  if (result.kind === 'refused') throw new Error(`${result.why} at ${result.at}`)
  return result.picture
}

test('a new sheet has one answer row for each of its items', () => {
  const made = after(aPicture(), newSheet(next, items))
  expect(made.slices.answers.map((answer) => answer.item)).toEqual(['r8:2-05', 'r8:2-06'])
})

test('answers are carried as proposals: no check date, no note, the weakest of several', () => {
  const { changes, notCarried, carried } = carryOver(last, a.ownSheet(), next, lists)
  const made = after(last, [...newSheet(next, items), ...changes])
  expect(byId(made.slices.answers, answerIdOf(next.id, 'r8:2-05'))).toEqual({
    id: answerIdOf(next.id, 'r8:2-05'),
    sheet: next.id,
    item: 'r8:2-05',
    answer: 'no',
    carriedFrom: answerIdOf('sh:own', 'r7:2-06'),
  })
  expect([carried, notCarried]).toEqual([2, ['r7:2-07']])
})

test('the same edition carries item for item', () => {
  const same = ownSheet({ fiscalYear: 2027, edition: ids.edition('r7'), audience: 'facility' })
  expect(carryOver(last, a.ownSheet(), same, lists)).toMatchObject({ carried: 3, notCarried: [] })
})

test('links are followed through an edition that nobody answered', () => {
  const r9 = ids.edition('r9')
  const far = { items: [...items, item('r9', '2-05')], crosswalk: [...crosswalk, link('r8:2-05', 'r9:2-05')] }
  expect(carryOver(last, a.ownSheet(), ownSheet({ fiscalYear: 2027, edition: r9, audience: 'facility' }), far).carried).toBe(1)
})

test('the change of year closes what was open and begins the year with proposals', () => {
  const withVendor = after(last, [{ kind: 'add', slice: 'sheets', record: a.sheet() }])
  const { changes } = startYear(withVendor, lists, { fiscalYear: 2027, edition: r8, audience: 'facility', on: date('2027-04-01') })
  const made = after(withVendor, changes)
  expect(made.slices.sheets.filter((sheet) => sheet.closedOn === undefined).map((sheet) => sheet.id)).toEqual([next.id])
  expect(made.slices.facility[0]?.fiscalYear).toBe(2027)
})

test('moving to another edition in the same year closes the old sheet and keeps its answers as proposals', () => {
  const { changes } = moveEdition(last, lists, a.ownSheet(), r8, date('2026-11-20'))
  const made = after(last, changes)
  expect(byId(made.slices.sheets, 'sh:own')?.closedOn).toBe('2026-11-20')
  expect(made.slices.answers.filter((answer) => answer.carriedFrom !== undefined)).toHaveLength(2)
})

test('one sheet is made for every system with a vendor that has none, and none twice', () => {
  const systems = [
    a.system({ vendor: ids.vendor('v:1') }),
    a.system({ id: ids.system('s:2'), vendor: ids.vendor('v:1') }),
    a.system({ id: ids.system('s:3'), vendor: 'none' }),
  ]
  const picture = aPicture({ systems })
  const year = { fiscalYear: 2026, edition: ids.edition('r7') }
  const made = after(picture, vendorSheets(picture, items, year))
  expect(made.slices.sheets.map((sheet) => [sheet.vendor, sheet.system])).toEqual([
    ['v:1', 's:1'],
    ['v:1', 's:2'],
  ])
  expect(vendorSheets(made, items, year)).toEqual([])
})
