import { done, type HandlerParts, type HandlersOf } from '../../handler-parts.ts'
import { type ClientRequest, enterClient } from '../responses/enter.ts'
import { answerAsVendor, clientAgreementsOf, listAgreements } from './vendor.ts'

type Own = 'vendorAgreements' | 'clientAgreements' | 'answerAgreement'

export function agreementHandlers({ services }: HandlerParts): HandlersOf<Own> {
  const enter = (context: ClientRequest) => enterClient(services, context)
  return {
    vendorAgreements: ({ scope }) => listAgreements(services, scope),
    clientAgreements: async (context) => clientAgreementsOf(await enter(context)),
    answerAgreement: async (context) => {
      await answerAsVendor(await enter(context), { agreement: context.input.params.agreement, ...context.input.body })
      return done
    },
  }
}
