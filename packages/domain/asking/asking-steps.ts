import { addDays } from '../calendar.ts'
import type { Sheet, VendorRequest } from '../checklists/index.ts'
import type { Approval, Facility } from '../facilities/index.ts'
import type { CalendarDate } from '../ids.ts'
import { byId, having } from '../picture.ts'
import { known } from '../record.ts'
import { defineDerivation } from '../rule.ts'
import type { AskingPlanStep } from './types.ts'
import { laterDay, nextWorkingDay } from './working-days.ts'

/** The next step in asking for each vendor's sheet that has not come back, its day and why. */
export const askingSteps = defineDerivation({
  name: 'askingSteps',
  reads: ['sheetsNow', 'requests', 'approvals', 'vendors', 'facility', 'askingPlan', 'holidays', 'asOf'],
  each: 'sheetsNow',
  derive({ requests, approvals, vendors, facility, askingPlan, holidays, asOf }, sheet) {
    const vendor = known(sheet.vendor)
    if (sheet.audience !== 'vendor' || vendor === undefined || sheet.returnedOn !== undefined) return undefined
    const plan = planFor(askingPlan, byId(vendors, vendor)?.secondContactName !== undefined)
    const history = historyOf(having(requests, 'sheet', sheet.id))
    const taken = takenOf(plan, history.asks, sheet.sentOn)
    const next = plan[taken]
    const waiting = approvals.find((one) => waitsFor(one, sheet))
    const step = next && { step: next.id, kind: next.kind, way: next.way }
    const head = { id: sheet.id, vendor, ...step }
    if (waiting) return { ...head, state: 'awaiting-approval', why: 'approval-waiting', approval: waiting.id }
    if (next?.kind === 'request' && !history.cameBack) return { ...head, state: 'to-send', why: 'not-sent' }
    if (!next) return { ...head, state: 'all-taken', why: 'all-taken' }
    if (history.cameBack) return { ...head, state: 'due', why: 'came-back', dueOn: nextWorkingDay(history.cameBack, holidays) }
    const { promisedOn } = history
    const before = plan[taken - 1]
    const planned = () =>
      plannedDay(next, { sheet, history, days: daysOf(facility[0], next), before: before ? daysOf(facility[0], before) : 0 })
    const dueOn = nextWorkingDay(promisedOn === undefined ? planned() : addDays(promisedOn, 1), holidays)
    const isAhead = dueOn > asOf
    if (promisedOn === undefined) return { ...head, state: isAhead ? 'waiting' : 'due', why: isAhead ? 'reply-awaited' : 'silent', dueOn }
    return { ...head, state: isAhead ? 'waiting' : 'due', why: isAhead ? 'promised' : 'promise-passed', dueOn, promisedOn }
  },
})

/** The schedule in order; without a second contact that step is passed over. */
function planFor(plan: readonly AskingPlanStep[], hasSecond: boolean): readonly AskingPlanStep[] {
  return plan.filter((step) => hasSecond || step.kind !== 'second-contact').toSorted((a, b) => a.order - b.order)
}

interface History {
  /** Asks that arrived as far as is known, the oldest first. */
  readonly asks: readonly VendorRequest[]
  /** The day on which the last ask came back. */
  readonly cameBack?: CalendarDate
  /** Of the last promise, unless the vendor was asked again after that day. */
  readonly promisedOn?: CalendarDate
}

const askKinds: ReadonlySet<VendorRequest['kind']> = new Set(['request', 'chase-up', 'second-contact', 'head-letter', 'notice'])

/** What came back takes the last ask of the same way with it: it never arrived. */
function historyOf(requests: readonly VendorRequest[]): History {
  const order = (one: VendorRequest) => `${one.on}|${one.kind === 'came-back' ? 1 : 0}|${one.id}`
  const sorted = requests.toSorted((a, b) => (order(a) < order(b) ? -1 : 1))
  const asks: VendorRequest[] = []
  let cameBack: CalendarDate | undefined
  for (const one of sorted) {
    if (askKinds.has(one.kind)) {
      asks.push(one)
      cameBack = undefined
    }
    if (one.kind !== 'came-back') continue
    const at = asks.findLastIndex((ask) => ask.way === one.way)
    if (at < 0) continue
    asks.splice(at, 1)
    cameBack = one.on
  }
  const promisedOn = sorted.findLast((one) => one.promisedOn !== undefined)?.promisedOn
  const isOpen = promisedOn !== undefined && promisedOn >= (asks.at(-1)?.on ?? promisedOn)
  return { asks, ...(cameBack && { cameBack }), ...(isOpen && { promisedOn }) }
}

/** How many steps of the schedule lie behind: a later kind passes over the earlier ones, each chase-up takes one. */
function takenOf(plan: readonly AskingPlanStep[], asks: readonly VendorRequest[], sentOn: CalendarDate | undefined): number {
  const isSent = asks.length > 0 || sentOn !== undefined
  const far = Math.max(-1, ...asks.map((ask) => (ask.kind === 'chase-up' ? -1 : plan.findIndex((step) => step.kind === ask.kind))))
  const chased = asks.filter((ask) => ask.kind === 'chase-up').length
  const chases = plan.flatMap((step, at) => (step.kind === 'chase-up' ? [at] : []))
  const byChase = chased === 0 ? -1 : (chases[Math.min(chased, chases.length) - 1] ?? -1)
  return Math.max(isSent ? 0 : -1, far, byChase) + 1
}

/** By the schedule; where the last ask was late, as long after it as the schedule puts between the two. */
function plannedDay(
  step: AskingPlanStep,
  of: { readonly sheet: Sheet; readonly history: History; readonly days: number; readonly before: number },
): CalendarDate {
  const { sheet, history, days, before } = of
  const first = sheet.sentOn ?? history.asks[0]?.on
  const last = history.asks.at(-1)?.on ?? first
  if (first === undefined || last === undefined) throw new Error(`the step ${step.id} has no request before it`)
  const agreed = sheet.dueOn !== undefined && step.order === 2 ? addDays(sheet.dueOn, 1) : addDays(first, days)
  return laterDay(agreed, addDays(last, Math.max(0, history.asks.length > 1 ? days - before : 0)))
}

const ownDays = {
  request: undefined,
  'chase-up': 'chaseUpDays',
  phone: 'phoneDays',
  'second-contact': 'secondContactDays',
  'head-letter': 'headLetterDays',
  notice: 'noticeDays',
} as const satisfies Readonly<Record<AskingPlanStep['id'], keyof Facility | undefined>>

/** Days after the request: the facility's own where it has set them. */
export function daysOf(facility: Facility | undefined, step: AskingPlanStep): number {
  const field = ownDays[step.id]
  return (field && facility?.[field]) ?? step.days
}

function waitsFor(approval: Approval, sheet: Sheet): boolean {
  return approval.state === 'waiting' && approval.about === 'request' && (approval.sheets ?? []).includes(sheet.id)
}
