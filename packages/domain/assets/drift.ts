import { hostName, ipKey, macKey } from './keys.ts'
import type { Observation } from './observation.ts'
import type { ObservationSource } from './types.ts'

/** What one import saw of one device; `id` is the asset's, or stands for a device that the register does not hold. */
export interface DeviceSight {
  readonly id: string
  readonly sources: ReadonlySet<ObservationSource>
  readonly names: readonly string[]
  readonly ips: readonly string[]
  readonly macs: readonly string[]
  readonly ports: readonly string[]
  readonly programs: ReadonlyMap<string, string>
  /** What each kind of source says alone: facts are held against those of the same kind. */
  readonly told: ReadonlyMap<ObservationSource, Readonly<Record<ToldFact, readonly string[]>>>
}

const toldFacts = {
  place: ({ link }) => link && `${link.device} ${link.port}`,
  room: ({ room }) => room,
  model: ({ model }) => model,
  os: ({ os }) => os,
  firmware: ({ firmware }) => firmware,
} satisfies Record<string, (one: Observation) => string | undefined>

type ToldFact = keyof typeof toldFacts

export const driftSays = [
  'new',
  'gone',
  'moved-port',
  'moved-room',
  'moved-network',
  'ip',
  'name',
  'mac',
  'os',
  'firmware',
  'model',
  'port-opened',
  'port-closed',
  'program-new',
  'program-gone',
  'program-version',
] as const

export type DriftSay = (typeof driftSays)[number]

/** One thing that is otherwise than before; its sentence is `drift:<say>` of `assetSentences`. */
export interface Drift {
  readonly id: string
  readonly say: DriftSay
  readonly before?: string
  readonly after?: string
}

export interface DriftReport {
  readonly added: readonly Drift[]
  readonly gone: readonly Drift[]
  readonly moved: readonly Drift[]
  readonly changed: readonly Drift[]
}

/** Joins what the sources of one import say of each device; `idOf` names the device of an observation, or none. */
export function sightsOf(observations: readonly Observation[], idOf: (observation: number) => string | undefined): readonly DeviceSight[] {
  const byDevice = new Map<string, Observation[]>()
  for (const [at, observation] of observations.entries()) {
    const id = idOf(at)
    if (id === undefined) continue
    const list = byDevice.get(id)
    if (list) list.push(observation)
    else byDevice.set(id, [observation])
  }
  return [...byDevice].map(([id, told]) => sightOf(id, told)).sort((a, b) => (a.id < b.id ? -1 : 1))
}

function sightOf(id: string, told: readonly Observation[]): DeviceSight {
  const all = (of: (one: Observation) => readonly string[] | undefined) => [...new Set(told.flatMap((one) => of(one) ?? []))].sort()
  return {
    id,
    sources: new Set(told.map((one) => one.source)),
    // A server that adds its domain to a name has not renamed the device.
    names: all((one) => one.names?.map((name) => hostName(name)?.label ?? name.trim().toLowerCase())),
    ips: all((one) => one.ips?.filter((ip) => ipKey(ip) !== undefined)),
    macs: all((one) => one.macs?.filter((mac) => macKey(mac)?.worth === 'sure')),
    ports: all((one) => one.services?.map(({ port, protocol }) => `${port}/${protocol}`)),
    programs: new Map(told.flatMap((one) => one.software ?? []).map((program) => [program.name, program.version ?? ''])),
    told: new Map([...Map.groupBy(told, ({ source }) => source)].map(([source, same]) => [source, factsOf(same)])),
  }
}

function factsOf(told: readonly Observation[]): Readonly<Record<ToldFact, readonly string[]>> {
  const all = (of: (one: Observation) => string | undefined) => [...new Set(told.flatMap((one) => of(one) ?? []))].sort()
  const { place, room, model, os, firmware } = toldFacts
  return { place: all(place), room: all(room), model: all(model), os: all(os), firmware: all(firmware) }
}

/**
 * What came, went, moved and changed between two imports. A device is new, or gone, only where a source of the same kind as one
 * that saw it was read in the other import too, and a fact changed only where both imports tell it: silence is no change. What a
 * device says of itself is silence about all others.
 */
export function driftOf(before: readonly DeviceSight[], after: readonly DeviceSight[]): DriftReport {
  const earlier = new Map(before.map((sight) => [sight.id, sight]))
  const later = new Map(after.map((sight) => [sight.id, sight]))
  const [readBefore, readAgain] = [before, after].map((sights) => new Set(sights.flatMap((sight) => [...sight.sources])))
  const isReadIn = (read: ReadonlySet<ObservationSource> | undefined, { sources }: DeviceSight) =>
    [...sources].some((source) => source !== 'device' && read?.has(source))
  const both = after.flatMap((now) => {
    const then = earlier.get(now.id)
    return then ? [[then, now] as const] : []
  })
  return {
    added: after.filter((sight) => !earlier.has(sight.id) && isReadIn(readBefore, sight)).map(({ id }) => ({ id, say: 'new' })),
    gone: before.filter((sight) => !later.has(sight.id) && isReadIn(readAgain, sight)).map(({ id }) => ({ id, say: 'gone' })),
    moved: both.flatMap(([then, now]) => movesOf(then, now)),
    changed: both.flatMap(([then, now]) => changesOf(then, now)),
  }
}

function told(id: string, say: DriftSay, before: string | undefined, after: string | undefined): readonly Drift[] {
  return before === undefined || after === undefined || before === after ? [] : [{ id, say, before, after }]
}

/** From the source that knows a fact best to the one that knows it least. */
const standing: Readonly<Record<ObservationSource, number>> = {
  device: 0,
  snmp: 1,
  directory: 2,
  'mac-table': 3,
  lldp: 4,
  cdp: 5,
  nmap: 6,
  dhcp: 7,
  arp: 8,
  hand: 9,
  register: 10,
  'vendor-list': 11,
  drawio: 12,
}

/**
 * Of the sources that tell a fact in both imports the best one counts. It may tell several things, as all its neighbours do of
 * where a switch stands: while one of them holds, nothing has changed.
 */
function otherwise(then: DeviceSight, now: DeviceSight, { fact, say }: { fact: ToldFact; say: DriftSay }): readonly Drift[] {
  const [source] = [...now.told]
    .filter(([source, facts]) => facts[fact].length > 0 && (then.told.get(source)?.[fact].length ?? 0) > 0)
    .map(([source]) => source)
    .toSorted((a, b) => standing[a] - standing[b])
  const [before, after] = [then, now].map(({ told }) => (source && told.get(source)?.[fact]) ?? [])
  if (!before || !after || before.some((one) => after.includes(one))) return []
  return told(now.id, say, before[0] && before.join(', '), after[0] && after.join(', '))
}

function movesOf(then: DeviceSight, now: DeviceSight): readonly Drift[] {
  const network = (ips: readonly string[]) => {
    const networks = [...new Set(ips.map((ip) => (/^\d+(\.\d+){3}$/.test(ip) ? ip.replace(/\.\d+$/, '.0') : undefined)))]
    return networks.length === 1 ? networks[0] : undefined
  }
  return [
    ...otherwise(then, now, { fact: 'place', say: 'moved-port' }),
    ...otherwise(then, now, { fact: 'room', say: 'moved-room' }),
    ...told(now.id, 'moved-network', network(then.ips), network(now.ips)),
  ]
}

function changesOf(then: DeviceSight, now: DeviceSight): readonly Drift[] {
  const list = (say: DriftSay, of: (sight: DeviceSight) => readonly string[]) =>
    of(then).length > 0 && of(now).length > 0 ? told(now.id, say, of(then).join(', '), of(now).join(', ')) : []
  return [
    ...list('ip', (sight) => sight.ips),
    ...list('name', (sight) => sight.names),
    ...list('mac', (sight) => sight.macs),
    ...otherwise(then, now, { fact: 'os', say: 'os' }),
    ...otherwise(then, now, { fact: 'firmware', say: 'firmware' }),
    ...otherwise(then, now, { fact: 'model', say: 'model' }),
    ...portsOf(then, now),
    ...programsOf(then, now),
  ]
}

/** Only where both imports looked at ports at all: an ARP table knows of none. */
function portsOf(then: DeviceSight, now: DeviceSight): readonly Drift[] {
  if (!then.sources.has('nmap') || !now.sources.has('nmap')) return []
  return [
    ...now.ports.filter((port) => !then.ports.includes(port)).map((after): Drift => ({ id: now.id, say: 'port-opened', after })),
    ...then.ports.filter((port) => !now.ports.includes(port)).map((before): Drift => ({ id: now.id, say: 'port-closed', before })),
  ]
}

function programsOf(then: DeviceSight, now: DeviceSight): readonly Drift[] {
  if (then.programs.size === 0 || now.programs.size === 0) return []
  const written = ([name, version]: readonly [string, string]) => (version === '' ? name : `${name} ${version}`)
  const came = [...now.programs].filter(([name]) => !then.programs.has(name))
  const went = [...then.programs].filter(([name]) => !now.programs.has(name))
  return [
    ...came.map((one): Drift => ({ id: now.id, say: 'program-new', after: written(one) })),
    ...went.map((one): Drift => ({ id: now.id, say: 'program-gone', before: written(one) })),
    ...[...now.programs].flatMap(([name, version]) => {
      const earlier = then.programs.get(name) ?? ''
      return earlier === '' || version === '' ? [] : told(now.id, 'program-version', `${name} ${earlier}`, `${name} ${version}`)
    }),
  ]
}
