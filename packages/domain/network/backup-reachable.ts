import { fact } from '../finding.ts'
import { byId, type World } from '../picture.ts'
import { isKnown } from '../record.ts'
import { defineRule } from '../rule.ts'
import { checkOf } from './check-of.ts'
import { factOf, stepsOf } from './path-finding.ts'
import { type Way, wayTo } from './way.ts'

type Seen = Pick<World, 'assets' | 'assetZones' | 'networkNodes' | 'networkEdges' | 'forbiddenPairs' | 'forbiddenPaths'>

const openTrusts: ReadonlySet<string | undefined> = new Set(['clinical', 'office', 'guest', 'internet', 'partner', 'carrier'])

/** A copy on a device that stays connected and that the same attack reaches: from the terminals, or from outside. */
export const backupReachable = defineRule({
  id: 'network/backup-reachable',
  area: 'network',
  reads: ['backups', 'assets', 'assetZones', 'networkNodes', 'networkEdges', 'forbiddenPairs', 'forbiddenPaths'],
  each: 'backups',
  evaluate(seen, backup) {
    const device = isKnown(backup.device) ? byId(seen.assets, backup.device) : undefined
    if (!device || backup.connection === 'offline' || backup.way !== 'connected-device') return
    const zones = byId(seen.assetZones, device.id)?.zones ?? []
    const [within] = zones.filter(({ zone }) => openTrusts.has(byId(seen.networkNodes, zone)?.trust))
    const subjects = [backup.id, device.id] as const
    const told = [fact('backups', backup.id, 'device'), fact('backups', backup.id, 'connection')]
    if (backup.connection === undefined)
      return { subjects, parties: ['facility'], because: [{ say: 'unknown', grade: 'unknown', facts: told }] }
    if (within) {
      const facts = [fact('zones', within.zone), ...told, factOf(within.fact)]
      return { subjects, parties: ['facility'], because: [{ say: 'same-zone', facts }] }
    }
    const way = shortestInto(new Set(zones.map(({ zone }) => zone)), seen)
    if (!way) return
    const steps = [{ say: 'online', facts: [fact('assets', device.id), ...told] }, ...stepsOf(way, seen)]
    return { subjects, parties: ['facility'], because: steps.map((reason) => ({ ...reason, ...(way.possible && { grade: 'possible' }) })) }
  },
})

/** From zones of terminals before what is outside, a sure way before a possible one. */
function shortestInto(zones: ReadonlySet<string>, seen: Seen): Way | undefined {
  const check = checkOf(seen)
  const starts = seen.networkNodes.filter(({ kind, trust }) => (kind === 'zone' || kind === 'outside') && openTrusts.has(trust))
  const ways = starts.flatMap(({ id, kind }) => {
    const way = wayTo(check, id, (node) => zones.has(node.id))
    return way ? [{ way, isZone: kind === 'zone' }] : []
  })
  const rank = ({ way, isZone }: (typeof ways)[number]) => (way.possible ? 1000 : 0) + (isZone ? 0 : 500) + way.hops.length
  return ways.toSorted((a, b) => rank(a) - rank(b) || (a.way.start < b.way.start ? -1 : 1))[0]?.way
}
