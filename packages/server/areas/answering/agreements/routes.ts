import type { RequestScope } from '../../../platform/index.ts'
import { done, type HandlerParts, type HandlersOf } from '../../handler-parts.ts'
import { type AtResponses, enterResponses } from '../responses/enter.ts'
import { answerAsVendor, clientAgreementsOf, listAgreements } from './vendor.ts'

type Own = 'vendorAgreements' | 'clientAgreements' | 'answerAgreement'

interface Request {
  readonly input: { readonly params: { readonly place: string } }
  readonly guest: AtResponses['guest']
  readonly scope: RequestScope
  readonly request: { readonly from: string | undefined }
}

export function agreementHandlers({ services }: HandlerParts): HandlersOf<Own> {
  const enter = (context: Request) =>
    enterResponses(services, {
      place: context.input.params.place,
      guest: context.guest,
      scope: () => context.scope,
      from: context.request.from,
    })
  return {
    vendorAgreements: ({ scope }) => listAgreements(services, scope),
    clientAgreements: async (context) => clientAgreementsOf(await enter(context)),
    answerAgreement: async (context) => {
      await answerAsVendor(await enter(context), { agreement: context.input.params.agreement, ...context.input.body })
      return done
    },
  }
}
