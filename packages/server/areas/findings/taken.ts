import type { FindingLine } from '@mimamori/contract'
import { awaitingAcceptance, byId, taskOfRow } from '@mimamori/domain'
import type { Kept } from '../kept.ts'

/** A line with the task that the finding is in, and whether leaving it waits for approval. */
export function withTask(now: Kept, line: FindingLine): FindingLine {
  return withTasks(now, [line])[0] ?? line
}

/** Lines with the task that each finding is in, and whether leaving it waits for approval; both change without the finding. */
export function withTasks(now: Kept, lines: readonly FindingLine[]): FindingLine[] {
  const { tasks, register, approvals } = now.picture.slices
  const awaited = awaitingAcceptance(approvals)
  return lines.map((line) => {
    const row = byId(register, line.id)
    const task = row && taskOfRow(tasks, row)
    if (!task && !awaited.has(line.id)) return line
    return {
      ...line,
      ...(task && { task: { id: task.id, title: task.title, state: task.state } }),
      ...(awaited.has(line.id) && { awaitsApproval: true }),
    }
  })
}
