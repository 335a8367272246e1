import { macKey } from '../assets/index.ts'
import { addDays } from '../calendar.ts'
import type { AssetId, CalendarDate, ZoneId } from '../ids.ts'
import { keptBy } from '../kept-by.ts'
import { byId, type World } from '../picture.ts'
import { defineDerivation } from '../rule.ts'
import { equipmentOf } from './equipment.ts'
import { statedOrAddressed, zonesByAddress } from './told-zones.ts'
import type { HubPort, SeenPort } from './types.ts'

type Seen = Pick<World, 'assets' | 'whereabouts' | 'zones'>
type Asset = World['assets'][number]

interface Group {
  readonly switch: AssetId
  readonly port: string
  readonly sights: readonly { readonly asset: AssetId; readonly seen: SeenPort }[]
}

const walkDays = 7
const fewestBehindHub = 3

/** Ports behind which a hub must hang. */
export const hubPorts = defineDerivation({ name: 'hubPorts', reads: ['assets', 'zones', 'whereabouts'], derive: hubPortsOf })

export function hubPortsOf(seen: Seen): readonly HubPort[] {
  const byAddress = zonesByAddress(seen.zones)
  const zonesOf = (asset: Asset) => statedOrAddressed(asset, seen, byAddress).map(({ zone }) => zone)
  const hubs: HubPort[] = []
  for (const group of portGroupsOf(seen)) {
    const members = membersOf(group, seen)
    const vlans = new Set(members.flatMap((member) => member.seen.vlan ?? []))
    if (members.length < 2 || vlans.size > 1) continue
    const [vlan] = vlans
    const zones = seen.zones.filter((zone) => vlan !== undefined && zone.vlans?.includes(vlan)).map(({ id }) => id)
    if (!hasHub(members, { seen, zones, zonesOf })) continue
    hubs.push({ id: hubId(group), switch: group.switch, port: group.port, ...(vlan !== undefined && { vlan }), zones, members })
  }
  return hubs.sort((a, b) => (a.id < b.id ? -1 : 1))
}

function hubId({ switch: asset, port }: Pick<Group, 'switch' | 'port'>): string {
  return `hub:${asset}:${port.toLowerCase().replace(/[^a-z0-9._-]+/g, '-')}`
}

/** Ports behind which a switch has seen several devices, less those on which equipment has answered for itself. */
function portGroupsOf(seen: Seen): readonly Group[] {
  const named = equipmentOf(seen.assets)
  return sharedPorts(seen.whereabouts).flatMap(({ device, port, sights }) => {
    const asset = named(device)
    const others = sights.filter((sight) => sight.asset !== asset)
    return asset === undefined || others.length < 2 ? [] : [{ switch: asset, port, sights: others }]
  })
}

interface SharedPort extends Omit<Group, 'switch'> {
  /** The switch as it calls itself. */
  readonly device: string
}

/** Ports of which no equipment has answered for itself and behind which several devices were seen. */
const sharedPorts = keptBy((whereabouts: Seen['whereabouts']): readonly SharedPort[] => {
  const from = oldestOf(whereabouts)
  const ports = new Map<string, { readonly sights: Group['sights'][number][]; isAnswered: boolean }>()
  for (const { id, ports: on } of whereabouts)
    for (const port of on) {
      const oldest = from.get(port.device)
      if (oldest !== undefined && (port.on === undefined || port.on < oldest)) continue
      const key = `${port.device} ${port.port}`
      const shared = ports.get(key) ?? { sights: [], isAnswered: false }
      ports.set(key, shared)
      if (port.by === 'mac-table') shared.sights.push({ asset: id, seen: port })
      else shared.isAnswered = true
    }
  return [...ports.values()].flatMap(({ sights, isAnswered }) => {
    const [first] = sights
    return first === undefined || sights.length < 2 || isAnswered ? [] : [{ device: first.seen.device, port: first.seen.port, sights }]
  })
})

/** Each device once. NOTE: many virtual machines share the port of one computer. */
function membersOf({ sights }: Group, { assets }: Seen): HubPort['members'] {
  const single = new Map(sights.map((sight) => [sight.asset, sight]))
  return [...single.values()].filter(({ asset }) => isSingleDevice(byId(assets, asset))).sort((a, b) => (a.asset < b.asset ? -1 : 1))
}

function isSingleDevice(asset: Asset | undefined): boolean {
  return !(asset?.macs ?? []).some((mac) => macKey(mac)?.worth === 'virtual')
}

/** Of each switch the day before which its sights are past: a device that has gone does not stand behind the port of its successor. */
function oldestOf(whereabouts: Seen['whereabouts']): ReadonlyMap<string, CalendarDate> {
  const newest = new Map<string, CalendarDate>()
  for (const { ports } of whereabouts)
    for (const { device, on } of ports) if (on !== undefined && on > (newest.get(device) ?? '')) newest.set(device, on)
  return new Map([...newest].map(([device, on]) => [device, addDays(on, -walkDays)]))
}

/**
 * A switch that somebody listed explains many devices, and a wireless base explains what it carries into its own zone. Else three
 * devices, or a base that belongs elsewhere beside one of the zone of the port, hang on something that nobody knows.
 */
function hasHub(
  members: HubPort['members'],
  { seen, zones, zonesOf }: { seen: Seen; zones: readonly ZoneId[]; zonesOf: (asset: Asset) => readonly ZoneId[] },
): boolean {
  const devices = members.flatMap(({ asset }) => byId(seen.assets, asset) ?? [])
  const isForeign = (device: Asset) => {
    const own = zonesOf(device)
    return own.length > 0 && zones.length > 0 && !own.some((zone) => zones.includes(zone))
  }
  const bases = devices.filter(({ kind }) => kind === 'access-point')
  if (devices.some(({ kind, unlisted }) => !unlisted && (kind === 'switch' || kind === 'network-device'))) return false
  if (bases.some((base) => !isForeign(base))) return false
  return devices.length >= fewestBehindHub || bases.length > 0
}
