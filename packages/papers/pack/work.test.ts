import { loadCatalogue } from '@mimamori/catalog'
import { type ApprovalId, type Change, date, entityId, type PersonId, type TaskId, type VendorId } from '@mimamori/domain'
import { expect, test } from 'vitest'
import { approvalPaper } from '../approval/model.ts'
import { applied, hospital } from '../fixture/hospital.ts'
import { inputOf } from '../fixture/input.ts'
import { cellsOf } from '../fixture/read-paper.ts'
import { datesOf } from '../handover/dates.ts'
import { packPaper } from './model.ts'

const catalogue = loadCatalogue()
const bare = hospital(catalogue.reference.items)
const seen = inputOf(catalogue, bare)
const left = seen.tracked.find((one) => one.row.rule === 'checklists/no')?.row
const weakness = 'バックアップの穴をふさぐ'

function withWork() {
  const person = bare.slices.people[0]?.id ?? entityId<PersonId>('person:none')
  const vendor = bare.slices.vendors[0]?.id ?? entityId<VendorId>('v:none')
  const task = (id: string) => ({ id: entityId<TaskId>(id), title: weakness, createdOn: date('2026-11-01') })
  const accepted = { until: date('2027-03-31'), by: '見本 花子', why: '機器の入替えまで' }
  const approval = {
    id: entityId<ApprovalId>('ok:1'),
    about: 'acceptance' as const,
    title: '見送りの伺い',
    findings: [left?.id ?? ''],
    until: accepted.until,
    why: accepted.why,
    documentNumber: '総第8号',
    draftedOn: date('2026-11-10'),
    state: 'approved' as const,
    approvedOn: date('2026-11-12'),
  }
  const changes: readonly Change[] = [
    { kind: 'add', slice: 'tasks', record: { ...task('task:1'), owner: person, vendor, dueOn: date('2027-01-15'), state: 'doing' } },
    { kind: 'add', slice: 'tasks', record: { ...task('task:2'), title: '終わった仕事', state: 'done' } },
    { kind: 'add', slice: 'approvals', record: approval },
    ...(left ? [{ kind: 'add', slice: 'register', record: { ...left, accepted } } as const] : []),
  ]
  return inputOf(catalogue, applied(bare, changes))
}

const input = withWork()

test('the copy that stays in the house lists open work and what is knowingly left, with its approval', () => {
  const paper = packPaper(input)
  expect(cellsOf(paper, 'やること(進行中)')).toEqual([[weakness, expect.stringContaining('、'), 'R9.1.15', '着手']])
  const rows = cellsOf(paper, '承知のうえで見送りにしているもの')
  expect(rows).toHaveLength(1)
  expect(rows[0]?.slice(1)).toEqual(['R9.3.31', '見本 花子', '機器の入替えまで', '総第8号(R8.11.12)'])
})

test('the copy to be handed over has none of it', () => {
  const text = JSON.stringify(packPaper({ ...input, copy: 'hand-over' }))
  for (const inside of [weakness, '承知のうえで見送り', '機器の入替えまで', '総第8号']) expect(text).not.toContain(inside)
})

test('the form of approval says what is to be left, until when and why', () => {
  const text = JSON.stringify(approvalPaper(input, { approval: 'ok:1' }))
  expect(text).toContain('承知のうえで令和9年3月31日')
  expect(text).toContain('機器の入替えまで')
})

test('dates ahead have names that last: a moved day keeps its own', () => {
  const before = datesOf(input).find((one) => one.kind === 'task')
  const moved = applied(input.picture, [{ kind: 'set', slice: 'tasks', id: 'task:1', fields: { dueOn: date('2027-02-01') } }])
  const after = datesOf(inputOf(catalogue, moved)).find((one) => one.kind === 'task')
  expect([before?.of, before?.on, after?.of, after?.on]).toEqual(['task:1', '2027-01-15', 'task:1', '2027-02-01'])
  expect(datesOf(input).some((one) => one.kind === 'acceptance' && one.on === '2027-03-31')).toBe(true)
})
