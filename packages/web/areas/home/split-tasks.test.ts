import type { TodayTask } from '@mimamori/contract'
import { expect, test } from 'vitest'
import { splitTasks } from './split-tasks.ts'

const text = { ja: '', en: '' }
const task = (id: string): TodayTask => ({
  id,
  title: text,
  says: text,
  minutes: 5,
  who: text,
  button: text,
  target: { screen: 'checklist' },
  findings: [],
})
const all = ['a', 'b', 'c', 'd', 'e'].map(task)
const ids = (tasks: readonly TodayTask[]) => tasks.map(({ id }) => id)

test('three things are for today, the others can wait', () => {
  const { today, later } = splitTasks(all, [])
  expect(ids(today)).toEqual(['a', 'b', 'c'])
  expect(ids(later)).toEqual(['d', 'e'])
})

test('what was put off makes room for the next, and is not lost', () => {
  const { today, later } = splitTasks(all, ['b'])
  expect(ids(today)).toEqual(['a', 'c', 'd'])
  expect(ids(later)).toEqual(['b', 'e'])
})
