import { done, type HandlerParts, type HandlersOf } from '../../handler-parts.ts'
import { stepVendorResponse, vendorResponsesOf } from './vendor.ts'

export function vendorResponseHandlers({ services }: HandlerParts): HandlersOf<'vendorResponses' | 'stepVendorResponse'> {
  return {
    vendorResponses: ({ scope }) => vendorResponsesOf(services, scope),
    stepVendorResponse: async ({ input, scope }) => {
      const { seen, ...said } = input.body
      await stepVendorResponse(services, scope, input.params.relation, { response: input.params.response, seen, said })
      return done
    },
  }
}
