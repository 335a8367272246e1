import { dayOfSight } from '../assets/index.ts'
import type { AssetId, CalendarDate } from '../ids.ts'
import { byId, type World } from '../picture.ts'
import { equipmentOf } from './equipment.ts'
import type { ForbiddenPath, NetworkEdge, NetworkFact, NetworkNode } from './types.ts'

/** A fact behind a hop, with the file and the day that told it where it was seen. */
export interface HopEvidence {
  readonly fact: NetworkFact
  readonly file?: string
  readonly on?: CalendarDate
}

/** One step of a way, as it is shown. */
export interface Hop {
  readonly node: NetworkNode
  /** Absent at the start. */
  readonly edge?: NetworkEdge
  readonly evidence: readonly HopEvidence[]
  /** Switches that lie on the wire inside a zone between what comes before it and what comes after, in order. */
  readonly through: readonly AssetId[]
}

type Seen = Pick<World, 'assets' | 'claims' | 'whereabouts' | 'networkNodes' | 'networkEdges'>

/** A way node by node, with what tells each step, and the wires inside the zones that it crosses. */
export function hopsOf(path: Pick<ForbiddenPath, 'start' | 'hops'>, seen: Seen): readonly Hop[] {
  const wires = wiresOf(seen)
  const ids = [path.start, ...path.hops.map(({ to }) => to)]
  return ids.flatMap((id, at) => {
    const node = byId(seen.networkNodes, id)
    const edge = at === 0 ? undefined : byId(seen.networkEdges, path.hops[at - 1]?.edge)
    if (!node) return []
    const [before, after] = [ids[at - 1], ids[at + 1]]
    const isCrossed = node.kind === 'zone' && before !== undefined && after !== undefined
    const through = isCrossed ? wires.between(before, after) : []
    return [{ node, ...(edge && { edge }), evidence: edge ? evidenceOf(edge, seen) : [], through }]
  })
}

/** NOTE: a table without a day is as old as the link says. */
function evidenceOf({ facts, on: day }: NetworkEdge, { claims }: Seen): readonly HopEvidence[] {
  return facts.map((fact) => {
    const claim = fact.slice === 'claims' ? byId(claims, fact.id) : undefined
    const on = claim && (dayOfSight(claim.seenAt) ?? day)
    return { fact, ...(claim && { file: claim.file }), ...(on !== undefined && { on }) }
  })
}

interface Wires {
  readonly between: (from: string, to: string) => readonly AssetId[]
}

/** Switches by the cables between them, and the switch on which each device hangs. */
function wiresOf(seen: Seen): Wires {
  const named = equipmentOf(seen.assets)
  const isSwitch = (id: string) => byId(seen.assets, id)?.kind === 'switch'
  const cables = new Map<string, string[]>()
  for (const { from, to, trunk } of seen.networkEdges) {
    if (!trunk || !isSwitch(from) || !isSwitch(to)) continue
    for (const [a, b] of [
      [from, to],
      [to, from],
    ] as const)
      cables.set(a, [...(cables.get(a) ?? []), b])
  }
  const switchOf = (id: string): string | undefined => {
    if (isSwitch(id)) return id
    const hub = byId(seen.networkNodes, id)
    if (hub?.kind === 'hub') return hub.asset
    const port = byId(seen.whereabouts, id)?.ports.find(({ by, device }) => by === 'mac-table' && named(device) !== undefined)
    return port && named(port.device)
  }
  return { between: (from, to) => alongWires(cables, { from: switchOf(from), to: switchOf(to), ends: [from, to] }) }
}

/** The shortest way by wire, less its ends themselves; nothing where no cable is known. */
function alongWires(
  cables: ReadonlyMap<string, readonly string[]>,
  { from, to, ends }: { readonly from: string | undefined; readonly to: string | undefined; readonly ends: readonly string[] },
): readonly AssetId[] {
  if (from === undefined || to === undefined) return []
  const by = new Map<string, string | undefined>([[from, undefined]])
  for (const node of by.keys()) for (const next of (cables.get(node) ?? []).toSorted()) if (!by.has(next)) by.set(next, node)
  if (!by.has(to)) return []
  const way: string[] = []
  for (let node: string | undefined = to; node !== undefined; node = by.get(node)) way.push(node)
  return way.reverse().filter((id) => !ends.includes(id)) as AssetId[] // switches are assets
}
