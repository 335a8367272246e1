import * as z from 'zod'
import { defineRoute } from '../route.ts'
import { line } from '../slices/fields.ts'
import { mailKind, mailView } from '../views/mail.ts'
import { changesResult, done, facility, none, nothing } from './shared.ts'

const ofSheet = facility.extend({ sheet: z.string().max(80) })
const ofMessage = facility.extend({ message: z.guid() })
const address = z.string().max(254)

/** Asking vendors: mail, approval of letters, consent to a notice. */
export const askingRoutes = {
  mail: defineRoute({
    id: 'mail',
    method: 'GET',
    path: '/api/v1/facilities/:facility/mail',
    permission: 'facility:read',
    summary: 'Mail that waits, was sent or came back',
    params: facility,
    query: none,
    body: nothing,
    response: mailView,
  }),
  sendTestMail: defineRoute({
    id: 'sendTestMail',
    method: 'POST',
    path: '/api/v1/facilities/:facility/mail/test',
    permission: 'mail:send',
    summary: '「送ってみる」',
    params: facility,
    query: none,
    body: z.strictObject({ to: address }),
    response: z.object({ message: z.string() }),
  }),
  sendVendorMail: defineRoute({
    id: 'sendVendorMail',
    method: 'POST',
    path: '/api/v1/facilities/:facility/vendor-sheets/:sheet/mail',
    permission: 'mail:send',
    summary: 'Ask for a sheet by mail, or tell a body outside with consent',
    params: ofSheet,
    query: none,
    body: z.strictObject({ kind: mailKind }),
    response: z.object({ message: z.string() }),
  }),
  sendReminder: defineRoute({
    id: 'sendReminder',
    method: 'POST',
    path: '/api/v1/facilities/:facility/responses/:response/mail',
    permission: 'mail:send',
    summary: 'Remind a vendor by mail of what it was told to close; it names neither devices nor versions',
    params: facility.extend({ response: z.string().max(80) }),
    query: none,
    body: none,
    response: z.object({ message: z.string() }),
  }),
  retryMail: defineRoute({
    id: 'retryMail',
    method: 'POST',
    path: '/api/v1/facilities/:facility/mail/:message/retry',
    permission: 'mail:send',
    summary: 'Try a mail again that was given up',
    params: ofMessage,
    query: none,
    body: none,
    response: done,
  }),
  cancelMail: defineRoute({
    id: 'cancelMail',
    method: 'DELETE',
    path: '/api/v1/facilities/:facility/mail/:message',
    permission: 'mail:send',
    summary: 'Take a mail out of the queue',
    params: ofMessage,
    query: none,
    body: nothing,
    response: done,
  }),
  decideApproval: defineRoute({
    id: 'decideApproval',
    method: 'POST',
    path: '/api/v1/facilities/:facility/approvals/:approval/decision',
    permission: 'approval:decide',
    summary: '「画面で承認する」: mark one box',
    params: facility.extend({ approval: z.string().max(80) }),
    query: none,
    body: z.strictObject({
      box: z.string().max(80),
      mark: z.enum(['approved', 'proxy', 'afterwards', 'returned']),
      note: line(500).optional(),
    }),
    response: changesResult,
  }),
  consentToNotice: defineRoute({
    id: 'consentToNotice',
    method: 'POST',
    path: '/api/v1/facilities/:facility/vendor-sheets/:sheet/notice-consent',
    permission: 'notice:consent',
    summary: 'The facility consents that a body outside is told of a vendor’s silence',
    params: ofSheet,
    query: none,
    body: z.strictObject({
      toBody: z.enum(['association', 'prefecture', 'trade-body']),
      toName: line(200),
      toAddress: line(200).optional(),
      toMail: address.optional(),
    }),
    response: changesResult,
  }),
  withdrawNoticeConsent: defineRoute({
    id: 'withdrawNoticeConsent',
    method: 'DELETE',
    path: '/api/v1/facilities/:facility/vendor-sheets/:sheet/notice-consent',
    permission: 'notice:consent',
    summary: 'Take the consent back; nothing is sent from then on',
    params: ofSheet,
    query: none,
    body: nothing,
    response: changesResult,
  }),
} as const
