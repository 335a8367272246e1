import { done, type HandlerParts, type HandlersOf } from '../../handler-parts.ts'
import { type ClientRequest, enterClient } from './enter.ts'
import { addProofAsVendor, stepAsVendor, stepUpdateAsVendor } from './step.ts'
import { clientResponsesOf, listResponses } from './vendor.ts'

type Own = 'vendorResponses' | 'clientResponses' | 'stepVendorResponse' | 'addVendorResponseProof' | 'stepVendorUpdate'

export function vendorResponseHandlers({ services }: HandlerParts): HandlersOf<Own> {
  const enter = (context: ClientRequest) => enterClient(services, context)
  return {
    vendorResponses: ({ scope }) => listResponses(services, scope),
    clientResponses: async (context) => clientResponsesOf(await enter(context)),
    stepVendorResponse: async (context) => {
      const { seen, ...said } = context.input.body
      await stepAsVendor(await enter(context), { response: context.input.params.response, seen, said })
      return done
    },
    addVendorResponseProof: async (context) => {
      const at = await enter(context)
      const { name } = context.upload
      return addProofAsVendor(at, { response: context.input.params.response, name, bytes: await context.upload.bytes() })
    },
    stepVendorUpdate: async (context) => {
      const { seen, ...said } = context.input.body
      await stepUpdateAsVendor(await enter(context), { update: context.input.params.update, seen, said })
      return done
    },
  }
}
