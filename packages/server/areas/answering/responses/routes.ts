import type { RequestScope } from '../../../platform/index.ts'
import { done, type HandlerParts, type HandlersOf } from '../../handler-parts.ts'
import { type AtResponses, enterResponses } from './enter.ts'
import { addProofAsVendor, stepAsVendor, stepUpdateAsVendor } from './step.ts'
import { clientResponsesOf, listResponses } from './vendor.ts'

type Own = 'vendorResponses' | 'clientResponses' | 'stepVendorResponse' | 'addVendorResponseProof' | 'stepVendorUpdate'

/** As much of a request as says who is at which client. */
interface Request {
  readonly input: { readonly params: { readonly place: string } }
  readonly guest: AtResponses['guest']
  readonly scope: RequestScope
  readonly request: { readonly from: string | undefined }
}

export function vendorResponseHandlers({ services }: HandlerParts): HandlersOf<Own> {
  const enter = (context: Request) =>
    enterResponses(services, {
      place: context.input.params.place,
      guest: context.guest,
      scope: () => context.scope,
      from: context.request.from,
    })
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
