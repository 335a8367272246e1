import {
  a,
  anyEntry,
  aPicture,
  aReference,
  arbitraryChange,
  arbitraryDay,
  ids,
  inputs,
  startCatalogue,
  startPicture,
} from '@mimamori/testing/rules'
import * as fc from 'fast-check'
import { expect, test } from 'vitest'
import { derivations, rules } from './all.ts'
import { analyse, type Catalogue } from './analyse.ts'
import { addDays, date } from './calendar.ts'
import { applyChanges } from './change.ts'
import type { Change } from './change-type.ts'
import type { RuleEntry } from './finding.ts'
import { fact } from './finding.ts'
import type { CalendarDate } from './ids.ts'
import type { Picture, RegisterRow } from './picture.ts'
import { defineRule, makeRuleSet, type Rule } from './rule.ts'
import { type LookBefore, registerAfter, type Tracked, trackFindings } from './track.ts'

const today = date('2026-11-20')

function catalogueOf(all: readonly Rule[], more: Partial<Record<string, Partial<RuleEntry>>> = {}): Catalogue {
  return {
    version: 't',
    reference: aReference({ items: [a.item()] }),
    rules: new Map(all.map((rule) => [rule.id, anyEntry(rule.id, more[rule.id])])),
  }
}

interface Look {
  readonly all?: readonly Rule[]
  readonly asOf?: CalendarDate
  readonly entries?: Partial<Record<string, Partial<RuleEntry>>>
}

/** One look at a picture with its register: what is tracked, and the register afterwards. */
function look(
  picture: Picture,
  register: readonly RegisterRow[],
  { all = rules, asOf = today, entries = {} }: Look = {},
): { tracked: readonly Tracked[]; register: readonly RegisterRow[] } {
  const catalogue = catalogueOf(all, entries)
  const analysis = analyse(makeRuleSet(all, derivations, inputs), { picture, catalogue, asOf })
  const tracked = trackFindings({ picture, analysis, catalogue, asOf }, register)
  const { write, drop } = registerAfter(tracked, register)
  const rows = new Map(register.map((row) => [row.id, row]))
  for (const id of drop) rows.delete(id)
  for (const row of write) rows.set(row.id, row)
  return { tracked, register: [...rows.values()].sort((one, other) => (one.id < other.id ? -1 : 1)) }
}

function changed(picture: Picture, ...changes: Change[]): Picture {
  const result = applyChanges(picture, changes)
  if (result.kind === 'refused') throw new Error(result.why)
  return result.picture
}

const noId = 'checklists/no|r7:2-06,sh:own'
const answeredNo = aPicture({
  sheets: [a.ownSheet()],
  answers: [a.answer({ answer: 'no', checkedOn: date('2026-10-02'), targetOn: date('2027-01-29') })],
})

function stateOf(tracked: readonly Tracked[], id: string): string | undefined {
  const found = tracked.find((one) => one.id === id)
  return found && (found.why === undefined ? found.state : `${found.state}: ${found.why}`)
}

const first = look(answeredNo, [])
const set = (fields: object, forget: string[] = []): Change => ({ kind: 'set', slice: 'answers', id: 'a:1', fields, forget }) as Change // answers are what these tests change

test('a no that becomes a yes is done, and stays done', () => {
  const after = look(changed(answeredNo, set({ answer: 'yes' })), first.register)
  expect(stateOf(after.tracked, noId)).toBe('done')
  const later = look(changed(answeredNo, set({ answer: 'yes' })), after.register, { asOf: addDays(today, 30) })
  expect(later.tracked.find((one) => one.id === noId)?.row.closedOn).toBe(today)
})

test('a no that becomes unknown is not done', () => {
  const after = look(changed(answeredNo, set({}, ['answer'])), first.register)
  expect(stateOf(after.tracked, noId)).toBe('no-longer-seen: fact-unknown')
})

test('a finding whose record is missing from an import is no longer seen, one whose record a person retired is done', () => {
  const gone = changed(answeredNo, { kind: 'remove', slice: 'answers', id: 'a:1' })
  expect(stateOf(look(gone, first.register).tracked, noId)).toBe('no-longer-seen: record-gone')
  const retired = changed(answeredNo, { kind: 'retire', slice: 'answers', id: 'a:1', on: today, by: '見本 花子', why: '装置を廃止' })
  expect(stateOf(look(retired, first.register).tracked, noId)).toBe('done')
})

test('a finding whose source has gone says so', () => {
  const source = { id: ids.source('src:1'), kind: 'file' as const, name: '台帳.xlsx', seenOn: today }
  const picture = changed(answeredNo, { kind: 'add', slice: 'sources', record: source }, set({ source: source.id }))
  const seen = look(picture, [])
  const gone = changed(picture, { kind: 'remove', slice: 'answers', id: 'a:1' }, { kind: 'remove', slice: 'sources', id: 'src:1' })
  expect(stateOf(look(gone, seen.register).tracked, noId)).toBe('no-longer-seen: source-gone')
})

test('a finding that comes back is open again and counts its return', () => {
  const done = look(changed(answeredNo, set({ answer: 'yes' })), first.register)
  const again = look(answeredNo, done.register, { asOf: addDays(today, 40) })
  expect(again.tracked.find((one) => one.id === noId)).toMatchObject({ state: 'open', row: { reopened: 1, firstSeenOn: today } })
})

test('a rule that is gone or changed does not make a finding done', () => {
  const others = rules.filter((rule) => rule.id !== 'checklists/no')
  expect(stateOf(look(answeredNo, first.register, { all: others }).tracked, noId)).toBe('no-longer-seen: rule-gone')
  const silent = [...others, defineRule({ id: 'checklists/no', area: 'checklists', reads: ['answers'], evaluate: () => undefined })]
  expect(stateOf(look(answeredNo, first.register, { all: silent }).tracked, noId)).toBe('no-longer-seen: rule-changed')
})

test('a crash never makes the page greener: what a failed check cannot see stays open', () => {
  const broken = defineRule({
    id: 'checklists/no',
    area: 'checklists',
    reads: ['answers'],
    each: 'answers',
    evaluate() {
      throw new Error('boom')
    },
  })
  const all = [...rules.filter((rule) => rule.id !== 'checklists/no'), broken]
  expect(stateOf(look(answeredNo, first.register, { all }).tracked, noId)).toBe('open: check-failed')
})

test('a due date never moves with the day; accepted is not overdue and ends with its day', () => {
  const due = (asOf: CalendarDate, register: readonly RegisterRow[]) =>
    look(answeredNo, register, { asOf }).tracked.find((one) => one.id === noId)
  const late = addDays(date('2027-01-29'), 1)
  expect(due(today, first.register)).toMatchObject({ dueOn: '2027-01-29', overdue: false })
  expect(due(late, first.register)).toMatchObject({ dueOn: '2027-01-29', overdue: true })
  const accepted = first.register.map((row) => ({ ...row, accepted: { until: late, by: '手本 一郎', why: '更新まで' } }))
  expect(due(late, accepted)).toMatchObject({ state: 'accepted', overdue: false })
  expect(due(addDays(late, 1), accepted)).toMatchObject({ state: 'open', overdue: true, dueOn: '2027-01-29' })
})

test('days until due count from the first look', () => {
  const entries = { 'checklists/no-target-date': { dueDays: 30 } }
  const picture = changed(answeredNo, set({}, ['targetOn']))
  const seen = look(picture, [], { entries })
  const again = look(picture, seen.register, { entries, asOf: addDays(today, 31) })
  expect(again.tracked.find((one) => one.id.startsWith('checklists/no-target'))).toMatchObject({ dueOn: addDays(today, 30), overdue: true })
})

test('a stand-in covers a finding until its day', () => {
  const rows = first.register.map((row) => ({ ...row, standIn: { measure: 'm:1', until: today } }))
  expect(stateOf(look(answeredNo, rows).tracked, noId)).toBe('covered')
  expect(stateOf(look(answeredNo, rows, { asOf: addDays(today, 1) }).tracked, noId)).toBe('open')
})

test('a signed statement makes a vanished finding done', () => {
  const signed = first.register.map((row) => ({ ...row, statement: { by: '例システム株式会社', on: today } }))
  expect(stateOf(look(changed(answeredNo, set({}, ['answer'])), signed).tracked, noId)).toBe('done')
})

test('a day without news writes no row again but for the day of the look', () => {
  const again = look(answeredNo, first.register)
  expect(registerAfter(again.tracked, first.register)).toEqual({ write: [], drop: [] })
})

test('a renamed rule leads the life of its findings on', () => {
  const renamed = defineRule({
    id: 'checklists/says-no',
    area: 'checklists',
    reads: ['answers'],
    each: 'answers',
    evaluate: (_, one) => ({
      subjects: [one.item, one.sheet],
      parties: ['facility'],
      because: [{ say: 'x', facts: [fact('answers', one.id, 'answer')] }],
    }),
  })
  const rows = first.register.map((row) => ({ ...row, firstSeenOn: date('2026-01-05'), task: 'task:1' }))
  const after = look(answeredNo, rows, { all: [renamed], entries: { 'checklists/says-no': { replaces: ['checklists/no'] } } })
  const row = after.register.find((one) => one.id === 'checklists/says-no|r7:2-06,sh:own')
  expect(row).toMatchObject({ firstSeenOn: '2026-01-05', task: 'task:1' })
  expect(after.register.map((one) => one.id)).not.toContain(noId)
})

test('findings follow a merge with the earlier life, and undoing it gives each its own again', () => {
  const silent = (id: string) => a.sheet({ id: ids.sheet(`sh:${id.slice(2)}`), vendor: ids.vendor(id), sentOn: date('2026-10-01') })
  const apart = aPicture({
    vendors: [a.vendor(), a.vendor({ id: ids.vendor('v:2') })],
    sheets: [a.ownSheet(), silent('v:1')],
    systems: [
      a.system({ vendor: ids.vendor('v:1'), contract: 'none' }),
      a.system({ id: ids.system('s:2'), vendor: ids.vendor('v:2'), contract: 'none' }),
    ],
  })
  const idOne = 'vendors/no-contract|s:1,v:1'
  const idTwo = 'vendors/no-contract|s:2,v:2'
  const before = look(apart, []).register.map((row) =>
    row.id === idTwo ? { ...row, firstSeenOn: date('2026-02-01'), task: 'task:2' } : row,
  )
  const merged = look(changed(apart, { kind: 'merge', slice: 'vendors', keep: 'v:1', gone: 'v:2' }), before)
  expect(merged.register.find((row) => row.id === 'vendors/no-contract|s:2,v:1')).toMatchObject({
    firstSeenOn: '2026-02-01',
    task: 'task:2',
  })
  expect(merged.register.map((row) => row.id)).not.toContain(idTwo)
  const parted = look(apart, merged.register)
  expect(parted.register.find((row) => row.id === idTwo)).toMatchObject({ firstSeenOn: '2026-02-01', task: 'task:2' })
  expect(parted.register.find((row) => row.id === idOne)).toMatchObject({ firstSeenOn: today })
})

test('two lives that a merge joins are parted again, and what came later stays with the kept one', () => {
  const asked = (id: string) => a.sheet({ id: ids.sheet(`sh:${id.slice(2)}`), vendor: ids.vendor(id), sentOn: date('2026-10-01') })
  const two = aPicture({ vendors: [a.vendor(), a.vendor({ id: ids.vendor('v:2') })], sheets: [a.ownSheet(), asked('v:1'), asked('v:2')] })
  const idOne = 'checklists/vendor-silent|sh:1,v:1'
  const idTwo = 'checklists/vendor-silent|sh:2,v:2'
  const before = look(two, []).register.map((row) => (row.id === idTwo ? { ...row, firstSeenOn: date('2026-02-01'), task: 'task:2' } : row))
  const joinedPicture = changed(
    two,
    { kind: 'merge', slice: 'sheets', keep: 'sh:1', gone: 'sh:2' },
    { kind: 'merge', slice: 'vendors', keep: 'v:1', gone: 'v:2' },
  )
  const joined = look(joinedPicture, before)
  expect(joined.register.find((row) => row.id === idOne)).toMatchObject({ firstSeenOn: '2026-02-01', task: 'task:2' })
  const worked = joined.register.map((row) =>
    row.id === idOne ? { ...row, accepted: { until: today, by: '手本 一郎', why: '協議中' } } : row,
  )
  const parted = look(two, worked).register
  expect(parted.find((row) => row.id === idTwo)).toMatchObject({ firstSeenOn: '2026-02-01', task: 'task:2' })
  const one = parted.find((row) => row.id === idOne)
  expect(one).toMatchObject({ firstSeenOn: today, accepted: { why: '協議中' } })
  expect(one?.task).toBeUndefined()
})

test('a finding whose acceptance waits for approval is open and not late', () => {
  const later = addDays(today, 120)
  const late = look(answeredNo, first.register, { asOf: later }).tracked.find((one) => one.id === noId)
  expect([late?.state, late?.overdue]).toEqual(['open', true])
  const draft = a.approval({ about: 'acceptance', findings: [noId], until: date('2027-06-30') })
  const waiting = { ...answeredNo, slices: { ...answeredNo.slices, approvals: [draft] } }
  const now = look(waiting, first.register, { asOf: later }).tracked.find((one) => one.id === noId)
  expect([now?.state, now?.overdue]).toEqual(['open', false])
})

test('a finding that returns says so in the look that sees it again, and in no other', () => {
  const done = look(changed(answeredNo, set({ answer: 'yes' })), first.register)
  const back = look(answeredNo, done.register)
  const later = look(answeredNo, back.register)
  const returned = (tracked: readonly Tracked[]) => tracked.filter((one) => one.returned).map((one) => one.id)
  expect([returned(first.tracked), returned(done.tracked), returned(back.tracked), returned(later.tracked)]).toEqual([[], [], [noId], []])
})

test('a finding that is done or no longer seen is not written again by the looks after', () => {
  const done = look(changed(answeredNo, set({ answer: 'yes' })), first.register)
  const later = trackFindings(...nowOf(changed(answeredNo, set({ answer: 'yes' })), done.register))
  expect(stateOf(later, noId)).toBe('done')
  expect(registerAfter(later, done.register)).toEqual({ write: [], drop: [] })
})

function nowOf(picture: Picture, register: readonly RegisterRow[]): Parameters<typeof trackFindings> {
  const catalogue = catalogueOf(rules)
  const analysis = analyse(makeRuleSet(rules, derivations, inputs), { picture, catalogue, asOf: today })
  return [{ picture, analysis, catalogue, asOf: today }, register]
}

const life = fc.constantFrom<Partial<RegisterRow>>(
  { accepted: { until: addDays(today, 3), by: '院長', why: '更新まで' } },
  { statement: { by: '院長', on: today } },
  { task: 't:1' },
)
const step = fc.oneof(
  { arbitrary: arbitraryChange.map((change) => ({ kind: 'change' as const, change })), weight: 8 },
  arbitraryDay.map((day) => ({ kind: 'day' as const, day })),
  fc.record({ kind: fc.constant('life' as const), life, at: fc.nat() }),
)

test('a finding that stays the same notes the facts that it rests on as they are now', () => {
  const all = [
    defineRule({
      id: 'checklists/any',
      area: 'checklists',
      reads: ['answers'],
      each: 'answers',
      evaluate: (_, one) => ({
        subjects: [one.id],
        parties: ['facility'],
        because: [{ say: 'any', facts: [fact('answers', one.id, 'remark')] }],
      }),
    }),
  ]
  const ruleSet = makeRuleSet(all, derivations, inputs)
  const catalogue = catalogueOf(all)
  const start = { picture: answeredNo, catalogue, asOf: today }
  const analysis = analyse(ruleSet, start)
  const before = { ...start, tracked: trackFindings({ ...start, analysis }, []) }
  const register = before.tracked.map(({ row }) => row)
  const now = { ...start, picture: changed(answeredNo, set({ remark: '確認中' })) }
  const again = { ...now, analysis: analyse(ruleSet, now, analysis) }
  expect(again.analysis.findings[0]).toBe(analysis.findings[0])
  expect(trackFindings(again, register, before)).toEqual(trackFindings(again, register))
  expect(trackFindings(again, register, before)).not.toEqual(before.tracked)
})

test('after any changes and days, what is tracked beside the look before is what a look from scratch tracks', () => {
  const ruleSet = makeRuleSet(rules, derivations, inputs)
  const catalogue = startCatalogue()
  fc.assert(
    fc.property(fc.array(step, { minLength: 1, maxLength: 25 }), (steps) => {
      let picture = startPicture()
      let asOf = today
      let analysis = analyse(ruleSet, { picture, catalogue, asOf })
      let before: LookBefore | undefined
      for (const one of steps) {
        if (one.kind === 'day') asOf = one.day
        else picture = one.kind === 'change' ? afterChange(picture, one.change) : withLife(picture, one.at, one.life)
        analysis = analyse(ruleSet, { picture, catalogue, asOf }, analysis)
        const now = { picture, analysis, catalogue, asOf }
        const tracked = trackFindings(now, picture.slices.register, before)
        expect(tracked).toEqual(trackFindings(now, picture.slices.register))
        picture = { ...picture, slices: { ...picture.slices, register: tracked.map(({ row }) => row) } }
        before = { picture, catalogue, asOf, tracked }
      }
    }),
    { numRuns: 60 },
  )
})

function afterChange(picture: Picture, change: Change): Picture {
  const result = applyChanges(picture, [change])
  return result.kind === 'applied' ? result.picture : picture
}

/** What a person says of one of the findings. */
function withLife(picture: Picture, at: number, fields: Partial<RegisterRow>): Picture {
  const { register } = picture.slices
  const chosen = register[at % Math.max(1, register.length)]
  return {
    ...picture,
    slices: { ...picture.slices, register: register.map((row) => (row === chosen ? { ...row, ...fields } : row)) },
  }
}
