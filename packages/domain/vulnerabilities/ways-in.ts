import type { Entrance } from '../network/index.ts'
import { byId, type World } from '../picture.ts'
import type { AssetExposure } from './derived/types.ts'
import type { Exposure } from './types.ts'

/** How something can be come at, whatever it is. */
export type Found = Omit<AssetExposure, 'id'>

const worse: Readonly<Record<Exposure, number>> = { internet: 0, 'remote-path': 1, unknown: 2, internal: 3, none: 4 }

export function isWorse(one: Exposure, other: Exposure): boolean {
  return worse[one] < worse[other]
}

/** Of two alike the first. */
export function worstOf<F extends Found>(found: readonly (F | undefined)[]): F | undefined {
  return found.reduce((worst, one) => (one && (!worst || isWorse(one.exposure, worst.exposure)) ? one : worst), undefined)
}

/** A closed line leads to others: the carrier's customers, a vendor's rooms. That of the eligibility check is closed by the state. */
export function exposureOfEntrance({ exposure, line }: Entrance, { lines }: Pick<World, 'lines'>): Exposure {
  if (exposure === 'internet' || exposure === 'unknown') return exposure
  return byId(lines, line)?.kind === 'eligibility' ? 'internal' : 'remote-path'
}
