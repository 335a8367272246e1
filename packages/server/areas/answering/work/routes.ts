import { done, type HandlerParts, type HandlersOf } from '../../handler-parts.ts'
import { sendContactChange } from './contact-changes.ts'
import { askVisit, stepVisit } from './visits.ts'
import { vendorWorkOf } from './work.ts'

export function vendorWorkHandlers({ services }: HandlerParts): HandlersOf<'vendorWork' | 'sendContactChange' | 'askVisit' | 'stepVisit'> {
  return {
    vendorWork: ({ scope }) => vendorWorkOf(services, scope),
    sendContactChange: ({ input, scope }) => sendContactChange(services, scope, input.body),
    askVisit: ({ input, scope }) => askVisit(services, scope, input.params.relation, input.body),
    stepVisit: async ({ input, scope }) => {
      await stepVisit(services, scope, input.params.relation, { visit: input.params.visit, ...input.body })
      return done
    },
  }
}
