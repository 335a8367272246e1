import { a, aPicture, ids } from '@mimamori/testing/rules'
import * as fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { addDays, date } from '../calendar.ts'
import { applyChanges } from '../change.ts'
import type { Picture, RegisterRow } from '../picture.ts'
import { findingsOfTask, nextNoteId, notesOfTask, reopenings, taskOfRow, waitsForConfirmation } from './work-tasks.ts'

const today = date('2026-11-20')
const vendor = ids.vendor('v:1')

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

function after(picture: Picture, returned: readonly RegisterRow[], on = today): Picture {
  const result = applyChanges(picture, reopenings(picture.slices, returned, on))
  if (result.kind === 'refused') throw new Error(result.why)
  return result.picture
}

describe('a task', () => {
  const done = a.task({ findings: ['f|1', 'f|2'], state: 'done', doneOn: today })

  test('that was done opens again when one of its findings returns, with a line in its history', () => {
    const { tasks, taskNotes } = after(aPicture({ tasks: [done] }), [row('f|2')]).slices
    expect(tasks).toEqual([a.task({ findings: ['f|1', 'f|2'] })])
    expect(taskNotes).toMatchObject([{ task: done.id, kind: 'reopened', on: today, side: 'facility' }])
    expect(taskNotes[0]).not.toHaveProperty('text')
  })

  test('opens once when several of its findings return together', () => {
    expect(after(aPicture({ tasks: [done] }), [row('f|1'), row('f|2')]).slices.taskNotes).toHaveLength(1)
  })

  test.each(['open', 'doing', 'given-up'] as const)('that is %s is left as it is', (state) => {
    expect(reopenings(aPicture({ tasks: [a.task({ findings: ['f|1'], state })] }).slices, [row('f|1')], today)).toEqual([])
  })

  test('opens when its finding goes by another id by now', () => {
    const { tasks } = after(aPicture({ tasks: [done] }), [row('f|of-merged', { task: done.id })]).slices
    expect(tasks[0]?.state).toBe('open')
  })

  test('does not open for a finding that another task has taken since', () => {
    const later = a.task({ id: ids.task('t:2'), findings: ['f|1'], state: 'done', doneOn: today })
    const { tasks } = after(aPicture({ tasks: [done, later] }), [row('f|1', { task: later.id })]).slices
    expect(tasks.map((task) => task.state)).toEqual(['done', 'open'])
  })

  test('keeps its history over any number of returns, one line for each', () => {
    fc.assert(
      fc.property(fc.array(fc.boolean(), { maxLength: 12 }), (returns) => {
        let picture = aPicture({ tasks: [done], taskNotes: [a.taskNote({ text: '最初のメモ' })] })
        for (const [at, comesBack] of returns.entries()) {
          picture = after(picture, comesBack ? [row('f|1')] : [], addDays(today, at))
          const closed = applyChanges(picture, [{ kind: 'set', slice: 'tasks', id: done.id, fields: { state: 'done' } }])
          if (closed.kind === 'applied') picture = closed.picture
        }
        const notes = notesOfTask(picture.slices, done.id)
        expect(notes.filter((note) => note.kind === 'reopened')).toHaveLength(returns.filter(Boolean).length)
        expect(notes[0]?.text).toBe('最初のメモ')
        expect(notes.map((note) => note.on)).toEqual(notes.map((note) => note.on).toSorted())
      }),
    )
  })
})

test('a finding is in the task that its row names, else in the open one that lists it', () => {
  const closed = a.task({ id: ids.task('t:1'), findings: ['f|1'], state: 'done', createdOn: date('2026-11-10') })
  const open = a.task({ id: ids.task('t:2'), findings: ['f|1'], createdOn: date('2026-11-01') })
  expect(taskOfRow([closed, open], row('f|1'))).toBe(open)
  expect(taskOfRow([closed, open], row('f|1', { task: closed.id }))).toBe(closed)
  expect(taskOfRow([closed, open], row('f|other'))).toBeUndefined()
  const { slices } = aPicture({ tasks: [closed, open], register: [row('f|1'), row('f|9', { task: open.id })] })
  expect(findingsOfTask(slices, open)).toEqual(['f|1', 'f|9'])
  expect(findingsOfTask(slices, closed)).toEqual([])
})

test('a task that a vendor says is done waits for the facility until it is confirmed or sent back', () => {
  const task = a.task({ vendor, state: 'doing' })
  const note = (kind: 'done' | 'reopened' | 'comment', side: 'facility' | 'vendor', at: number) =>
    a.taskNote({ id: ids.taskNote(`tn:${at}`), kind, side })
  const waits = (...taskNotes: ReturnType<typeof note>[]) => waitsForConfirmation(aPicture({ taskNotes }).slices, task)
  expect(waits()).toBe(false)
  expect(waits(note('done', 'vendor', 1), note('comment', 'facility', 2))).toBe(true)
  expect(waits(note('done', 'vendor', 1), note('reopened', 'facility', 2))).toBe(false)
  expect(waitsForConfirmation(aPicture({ taskNotes: [note('done', 'vendor', 1)] }).slices, { ...task, state: 'done' })).toBe(false)
})

test('the id of the next line of a history is never one that is there', () => {
  const first = a.taskNote({ id: nextNoteId({ taskNotes: [] }, ids.task('t:1')) })
  const second = nextNoteId({ taskNotes: [first] }, ids.task('t:1'))
  expect(second > first.id).toBe(true)
  const gap = a.taskNote({ id: second })
  expect(nextNoteId({ taskNotes: [gap] }, ids.task('t:1'))).not.toBe(second)
})
