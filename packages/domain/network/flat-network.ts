import { fact } from '../finding.ts'
import { byId, type World } from '../picture.ts'
import { defineRule } from '../rule.ts'
import { factOf } from './path-finding.ts'

type Asset = World['assets'][number]

/** What belongs apart: servers, medical devices and the terminals at which people open what comes. */
const classes: Readonly<Partial<Record<NonNullable<Asset['kind']>, 'servers' | 'medical' | 'terminals'>>> = {
  server: 'servers',
  storage: 'servers',
  'backup-device': 'servers',
  'medical-device': 'medical',
  pc: 'terminals',
  tablet: 'terminals',
}

const shown = 3

/** One zone that holds many terminals beside servers or medical devices, so that one bad mail reaches all of them. */
export const flatNetwork = defineRule({
  id: 'network/flat-network',
  area: 'network',
  reads: ['zones', 'assets', 'assetZones', 'assetLimits'],
  evaluate({ zones, assets, assetZones, assetLimits }) {
    const most = byId(assetLimits, 'terminals-beside-servers')?.most ?? 0
    const inZone = new Map<string, { readonly asset: Asset; readonly known: World['assetZones'][number]['zones'][number] }[]>()
    for (const { id, zones: of } of assetZones) {
      const asset = byId(assets, id)
      if (!asset) continue
      for (const known of of) {
        const there = inZone.get(known.zone)
        if (there) there.push({ asset, known })
        else inZone.set(known.zone, [{ asset, known }])
      }
    }
    return zones.flatMap((zone) => {
      const there = inZone.get(zone.id) ?? []
      const of = (wanted: string) => there.filter(({ asset }) => asset.kind !== undefined && classes[asset.kind] === wanted)
      const [servers, medical, terminals] = [of('servers'), of('medical'), of('terminals')]
      if (terminals.length <= most || servers.length + medical.length === 0) return []
      const facts = [servers, medical, terminals].flatMap((group) =>
        group.slice(0, shown).flatMap(({ asset, known }) => [factOf(known.fact), fact('assets', asset.id, 'kind')]),
      )
      const counts = { servers: servers.length, medical: medical.length, terminals: terminals.length }
      return [
        {
          subjects: [zone.id],
          parties: ['facility'],
          because: [{ say: 'mixed', with: counts, facts: [fact('zones', zone.id), ...facts] }],
        },
      ]
    })
  },
})
