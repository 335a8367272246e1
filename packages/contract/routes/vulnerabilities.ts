import { type AssetId, type EvidenceId, textLimits, type VisitId } from '@mimamori/domain'
import * as z from 'zod'
import { defineRoute } from '../route.ts'
import { day, id, limited } from '../slices/fields.ts'
import { notAffectedReason, notDoneReason, plannedUpdateStepKind, responseStepKind } from '../slices/vulnerabilities.ts'
import { clientResponsesView, vendorResponsesView } from '../views/vendor-responses.ts'
import {
  advisoryView,
  plannedUpdatesView,
  responseView,
  unreadAdvisoriesView,
  vulnerabilitiesView,
  vulnerableDeviceView,
  warningsView,
  whyView,
} from '../views/vulnerabilities.ts'
import { bytes, done, facility, megabyte, none, nothing } from './shared.ts'

const { responses, responseSteps, plannedUpdateSteps } = textLimits
const advisory = z.string().max(300)
const costYen = z.number().int().min(0).max(100_000_000_000)
const effect = z.enum(['checking', 'none', 'some'])
/** How many steps the history had when this was written. */
const seen = z.number().int()

/** What either side says with a step; which of it each kind needs is `mayRespond`. */
const sayings = {
  note: limited(responseSteps.note).optional(),
  effect: effect.optional(),
  plannedOn: day.optional(),
  until: day.optional(),
  notDone: notDoneReason.optional(),
  notAffected: notAffectedReason.optional(),
  costYen: costYen.optional(),
  version: limited(responseSteps.version).optional(),
  /** Of `done`, with the version: a statement under this name that it runs on every device. */
  signedBy: limited(responseSteps.signedBy).optional(),
}
/** `place`: the relation by which an account of the vendor comes in, or `link` for somebody with a one-time number. */
const place = z.object({ place: z.union([z.guid(), z.literal('link')]) })
const atResponse = place.extend({ response: z.string().max(80) })

/** 脆弱性: warnings and planned updates are entered by `change`, and so is what a person corrects of a response. */
export const vulnerabilityRoutes = {
  vulnerabilities: defineRoute({
    id: 'vulnerabilities',
    method: 'GET',
    path: '/api/v1/facilities/:facility/vulnerabilities',
    permission: 'facility:read',
    summary: 'What is to be done about weaknesses, by visit and device; what is calm, and what was closed',
    params: facility,
    query: none,
    body: nothing,
    response: vulnerabilitiesView,
  }),
  vulnerableDevice: defineRoute({
    id: 'vulnerableDevice',
    method: 'GET',
    path: '/api/v1/facilities/:facility/vulnerabilities/devices/:asset',
    permission: 'facility:read',
    summary: 'One device: what is installed, what is published of it, how it can be come at',
    params: facility.extend({ asset: z.string().max(80) }),
    query: none,
    body: nothing,
    response: vulnerableDeviceView,
  }),
  advisory: defineRoute({
    id: 'advisory',
    method: 'GET',
    path: '/api/v1/facilities/:facility/vulnerabilities/advisories/:advisory',
    permission: 'facility:read',
    summary: 'One weakness: what the feeds say of it, and which devices here have it',
    params: facility.extend({ advisory }),
    query: none,
    body: nothing,
    response: advisoryView,
  }),
  whyAffected: defineRoute({
    id: 'whyAffected',
    method: 'GET',
    path: '/api/v1/facilities/:facility/vulnerabilities/why',
    permission: 'facility:read',
    summary: 'Why an installed product is affected by a weakness, or is not, step by step',
    params: facility,
    query: z.object({ installed: z.string().max(300), advisory }),
    body: nothing,
    response: whyView,
  }),
  openResponses: defineRoute({
    id: 'openResponses',
    method: 'POST',
    path: '/api/v1/facilities/:facility/responses',
    permission: 'facility:write',
    summary: 'Take rows on: one response for each party and product; with `told`, the vendor is told',
    params: facility,
    query: none,
    body: z.strictObject({
      rows: z.array(z.string().max(300)).min(1).max(200),
      /** In words of one’s own, where it is one response. */
      title: limited(responses.title).optional(),
      dueOn: day.optional(),
      told: z
        .strictObject({ way: z.enum(['mail', 'fax', 'phone', 'post', 'hand', 'screen']), note: limited(responseSteps.note).optional() })
        .optional(),
    }),
    response: z.object({ responses: z.array(z.string()) }),
  }),
  vulnerabilityResponse: defineRoute({
    id: 'vulnerabilityResponse',
    method: 'GET',
    path: '/api/v1/facilities/:facility/responses/:response',
    permission: 'facility:read',
    summary: 'How one response stands, what both sides said, and by what it is proven',
    params: facility.extend({ response: z.string().max(80) }),
    query: none,
    body: nothing,
    response: responseView,
  }),
  stepResponse: defineRoute({
    id: 'stepResponse',
    method: 'POST',
    path: '/api/v1/facilities/:facility/responses/:response/steps',
    permission: 'facility:write',
    summary: 'The next step of the facility, or what its vendor has told it',
    params: facility.extend({ response: z.string().max(80) }),
    query: none,
    body: z.strictObject({
      seen,
      kind: responseStepKind,
      /** Today where absent. */
      on: day.optional(),
      way: z.enum(['mail', 'fax', 'phone', 'post', 'hand', 'screen']).optional(),
      visit: id<VisitId>().optional(),
      evidence: id<EvidenceId>().optional(),
      ...sayings,
    }),
    response: done,
  }),
  warnings: defineRoute({
    id: 'warnings',
    method: 'GET',
    path: '/api/v1/facilities/:facility/warnings',
    permission: 'facility:read',
    summary: 'Warnings that somebody entered, and how they were answered',
    params: facility,
    query: none,
    body: nothing,
    response: warningsView,
  }),
  plannedUpdates: defineRoute({
    id: 'plannedUpdates',
    method: 'GET',
    path: '/api/v1/facilities/:facility/planned-updates',
    permission: 'facility:read',
    summary: 'Updates that fix no flaw: how they stand, and what is missing before they may be rolled out',
    params: facility,
    query: none,
    body: nothing,
    response: plannedUpdatesView,
  }),
  stepPlannedUpdate: defineRoute({
    id: 'stepPlannedUpdate',
    method: 'POST',
    path: '/api/v1/facilities/:facility/planned-updates/:update/steps',
    permission: 'facility:write',
    summary: 'The next step of a planned update',
    params: facility.extend({ update: z.string().max(80) }),
    query: none,
    body: z.strictObject({
      seen,
      kind: plannedUpdateStepKind,
      on: day.optional(),
      note: limited(plannedUpdateSteps.note).optional(),
      result: z.enum(['worked', 'failed']).optional(),
      assets: z.array(id<AssetId>()).max(5000).optional(),
      visit: id<VisitId>().optional(),
      costYen: costYen.optional(),
      evidence: id<EvidenceId>().optional(),
    }),
    response: done,
  }),
  unreadAdvisories: defineRoute({
    id: 'unreadAdvisories',
    method: 'GET',
    path: '/api/v1/facilities/:facility/vulnerabilities/unread',
    permission: 'facility:read',
    summary: 'What feeds say of products here and could not be read wholly',
    params: facility,
    query: none,
    body: nothing,
    response: unreadAdvisoriesView,
  }),
  vendorResponses: defineRoute({
    id: 'vendorResponses',
    method: 'GET',
    path: '/api/v1/vendor/responses',
    permission: 'task:read',
    summary: 'What clients have told a vendor to close, and the planned updates that they gave to it',
    params: none,
    query: none,
    body: nothing,
    response: vendorResponsesView,
  }),
  clientResponses: defineRoute({
    id: 'clientResponses',
    method: 'GET',
    path: '/api/v1/vendor/:place/responses',
    permission: 'task:read',
    byLink: true,
    summary: 'The same of one client',
    params: place,
    query: none,
    body: nothing,
    response: clientResponsesView,
  }),
  stepVendorResponse: defineRoute({
    id: 'stepVendorResponse',
    method: 'POST',
    path: '/api/v1/vendor/:place/responses/:response/steps',
    permission: 'task:work',
    byLink: true,
    summary: 'The next step of the vendor',
    params: atResponse,
    query: none,
    body: z.strictObject({
      seen,
      kind: z.enum(['accepted', 'impact', 'planned', 'done', 'workaround', 'not-affected', 'disagreed', 'not-done', 'said']),
      /** A file that the vendor has handed over for this response. */
      evidence: id<EvidenceId>().optional(),
      ...sayings,
    }),
    response: done,
  }),
  addVendorResponseProof: defineRoute({
    id: 'addVendorResponseProof',
    method: 'POST',
    path: '/api/v1/vendor/:place/responses/:response/proof',
    permission: 'task:work',
    byLink: true,
    summary: 'A file of the vendor, as a step of its own; a statement may name it',
    params: atResponse,
    query: none,
    body: bytes,
    response: z.object({ evidence: z.string(), seen }),
    kind: 'upload',
    limit: 30 * megabyte,
  }),
  stepVendorUpdate: defineRoute({
    id: 'stepVendorUpdate',
    method: 'POST',
    path: '/api/v1/vendor/:place/updates/:update/steps',
    permission: 'task:work',
    byLink: true,
    summary: 'The next step of the vendor in a planned update',
    params: place.extend({ update: z.string().max(80) }),
    query: none,
    body: z.strictObject({
      seen,
      kind: z.enum(['announced', 'tested', 'rolled-out', 'verified', 'rolled-back', 'done', 'said']),
      note: limited(plannedUpdateSteps.note).optional(),
      result: z.enum(['worked', 'failed']).optional(),
      costYen: costYen.optional(),
    }),
    response: done,
  }),
} as const
