import { byId } from '../picture.ts'
import type { NetworkEdge, NetworkNode } from './types.ts'

/** What closes a way: one link is taken away; or the VPN or way of maintenance by which it begins is given up, and its links go with it. */
export type CutAct =
  | { readonly kind: 'link'; readonly edges: readonly [NetworkEdge] }
  | {
      readonly kind: 'end'
      readonly slice: 'vpns' | 'remotePaths'
      readonly id: string
      readonly edges: readonly [NetworkEdge, ...NetworkEdge[]]
    }

/** A link of a VPN or a way of maintenance follows from its own record; every other link is one thing by itself. */
export function cutActs(edges: readonly NetworkEdge[], nodes: readonly NetworkNode[]): readonly CutAct[] {
  const acts = new Map<string, CutAct>()
  for (const edge of edges) {
    const node = ownerOf(edge, nodes)
    const before = acts.get(node?.id ?? edge.id)
    if (!node) acts.set(edge.id, { kind: 'link', edges: [edge] })
    else if (before?.kind === 'end') acts.set(node.id, { ...before, edges: [...before.edges, edge] })
    else acts.set(node.id, { kind: 'end', slice: node.vpn === node.id ? 'vpns' : 'remotePaths', id: node.id, edges: [edge] })
  }
  return [...acts.values()]
}

/** The VPN or way of maintenance from whose record a link follows. */
function ownerOf({ from, to }: NetworkEdge, nodes: readonly NetworkNode[]): NetworkNode | undefined {
  return [from, to].flatMap((id) => byId(nodes, id) ?? []).find(isOfOwnRecord)
}

/** True for what is outside and is no line: a VPN or a way of maintenance, which goes as a whole. */
export function isOfOwnRecord({ kind, id, vpn, remotePath }: NetworkNode): boolean {
  return kind === 'outside' && (vpn === id || remotePath === id)
}
