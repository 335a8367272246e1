import { hostName, macKey } from '../assets/index.ts'
import { addDays } from '../calendar.ts'
import type { AssetId, CalendarDate, ZoneId } from '../ids.ts'
import { byId, type World } from '../picture.ts'
import type { SeenPort } from './types.ts'

type Seen = Pick<World, 'assets' | 'whereabouts' | 'zones'>
type Asset = World['assets'][number]

/** A port of a switch behind which several devices hang without anything between them that the register or the switch knows. */
export interface HubPort {
  /** `hub:<asset>:<port>`. */
  readonly id: string
  readonly switch: AssetId
  readonly port: string
  /** VLAN of the port. */
  readonly vlan: string | undefined
  readonly zones: readonly ZoneId[]
  readonly members: readonly { readonly asset: AssetId; readonly seen: SeenPort }[]
}

interface Group {
  readonly switch: AssetId
  readonly port: string
  readonly vlans: Set<string>
  readonly members: Map<AssetId, SeenPort>
}

const walkDays = 7
const fewestBehindHub = 3

/** Ports behind which a hub must hang. `zonesOf`: the zones of a device otherwise than by its port. */
export function hubPortsOf(seen: Seen, zonesOf: (asset: AssetId) => readonly ZoneId[]): readonly HubPort[] {
  const { groups, answered } = portGroupsOf(seen)
  const hubs = [...groups].flatMap(([key, group]) => {
    const [vlan, ...others] = group.vlans
    if (answered.has(key) || others.length > 0 || group.members.size < 2) return []
    const zones = seen.zones.filter((zone) => vlan !== undefined && zone.vlans?.includes(vlan)).map(({ id }) => id)
    if (!hasHub(group, { seen, zones, zonesOf })) return []
    const members = [...group.members].map(([asset, port]) => ({ asset, seen: port })).sort((a, b) => (a.asset < b.asset ? -1 : 1))
    return [{ id: hubId(group), switch: group.switch, port: group.port, vlan, zones, members }]
  })
  return hubs.sort((a, b) => (a.id < b.id ? -1 : 1))
}

function hubId({ switch: asset, port }: Pick<Group, 'switch' | 'port'>): string {
  return `hub:${asset}:${port.toLowerCase().replace(/[^a-z0-9._-]+/g, '-')}`
}

/** Devices by the port behind which a switch has seen them, and the ports on which equipment has answered for itself. */
function portGroupsOf(seen: Seen): { readonly groups: ReadonlyMap<string, Group>; readonly answered: ReadonlySet<string> } {
  const named = equipmentByName(seen.assets)
  const newest = newestOf(seen)
  const groups = new Map<string, Group>()
  const answered = new Set<string>()
  for (const { id, ports } of seen.whereabouts)
    for (const port of ports) {
      const asset = named.get(nameKey(port.device))
      if (asset === undefined || isPast(port, newest.get(port.device))) continue
      const key = `${asset} ${port.port}`
      if (port.by !== 'mac-table') answered.add(key)
      else if (asset !== id && isSingleDevice(byId(seen.assets, id))) addTo(groups, key, { asset, id, port })
    }
  return { groups, answered }
}

function addTo(groups: Map<string, Group>, key: string, { asset, id, port }: { asset: AssetId; id: AssetId; port: SeenPort }): void {
  const group = groups.get(key) ?? { switch: asset, port: port.port, vlans: new Set(), members: new Map() }
  groups.set(key, group)
  if (port.vlan !== undefined) group.vlans.add(port.vlan)
  group.members.set(id, port)
}

/** NOTE: many virtual machines share the port of one computer. */
function isSingleDevice(asset: Asset | undefined): boolean {
  return !(asset?.macs ?? []).some((mac) => macKey(mac)?.worth === 'virtual')
}

function newestOf({ whereabouts }: Seen): ReadonlyMap<string, CalendarDate> {
  const newest = new Map<string, CalendarDate>()
  for (const { ports } of whereabouts)
    for (const { device, on } of ports) if (on !== undefined && on > (newest.get(device) ?? '')) newest.set(device, on)
  return newest
}

/** A device that has gone meanwhile does not stand behind the port of its successor. */
function isPast({ on }: SeenPort, newest: CalendarDate | undefined): boolean {
  return newest !== undefined && (on === undefined || on < addDays(newest, -walkDays))
}

/**
 * A switch that somebody listed explains many devices, and a wireless base explains what it carries into its own zone. Else three
 * devices, or a base that belongs elsewhere beside one of the zone of the port, hang on something that nobody knows.
 */
function hasHub(
  { members }: Group,
  { seen, zones, zonesOf }: { seen: Seen; zones: readonly ZoneId[]; zonesOf: (asset: AssetId) => readonly ZoneId[] },
): boolean {
  const devices = [...members.keys()].flatMap((id) => byId(seen.assets, id) ?? [])
  const isForeign = ({ id }: Asset) => zonesOf(id).length > 0 && zones.length > 0 && !zonesOf(id).some((zone) => zones.includes(zone))
  const bases = devices.filter(({ kind }) => kind === 'access-point')
  if (devices.some(({ kind, unlisted }) => !unlisted && (kind === 'switch' || kind === 'network-device'))) return false
  if (bases.some((base) => !isForeign(base))) return false
  return devices.length >= fewestBehindHub || bases.length > 0
}

/** Equipment by the names and serial numbers that a session on its console shows; a name that two bear names nobody. */
export function equipmentByName(assets: readonly Asset[]): ReadonlyMap<string, AssetId> {
  const named = new Map<string, AssetId | undefined>()
  for (const { id, name, hostNames, serial } of assets)
    for (const key of new Set([name, ...(hostNames ?? []), ...(serial === undefined ? [] : [serial])].map(nameKey)))
      named.set(key, named.has(key) && named.get(key) !== id ? undefined : id)
  return new Map([...named].flatMap(([key, id]) => (id === undefined ? [] : [[key, id] as const])))
}

export function nameKey(text: string): string {
  return hostName(text)?.label ?? text.trim().toLowerCase()
}
