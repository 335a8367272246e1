import { keptEach } from '../kept-by.ts'
import type { World } from '../picture.ts'
import { checkNetwork, type NetworkCheck } from './check.ts'
import type { NetworkEdge, NetworkNode } from './types.ts'

type Seen = Pick<World, 'networkNodes' | 'networkEdges' | 'forbiddenPairs'>

const checks = keptEach<readonly NetworkEdge[], NetworkCheck>()

/** The check of these lists; made once for both lists that are derived from it. */
export function checkOf({ networkNodes, networkEdges, forbiddenPairs }: Seen): NetworkCheck {
  return checks(networkEdges, [networkNodes, forbiddenPairs], () =>
    checkNetwork(networkNodes, networkEdges, { pairs: forbiddenPairs, gates: gatesOf(networkNodes, networkEdges) }),
  )
}

/** Devices on which something from outside ends, and those that go to the internet by themselves. */
export function gatesOf(nodes: readonly NetworkNode[], edges: readonly NetworkEdge[]): readonly string[] {
  const outside = new Set(nodes.filter(({ kind }) => kind === 'outside').map(({ id }) => id))
  const devices = new Set(nodes.filter(({ kind }) => kind === 'device').map(({ id }) => id))
  const ends = edges.flatMap(({ from, to }) => (outside.has(from) ? [to] : outside.has(to) ? [from] : []))
  const mobile = nodes.filter(({ mobile }) => mobile === 'yes').map(({ id }) => id)
  return [...new Set([...ends.filter((id) => devices.has(id)), ...mobile])].sort()
}
