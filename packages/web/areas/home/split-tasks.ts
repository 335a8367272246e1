import type { TodayTask } from '@mimamori/contract'

const perDay = 3

/** Three tasks for today; those put off return tomorrow and stand, until then, with the others. */
export function splitTasks(
  tasks: readonly TodayTask[],
  notToday: readonly string[],
): { today: readonly TodayTask[]; later: readonly TodayTask[] } {
  const now = tasks.filter((task) => !notToday.includes(task.id))
  const today = now.slice(0, perDay)
  return { today, later: tasks.filter((task) => !today.includes(task)) }
}
