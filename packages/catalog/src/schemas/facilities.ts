import { z } from 'zod'
import { calendarDate, clauseRef, entityId, facilityKind, sourced, stage, text } from './common.ts'

export const stageTarget = z.strictObject({
  id: entityId,
  kinds: z.array(facilityKind).min(1),
  bedsMin: z.int().exactOptional(),
  bedsMax: z.int().exactOptional(),
  stage,
  reason: text,
  ...sourced,
})

export const facilityWords = z.strictObject({ id: facilityKind, kind: text, us: text, head: text, ...sourced })

export const duty = z.strictObject({
  id: entityId,
  kind: z.enum(['law', 'fee-condition', 'inspection-point']),
  title: text,
  says: text,
  appliesTo: z.array(facilityKind).min(1),
  bedsMin: z.int().exactOptional(),
  bedsMax: z.int().exactOptional(),
  validFrom: calendarDate.exactOptional(),
  validTo: calendarDate.exactOptional(),
  ref: clauseRef,
  ...sourced,
})

export const holiday = z.strictObject({ id: calendarDate, name: text, kind: z.enum(['national', 'new-year']), ...sourced })

export const contactBody = z.strictObject({
  id: entityId,
  kind: z.enum(['vendor', 'ministry', 'prefecture', 'health-centre', 'police', 'ipa', 'ppc', 'association', 'insurer', 'other']),
  name: text,
  use: text,
  phone: z.string().exactOptional(),
  hours: text.exactOptional(),
  url: z.url().exactOptional(),
  note: text.exactOptional(),
  ...sourced,
})

const questionPart = z.strictObject({
  id: z.string().min(1),
  ask: text,
  answer: z.enum(['one', 'many', 'number', 'text', 'date', 'people']),
  sets: z.string().regex(/^[a-z]+\.[a-zA-Z]+$/),
  choices: z
    .array(z.strictObject({ code: z.string().min(1), text, help: text.exactOptional() }))
    .min(2)
    .exactOptional(),
  help: text.exactOptional(),
  when: z.strictObject({ part: z.string(), is: z.array(z.string()).min(1) }).exactOptional(),
})

export const tenQuestion = z.strictObject({
  id: entityId,
  number: z.int().positive(),
  question: text,
  whyAsked: text,
  help: text.exactOptional(),
  per: z.enum(['facility', 'system']),
  parts: z.tuple([questionPart], questionPart),
  skipFor: z.array(facilityKind).exactOptional(),
  ...sourced,
})
