import type { NetworkWaysView } from '@mimamori/contract'
import { byId, checkOf, waysFrom } from '@mimamori/domain'
import { namesOf } from '../assets/index.ts'
import type { Kept } from '../kept.ts'
import { serviceName } from '../service-name.ts'
import { evidenceOf } from './evidence.ts'
import { withoutFacts } from './map.ts'
import { namesOfIds } from './names.ts'
import { networkProblem } from './problems.ts'

/** What can be reached from one point of the map or one device, and what stops with it. */
export function waysOf(now: Kept, { from, fallen }: { from: string; fallen: boolean }): NetworkWaysView {
  const { world } = now.analysis
  const { slices } = now.picture
  if (!isPoint(now, from)) throw networkProblem('network/no-such-point')
  const blast = waysFrom(checkOf(world), world, { start: from, fallen })
  const links = world.networkEdges.filter((edge) => edge.from === from || edge.to === from)
  const ids = [from, ...blast.zones.map(({ zone }) => zone), ...links.flatMap((edge) => [edge.from, edge.to])]
  return {
    revision: now.state.revision,
    from,
    fallen,
    zones: [...blast.zones],
    devices: blast.assets.length,
    systems: namesOf(slices.systems, blast.systems),
    services: blast.services.flatMap((id) => byId(slices.services, id) ?? []).map((service) => serviceName(now, service)),
    links: links.map((edge) => ({ edge: withoutFacts(edge), evidence: evidenceOf(now, edge) })),
    names: namesOfIds(now, new Set(ids)),
  }
}

/** A point of the map, or a device of the register. */
export function isPoint({ analysis: { world }, picture }: Pick<Kept, 'analysis' | 'picture'>, id: string): boolean {
  return byId(world.networkNodes, id) !== undefined || byId(picture.slices.assets, id) !== undefined
}
