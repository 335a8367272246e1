import { type CalendarDate, entityId, type VisitId, type VisitStepId } from '../ids.ts'
import { having } from '../picture.ts'
import type { VendorSlices, Visit, VisitEffect, VisitStep } from './types.ts'

/** What both sides said about a visit, the oldest first. */
export function stepsOfVisit(steps: readonly VisitStep[], visit: VisitId): readonly VisitStep[] {
  return having(steps, 'visit', visit).toSorted((a, b) => (a.id < b.id ? -1 : 1))
}

/** The id of the next step: in the order in which they were written, whatever the clocks of the two sides say. */
export function nextVisitStepId(visit: VisitId, written: number): VisitStepId {
  return entityId(`${visit}.${String(written + 1).padStart(4, '0')}`)
}

/** How a visit stands, read from its history. */
export interface VisitStanding {
  readonly state: 'facility-to-answer' | 'vendor-to-answer' | 'agreed' | 'withdrawn'
  /** The time that was named last; agreed or not. */
  readonly wishedOn?: CalendarDate
  readonly hours?: string
  /** As the vendor said last. */
  readonly effect?: VisitEffect
}

/** NOTE: a word alone (`said`) changes nothing of what was agreed; whoever wants another time names one. */
export function visitStanding(steps: readonly VisitStep[]): VisitStanding {
  const turn = steps.findLast(({ kind }) => kind !== 'said')
  const named = steps.findLast(({ kind }) => kind === 'asked' || kind === 'other-time')
  const effect = steps.findLast((step) => step.effect !== undefined)?.effect
  return {
    state: stateAfter(turn),
    ...(named?.wishedOn !== undefined && { wishedOn: named.wishedOn }),
    ...(named?.hours !== undefined && { hours: named.hours }),
    ...(effect !== undefined && { effect }),
  }
}

export interface VisitWithSteps extends VisitStanding {
  readonly visit: Visit
  readonly steps: readonly VisitStep[]
}

/** Every visit, of one vendor where one is named, with its history and how it stands. */
export function visitsOf({ visits, visitSteps }: Pick<VendorSlices, 'visits' | 'visitSteps'>, vendor?: string): VisitWithSteps[] {
  return visits
    .filter((visit) => vendor === undefined || visit.vendor === vendor)
    .map((visit) => {
      const steps = stepsOfVisit(visitSteps, visit.id)
      return { visit, steps, ...visitStanding(steps) }
    })
}

function stateAfter(step: VisitStep | undefined): VisitStanding['state'] {
  if (step?.kind === 'accepted') return 'agreed'
  if (step?.kind === 'withdrawn') return 'withdrawn'
  return step?.side === 'facility' ? 'vendor-to-answer' : 'facility-to-answer'
}

/** Whether this side may take this step now; nobody accepts a time that it named itself. */
export function mayStep(steps: readonly VisitStep[], next: Pick<VisitStep, 'side' | 'kind' | 'wishedOn'>): boolean {
  const { state } = visitStanding(steps)
  if (steps.length === 0) return next.kind === 'asked' && next.side === 'vendor' && next.wishedOn !== undefined
  if (state === 'withdrawn' || next.kind === 'asked') return false
  if (next.kind === 'accepted') return state === `${next.side}-to-answer`
  return next.kind !== 'other-time' || next.wishedOn !== undefined
}
