import { byId, type Slices } from '../picture.ts'
import { blockOf } from './address.ts'
import type { Link, MapPlace, Zone } from './types.ts'

/** What a zone, a link or a place on the map says that cannot be. */
export interface NetworkFault {
  readonly id: string
  readonly why: 'unreadable-block' | 'unreadable-vlan' | EndFault
}

/** `link-ends`, `place-ends`: none where there must be one, or two of one side. */
export type EndFault = 'link-ends' | 'link-to-itself' | 'place-ends'

const lastVlan = 4094

/** A number that a VLAN can have. */
export function isVlan(text: string): boolean {
  return /^\d{1,4}$/.test(text) && Number(text) >= 1 && Number(text) <= lastVlan
}

/** Faults of zones, links and places that came or are otherwise than before. Blocks that overlap are none: they are asked about. */
export function networkFaults(before: Slices, after: Slices): readonly NetworkFault[] {
  return [
    ...faultsOf(before.zones, after.zones, faultOfZone),
    ...faultsOf(before.links, after.links, faultOfLink),
    ...faultsOf(before.mapPlaces, after.mapPlaces, faultOfPlace),
  ]
}

function faultsOf<R extends { readonly id: string }>(
  before: readonly R[],
  after: readonly R[],
  faultOf: (record: R) => NetworkFault['why'] | undefined,
): readonly NetworkFault[] {
  return after.flatMap((record) => {
    const why = byId(before, record.id) === record ? undefined : faultOf(record)
    return why ? [{ id: record.id, why }] : []
  })
}

function faultOfZone({ prefixes = [], vlans = [] }: Zone): NetworkFault['why'] | undefined {
  if (prefixes.some((prefix) => blockOf(prefix) === undefined)) return 'unreadable-block'
  return vlans.every(isVlan) ? undefined : 'unreadable-vlan'
}

/** Whether a link has two ends, one of each side, and leads from one thing to another. */
export function faultOfLink({ fromZone, fromAsset, fromLine, toZone, toAsset }: Ends<Link>): EndFault | undefined {
  const from = [fromZone, fromAsset, fromLine].filter((end) => end !== undefined)
  const to = [toZone, toAsset].filter((end) => end !== undefined)
  if (from.length !== 1 || to.length !== 1) return 'link-ends'
  const isOne = (fromZone !== undefined && fromZone === toZone) || (fromAsset !== undefined && fromAsset === toAsset)
  return isOne ? 'link-to-itself' : undefined
}

export function faultOfPlace({ zone, asset, line }: Ends<MapPlace>): EndFault | undefined {
  return [zone, asset, line].filter((one) => one !== undefined).length === 1 ? undefined : 'place-ends'
}

/** Records whose ends may still have to be looked at. */
type Ends<R> = { readonly [K in keyof R]?: unknown }
