import { textLimits } from '@mimamori/domain'
import * as z from 'zod'
import { defineRoute } from '../route.ts'
import { day, limited } from '../slices/fields.ts'
import { contactChangeResult, draftAnswer, requestFileView, requestHead, vendorWorkView } from '../views/answering.ts'
import { bytes, done, megabyte, none, nothing } from './shared.ts'

const { contactChanges, sheets, visits, visitSteps } = textLimits
const effect = z.enum(['checking', 'none', 'some'])
const client = z.object({ relation: z.guid() })

/** What a vendor with an account does beside its sheets: its people, and its work at the facilities. */
export const vendorWorkRoutes = {
  vendorWork: defineRoute({
    id: 'vendorWork',
    method: 'GET',
    path: '/api/v1/vendor/work',
    permission: 'sheet:read',
    summary: 'Maintenance visits and changes of contact at all clients',
    params: none,
    query: none,
    body: nothing,
    response: vendorWorkView,
  }),
  vendorClientsFile: defineRoute({
    id: 'vendorClientsFile',
    method: 'GET',
    path: '/api/v1/vendor/clients/file',
    permission: 'sheet:read',
    summary: 'All open requests of all clients as Excel',
    params: none,
    query: none,
    body: nothing,
    response: bytes,
    kind: 'file',
  }),
  sendContactChange: defineRoute({
    id: 'sendContactChange',
    method: 'POST',
    path: '/api/v1/vendor/contact-changes',
    permission: 'sheet:answer',
    summary: 'Tell clients of a new contact; each facility takes it over itself',
    params: none,
    query: none,
    body: z.strictObject({
      oldName: limited(contactChanges.oldName).optional(),
      newName: limited(contactChanges.newName),
      department: limited(contactChanges.department).optional(),
      phone: limited(contactChanges.phone).optional(),
      from: day,
      /** All clients where absent. */
      relations: z.array(z.guid()).max(1000).optional(),
    }),
    response: contactChangeResult,
  }),
  readRequestFile: defineRoute({
    id: 'readRequestFile',
    method: 'POST',
    path: '/api/v1/vendor/request-files',
    permission: 'sheet:answer',
    summary: 'Read a request that a facility sent as a file; nothing is stored',
    params: none,
    query: none,
    body: bytes,
    response: requestFileView,
    kind: 'upload',
    limit: 10 * megabyte,
  }),
  writeReplyFiles: defineRoute({
    id: 'writeReplyFiles',
    method: 'POST',
    path: '/api/v1/vendor/reply-files',
    permission: 'sheet:submit',
    summary: 'One reply file to each request file; several as one ZIP for the vendor itself',
    params: none,
    query: none,
    body: z.strictObject({
      format: z.enum(['xlsx', 'csv']),
      answeredBy: limited(sheets.answeredBy),
      replies: z
        .array(z.strictObject({ name: z.string().max(300), head: requestHead, answers: z.record(z.string().max(80), draftAnswer) }))
        .min(1)
        .max(200),
    }),
    response: bytes,
    kind: 'file',
    limit: 10 * megabyte,
  }),
  askVisit: defineRoute({
    id: 'askVisit',
    method: 'POST',
    path: '/api/v1/vendor/clients/:relation/visits',
    permission: 'sheet:answer',
    summary: 'Ask a client for a time for maintenance',
    params: client,
    query: none,
    body: z.strictObject({
      devices: limited(visits.devices),
      currentVersion: limited(visits.currentVersion).optional(),
      fixedVersion: limited(visits.fixedVersion).optional(),
      wishedOn: day,
      hours: limited(visitSteps.hours).optional(),
      effect,
      note: limited(visitSteps.note).optional(),
    }),
    response: z.object({ visit: z.string() }),
  }),
  stepVisit: defineRoute({
    id: 'stepVisit',
    method: 'POST',
    path: '/api/v1/vendor/clients/:relation/visits/:visit',
    permission: 'sheet:answer',
    summary: "The vendor's next step of a visit",
    params: client.extend({ visit: z.string().max(80) }),
    query: none,
    body: z.strictObject({
      /** How many steps the history had when this was written. */
      seen: z.number().int(),
      kind: z.enum(['other-time', 'accepted', 'said', 'withdrawn']),
      wishedOn: day.optional(),
      hours: limited(visitSteps.hours).optional(),
      effect: effect.optional(),
      note: limited(visitSteps.note).optional(),
    }),
    response: done,
  }),
} as const
