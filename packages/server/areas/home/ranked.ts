import type { TodayTask } from '@mimamori/contract'
import type { Severity } from '@mimamori/domain'

/** A task with how grave it is, so that those of findings and those of the set-up stand in one order. */
export interface Ranked {
  readonly task: TodayTask
  readonly severity: Severity
  readonly overdue: boolean
}
