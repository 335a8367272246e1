import { fact } from '../finding.ts'
import { byId, type World } from '../picture.ts'
import { defineRule } from '../rule.ts'
import { BlockTable, blockOf } from './address.ts'
import { isEquipment } from './equipment.ts'
import { factOf } from './path-finding.ts'
import type { Zone } from './types.ts'

/** One device seen in two zones, or elsewhere than where somebody has said that it stands. Equipment that joins zones is meant to. */
export const macInTwoZones = defineRule({
  id: 'network/mac-in-two-zones',
  area: 'network',
  reads: ['assets', 'assetZones', 'whereabouts', 'zones'],
  each: 'assetZones',
  evaluate({ assets, whereabouts, zones }, { id, zones: of }) {
    const asset = byId(assets, id)
    if (!asset || isEquipment(asset) || asset.kind === 'switch') return
    const [first, second] = of
    const subjects = [id] as const
    const parties = ['facility'] as const
    const stated = of.filter(({ by }) => by === 'stated')
    if (stated.length > 0) {
      const elsewhere = seenElsewhere(byId(whereabouts, id), { zones, stated: new Set(stated.map(({ zone }) => zone)) })
      if (!elsewhere) return
      const facts = [fact('zones', elsewhere.zone), fact('assets', id, 'zones'), fact('claims', elsewhere.claim, 'ips')]
      return { subjects, parties, because: [{ say: 'elsewhere', facts }] }
    }
    if (!first || !second) return
    const facts = [
      fact('zones', first.zone),
      fact('zones', second.zone),
      factOf(first.fact),
      factOf(second.fact),
      fact('assets', id, 'kind'),
    ]
    return { subjects, parties, because: [{ say: 'two', with: { count: of.length }, facts }] }
  },
})

function seenElsewhere(
  place: World['whereabouts'][number] | undefined,
  { zones, stated }: { zones: readonly Zone[]; stated: ReadonlySet<string> },
): { readonly zone: string; readonly claim: string } | undefined {
  const table = new BlockTable<string>()
  for (const zone of zones)
    for (const prefix of zone.prefixes ?? []) {
      const block = blockOf(prefix)
      if (block) table.add(block, zone.id)
    }
  for (const { ip, claim } of place?.addresses ?? []) {
    const block = blockOf(ip)
    const found = block ? table.find(block) : []
    const [zone] = found
    if (zone !== undefined && !found.some((one) => stated.has(one))) return { zone, claim }
  }
  return undefined
}
