import { withScope } from '../../platform/index.ts'
import { appendAudit } from '../asking.ts'
import { openFacility } from '../facilities/index.ts'
import { type HandlerParts, type HandlersOf, langOf } from '../handler-parts.ts'
import { consentToNotice, decideApproval, withdrawNoticeConsent } from './decide.ts'
import { vendorListFile } from './list-file.ts'
import { makeVendorSheets } from './make-sheets.ts'
import { openQuestionsOf } from './open-questions.ts'
import { vendorsOf } from './vendors.ts'

type Own = 'vendors' | 'vendorsFile' | 'makeVendorSheets' | 'openQuestions' | 'decideApproval' | 'consentToNotice' | 'withdrawNoticeConsent'

export function vendorHandlers({ services }: HandlerParts): HandlersOf<Own> {
  return {
    vendors: async ({ input, scope, session }) =>
      vendorsOf(await openFacility(services, scope, input.params.facility), session?.personName ?? '', services.mailer !== undefined),
    vendorsFile: async ({ input, scope, session }) => {
      const now = await openFacility(services, scope, input.params.facility)
      const view = vendorsOf(now, '', services.mailer !== undefined)
      await withScope(services.pool, scope, (client) =>
        appendAudit(services, scope, client, {
          action: 'paper/made',
          subject: input.params.facility,
          detail: { kind: 'vendor-list', format: 'xlsx', revision: now.state.revision },
        }),
      )
      return vendorListFile(now, view, langOf(session))
    },
    openQuestions: async ({ input, scope }) => openQuestionsOf(await openFacility(services, scope, input.params.facility)),
    makeVendorSheets: ({ input, scope }) => makeVendorSheets(services, scope, input.params.facility),
    decideApproval: ({ input, scope }) =>
      decideApproval(services, scope, input.params.facility, { approval: input.params.approval, ...input.body }),
    consentToNotice: ({ input, scope }) =>
      consentToNotice(services, scope, input.params.facility, { sheet: input.params.sheet, ...input.body }),
    withdrawNoticeConsent: ({ input, scope }) => withdrawNoticeConsent(services, scope, input.params.facility, input.params.sheet),
  }
}
