import { closedOn, type ResponseState, type VulnerabilityResponse } from '@mimamori/domain'
import type { Kept } from '../../kept.ts'

export function closingOf(now: Kept, response: VulnerabilityResponse, state: ResponseState): Kept['asOf'] {
  return closedOn(response, state, now.analysis.world)
}
