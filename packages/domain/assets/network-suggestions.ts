import { daysBetween } from '../calendar.ts'
import { byId, type World } from '../picture.ts'
import { isKnown, known } from '../record.ts'
import { counted, type Suggestion, some } from './suggestion.ts'

/** What the map of the network and the list of backups tell. */
export type NetworkFacts = Pick<
  World,
  | 'assets'
  | 'zones'
  | 'assetZones'
  | 'networkNodes'
  | 'networkEdges'
  | 'forbiddenPaths'
  | 'entrances'
  | 'reach'
  | 'backups'
  | 'periods'
  | 'asOf'
>

type Device = World['assets'][number]

/** 2-⑬: what may be connected is limited: the map shows no way that must not be open, and nothing on it is unknown. */
export function sources(facts: NetworkFacts): Suggestion | undefined {
  const { zones, assets, assetZones, networkNodes, networkEdges, forbiddenPaths, entrances } = facts
  if (zones.length === 0 || assetZones.length === 0) return undefined
  const open = forbiddenPaths.filter(({ possible, pair }) => !possible && pair !== 'partner-inside')
  const mobile = devicesOf(
    networkNodes.filter((node) => node.mobile === 'yes' && byId(assetZones, node.asset ?? '')),
    assets,
  )
  const wrong = [
    ...(open.length > 0 ? [{ say: 'network-ways', with: { count: open.length }, facts: firstDevices(open, assets) }] : []),
    ...some('network-mobile', 'assets', mobile, 'kind'),
  ]
  const unknown = networkEdges.filter(({ control, trunk }) => control === 'unknown' && !trunk)
  const ends = new Set(unknown.flatMap(({ from, to }) => [from, to]))
  const joining = assets.filter(({ id }) => ends.has(id))
  const blind = entrances.filter(({ asset }) => asset === undefined)
  const unsure = [
    ...(unknown.length > 0 ? [{ ...counted('network-unknown', 'assets', joining), with: { count: unknown.length } }] : []),
    ...(blind.length > 0 ? [{ say: 'network-entrances-unknown', with: { count: blind.length }, facts: [] }] : []),
    ...mapAge(facts),
  ]
  if (wrong.length > 0) return { answer: 'no', because: [...wrong, ...unsure] }
  return unsure.length > 0
    ? { because: unsure }
    : { answer: 'yes', because: [{ say: 'network-clear', with: { count: zones.length }, facts: [] }] }
}

function mapAge({ networkNodes, periods, asOf }: NetworkFacts): Suggestion['because'] {
  const on = networkNodes
    .flatMap((node) => node.on ?? [])
    .sort()
    .at(-1)
  if (on !== undefined && daysBetween(on, asOf) <= (byId(periods, 'map-old')?.days ?? 0)) return []
  return on === undefined ? [{ say: 'map-undated', facts: [] }] : [{ say: 'map-old', with: { on }, facts: [] }]
}

function devicesOf(nodes: World['networkNodes'], assets: World['assets']): readonly Device[] {
  return nodes.flatMap(({ asset }) => byId(assets, asset) ?? [])
}

/** The first device of each way, where somebody can go and look. */
function firstDevices(paths: World['forbiddenPaths'], assets: World['assets']): Suggestion['because'][number]['facts'] {
  const ids = paths.flatMap(({ hops }) => hops.map(({ to }) => byId(assets, to)?.id).find((id) => id !== undefined) ?? [])
  return [...new Set(ids)].slice(0, 5).map((id) => ({ slice: 'assets', id }))
}

const openTrusts: ReadonlySet<string | undefined> = new Set(['clinical', 'office', 'guest', 'internet', 'partner', 'carrier'])

/** 3-②: there are backups, each was put back within a year to see whether it works, and none lies where an attack reaches it. */
export function backups(facts: NetworkFacts): Suggestion | undefined {
  const { backups: all, periods, asOf, assets } = facts
  if (all.length === 0) return undefined
  const never = all.filter(({ restoreTestedOn }) => restoreTestedOn === 'none')
  const unsure = all.filter(({ restoreTestedOn }) => {
    const on = known(restoreTestedOn)
    return restoreTestedOn !== 'none' && (on === undefined || daysBetween(on, asOf) > (byId(periods, 'restore-test-old')?.days ?? 0))
  })
  const reached = all.flatMap(({ connection, device }) =>
    connection === 'online' && isKnown(device) && isReached(device, facts) ? (byId(assets, device) ?? []) : [],
  )
  const because = [
    ...(never.length > 0 ? [{ say: 'backups-never-tested', with: { count: never.length }, facts: [] }] : []),
    ...(unsure.length > 0 ? [{ say: 'backups-untested', with: { count: unsure.length }, facts: [] }] : []),
    ...some('backups-reachable', 'assets', reached),
  ]
  if (never.length > 0) return { answer: 'no', because }
  return because.length > 0 ? { because } : { answer: 'yes', because: [{ say: 'backups-tested', with: { count: all.length }, facts: [] }] }
}

/** Terminals stand in its zone, or something reaches the zone past no control. */
function isReached(device: string, { assetZones, networkNodes, reach }: NetworkFacts): boolean {
  const trustOf = (id: string) => byId(networkNodes, id)?.trust
  const zones: readonly string[] = (byId(assetZones, device)?.zones ?? []).map(({ zone }) => zone)
  if (zones.some((zone) => openTrusts.has(trustOf(zone)))) return true
  const starts = reach.filter(({ id }) => openTrusts.has(trustOf(id)))
  return starts.some((start) => start.zones.some(({ zone, possible }) => !possible && zones.includes(zone)))
}
