import { openFacility } from '../facilities/index.ts'
import type { HandlerParts, HandlersOf } from '../handler-parts.ts'
import { makeVendorSheets } from './make-sheets.ts'
import { openQuestionsOf } from './open-questions.ts'
import { vendorsOf } from './vendors.ts'

export function vendorHandlers({ services }: HandlerParts): HandlersOf<'vendors' | 'makeVendorSheets' | 'openQuestions'> {
  return {
    vendors: async ({ input, scope, session }) =>
      vendorsOf(await openFacility(services, scope, input.params.facility), session?.personName ?? ''),
    openQuestions: async ({ input, scope }) => openQuestionsOf(await openFacility(services, scope, input.params.facility)),
    makeVendorSheets: ({ input, scope }) => makeVendorSheets(services, scope, input.params.facility),
  }
}
