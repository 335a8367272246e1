import { z } from 'zod'
import { cardSize, clauseRef, confidence, entityId, roughDate, sourced, text } from './common.ts'

const severity = z.enum(['critical', 'high', 'medium', 'low'])

const task = z.strictObject({
  per: z.enum(['rule', 'item', 'vendor', 'finding']),
  title: text,
  who: text,
  button: text,
  screen: z.enum([
    'setup',
    'item',
    'joined',
    'vendor',
    'finding',
    'paper',
    'people',
    'edition',
    'year',
    'checklist',
    'assets',
    'register',
    'network',
    'risks',
  ]),
})

export const rule = z.strictObject({
  id: z.string().regex(/^[a-z]+\/[a-z0-9-]+$/),
  title: text,
  titles: z.record(z.string(), text).exactOptional(),
  vendorTitle: text.exactOptional(),
  step: text,
  says: z.record(z.string(), text),
  severity: z.object({ usual: severity }).catchall(severity),
  refs: z.array(clauseRef),
  measures: z.array(z.string()),
  dueDays: z.int().exactOptional(),
  minutes: z.int().positive(),
  task: task.exactOptional(),
  vendorTask: task.exactOptional(),
  replaces: z.array(z.string()).exactOptional(),
  silentBeside: z.array(z.string()).exactOptional(),
})

export const measure = z.strictObject({ id: entityId, title: text, ...sourced })

export const workCard = z.strictObject({
  id: entityId,
  topic: entityId,
  title: text,
  minutes: z.int().positive(),
  sizes: z.array(cardSize).min(1),
  deviceFamily: z.enum(['yamaha', 'fortigate', 'windows']).exactOptional(),
  who: text,
  before: z.array(text).min(1),
  steps: z.array(z.strictObject({ id: entityId, text, for: cardSize.exactOptional() })).min(3),
  checkAfter: z.array(text).min(1),
  whenNot: z.array(text).min(1),
  askVendor: text,
  evidence: text,
  variants: z
    .array(z.strictObject({ for: cardSize, who: text.exactOptional(), minutes: z.int().positive().exactOptional() }))
    .exactOptional(),
  note: text.exactOptional(),
  ...sourced,
})

export const glossaryTerm = z.strictObject({
  id: entityId,
  order: z.int().positive(),
  term: text,
  plain: text,
  code: z.string().min(1),
  ...sourced,
})

const chapter = z.strictObject({ number: z.int().positive(), title: text, confidence })
const book = z.strictObject({
  short: z.string().min(1),
  title: text,
  readers: text,
  confidence,
  chapters: z.array(chapter).exactOptional(),
})

export const guideline = z.strictObject({
  id: entityId,
  kind: z.enum(['guideline', 'standard', 'law', 'notice', 'fee-schedule', 'check-sheet']),
  title: text,
  short: text,
  issuer: text,
  issuedOn: roughDate.exactOptional(),
  supersededOn: roughDate.exactOptional(),
  number: z.string().exactOptional(),
  books: z.array(book).exactOptional(),
  note: text.exactOptional(),
  ...sourced,
})

export const source = z.strictObject({ id: z.string().min(1), citation: z.union([z.string().min(1), text]) })
