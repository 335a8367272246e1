import { done, type HandlerParts, type HandlersOf, langOf } from '../handler-parts.ts'
import { mailInvitation } from './invitation.ts'
import { cancelMail, mailOf, queueReminder, queueTestMail, queueVendorMail, retryMail } from './queue.ts'

type Own = 'mail' | 'sendTestMail' | 'sendVendorMail' | 'sendReminder' | 'retryMail' | 'cancelMail' | 'mailInvitation'

export function mailHandlers(parts: HandlerParts): HandlersOf<Own> {
  const { services } = parts
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
    sendReminder: ({ input, scope }) =>
      queueReminder(services, scope, input.params.facility, { response: input.params.response, lang: 'ja' }),
    mailInvitation: async ({ input, scope, session, request }) => {
      const from = { origin: request.origin, lang: langOf(session), inviter: session?.personName ?? '' }
      await mailInvitation(parts, scope, { ...input.params, ...input.body, ...from })
      return done
    },
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
