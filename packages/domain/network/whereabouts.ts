import { dayOfSight, isSight } from '../assets/index.ts'
import { addDays } from '../calendar.ts'
import type { AssetId, CalendarDate } from '../ids.ts'
import type { World } from '../picture.ts'
import { defineDerivation } from '../rule.ts'
import type { SeenPort, Whereabouts } from './types.ts'

type Claim = World['claims'][number]
type Seen = Pick<World, 'claims' | 'lastSeen'>

/** Sources of one walk through the house are at most so many days apart; what is older than the latest sight by more is past. */
const walkDays = 7

interface Sight {
  readonly claim: Claim
  readonly on: CalendarDate | undefined
}

/** Where each device was last seen. */
export const whereabouts = defineDerivation({ name: 'whereabouts', reads: ['claims', 'lastSeen'], derive: whereaboutsOf })

export function whereaboutsOf({ claims, lastSeen }: Seen): readonly Whereabouts[] {
  const newest = lastSeen.reduce<CalendarDate | undefined>((latest, { on }) => (latest && latest > on ? latest : on), undefined)
  const dayOf = daysOfClaims(claims, newest)
  const sights = new Map<AssetId, Sight[]>()
  for (const claim of claims) {
    if (claim.asset === undefined || !isSight(claim.by) || (claim.ips === undefined && claim.link === undefined)) continue
    const on = dayOf(claim)
    if (on !== undefined && newest !== undefined && on > newest) continue
    const same = sights.get(claim.asset)
    if (same) same.push({ claim, on })
    else sights.set(claim.asset, [{ claim, on }])
  }
  return [...sights].map(([id, all]) => ofAsset(id, all))
}

/**
 * The day of a claim. NOTE: most tables of switches carry no day. The server dates them when they come; in a folder they are as
 * old as what lies beside them.
 */
function daysOfClaims(claims: readonly Claim[], newest: CalendarDate | undefined): (claim: Claim) => CalendarDate | undefined {
  const days = new Map<string, CalendarDate | undefined>()
  const ofFolder = new Map<string, CalendarDate>()
  const isPast = (on: CalendarDate) => newest === undefined || on <= newest
  for (const { file, by, seenAt } of claims) {
    if (seenAt === undefined || !isSight(by)) continue
    if (!days.has(seenAt)) days.set(seenAt, dayOfSight(seenAt))
    const on = days.get(seenAt)
    if (on === undefined || !isPast(on)) continue
    const folder = folderOf(file)
    if ((ofFolder.get(folder) ?? '') < on) ofFolder.set(folder, on)
  }
  return ({ file, seenAt }) => (seenAt === undefined ? ofFolder.get(folderOf(file)) : days.get(seenAt))
}

function folderOf(file: string): string {
  return file.slice(0, file.lastIndexOf('/') + 1)
}

function ofAsset(id: AssetId, all: readonly Sight[]): Whereabouts {
  const addressed = latestOf(all.filter(({ claim }) => claim.ips !== undefined))
  const addresses = new Map<string, Whereabouts['addresses'][number]>()
  for (const { claim, on } of addressed)
    for (const ip of claim.ips ?? []) addresses.set(ip, { ip, claim: claim.id, ...(on !== undefined && { on }) })
  const ports = new Map<string, SeenPort>()
  for (const sight of latestOf(all.filter(({ claim }) => claim.link !== undefined))) {
    const port = portOf(sight)
    if (port) ports.set([port.by, port.device, port.port, port.vlan].join(' '), port)
  }
  const left = new Set(all.flatMap(({ claim }) => claim.ips ?? []).filter((ip) => !addresses.has(ip)))
  const inOrder = <T>(map: ReadonlyMap<string, T>) => [...map].sort(([a], [b]) => (a < b ? -1 : 1)).map(([, value]) => value)
  return { id, addresses: inOrder(addresses), left: [...left].sort(), ports: inOrder(ports) }
}

/** Of each file its latest reading, unless another source has spoken long after it. A device moved within a walk stands in both places. */
function latestOf(sights: readonly Sight[]): readonly Sight[] {
  if (sights.length < 2) return sights
  const latestDay = sights.reduce<CalendarDate | undefined>((latest, { on }) => (on && (!latest || latest < on) ? on : latest), undefined)
  const from = latestDay && addDays(latestDay, -walkDays)
  const latest = new Map<string, { readonly key: string; readonly sights: Sight[] }>()
  for (const sight of sights) {
    if (from !== undefined && (sight.on ?? '') < from) continue
    const { by, file } = sight.claim
    const source = `${by} ${file.slice(file.lastIndexOf('/') + 1)}`
    const key = sight.on ?? ` ${file}`
    const before = latest.get(source)
    if (before?.key === key) before.sights.push(sight)
    else if (!before || before.key < key) latest.set(source, { key, sights: [sight] })
  }
  return [...latest.values()].flatMap((one) => one.sights)
}

function portOf({ claim: { id: claim, by, link }, on }: Sight): SeenPort | undefined {
  if (!link || (by !== 'mac-table' && by !== 'lldp' && by !== 'cdp')) return undefined
  return { ...link, by, claim, ...(on !== undefined && { on }) }
}
