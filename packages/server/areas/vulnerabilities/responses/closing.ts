import { having, type ResponseState, stepsOfResponse, type VulnerabilityResponse } from '@mimamori/domain'
import type { Kept } from '../../kept.ts'

/** The day on which it was proven: that of the step that says so, or of the statement, else of the reading that shows it. */
export function closingOf(now: Kept, { id, assets, name }: VulnerabilityResponse, state: ResponseState): Kept['asOf'] {
  const { installedProducts } = now.analysis.world
  const step = stepsOfResponse(now.picture.slices.responseSteps, id).findLast(({ kind }) => kind !== 'said')
  if (step && (step.kind === 'proven' || state.proof === 'statement')) return step.on
  const read = assets.flatMap((asset) =>
    having(installedProducts, 'asset', asset).flatMap((one) => (one.name === name ? (one.on ?? []) : [])),
  )
  return read.reduce((last, on) => (on > last ? on : last), state.on)
}
