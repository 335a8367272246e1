import { openFacility } from '../facilities/index.ts'
import type { HandlerParts, HandlersOf } from '../handler-parts.ts'
import { consentToNotice, decideApproval, withdrawNoticeConsent } from './decide.ts'
import { makeVendorSheets } from './make-sheets.ts'
import { openQuestionsOf } from './open-questions.ts'
import { vendorsOf } from './vendors.ts'

type Own = 'vendors' | 'makeVendorSheets' | 'openQuestions' | 'decideApproval' | 'consentToNotice' | 'withdrawNoticeConsent'

export function vendorHandlers({ services }: HandlerParts): HandlersOf<Own> {
  return {
    vendors: async ({ input, scope, session }) =>
      vendorsOf(await openFacility(services, scope, input.params.facility), session?.personName ?? '', services.mailer !== undefined),
    openQuestions: async ({ input, scope }) => openQuestionsOf(await openFacility(services, scope, input.params.facility)),
    makeVendorSheets: ({ input, scope }) => makeVendorSheets(services, scope, input.params.facility),
    decideApproval: ({ input, scope }) =>
      decideApproval(services, scope, input.params.facility, { approval: input.params.approval, ...input.body }),
    consentToNotice: ({ input, scope }) =>
      consentToNotice(services, scope, input.params.facility, { sheet: input.params.sheet, ...input.body }),
    withdrawNoticeConsent: ({ input, scope }) => withdrawNoticeConsent(services, scope, input.params.facility, input.params.sheet),
  }
}
