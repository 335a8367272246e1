import { isInUse, pathsInUse } from '../assets/index.ts'
import { byId, inStep, type World } from '../picture.ts'
import { defineDerivation } from '../rule.ts'
import { blockOf, usualBlockOf } from './address.ts'
import type { NetworkQuestion } from './types.ts'

type Seen = Pick<
  World,
  | 'facility'
  | 'zones'
  | 'assets'
  | 'assetKinds'
  | 'lines'
  | 'vpns'
  | 'remotePaths'
  | 'systems'
  | 'whereabouts'
  | 'assetZones'
  | 'networkEdges'
>

/** What the map needs and nobody has said, the most useful first. */
export const networkQuestions = defineDerivation({
  name: 'networkQuestions',
  reads: [
    ...(['facility', 'zones', 'assets', 'assetKinds', 'lines', 'vpns', 'remotePaths'] as const),
    ...(['systems', 'whereabouts', 'assetZones', 'networkEdges'] as const),
  ],
  derive: questionsOf,
})

type Asked = Omit<NetworkQuestion, 'id' | 'order'>

export function questionsOf(seen: Seen): readonly NetworkQuestion[] {
  const lost = withoutZone(seen)
  const asked = [
    ...noZones(seen),
    ...lineDevices(seen),
    ...blocks(lost, seen),
    ...devicesWithout(lost, seen),
    ...guestZone(seen),
    ...eligibilityZone(seen),
    ...vpnDevices(seen),
    ...controls(seen),
    ...pathWays(seen),
  ]
  return asked
    .map((one, at): NetworkQuestion => ({ ...one, id: `${one.ask}|${one.subject}`, order: at + 1 }))
    .sort((a, b) => (a.id < b.id ? -1 : 1))
}

function noZones({ zones, facility, assets }: Seen): readonly Asked[] {
  const id = facility[0]?.id
  return zones.length === 0 && id !== undefined && assets.length > 0 ? [{ ask: 'zones', subject: id }] : []
}

function lineDevices({ lines }: Seen): readonly Asked[] {
  return lines
    .filter(({ kind, device }) => kind !== 'telephone' && device === undefined)
    .map(({ id }) => ({ ask: 'line-device', subject: id }))
}

/** Devices of which nothing tells in which zone they stand. */
function withoutZone({ assets, assetZones }: Seen): Seen['assets'] {
  const zonesOf = inStep(assetZones)
  return assets.filter(({ id }) => zonesOf(id) === undefined)
}

/** Blocks in which addresses were seen and that belong to no zone, the fullest first. Only where somebody has begun with zones. */
function blocks(lost: Seen['assets'], seen: Seen): readonly Asked[] {
  if (seen.zones.length === 0) return []
  const counts = new Map<string, number>()
  for (const asset of lost) {
    const place = byId(seen.whereabouts, asset.id)
    const ips = place && place.addresses.length > 0 ? place.addresses.map(({ ip }) => ip) : (asset.ips ?? [])
    for (const block of new Set(ips.flatMap((ip) => usualBlockOf(ip) ?? []))) counts.set(block, (counts.get(block) ?? 0) + 1)
  }
  const told = [...counts].filter(([block]) => blockOf(block) !== undefined)
  return told.sort(byCount).map(([subject, count]) => ({ ask: 'zone-of-block', subject, count }))
}

function byCount([a, many]: readonly [string, number], [b, more]: readonly [string, number]): number {
  return more - many || (a < b ? -1 : 1)
}

/** Devices of which neither an address nor a port tells where they stand. */
function devicesWithout(lost: Seen['assets'], seen: Seen): readonly Asked[] {
  const id = seen.facility[0]?.id
  if (seen.zones.length === 0 || id === undefined) return []
  const silent = lost.filter(
    (asset) =>
      asset.use !== 'spare' &&
      byId(seen.assetKinds, asset.kind)?.onNetwork === true &&
      (asset.ips ?? []).length === 0 &&
      (byId(seen.whereabouts, asset.id)?.addresses ?? []).length === 0,
  )
  return silent.length > 0 ? [{ ask: 'zone-of-devices', subject: id, count: silent.length }] : []
}

function guestZone({ facility: [facility], zones }: Seen): readonly Asked[] {
  const isAsked = facility?.guestWifi === 'yes' && zones.length > 0 && !zones.some(({ trust }) => trust === 'guest')
  return isAsked ? [{ ask: 'guest-zone', subject: facility.id }] : []
}

function eligibilityZone({ facility: [facility], zones, lines, systems }: Seen): readonly Asked[] {
  const uses = lines.some(({ kind }) => kind === 'eligibility') || systems.some(({ kind }) => kind === 'eligibility')
  const isAsked = facility !== undefined && uses && zones.length > 0 && !zones.some(({ trust }) => trust === 'eligibility')
  return isAsked ? [{ ask: 'eligibility-zone', subject: facility.id }] : []
}

function vpnDevices({ vpns }: Seen): readonly Asked[] {
  return vpns.filter((vpn) => vpn.device === undefined && isInUse(vpn)).map(({ id }) => ({ ask: 'vpn-device', subject: id }))
}

/** A VPN or a way of maintenance is held back by the device on which it ends, which is asked for by its line. */
function controls({ networkEdges }: Seen): readonly Asked[] {
  const open = networkEdges.filter(
    ({ control, trunk, by }) => control === 'unknown' && !trunk && !by.includes('vpn') && !by.includes('remote-path'),
  )
  return open.map(({ id }) => ({ ask: 'link-control', subject: id }))
}

function pathWays(seen: Seen): readonly Asked[] {
  return pathsInUse(seen)
    .filter(({ way }) => way === undefined)
    .map(({ id }) => ({ ask: 'remote-path-way', subject: id }))
}
