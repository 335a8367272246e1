import type { FindingLine } from '@mimamori/contract'
import { awaitingAcceptance, byId, taskOfRow } from '@mimamori/domain'
import type { Kept } from '../kept.ts'

/** A line with the task that the finding is in, and whether leaving it waits for approval; both change without the finding. */
export function withTask(now: Kept, line: FindingLine): FindingLine {
  const { tasks, register, approvals } = now.picture.slices
  const row = byId(register, line.id)
  const task = row && taskOfRow(tasks, row)
  return {
    ...line,
    ...(task && { task: { id: task.id, title: task.title, state: task.state } }),
    ...(awaitingAcceptance(approvals).has(line.id) && { awaitsApproval: true }),
  }
}
