import type { NetworkPathView } from '@mimamori/contract'
import { byId, type CutAct, cutActs, type ForbiddenPath, hopsOf, known, minimumCut, type NetworkEdge, type Text } from '@mimamori/domain'
import { same } from '../assets/index.ts'
import type { Kept } from '../kept.ts'
import { fillText } from '../words.ts'
import { evidenceOf } from './evidence.ts'
import { findingsOfPaths } from './findings-of-paths.ts'
import { withoutFacts } from './map.ts'
import { idsOfNode, nameOf, namesOfIds } from './names.ts'
import { networkProblem } from './problems.ts'

/** One way that must not be open, step by step, and what closes it. */
export function pathOf(now: Kept, id: string): NetworkPathView {
  const { world } = now.analysis
  const path = byId(world.forbiddenPaths, id)
  const pair = byId(world.forbiddenPairs, path?.pair)
  if (!path || !pair) throw networkProblem('network/no-such-path')
  const { facts: _, ...way } = path
  const finding = findingsOfPaths(now)(path)
  const hops = hopsOf(path, world)
  const cut = cutActs(cutOf(now, path), world.networkNodes)
  const ids = [
    ...hops.flatMap(({ node, through }) => [...idsOfNode(node), ...through]),
    ...cut.flatMap(({ edges }) => edges.flatMap(({ from, to }) => [from, to])),
  ]
  return {
    revision: now.state.revision,
    path: { ...way, ...(finding !== undefined && { finding }) },
    reason: pair.reason,
    weight: pair.weight,
    hops: hops.map(({ node, edge, through }) => ({
      node,
      ...(edge && { edge: withoutFacts(edge) }),
      evidence: edge ? evidenceOf(now, edge) : [],
      through: [...through],
    })),
    cut: cut.map((act) => ({
      edges: act.edges.map(withoutFacts),
      ...(act.kind === 'end' && { ends: { slice: act.slice, id: act.id } }),
      text: cutWords(now, act),
    })),
    vendors: vendorsOn(
      now,
      hops.flatMap(({ node, through }) => [node.asset, ...through]),
    ),
    names: namesOfIds(now, new Set(ids)),
  }
}

/** The fewest links that close every way from the start of a path to its target. */
export function cutOf({ analysis: { world } }: Pick<Kept, 'analysis'>, { start, target }: ForbiddenPath): readonly NetworkEdge[] {
  return minimumCut({ nodes: world.networkNodes, edges: world.networkEdges }, { from: start, to: target })
}

const cutText: Text = { ja: '{from}と{to}のつながりを外す', en: 'Take away the link between {from} and {to}' }

const endText: Text = { ja: '「{name}」を廃止する', en: 'Give up {name}' }

function cutWords(now: Kept, act: CutAct): Text {
  const name = (id: string) => nameOf(now, id) ?? same(id)
  if (act.kind === 'end') return fillText(endText, { name: name(act.id) })
  const [{ from, to }] = act.edges
  return fillText(cutText, { from: name(from), to: name(to) })
}

/** Vendors of the devices on the way, each with its devices. */
function vendorsOn(now: Kept, assets: readonly (string | undefined)[]): NetworkPathView['vendors'] {
  const { slices } = now.picture
  const devices = [...new Set(assets)].flatMap((id) => byId(slices.assets, id) ?? [])
  const byVendor = Map.groupBy(devices, (asset) => known(asset.vendor))
  return [...byVendor].flatMap(([id, own]) => {
    const vendor = byId(slices.vendors, id)
    return vendor ? [{ id: vendor.id, name: vendor.name, devices: own.map((asset) => asset.id) }] : []
  })
}
