import type { Asset } from '../assets/index.ts'
import type { ServiceId } from '../ids.ts'
import { byId, type World } from '../picture.ts'
import type { CareImpact, HumanImpactRow } from './derived/types.ts'

type Seen = Pick<World, 'systems' | 'services' | 'careImpacts' | 'humanImpact'>

const order: readonly HumanImpactRow['impact'][] = ['low', 'medium', 'high', 'very-high']

/** Care that stops with a device: its own and that of its systems. */
export function servicesOf(asset: Asset | undefined, { systems }: Pick<World, 'systems'>): readonly ServiceId[] {
  const ofSystems = (asset?.systems ?? []).flatMap((id) => byId(systems, id)?.services ?? [])
  return [...new Set([...(asset?.services ?? []), ...ofSystems])].sort()
}

/** The worst that the table of human impact gives for this care; what the facility itself calls the worst stops its mission. */
export function humanImpactOf(ids: readonly ServiceId[], { services, careImpacts, humanImpact }: Seen): HumanImpactRow['impact'] {
  const kinds = ids.flatMap((id) => byId(services, id) ?? [])
  const impacts = kinds.map(({ kind, hurtsMost }) => {
    const care = byId(careImpacts, kind)
    return impactOf(care && (hurtsMost === 'yes' ? { ...care, mission: 'mission-failure' } : care), humanImpact)
  })
  const none = impactOf(byId(careImpacts, 'none'), humanImpact)
  return impacts.reduce((worst, one) => (order.indexOf(one) > order.indexOf(worst) ? one : worst), none)
}

function impactOf(care: CareImpact | undefined, table: readonly HumanImpactRow[]): HumanImpactRow['impact'] {
  return table.find(({ safety, mission }) => safety === care?.safety && mission === care?.mission)?.impact ?? 'low'
}
