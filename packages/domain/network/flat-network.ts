import { fact } from '../finding.ts'
import { byId, inStep, type World } from '../picture.ts'
import { defineRule } from '../rule.ts'
import { factOf } from './path-finding.ts'

type Asset = World['assets'][number]
type Class = 'servers' | 'medical' | 'terminals'

/** What belongs apart: servers, medical devices and the terminals at which people open what comes. */
const classes: Readonly<Partial<Record<NonNullable<Asset['kind']>, Class>>> = {
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
    const inZone = mixturesOf({ assets, assetZones })
    return zones.flatMap((zone) => {
      const there = inZone.get(zone.id)
      if (!there) return []
      const { servers, medical, terminals } = there
      if (terminals.count <= most || servers.count + medical.count === 0) return []
      const facts = [servers, medical, terminals].flatMap(({ first }) =>
        first.flatMap(({ asset, known }) => [factOf(known.fact), fact('assets', asset.id, 'kind')]),
      )
      const counts = { servers: servers.count, medical: medical.count, terminals: terminals.count }
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

/** The devices of one class in a zone: how many, and the first of them. */
interface Group {
  count: number
  readonly first: { readonly asset: Asset; readonly known: World['assetZones'][number]['zones'][number] }[]
}

/** What stands in each zone, by class. */
function mixturesOf({ assets, assetZones }: Pick<World, 'assets' | 'assetZones'>): ReadonlyMap<string, Readonly<Record<Class, Group>>> {
  const inZone = new Map<string, Record<Class, Group>>()
  const assetOf = inStep(assets)
  for (const { id, zones } of assetZones) {
    const asset = assetOf(id)
    const of = asset?.kind && classes[asset.kind]
    if (!asset || !of) continue
    for (const known of zones) {
      const there = inZone.get(known.zone) ?? { servers: noneYet(), medical: noneYet(), terminals: noneYet() }
      inZone.set(known.zone, there)
      const group = there[of]
      group.count++
      if (group.first.length < shown) group.first.push({ asset, known })
    }
  }
  return inZone
}

function noneYet(): Group {
  return { count: 0, first: [] }
}
