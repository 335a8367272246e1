import { openFacility, triedOut } from '../facilities/index.ts'
import type { HandlerParts, HandlersOf } from '../handler-parts.ts'
import { damageOfKept, damageTriedOf } from './view.ts'

export function moneyHandlers({ services }: HandlerParts): HandlersOf<'damage' | 'damageTry'> {
  return {
    damage: async ({ input, scope }) => damageOfKept(await openFacility(services, scope, input.params.facility)),
    damageTry: async ({ input, scope }) =>
      damageTriedOf(triedOut(services, await openFacility(services, scope, input.params.facility), input.body.changes)),
  }
}
