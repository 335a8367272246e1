import type { Draft, DraftReason } from '../finding.ts'
import { fact, noneWith } from '../finding.ts'
import { byId, type FactRef, type World } from '../picture.ts'
import { endsToState } from './stated-links.ts'
import type { ForbiddenPath, NetworkEdge, NetworkFact, NetworkNode } from './types.ts'

/** What a rule about ways reads. */
export type PathFacts = Pick<World, 'forbiddenPaths' | 'networkNodes' | 'networkEdges'>

/**
 * The ways of these pairs, one for each start and class of what it reaches: the first of the sure ones, nearest first. Where nothing
 * is sure of a start, the first of the possible ones alone: one answer settles them all. `isWanted`: which count at all.
 */
export function worstWays(
  { forbiddenPaths, networkNodes }: Omit<PathFacts, 'networkEdges'>,
  pairs: readonly string[],
  isWanted: (path: ForbiddenPath) => boolean = () => true,
): readonly { readonly path: ForbiddenPath; readonly others: number }[] {
  const wanted = forbiddenPaths.filter((path) => pairs.includes(path.pair) && isWanted(path))
  const sure = new Set(wanted.filter(({ possible }) => !possible).map(({ start }) => start))
  const groups = new Map<string, ForbiddenPath[]>()
  for (const path of wanted) {
    if (path.possible && sure.has(path.start)) continue
    const key = path.possible ? path.start : `${path.start} ${byId(networkNodes, path.target)?.trust}`
    groups.set(key, [...(groups.get(key) ?? []), path])
  }
  return [...groups.values()].flatMap((paths) => {
    const [path, ...others] = paths.toSorted((a, b) => a.hops.length - b.hops.length || (a.id < b.id ? -1 : 1))
    return path ? [{ path, others: others.length }] : []
  })
}

/** A finding about a way: where it starts, each step with what tells it, where it ends, and how many more of its like there are. */
export function draftOfWay(path: ForbiddenPath, seen: PathFacts, { others = 0, grade }: { others?: number; grade?: string } = {}): Draft {
  const graded = grade ?? (path.possible ? 'possible' : undefined)
  const deciding = stepsOf(path, seen).map((reason): DraftReason => ({ ...reason, ...(graded !== undefined && { grade: graded }) }))
  const more: DraftReason[] =
    others > 0 ? [{ say: 'more', with: { count: others }, aside: true, facts: [nodeFact(path.target, seen)] }] : []
  return { subjects: [path.start, path.target], parties: ['facility'], because: [...deciding, ...more] }
}

/** The reasons of a way: `start`, its hops, `target`. */
export function stepsOf(
  { start, target, hops, possible }: Pick<ForbiddenPath, 'start' | 'target' | 'hops' | 'possible'>,
  seen: PathFacts,
): readonly DraftReason[] {
  const steps = hops.map(({ edge, to }, at): DraftReason => {
    const from = at === 0 ? start : (hops[at - 1]?.to ?? start)
    return hopOf({ from, to, number: at + 1 }, byId(seen.networkEdges, edge), seen)
  })
  return [
    { say: 'start', facts: [nodeFact(start, seen)] },
    ...steps,
    { say: possible ? 'target-possible' : 'target', facts: [nodeFact(target, seen)] },
  ]
}

/** NOTE: a hub has no record; it is told by the port behind which it hangs. */
function hopOf(
  { from, to, number }: { from: string; to: string; number: number },
  edge: NetworkEdge | undefined,
  seen: PathFacts,
): DraftReason {
  const hub = [from, to].map((id) => byId(seen.networkNodes, id)).find((node) => node?.kind === 'hub')
  const facts = [...(edge?.facts ?? []).map(factOf), ...(edge ? unstated(edge, seen) : [])]
  if (!hub) {
    return { say: sayOf(edge), with: { number }, facts: [nodeFact(from, seen), nodeFact(to, seen), ...facts] }
  }
  const other = hub.id === to ? from : to
  const say = hub.id === to ? 'hop-to-hub' : 'hop-from-hub'
  return { say, with: { number, port: hub.port ?? '' }, facts: [nodeFact(other, seen), fact('assets', hub.asset), ...facts] }
}

/** That nobody has said anything of a link: once somebody says that it is away, the finding is settled and not merely out of sight. */
function unstated(edge: NetworkEdge, { networkNodes }: PathFacts): readonly FactRef[] {
  const ends = edge.by.includes('stated') ? {} : (endsToState(edge, networkNodes) ?? {})
  return Object.entries(ends).map(([field, id]) => noneWith('links', field, id))
}

function sayOf(edge: NetworkEdge | undefined): string {
  if (edge?.control === 'unknown') return 'hop-unknown'
  return edge?.control === 'filter' || edge?.control === 'router-rules' ? 'hop-held' : 'hop'
}

/** The record for which a node stands. */
export function nodeFact(id: string, { networkNodes }: Pick<PathFacts, 'networkNodes'>): FactRef | undefined {
  const node = byId(networkNodes, id)
  const slice = node && sliceOf(node)
  return slice && fact(slice, node.kind === 'hub' ? node.asset : id)
}

function sliceOf({ id, kind, line, vpn }: NetworkNode): NetworkFact['slice'] {
  if (kind === 'zone') return 'zones'
  if (kind !== 'outside') return 'assets'
  return line === id ? 'lines' : vpn === id ? 'vpns' : 'remotePaths'
}

export function factOf({ slice, id, field }: NetworkFact): FactRef {
  return field === undefined ? { slice, id } : { slice, id, field }
}
