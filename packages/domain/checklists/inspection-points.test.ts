import { a, aPicture, ids } from '@mimamori/testing/rules'
import { expect, test } from 'vitest'
import { date } from '../calendar.ts'
import { applyChange } from '../change.ts'
import type { Change } from '../change-type.ts'
import type { Picture } from '../picture.ts'
import { latestFirst, notePoint, pointsOf } from './inspection-points.ts'

const given = { id: ids.inspectionPoint('ip:1'), task: ids.task('t:ip'), today: date('2026-12-04') }

function applied(picture: Picture, changes: readonly Change[]): Picture {
  return changes.reduce((now, change) => {
    const result = applyChange(now, change)
    if (result.kind !== 'applied') throw new Error(result.kind)
    return result.picture
  }, picture)
}

test('a paper promised for a day becomes work with that day, and a question that was answered does not', () => {
  const start = aPicture({ inspections: [a.inspection()] })
  const promise = { inspection: ids.inspection('in:1'), order: 1, kind: 'promise' as const, text: '規程の写し', dueOn: date('2026-12-18') }
  const { slices } = applied(start, notePoint(promise, given))
  expect(slices.inspectionPoints).toEqual([{ ...promise, id: 'ip:1', task: 't:ip' }])
  expect(slices.tasks).toEqual([{ id: 't:ip', title: '規程の写し', createdOn: '2026-12-04', dueOn: '2026-12-18', state: 'open' }])
  const question = { inspection: ids.inspection('in:1'), order: 2, kind: 'question' as const, text: '更新の頻度は', answer: '月1回' }
  expect(notePoint(question, given)).toEqual([{ kind: 'add', slice: 'inspectionPoints', record: { ...question, id: 'ip:1' } }])
})

test('what is long is told whole in the task, under a title of its first line', () => {
  const text = `${'端末'.repeat(80)}\n二行目`
  const [task] = notePoint({ inspection: ids.inspection('in:1'), order: 1, kind: 'guidance', text, dueOn: date('2027-01-31') }, given)
  expect(task).toMatchObject({ record: { title: `${'端末'.repeat(50)}…`, says: text } })
})

test('the latest day comes first, and points stay in the order in which they came up', () => {
  const days = [a.inspection({ on: date('2025-10-01') }), a.inspection({ id: ids.inspection('in:2') })]
  expect(latestFirst(days).map(({ id }) => id)).toEqual(['in:2', 'in:1'])
  const points = [a.inspectionPoint({ order: 2 }), a.inspectionPoint({ id: ids.inspectionPoint('ip:2'), order: 1 })]
  expect(pointsOf(points, 'in:1').map(({ id }) => id)).toEqual(['ip:2', 'ip:1'])
  expect(pointsOf(points, 'in:2')).toEqual([])
})
