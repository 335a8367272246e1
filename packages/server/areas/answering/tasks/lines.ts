import type { VendorTaskLine } from '@mimamori/contract'
import { isOpenTask, type WorkTask } from '@mimamori/domain'
import type { Kept } from '../../kept.ts'
import { vendorTaskSummary } from '../../tasks/index.ts'

/** A task as lists of its vendor have it; `place`: the relation by which it is reached, or `link`. */
export function vendorTaskLine(seen: Kept, task: WorkTask, place: string): VendorTaskLine {
  return { ...vendorTaskSummary(seen, task), relation: place, facility: seen.state.name }
}

export function byDay(a: VendorTaskLine, b: VendorTaskLine): number {
  const key = (line: VendorTaskLine) => `${isOpenTask(line) ? 0 : 1}|${line.dueOn ?? '9999'}|${line.facility}|${line.task}`
  return key(a) < key(b) ? -1 : 1
}
