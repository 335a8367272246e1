import { openFacility } from '../facilities/index.ts'
import type { HandlerParts, HandlersOf } from '../handler-parts.ts'
import { makeVendorSheets } from './make-sheets.ts'
import { vendorsOf } from './vendors.ts'

export function vendorHandlers({ services }: HandlerParts): HandlersOf<'vendors' | 'makeVendorSheets'> {
  return {
    vendors: async ({ input, scope, session }) =>
      vendorsOf(await openFacility(services, scope, input.params.facility), session?.personName ?? ''),
    makeVendorSheets: ({ input, scope }) => makeVendorSheets(services, scope, input.params.facility),
  }
}
