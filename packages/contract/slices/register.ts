import type { FactRef, Party, RegisterRow, SliceName, SourceId } from '@mimamori/domain'
import { sliceNames } from '@mimamori/domain'
import * as z from 'zod'
import { day, id, line, note, opt, record } from './fields.ts'

const sliceName = z.enum(sliceNames as [SliceName, ...SliceName[]]) // there is more than one slice
export const severity = z.enum(['critical', 'high', 'medium', 'low'])
export const party = z.string().regex(/^(facility|vendor:[a-z0-9][a-z0-9._:-]{0,79})$/) as unknown as z.ZodType<Party> // the pattern is that of `Party`

export const factRef: z.ZodType<FactRef> = z.union([
  z.strictObject({ slice: sliceName, id: z.string().max(2000), field: opt(z.string().max(60)) }),
  z.strictObject({ slice: sliceName, none: z.strictObject({ field: z.string().max(60), is: z.string().max(200) }) }),
])

/** The life of one finding, as the register and the folder keep it. */
export const registerRow: z.ZodType<RegisterRow> = record<RegisterRow>({
  id: z.string().max(2000),
  rule: z.string().max(80),
  subjects: z.array(z.string().max(120)).max(50),
  parties: z.array(party).min(1).max(50),
  severity,
  firstSeenOn: day,
  lastSeenOn: day,
  dueOn: opt(day),
  dueDays: opt(z.number().int()),
  grounds: z.array(z.strictObject({ fact: factRef, source: opt(id<SourceId>()), print: z.string().max(20) })).max(200),
  task: opt(z.string().max(80)),
  accepted: opt(z.strictObject({ until: day, by: line(), why: note() })),
  standIn: opt(z.strictObject({ measure: z.string().max(80), until: opt(day) })),
  statement: opt(z.strictObject({ by: line(), on: day })),
  closedOn: opt(day),
  reopened: z.number().int().min(0),
  parts: opt(z.lazy(() => z.array(registerRow).max(50))),
})
