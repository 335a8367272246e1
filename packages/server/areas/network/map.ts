import type { NetworkView } from '@mimamori/contract'
import { byId, type CalendarDate, type ForbiddenPath, isInUse, type NetworkEdge, pathsInUse } from '@mimamori/domain'
import { versionedList } from '../facilities/index.ts'
import type { Kept } from '../kept.ts'
import { findingsOfPaths } from './findings-of-paths.ts'
import { idsOfNode, type Names, namesOfIds, namesOfKinds } from './names.ts'
import { devicesOf, stacksOf, unknownHere, zonesOf } from './stacks.ts'

/** So many ways and questions go with the map; nobody reads more of them, and one cut closes many. */
const most = 200

/** NOTE: kept as long as one look at the facility is: every screen of the map begins with it. */
const made = new WeakMap<Kept, NetworkView>()

/** The map of a facility as it stands. */
export function networkOf(now: Kept): NetworkView {
  const known = made.get(now)
  if (known) return known
  const view = viewOf(now)
  made.set(now, view)
  return view
}

function viewOf(now: Kept): NetworkView {
  const { world } = now.analysis
  const { slices } = now.picture
  const stacks = stacksOf(now)
  const [paths, questions] = [gravestFirst(now), world.networkQuestions.toSorted((a, b) => a.order - b.order)]
  const lastOn = latestOf([...world.networkNodes, ...world.networkEdges])
  const gates = new Set(world.networkNodes.flatMap(({ id, kind }) => (kind === 'device' ? [id] : [])))
  return {
    revision: now.state.revision,
    today: now.asOf,
    nodes: [...world.networkNodes],
    edges: world.networkEdges.map(withoutFacts),
    entrances: world.entrances.map(({ facts: _, ...entrance }) => entrance),
    paths: paths.slice(0, most),
    pathsTotal: paths.length,
    gates: world.reach.flatMap(({ id }) => (gates.has(id) ? [id] : [])),
    pairs: [...world.forbiddenPairs],
    trustClasses: [...world.trustClasses],
    questions: questions.slice(0, most),
    questionsTotal: questions.length,
    zones: versionedList(now, 'zones', slices.zones),
    links: versionedList(now, 'links', slices.links),
    places: versionedList(now, 'mapPlaces', slices.mapPlaces),
    vpns: versionedList(now, 'vpns', slices.vpns.filter(isInUse)),
    remotePaths: versionedList(now, 'remotePaths', pathsInUse(slices)),
    stacks,
    names: namesOfMap(now, stacks),
    counts: countsOf(now),
    ...(lastOn !== undefined && { lastOn }),
  }
}

export function withoutFacts({ facts: _, ...edge }: NetworkEdge): Omit<NetworkEdge, 'facts'> {
  return edge
}

/** Ways that must not be open: by the weight of the pair, sure ones first, then the shortest. */
function gravestFirst(now: Kept): NetworkView['paths'] {
  const { forbiddenPaths, forbiddenPairs } = now.analysis.world
  const findingOf = findingsOfPaths(now)
  const weight = ({ pair }: ForbiddenPath) => byId(forbiddenPairs, pair)?.weight ?? 0
  const sorted = forbiddenPaths.toSorted(
    (a, b) =>
      weight(b) - weight(a) ||
      Number(a.possible ?? false) - Number(b.possible ?? false) ||
      a.hops.length - b.hops.length ||
      (a.id < b.id ? -1 : 1),
  )
  return sorted.map((path) => {
    const { facts: _, ...rest } = path
    const finding = findingOf(path)
    return { ...rest, ...(finding !== undefined && { finding }) }
  })
}

function countsOf(now: Kept): NetworkView['counts'] {
  const { entrances, zones, networkEdges } = now.analysis.world
  const devices = devicesOf(now)
  return {
    devices: devices.length,
    entrances: entrances.length,
    zones: zones.length,
    unknownControls: networkEdges.filter(({ control, trunk }) => control === 'unknown' && !trunk).length,
    placedNowhere: devices.filter(({ id }) => zonesOf(now, id)[0] === unknownHere).length,
  }
}

function latestOf(dated: readonly { readonly on?: CalendarDate }[]): CalendarDate | undefined {
  return dated.reduce<CalendarDate | undefined>((latest, { on }) => (on !== undefined && on > (latest ?? '') ? on : latest), undefined)
}

function namesOfMap(now: Kept, stacks: NetworkView['stacks']): Names {
  const { world } = now.analysis
  const ends = world.links.flatMap((link) => [link.fromZone, link.fromAsset, link.fromLine, link.toZone, link.toAsset])
  const placed = world.mapPlaces.flatMap(({ zone, asset, line }) => [zone, asset, line])
  const ids = [
    ...world.networkNodes.flatMap(idsOfNode),
    ...[...ends, ...placed].filter((id) => id !== undefined),
    ...world.networkQuestions.map(({ subject }) => subject),
  ]
  const kinds = stacks.flatMap((stack) => stack.kinds.map(({ kind }) => kind))
  return { ...namesOfIds(now, new Set(ids)), ...namesOfKinds(now, kinds) }
}
