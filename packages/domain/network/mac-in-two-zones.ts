import type { Draft } from '../finding.ts'
import { fact } from '../finding.ts'
import type { ZoneId } from '../ids.ts'
import { byId, type World } from '../picture.ts'
import { defineRule } from '../rule.ts'
import { blockOf } from './address.ts'
import { isEquipment } from './equipment.ts'
import { factOf } from './path-finding.ts'
import { type AddressTable, placesOf, standsInSeveral, zonesByAddress } from './told-zones.ts'

type Seen = Pick<World, 'assets' | 'whereabouts'>

/** One device seen in two zones, or elsewhere than where somebody has said that it stands. Equipment that joins zones is meant to. */
export const macInTwoZones = defineRule({
  id: 'network/mac-in-two-zones',
  area: 'network',
  reads: ['assets', 'assetZones', 'whereabouts', 'zones'],
  evaluate(seen) {
    const table = zonesByAddress(seen.zones)
    return seen.assetZones.flatMap((one) => (standsInSeveral(one.zones) || one.zones[0]?.by === 'stated' ? draftOf(one, seen, table) : []))
  },
})

function draftOf({ id, zones }: World['assetZones'][number], seen: Seen, table: AddressTable): readonly Draft[] {
  const asset = byId(seen.assets, id)
  if (!asset || isEquipment(asset) || asset.kind === 'switch') return []
  const stated = zones.filter(({ by }) => by === 'stated')
  if (stated.length > 0) {
    const elsewhere = seenElsewhere(byId(seen.whereabouts, id), { table, stated: new Set(stated.map(({ zone }) => zone)) })
    const facts = elsewhere && [fact('zones', elsewhere.zone), fact('assets', id, 'zones'), fact('claims', elsewhere.claim, 'ips')]
    return facts ? [{ subjects: [id], parties: ['facility'], because: [{ say: 'elsewhere', facts }] }] : []
  }
  const places = placesOf(zones)
  const [first, second] = places
  if (!first || !second) return []
  const facts = [fact('zones', first.zone), fact('zones', second.zone), factOf(first.fact), factOf(second.fact), fact('assets', id, 'kind')]
  return [{ subjects: [id], parties: ['facility'], because: [{ say: 'two', with: { count: places.length }, facts }] }]
}

function seenElsewhere(
  place: World['whereabouts'][number] | undefined,
  { table, stated }: { readonly table: AddressTable; readonly stated: ReadonlySet<ZoneId> },
): { readonly zone: ZoneId; readonly claim: string } | undefined {
  for (const { ip, claim } of place?.addresses ?? []) {
    const block = blockOf(ip)
    const found = block ? table.find(block) : []
    const [zone] = found
    if (zone !== undefined && !found.some((one) => stated.has(one))) return { zone, claim }
  }
  return undefined
}
