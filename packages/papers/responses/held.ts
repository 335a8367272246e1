import {
  byId,
  known,
  type ResponseState,
  type ResponseStep,
  stepsOfResponse,
  type Vendor,
  type VulnerabilityResponse,
} from '@mimamori/domain'
import type { Context } from '../paper/context.ts'

/** A response with how it stands and what was said of it. */
export interface Held {
  readonly response: VulnerabilityResponse
  readonly state: ResponseState
  /** The oldest first. */
  readonly steps: readonly ResponseStep[]
  /** The step that decides how it stands; absent while it is new. */
  readonly step?: ResponseStep
  /** Absent: the facility does it itself. */
  readonly vendor?: Vendor
}

/** Every response, the one that was begun first first. */
export function heldResponses(at: Pick<Context, 'slices' | 'world'>): readonly Held[] {
  return at.slices.responses
    .flatMap((response): readonly Held[] => {
      const state = byId(at.world.responseStates, response.id)
      if (!state) return []
      const step = byId(at.slices.responseSteps, state.step)
      const vendor = byId(at.slices.vendors, known(response.vendor))
      const steps = stepsOfResponse(at.slices.responseSteps, response.id)
      return [{ response, state, steps, ...(step && { step }), ...(vendor && { vendor }) }]
    })
    .toSorted((a, b) => compare(a.response.openedOn, b.response.openedOn) || compare(a.response.id, b.response.id))
}

const settled: ReadonlySet<ResponseState['state']> = new Set(['proven', 'workaround', 'risk-accepted', 'not-affected'])

/** Something is still to be done: it is not settled, or what settled it has ended or covers not all that is known now. */
export function isWaiting({ state: { state, ended, open } }: Held): boolean {
  return !settled.has(state) || (state !== 'proven' && (ended === true || open.length > 0))
}

export function compare(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0
}
