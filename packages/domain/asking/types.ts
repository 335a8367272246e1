import type { ApprovalId, CalendarDate, SheetId, VendorId } from '../ids.ts'
import type { ClauseRef, Confidence, Text } from '../record.ts'

/** The kinds of request by which a vendor is asked, or a body outside is told, in the order of the schedule. */
export type AskingKind = 'request' | 'chase-up' | 'second-contact' | 'head-letter' | 'notice'

/** One step of the schedule by which a vendor is asked; our own, and a facility may set other days. */
export interface AskingPlanStep {
  readonly id: 'request' | 'chase-up' | 'phone' | 'second-contact' | 'head-letter' | 'notice'
  /** Place in the schedule, 1 first. */
  readonly order: number
  readonly kind: AskingKind
  /** The usual way; every other one counts as much. */
  readonly way: 'post' | 'fax' | 'mail' | 'phone'
  /** Days after the request; a day on which offices are closed moves to the next working day. */
  readonly days: number
  readonly title: Text
  readonly button: Text
  readonly reason: Text
  /** Clauses that the letter of this step may name, with how sure we are of them. */
  readonly refs?: readonly ClauseRef[]
  readonly confidence: Confidence
}

/** `awaiting-approval` (決裁待ち) has no due day, so that it is never late. */
export type AskingState = 'to-send' | 'awaiting-approval' | 'waiting' | 'due' | 'all-taken'

export type AskingWhy =
  | 'not-sent'
  | 'approval-waiting'
  | 'reply-awaited'
  | 'promised'
  | 'promise-passed'
  | 'came-back'
  | 'silent'
  | 'all-taken'

/** What comes next in asking for one open sheet of a vendor; `id` is the sheet's. */
export interface AskingStep {
  readonly id: SheetId
  readonly vendor: VendorId
  readonly state: AskingState
  readonly why: AskingWhy
  /** Of the schedule; absent when all were taken. */
  readonly step?: AskingPlanStep['id']
  readonly kind?: AskingKind
  readonly way?: AskingPlanStep['way']
  readonly dueOn?: CalendarDate
  readonly promisedOn?: CalendarDate
  /** The letter that waits. */
  readonly approval?: ApprovalId
}

export interface AskingReference {
  readonly askingPlan: readonly AskingPlanStep[]
}

export interface AskingDerived {
  readonly askingSteps: readonly AskingStep[]
}
