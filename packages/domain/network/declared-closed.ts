import { pathsInUse } from '../assets/index.ts'
import type { Draft, DraftReason } from '../finding.ts'
import { fact } from '../finding.ts'
import { byId, type World } from '../picture.ts'
import { defineRule } from '../rule.ts'
import { checkOf } from './check-of.ts'
import { nodeFact, stepsOf } from './path-finding.ts'
import { type Way, wayTo } from './way.ts'

type Seen = Pick<
  World,
  'zones' | 'facility' | 'remotePaths' | 'vpns' | 'assets' | 'networkNodes' | 'networkEdges' | 'forbiddenPairs' | 'forbiddenPaths'
>

/** Somebody holds that nothing from outside gets there, and a way does: the myth of safety, step by step. */
export const declaredClosed = defineRule({
  id: 'network/declared-closed',
  area: 'network',
  reads: ['zones', 'facility', 'remotePaths', 'vpns', 'assets', 'networkNodes', 'networkEdges', 'forbiddenPairs', 'forbiddenPaths'],
  evaluate: (seen) => [...closedZones(seen), ...notMaintained(seen), ...notBrowsing(seen)],
})

const outsideTrusts: ReadonlySet<string | undefined> = new Set(['internet', 'partner', 'carrier', 'guest'])

/** A closed zone with a way into it; the surest and shortest is told. */
function closedZones(seen: Seen): readonly Draft[] {
  const check = checkOf(seen)
  return seen.zones.flatMap((zone): readonly Draft[] => {
    if (zone.closed !== 'yes') return []
    const ways = seen.networkNodes.flatMap(({ id, trust, kind }) => {
      const isOutside = kind === 'outside' || kind === 'zone'
      const way = isOutside && outsideTrusts.has(trust) && id !== zone.id ? wayTo(check, id, (node) => node.id === zone.id) : undefined
      return way ? [way] : []
    })
    const [way, ...others] = ways.toSorted(bySurety)
    if (!way) return []
    const said: DraftReason = {
      say: zone.closedBy === 'vendor' ? 'said-by-vendor' : 'said',
      facts: [fact('zones', zone.id, 'closed'), fact('zones', zone.id, 'closedBy')],
    }
    const more: readonly DraftReason[] =
      others.length > 0 ? [{ say: 'more', with: { count: others.length }, aside: true, facts: [fact('zones', zone.id)] }] : []
    return [{ subjects: [zone.id], facet: 'zone', parties: ['facility'], because: [...graded([said, ...toldOf(way, seen)], way), ...more] }]
  })
}

function bySurety(a: Way, b: Way): number {
  return Number(a.possible ?? false) - Number(b.possible ?? false) || a.hops.length - b.hops.length || (a.start < b.start ? -1 : 1)
}

/** NOTE: the last step names the zone already. */
function toldOf(way: Way, seen: Seen): readonly DraftReason[] {
  return stepsOf(way, seen).filter(({ say }) => say !== 'target' && say !== 'target-possible')
}

function graded(reasons: readonly DraftReason[], { possible }: Way): readonly DraftReason[] {
  return possible ? reasons.map((reason) => ({ ...reason, grade: 'possible' })) : reasons
}

/** A device that nobody works on from outside, by the register, and to which a way of maintenance is registered. */
function notMaintained({ assets, remotePaths, vpns }: Seen): readonly Draft[] {
  const paths = new Map<string, string>()
  for (const { id, assets: of } of pathsInUse({ remotePaths, vpns }))
    for (const asset of of ?? []) if (!paths.has(asset)) paths.set(asset, id)
  return [...paths].flatMap(([id, path]): readonly Draft[] => {
    if (byId(assets, id)?.remoteMaintenance !== 'no') return []
    const because = [
      { say: 'said-not-maintained', facts: [fact('assets', id, 'remoteMaintenance')] },
      { say: 'path-to-it', facts: [fact('remotePaths', path, 'assets')] },
    ]
    return [{ subjects: [id], facet: 'device', parties: ['facility'], because }]
  })
}

/** PCs of the chart do not browse, and from their zone there is a way out; a firewall on it may let out or not. */
function notBrowsing(seen: Seen): readonly Draft[] {
  const facility = seen.facility[0]
  if (facility?.chartPcBrowsesInternet !== 'no') return []
  const check = checkOf(seen)
  const isInternet = (id: string) => {
    const node = byId(seen.networkNodes, id)
    return node?.mobile === 'yes' || (node?.kind === 'outside' && node.trust === 'internet')
  }
  const ways = seen.zones.flatMap(({ id, trust }) => {
    const way = trust === 'clinical' ? wayTo(check, id, (node) => isInternet(node.id), { limits: ['out'] }) : undefined
    return way ? [way] : []
  })
  const [way] = ways.toSorted(bySurety)
  if (!way) return []
  const said: DraftReason = { say: 'said-not-browsing', facts: [fact('facility', facility.id, 'chartPcBrowsesInternet')] }
  const steps = [said, ...toldOf(way, seen), { say: 'way-out', facts: [nodeFact(way.target, seen)] }]
  return [
    { subjects: [way.start], facet: 'browsing', parties: ['facility'], because: steps.map((reason) => ({ ...reason, grade: 'browsing' })) },
  ]
}
