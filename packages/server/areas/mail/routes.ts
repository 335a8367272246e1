import { done, type HandlerParts, type HandlersOf, langOf } from '../handler-parts.ts'
import { cancelMail, mailOf, queueTestMail, queueVendorMail, retryMail } from './queue.ts'

type Own = 'mail' | 'sendTestMail' | 'sendVendorMail' | 'retryMail' | 'cancelMail'

export function mailHandlers({ services }: HandlerParts): HandlersOf<Own> {
  return {
    mail: ({ input, scope }) => mailOf(services, scope, input.params.facility),
    sendTestMail: ({ input, scope, session }) =>
      queueTestMail(services, scope, input.params.facility, { to: input.body.to, lang: langOf(session) }),
    sendVendorMail: ({ input, scope, session }) =>
      queueVendorMail(services, scope, input.params.facility, {
        sheet: input.params.sheet,
        kind: input.body.kind,
        lang: 'ja',
        by: session?.personName ?? '',
      }),
    retryMail: async ({ input, scope }) => {
      await retryMail(services, scope, input.params.facility, input.params.message)
      return done
    },
    cancelMail: async ({ input, scope }) => {
      await cancelMail(services, scope, input.params.facility, input.params.message)
      return done
    },
  }
}
