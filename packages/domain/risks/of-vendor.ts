import { byId, type World } from '../picture.ts'
import type { Text } from '../record.ts'
import { weakestKnown } from './control-standings.ts'
import type { ControlState, Risk } from './types.ts'

/** A control of a vendor as that vendor itself has told it. */
export interface ToldControl {
  readonly id: string
  readonly name: Text
  readonly state: ControlState
}

/**
 * The controls of a risk that vendors do, by what this vendor has answered or was stated of it alone. NOTE: what the register tells holds
 * for everybody and may come from the contract or the device of another, so nothing of it goes out to a vendor.
 */
export function controlsOfVendor(
  { controlTypes, controlStandings }: Pick<World, 'controlTypes' | 'controlStandings'>,
  { controls }: Pick<Risk, 'controls'>,
  vendor: string,
): readonly ToldControl[] {
  return controls.flatMap(({ control }) => {
    const type = byId(controlTypes, control)
    if (!type?.owners.includes('vendor')) return []
    const signs = (byId(controlStandings, control)?.signs ?? []).filter(({ party }) => party === `vendor:${vendor}`)
    return [{ id: control, name: type.name, state: weakestKnown(signs.map(({ state }) => state)) }]
  })
}
