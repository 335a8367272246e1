import type { ZoneId } from '../ids.ts'
import type { Network } from './network-of.ts'
import type { ForbiddenPath } from './types.ts'

/** What one way of dividing the network makes otherwise than another. */
export interface Comparison {
  /** Ways that must not be open: closed, opened, and open in both. */
  readonly closed: readonly ForbiddenPath[]
  readonly opened: readonly ForbiddenPath[]
  readonly open: readonly ForbiddenPath[]
  /** Per start what it no longer reaches and what it newly reaches; only starts for which something changed. */
  readonly reach: readonly { readonly start: string; readonly lost: readonly ZoneId[]; readonly gained: readonly ZoneId[] }[]
  /** The same for what stands behind an entrance. */
  readonly entrances: readonly { readonly entrance: string; readonly lost: readonly ZoneId[]; readonly gained: readonly ZoneId[] }[]
}

/** What of two networks is compared. */
export type Division = Pick<Network, 'forbiddenPaths' | 'reach' | 'entrances'>

export function compareSegmentations(before: Division, after: Division): Comparison {
  const [was, is] = [before, after].map(({ forbiddenPaths }) => new Set(forbiddenPaths.map(({ id }) => id)))
  const zonesOf = (reach: Network['reach']) => new Map(reach.map(({ id, zones }) => [id, zones.map(({ zone }) => zone)]))
  const behindOf = (entrances: Network['entrances']) => new Map(entrances.map(({ id, behind }) => [id, behind]))
  return {
    closed: before.forbiddenPaths.filter(({ id }) => !is?.has(id)),
    opened: after.forbiddenPaths.filter(({ id }) => !was?.has(id)),
    open: after.forbiddenPaths.filter(({ id }) => was?.has(id)),
    reach: changesOf(zonesOf(before.reach), zonesOf(after.reach)).map(({ id, ...change }) => ({ start: id, ...change })),
    entrances: changesOf(behindOf(before.entrances), behindOf(after.entrances)).map(({ id, ...change }) => ({ entrance: id, ...change })),
  }
}

type Zones = ReadonlyMap<string, readonly ZoneId[]>

function changesOf(before: Zones, after: Zones): readonly { id: string; lost: readonly ZoneId[]; gained: readonly ZoneId[] }[] {
  return [...new Set([...before.keys(), ...after.keys()])].sort().flatMap((id) => {
    const [was, is] = [before.get(id) ?? [], after.get(id) ?? []]
    const lost = was.filter((zone) => !is.includes(zone)).sort()
    const gained = is.filter((zone) => !was.includes(zone)).sort()
    return lost.length + gained.length > 0 ? [{ id, lost, gained }] : []
  })
}
