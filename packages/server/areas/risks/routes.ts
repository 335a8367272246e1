import { openFacility } from '../facilities/index.ts'
import type { HandlerParts, HandlersOf } from '../handler-parts.ts'
import { controlOf } from './control.ts'
import { risksOf } from './matrix.ts'
import { riskOf } from './risk.ts'

export function riskHandlers({ services }: HandlerParts): HandlersOf<'risks' | 'risk' | 'control'> {
  return {
    risks: async ({ input, scope }) => risksOf(await openFacility(services, scope, input.params.facility)),
    risk: async ({ input, scope }) => riskOf(await openFacility(services, scope, input.params.facility), input.params.risk),
    control: async ({ input, scope }) => controlOf(await openFacility(services, scope, input.params.facility), input.params.control),
  }
}
