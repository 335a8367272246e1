import { supportEndOf } from '../assets/index.ts'
import { fact } from '../finding.ts'
import { byId, type World } from '../picture.ts'
import { known } from '../record.ts'
import { defineRule } from '../rule.ts'
import { nodeFact } from './path-finding.ts'

const shown = 5
const outsideTrusts: ReadonlySet<string | undefined> = new Set(['internet', 'partner', 'carrier', 'guest'])

/** A zone with devices whose operating system gets no more updates; graver where somebody from outside gets into it. */
export const unsupportedOsByZone = defineRule({
  id: 'network/unsupported-os-by-zone',
  area: 'network',
  reads: ['zones', 'assets', 'assetZones', 'supportEnds', 'reach', 'networkNodes', 'asOf'],
  each: 'zones',
  evaluate({ assets, assetZones, supportEnds, reach, networkNodes, asOf }, zone) {
    const old = assetZones.flatMap(({ id, zones }) => {
      const asset = zones.some((one) => one.zone === zone.id) ? byId(assets, id) : undefined
      return asset && hasEnded(asset, { supportEnds, asOf }) ? [asset] : []
    })
    if (old.length === 0) return
    const starts = reach.filter(({ id, zones }) => {
      const node = byId(networkNodes, id)
      return node?.kind !== 'device' && outsideTrusts.has(node?.trust) && zones.some((one) => one.zone === zone.id && !one.possible)
    })
    const facts = old.slice(0, shown).flatMap(({ id }) => [fact('assets', id, 'os'), fact('assets', id, 'supportEndsOn')])
    const [start] = starts
    return {
      subjects: [zone.id],
      parties: ['facility'],
      because: [
        { say: 'old', with: { count: old.length }, facts: [fact('zones', zone.id), ...facts] },
        ...(start ? [{ say: 'reached', grade: 'reached', facts: [nodeFact(start.id, { networkNodes }), fact('zones', zone.id)] }] : []),
      ],
    }
  },
})

function hasEnded(asset: World['assets'][number], { supportEnds, asOf }: Pick<World, 'supportEnds' | 'asOf'>): boolean {
  const on = known(asset.supportEndsOn)
  if (on !== undefined) return on < asOf
  const end = asset.os === undefined ? undefined : supportEndOf(asset.os, supportEnds)
  return end !== undefined && end.endsOn < asOf
}
