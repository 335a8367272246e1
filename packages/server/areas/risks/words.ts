import type { ControlView } from '@mimamori/contract'
import { byId, type ControlSign, type StandIn, stateOfControl, type Text } from '@mimamori/domain'
import type { Kept } from '../kept.ts'
import { itemOfTopic, screenOfFact } from './fact-screens.ts'

type SignView = ControlView['signs'][number]
type StandInView = ControlView['heldBy'][number]

/** Where the state of a control comes from, each with the screen on which it is changed. */
export function signsIn(now: Kept, signs: readonly ControlSign[]): SignView[] {
  return signs.map((sign) => ({ party: sign.party, by: sign.by, state: sign.state, ...sourceOf(now, sign) }))
}

function sourceOf(now: Kept, { by, of }: ControlSign): Pick<SignView, 'of' | 'target'> {
  if (of === undefined) return {}
  if (by === 'checklist') {
    const item = itemOfTopic(now, of)
    const topic = byId(now.catalogue.topics, of)
    return { ...(topic && { of: topic.short }), ...(item !== undefined && { target: { screen: 'item', id: item } }) }
  }
  const asks = byId(now.analysis.world.riskFactWords, of)?.asks
  const target = screenOfFact[of]
  return { ...(asks && { of: asks }), ...(target && { target }) }
}

/** A stand-in as one reads it: of the control that stands in (`by`), or of that for which it does (`for`). */
export function standInIn(now: Kept, standIn: StandIn, of: 'by' | 'for'): StandInView {
  const { world } = now.analysis
  const control = standIn[of]
  const when = byId(world.riskFactWords, standIn.when)?.says
  const { condition, limit, confidence } = standIn
  return {
    by: control,
    name: nameOf(now, control),
    state: stateOfControl(world, control),
    condition,
    limit,
    ...(when && { when }),
    confidence,
  }
}

/** What a control, a fact or a risk is called. */
export function nameOf({ analysis: { world } }: Kept, id: string): Text {
  return byId(world.controlTypes, id)?.name ?? byId(world.riskFactWords, id)?.asks ?? byId(world.risks, id)?.name ?? { ja: id, en: id }
}

export function vendorNames({ picture }: Kept): { id: string; name: string }[] {
  return picture.slices.vendors.map(({ id, name }) => ({ id, name }))
}
