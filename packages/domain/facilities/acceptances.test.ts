import { a, aPicture, ids } from '@mimamori/testing/rules'
import { describe, expect, test } from 'vitest'
import { addDays, date } from '../calendar.ts'
import { applyChanges } from '../change.ts'
import type { RegisterRow } from '../picture.ts'
import { acceptedRows, approvedAcceptances, awaitingAcceptance, isEndingSoon, nextNudgeOn } from './acceptances.ts'

const today = date('2026-11-20')
const until = date('2027-01-31')

function row(id: string, some: Partial<RegisterRow> = {}): RegisterRow {
  return {
    id,
    rule: 'checklists/no',
    subjects: [],
    parties: ['facility'],
    severity: 'high',
    firstSeenOn: today,
    lastSeenOn: today,
    grounds: [],
    reopened: 0,
    ...some,
  }
}

const draft = a.approval({ about: 'acceptance', findings: ['f|1', 'f|gone'], until, why: '更新の予定があるため', draftedBy: '見本 花子' })
const box = {
  id: 'box:1' as never, // ids of tests are plain text
  approval: ids.approval('ok:1'),
  place: 1,
  label: '院長',
  mark: 'approved' as const,
  on: today,
  by: '例示 院長',
}

describe('an acceptance that waits for its approval', () => {
  const before = aPicture({ approvals: [draft], approvalBoxes: [box], register: [row('f|1')] })

  test('counts once it is approved, in the name of the one who marked it last', () => {
    const decided = applyChanges(before, [{ kind: 'set', slice: 'approvals', id: draft.id, fields: { state: 'approved' } }])
    if (decided.kind === 'refused') throw new Error(decided.why)
    expect(approvedAcceptances(before.slices, decided.picture.slices)).toEqual([
      { kind: 'set', slice: 'register', id: 'f|1', fields: { accepted: { until, by: '例示 院長', why: '更新の予定があるため' } } },
    ])
    expect(approvedAcceptances(decided.picture.slices, decided.picture.slices)).toEqual([])
  })

  test.each(['returned', 'withdrawn'] as const)('that is %s changes nothing', (state) => {
    const decided = { ...before.slices, approvals: [{ ...draft, state }] }
    expect(approvedAcceptances(before.slices, decided)).toEqual([])
  })

  test('that came approved from elsewhere is not applied a second time', () => {
    const brought = { ...before.slices, approvals: [{ ...draft, state: 'approved' as const }] }
    expect(approvedAcceptances({ approvals: [] }, brought)).toEqual([])
  })

  test('is found by its findings while it waits', () => {
    expect([...awaitingAcceptance([draft, a.approval({ id: ids.approval('ok:2') })]).keys()]).toEqual(['f|1', 'f|gone'])
    expect(awaitingAcceptance([{ ...draft, state: 'returned' }]).size).toBe(0)
  })
})

test('what is left is listed until its last day, the soonest to end first', () => {
  const accepted = (day: string) => ({ until: date(day), by: '見本 花子', why: '予定あり' })
  const rows = [
    row('f|1', { accepted: accepted('2027-03-01') }),
    row('f|2', { accepted: accepted('2026-11-20') }),
    row('f|3', { accepted: accepted('2026-11-19') }),
    row('f|4', { accepted: accepted('2026-12-01'), closedOn: today }),
    row('f|5'),
  ]
  expect(acceptedRows(rows, today).map((one) => one.id)).toEqual(['f|2', 'f|1'])
  expect(nextNudgeOn(rows, today)).toBe('2027-01-30')
  expect(nextNudgeOn([row('f|2', { accepted: accepted('2026-12-20') })], today)).toBeUndefined()
})

test('an end comes into view thirty days before', () => {
  expect(isEndingSoon(addDays(today, 30), today)).toBe(true)
  expect(isEndingSoon(addDays(today, 31), today)).toBe(false)
  expect(isEndingSoon(addDays(today, -1), today)).toBe(false)
})
