import { z } from 'zod'
import { audience, calendarDate, clauseRef, confidence, entityId, roughDate, sourced, sources, stage, text } from './common.ts'

export const edition = z.strictObject({
  id: entityId,
  title: text,
  short: text,
  issuer: text,
  fiscalYear: z.int().exactOptional(),
  issuedOn: roughDate,
  validFrom: calendarDate.exactOptional(),
  validTo: calendarDate.exactOptional(),
  audiences: z.array(audience).min(1),
  itemsLoaded: z.boolean(),
  note: text.exactOptional(),
  ...sourced,
})

const itemVariant = z.strictObject({
  for: z.union([audience, z.enum(['clinic', 'large-hospital'])]),
  title: text.exactOptional(),
  question: text.exactOptional(),
  whereToLook: text.exactOptional(),
  omit: z.literal(true).exactOptional(),
  note: text.exactOptional(),
})

/** `sources` may be missing on an item that came from an uploaded form; our own files always have it (test). */
export const item = z.strictObject({
  id: entityId,
  edition: entityId,
  number: z.string().min(1),
  order: z.int().positive(),
  topic: entityId,
  section: text,
  rows: z.array(z.enum(['organisation', 'general', 'server', 'client-pc', 'network'])).min(1),
  owners: z.array(z.enum(['facility', 'vendor'])).min(1),
  reference: z.literal(true).exactOptional(),
  perClient: z.literal(true).exactOptional(),
  openWithoutContract: z.literal(true).exactOptional(),
  title: text,
  formTitle: text.exactOptional(),
  question: text,
  yesMeans: text.exactOptional(),
  whereToLook: text.exactOptional(),
  whyAsked: text.exactOptional(),
  vendorTitle: text.exactOptional(),
  vendorConfidence: confidence.exactOptional(),
  confidence,
  refs: z.array(clauseRef),
  note: text.exactOptional(),
  variants: z.array(itemVariant).exactOptional(),
  sources: sources.exactOptional(),
})

export const crosswalkLink = z.strictObject({
  id: entityId,
  from: entityId,
  to: entityId.exactOptional(),
  kind: z.enum(['same', 'wider', 'narrower', 'ends']),
  confidence,
  note: text.exactOptional(),
  sources: sources.exactOptional(),
})

export const stageCriterion = z.strictObject({
  id: entityId,
  topic: entityId,
  stage,
  needs: z.enum(['answered', 'facility-yes', 'agreed-yes', 'evidence', 'nothing']),
  says: text,
  reason: text,
  ...sourced,
})

export const period = z.strictObject({ id: entityId, days: z.int().positive(), reason: text, ...sourced })

export const askingPlanStep = z.strictObject({
  id: z.enum(['request', 'chase-up', 'phone', 'second-contact', 'head-letter', 'notice']),
  order: z.int().positive(),
  kind: z.enum(['request', 'chase-up', 'second-contact', 'head-letter', 'notice']),
  way: z.enum(['post', 'fax', 'mail', 'phone']),
  days: z.int().nonnegative(),
  title: text,
  button: text,
  reason: text,
  refs: z.array(clauseRef).exactOptional(),
  ...sourced,
})

export const topic = z.strictObject({ id: entityId, short: text, ...sourced })

export const topicDate = z.strictObject({
  id: entityId,
  topic: entityId,
  edition: entityId,
  clause: z.string().min(1),
  on: calendarDate,
  says: text,
  ...sourced,
})
