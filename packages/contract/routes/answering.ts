import * as z from 'zod'
import { defineRoute } from '../route.ts'
import { limited } from '../slices/fields.ts'
import {
  answerer,
  discussionsView,
  draftAnswer,
  draftView,
  sheetToAnswerView,
  standardsView,
  submitResult,
  takenPart,
  vendorClientsView,
} from '../views/answering.ts'
import { beatView } from '../views/facility.ts'
import { bytes, done, facility, megabyte, none, nothing, tabName } from './shared.ts'

/** `place`: the relation by which an account comes in, or `link` for somebody with a one-time number. */
const place = z.object({ place: z.union([z.guid(), z.literal('link')]), sheet: z.string().max(80) })
const placeOfAccount = z.object({ place: z.guid(), sheet: z.string().max(80) })
const version = z.number().int()
const words = limited({ lines: 'several', most: 2000 })
const item = z.string().max(80)
const answers = z.record(item, draftAnswer)

/** What vendors do: by an account, and most of it by a link as well. */
export const answeringRoutes = {
  vendorClients: defineRoute({
    id: 'vendorClients',
    method: 'GET',
    path: '/api/v1/vendor/clients',
    permission: 'sheet:read',
    summary: 'The sheets of all clients of a vendor, by due date',
    params: none,
    query: none,
    body: nothing,
    response: vendorClientsView,
  }),
  standards: defineRoute({
    id: 'standards',
    method: 'GET',
    path: '/api/v1/vendor/standards',
    permission: 'sheet:read',
    summary: 'Answers that hold for every client of a product',
    params: none,
    query: none,
    body: nothing,
    response: standardsView,
  }),
  saveStandard: defineRoute({
    id: 'saveStandard',
    method: 'POST',
    path: '/api/v1/vendor/standards',
    permission: 'sheet:answer',
    summary: 'Write the standard answers of a product; a new one where no id is given',
    params: none,
    query: none,
    body: z.strictObject({
      id: z.guid().optional(),
      version: version.optional(),
      product: limited({ lines: 'one', most: 200 }),
      answers,
    }),
    response: z.object({ id: z.string(), version }),
  }),
  removeStandard: defineRoute({
    id: 'removeStandard',
    method: 'DELETE',
    path: '/api/v1/vendor/standards/:standard',
    permission: 'sheet:answer',
    summary: 'Throw standard answers away; what was handed in stays',
    params: z.object({ standard: z.guid() }),
    query: none,
    body: nothing,
    response: done,
  }),
  sheetToAnswer: defineRoute({
    id: 'sheetToAnswer',
    method: 'GET',
    path: '/api/v1/answering/:place/:sheet',
    permission: 'sheet:read',
    byLink: true,
    summary: 'One sheet as its vendor fills it in',
    params: place,
    query: none,
    body: nothing,
    response: sheetToAnswerView,
  }),
  saveSheetDraft: defineRoute({
    id: 'saveSheetDraft',
    method: 'POST',
    path: '/api/v1/answering/:place/:sheet/draft',
    permission: 'sheet:answer',
    byLink: true,
    summary: 'Keep what was written; the facility does not see it',
    params: place,
    query: none,
    body: z.strictObject({
      version,
      answers: answers.optional(),
      answeredBy: answerer.optional(),
      approvedBy: limited({ lines: 'one', most: 200 }).optional(),
      /** Of parts that were begun before `version`: the version that the person had before them. */
      bases: z.record(item, version).optional(),
    }),
    response: z.object({
      draft: draftView,
      /** Items that a colleague has changed meanwhile: theirs stand in the draft, nothing of these was stored. */
      conflicts: z.array(z.string()),
      /** The same with `answeredBy` and `approvedBy`, who was quicker and when. */
      taken: z.array(takenPart),
    }),
  }),
  sheetBeat: defineRoute({
    id: 'sheetBeat',
    method: 'POST',
    path: '/api/v1/answering/:place/:sheet/presence',
    permission: 'sheet:read',
    summary: 'Tell that a sheet is open, or is not any more, and hear which colleagues have it open',
    params: placeOfAccount,
    query: none,
    body: z.strictObject({ tab: tabName, isHere: z.boolean() }),
    response: beatView,
  }),
  moveSheetDraft: defineRoute({
    id: 'moveSheetDraft',
    method: 'POST',
    path: '/api/v1/answering/:place/:sheet/move',
    permission: 'sheet:answer',
    byLink: true,
    summary: 'To the check within the company, back to the one who writes, or open for a correction',
    params: place,
    query: none,
    body: z.strictObject({ version, to: z.enum(['writing', 'checking', 'sent-back']), why: words.optional() }),
    response: draftView,
  }),
  proposeStandard: defineRoute({
    id: 'proposeStandard',
    method: 'POST',
    path: '/api/v1/answering/:place/:sheet/standard',
    permission: 'sheet:answer',
    summary: 'Lay the standard answers of a product over the items that have none; each is confirmed by a person',
    params: placeOfAccount,
    query: none,
    body: z.strictObject({ version, standard: z.guid() }),
    response: draftView,
  }),
  submitSheet: defineRoute({
    id: 'submitSheet',
    method: 'POST',
    path: '/api/v1/answering/:place/:sheet/submit',
    permission: 'sheet:submit',
    byLink: true,
    summary: 'Hand the sheet in; from now on the facility sees the answers',
    params: place,
    query: none,
    body: z.strictObject({
      version,
      why: words.optional(),
      /** Rows of the facility that were seen to differ and are to be written over. */
      over: z
        .array(z.strictObject({ id: z.string().max(80), version }))
        .max(500)
        .optional(),
    }),
    response: submitResult,
  }),
  addSheetEvidence: defineRoute({
    id: 'addSheetEvidence',
    method: 'POST',
    path: '/api/v1/answering/:place/:sheet/evidence',
    permission: 'sheet:answer',
    byLink: true,
    summary: 'Hand a file to the facility, as evidence of an answer',
    params: place,
    query: z.object({ item }),
    body: bytes,
    response: z.object({ evidence: z.string() }),
    kind: 'upload',
    limit: 30 * megabyte,
  }),
  sayOnSheet: defineRoute({
    id: 'sayOnSheet',
    method: 'POST',
    path: '/api/v1/answering/:place/:sheet/messages',
    permission: 'sheet:answer',
    byLink: true,
    summary: 'Say something about an item on which both sides differ',
    params: place,
    query: none,
    body: z.strictObject({ discussion: z.string().max(80), text: words, evidence: z.string().max(80).optional() }),
    response: done,
  }),
  discussions: defineRoute({
    id: 'discussions',
    method: 'GET',
    path: '/api/v1/facilities/:facility/discussions',
    permission: 'facility:read',
    summary: 'What the facility and its vendors say about items on which they differ',
    params: facility,
    query: none,
    body: nothing,
    response: discussionsView,
  }),
} as const
