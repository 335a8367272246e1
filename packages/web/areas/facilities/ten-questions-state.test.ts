import type { FactsView } from '@mimamori/contract'
import { describe, expect, test } from 'vitest'
import { countKnown, minutesLeft, neighbour, questionState, resumeAt } from './ten-questions-state.ts'
import { saidFact, shownFact } from './unsure.ts'

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

  test('end with what is known', () => {
    const known = facts({
      facility: { kind: 'clinic', beds: 'not-applicable', founder: 'individual', clientPcs: '6-20' },
      systems: [{ id: 's:1', vendor: 'v:1' }],
    })
    expect(countKnown(known)).toBe(5)
    expect(minutesLeft(known)).toBe(4)
  })
})

test('「わからない」 of one system is kept with its day beside what an import has left there, until the fact is known', () => {
  const system = { id: 's:1', name: '電子カルテ', extra: { 備考: 'x' } }
  const unsure = saidFact(system, 'contract', undefined, '2026-11-20')
  expect(unsure).toEqual({ contract: undefined, extra: { 備考: 'x', unsure: 'contract=2026-11-20' } })
  expect(shownFact({ ...system, extra: unsure.extra ?? {} }, 'contract')).toBe('unknown')
  const known = saidFact({ ...system, extra: unsure.extra ?? {} }, 'contract', 'none', '2026-11-21')
  expect(known).toEqual({ contract: 'none', extra: { 備考: 'x' } })
  expect(saidFact({ id: 's:1' }, 'contract', 'none', '2026-11-21')).toEqual({ contract: 'none', extra: undefined })
})
