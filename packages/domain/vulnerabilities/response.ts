import { type CalendarDate, entityId, type ResponseId, type ResponseStepId } from '../ids.ts'
import { having } from '../picture.ts'
import type { ResponseStanding } from './derived/types.ts'
import type { ResponseStep } from './types.ts'

/** What both sides said about a response, the oldest first. */
export function stepsOfResponse(steps: readonly ResponseStep[], response: ResponseId): readonly ResponseStep[] {
  return having(steps, 'response', response).toSorted((a, b) => (a.id < b.id ? -1 : 1))
}

/** The id of the next step: in the order in which they were written, whatever the clocks of the two sides say. */
export function nextResponseStepId(response: ResponseId, written: number): ResponseStepId {
  return entityId(`${response}.${String(written + 1).padStart(4, '0')}`)
}

/** How a response stands by what was said alone; what was read since is held against it in `responseStates`. */
export interface SaidStanding {
  readonly state: ResponseStanding
  readonly step?: ResponseStep
}

/**
 * NOTE: a word alone (`said`) changes nothing. An impact check that has come to an end leaves it accepted. Who opens it again is where
 * it was told.
 */
export function standingOf(steps: readonly ResponseStep[]): SaidStanding {
  const step = steps.findLast(({ kind }) => kind !== 'said')
  return step ? { state: stateAfter(step), step } : { state: 'new' }
}

function stateAfter({ kind, effect }: ResponseStep): ResponseStanding {
  switch (kind) {
    case 'impact':
      return effect === 'none' || effect === 'some' ? 'accepted' : 'checking-impact'
    case 'reopened':
    case 'said':
      return 'told'
    default:
      return kind
  }
}

/** What a step must say beside its kind, or it says nothing. */
const needs: Readonly<Partial<Record<ResponseStep['kind'], readonly (keyof ResponseStep)[]>>> = {
  impact: ['effect'],
  planned: ['plannedOn'],
  proven: ['evidence', 'by'],
  workaround: ['until', 'note'],
  'risk-accepted': ['until', 'by', 'note'],
  'not-affected': ['notAffected'],
  disagreed: ['note'],
  'not-done': ['notDone'],
}

/** A statement says who signs for which version; a word alone says something, or hands over a file. */
function saysEnough(next: ResponseStep): boolean {
  if (next.signedBy !== undefined && (next.kind !== 'done' || next.version === undefined)) return false
  if (next.kind === 'said' && next.note === undefined && next.evidence === undefined) return false
  return (needs[next.kind] ?? []).every((field) => next[field] !== undefined)
}

/** What only the facility decides: a vendor neither accepts the facility's risk nor signs its proof. */
const facilityAlone: ReadonlySet<ResponseStep['kind']> = new Set(['told', 'risk-accepted', 'proven', 'reopened'])

/** Whether this side may take this step now. A step says all that its kind needs; what is proven is opened again before anything else. */
export function mayRespond(steps: readonly ResponseStep[], next: ResponseStep, today: CalendarDate): boolean {
  if (next.side === 'vendor' && facilityAlone.has(next.kind)) return false
  if (!saysEnough(next)) return false
  if ((next.kind === 'risk-accepted' || next.kind === 'workaround') && (next.until ?? today) < today) return false
  const { state } = standingOf(steps)
  if (next.kind === 'reopened') return steps.length > 0 && state !== 'told'
  return next.kind === 'said' || state !== 'proven'
}
