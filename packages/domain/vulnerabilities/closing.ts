import type { CalendarDate } from '../ids.ts'
import { having, type World } from '../picture.ts'
import type { ResponseState } from './derived/types.ts'
import { stepsOfResponse } from './response.ts'
import { cameIn } from './response-states.ts'
import type { InstalledProduct, VulnerabilityResponse } from './types.ts'

/** What the devices of a response have now of its product, as it was read or typed last. */
export function productsOfResponse(
  { assets, name }: VulnerabilityResponse,
  { installedProducts }: Pick<World, 'installedProducts'>,
): readonly InstalledProduct[] {
  return assets.flatMap((asset) => having(installedProducts, 'asset', asset).filter((one) => one.name === name))
}

/**
 * The day on which it was proven: that of the step that says so, or of the statement, else the one on which the reading that shows it
 * came in. Never before the response began.
 */
export function closedOn(
  response: VulnerabilityResponse,
  state: ResponseState,
  seen: Pick<World, 'installedProducts' | 'responseSteps'>,
): CalendarDate {
  const step = stepsOfResponse(seen.responseSteps, response.id).findLast(({ kind }) => kind !== 'said')
  const read = productsOfResponse(response, seen).flatMap((installed) => cameIn(installed) ?? [])
  const isSaid = step && (step.kind === 'proven' || state.proof === 'statement')
  return (isSaid ? [step.on] : [state.on, ...read]).reduce((last, on) => (on > last ? on : last), response.openedOn)
}

/** The middle of the values, of an even number of them the mean of the two in the middle; undefined of none. */
export function medianOf(values: readonly number[]): number | undefined {
  const sorted = values.toSorted((a, b) => a - b)
  const [low, high] = [sorted[Math.floor((sorted.length - 1) / 2)], sorted[Math.floor(sorted.length / 2)]]
  return low === undefined || high === undefined ? undefined : (low + high) / 2
}
