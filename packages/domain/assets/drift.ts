import { hostName, ipKey, macKey } from './keys.ts'
import type { Observation } from './observation.ts'
import type { ObservationSource, SeenLink } from './types.ts'

/** What one import saw of one device; `id` is the asset's, or stands for a device that the register does not hold. */
export interface DeviceSight {
  readonly id: string
  readonly sources: ReadonlySet<ObservationSource>
  readonly names: readonly string[]
  readonly ips: readonly string[]
  readonly macs: readonly string[]
  readonly ports: readonly string[]
  readonly programs: ReadonlyMap<string, string>
  readonly link?: SeenLink
  readonly room?: string
  readonly model?: string
  readonly os?: string
  readonly firmware?: string
}

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
  const first = <T>(of: (one: Observation) => T | undefined) => told.map(of).find((value) => value !== undefined)
  const link = first((one) => one.link)
  const single = {
    room: first((one) => one.room),
    model: first((one) => one.model),
    os: first((one) => one.os),
    firmware: first((one) => one.firmware),
  }
  return {
    id,
    sources: new Set(told.map((one) => one.source)),
    // A server that adds its domain to a name has not renamed the device.
    names: all((one) => one.names?.map((name) => hostName(name)?.label ?? name.trim().toLowerCase())),
    ips: all((one) => one.ips?.filter((ip) => ipKey(ip) !== undefined)),
    macs: all((one) => one.macs?.filter((mac) => macKey(mac)?.worth === 'sure')),
    ports: all((one) => one.services?.map(({ port, protocol }) => `${port}/${protocol}`)),
    programs: new Map(told.flatMap((one) => one.software ?? []).map((program) => [program.name, program.version ?? ''])),
    ...(link && { link }),
    ...Object.fromEntries(Object.entries(single).filter(([, value]) => value !== undefined)),
  }
}

/**
 * What came, went, moved and changed between two imports. A device is new, or gone, only where a source of the same kind as one
 * that saw it was read in the other import too, and a fact changed only where both imports tell it: silence is no change.
 */
export function driftOf(before: readonly DeviceSight[], after: readonly DeviceSight[]): DriftReport {
  const earlier = new Map(before.map((sight) => [sight.id, sight]))
  const later = new Map(after.map((sight) => [sight.id, sight]))
  const [readBefore, readAgain] = [before, after].map((sights) => new Set(sights.flatMap((sight) => [...sight.sources])))
  const isReadIn = (read: ReadonlySet<ObservationSource> | undefined, { sources }: DeviceSight) =>
    [...sources].some((source) => read?.has(source))
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

function movesOf(then: DeviceSight, now: DeviceSight): readonly Drift[] {
  const place = (link: SeenLink | undefined) => link && `${link.device} ${link.port}`
  const network = (ips: readonly string[]) => {
    const networks = [...new Set(ips.map((ip) => (/^\d+(\.\d+){3}$/.test(ip) ? ip.replace(/\.\d+$/, '.0') : undefined)))]
    return networks.length === 1 ? networks[0] : undefined
  }
  return [
    ...told(now.id, 'moved-port', place(then.link), place(now.link)),
    ...told(now.id, 'moved-room', then.room, now.room),
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
    ...told(now.id, 'os', then.os, now.os),
    ...told(now.id, 'firmware', then.firmware, now.firmware),
    ...told(now.id, 'model', then.model, now.model),
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
