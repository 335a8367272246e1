import type { FactsView } from '@mimamori/contract'
import { describe, expect, test } from 'vitest'
import { minutesLeft, neighbour, questionState, readMarks, resumeAt, whatIsKnown, withMark } from './ten-questions-state.ts'

type Parts = { facility?: object; services?: object[]; systems?: object[]; backups?: object[]; people?: object[] }

function facts({ facility = {}, services = [], systems = [], backups = [], people = [] }: Parts = {}): FactsView {
  const list = (records: object[]) => records.map((record) => ({ version: 1, record }))
  const whole = {
    revision: 1,
    facility: { version: 1, record: { id: 'f:1', name: 'みまもり診療所', ...facility } },
    people: list(people),
    services: list(services),
    contacts: [],
    vendors: [],
    systems: list(systems),
    contracts: [],
    backups: list(backups),
  }
  return whole as unknown as FactsView // only the fields that the questions look at
}

describe('the ten questions', () => {
  test('begin with the first and go on where they were left', () => {
    expect(resumeAt(facts())).toBe(1)
    expect(resumeAt(facts({ facility: { kind: 'hospital' } }))).toBe(2)
    expect(resumeAt(facts({ facility: { kind: 'hospital', beds: 180 } }))).toBe(3)
  })

  test('do not ask a clinic without beds for its beds', () => {
    const clinic = facts({ facility: { kind: 'clinic', beds: 'not-applicable' } })
    expect(questionState(2, clinic)).toBe('skipped')
    expect(neighbour(1, 1, clinic)).toBe(3)
    expect(neighbour(3, -1, clinic)).toBe(1)
  })

  test('go past the questions about systems where none is used', () => {
    const none = facts({ facility: { kind: 'clinic', usesSystems: 'no' } })
    expect(neighbour(5, 1, none)).toBe(8)
    expect(neighbour(8, 1, none)).toBe(10)
    expect(neighbour(10, 1, none)).toBe('end')
  })

  test('count 「わからない」 as an answer to come back to, which a fact replaces', () => {
    const unsure = facts({ facility: { kind: 'hospital', beds: 20, extra: { tenQuestions: '3=unknown', other: 'kept' } } })
    expect(questionState(3, unsure)).toBe('unknown')
    expect(resumeAt(unsure)).toBe(4)
    expect(questionState(3, facts({ facility: { founder: 'individual', extra: { tenQuestions: '3=unknown' } } }))).toBe('done')
  })

  test('are about one system after another until all are told', () => {
    const half = facts({
      systems: [
        { id: 's:1', name: '電子カルテ', vendor: 'v:1', remoteMaintenance: 'yes' },
        { id: 's:2', name: 'レセコン' },
      ],
    })
    expect(questionState(6, half)).toBe('open')
    expect(questionState(9, facts({ systems: [{ id: 's:1', extra: { backup: 'none' } }] }))).toBe('done')
    expect(questionState(9, facts({ systems: [{ id: 's:1' }], backups: [{ id: 'b:1', system: 's:1' }] }))).toBe('done')
  })

  test('end with what is known and what is to be asked', () => {
    const known = facts({
      facility: { kind: 'clinic', beds: 'not-applicable', founder: 'individual', clientPcs: '6-20' },
      systems: [{ id: 's:1', vendor: 'v:1' }],
    })
    expect(whatIsKnown(known)).toEqual({ known: 5, askVendors: 2, findOut: 3 })
    expect(minutesLeft(known)).toBe(4)
  })
})

test('marks are kept beside what an import has left there', () => {
  const extra = withMark({ 備考: 'x' }, '3', 'unknown')
  expect(extra).toEqual({ 備考: 'x', tenQuestions: '3=unknown' })
  expect([...readMarks(extra)]).toEqual([['3', 'unknown']])
  expect(withMark(extra, '3', undefined)).toEqual({ 備考: 'x' })
})
