import { type ControlState, stateOfControl, type World, weakest } from '@mimamori/domain'
import type { Protection } from './types.ts'

/** How one of the eight protections stands in a facility. */
export interface ProtectionState {
  readonly protection: Protection
  readonly state: ControlState
  readonly controls: readonly { readonly id: string; readonly state: ControlState }[]
}

/** In the order of the table. A protection is as good as the weakest of its controls; what nobody has told of one stays unknown. */
export function protectionStates(protections: readonly Protection[], world: Pick<World, 'controlStandings'>): readonly ProtectionState[] {
  return protections
    .toSorted((a, b) => a.order - b.order)
    .map((protection) => {
      const controls = protection.controls.map((id) => ({ id, state: stateOfControl(world, id) }))
      return { protection, state: weakest(controls.map(({ state }) => state)), controls }
    })
}
