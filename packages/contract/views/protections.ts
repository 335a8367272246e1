import * as z from 'zod'
import { confidence, day, text } from './common.ts'

const controlState = z.enum(['in-place', 'partly', 'no', 'not-applicable', 'unknown'])
const threeValued = z.enum(['yes', 'no', 'unknown'])

/** A scheme of support against this facility; `pays` says in words what it gives, and `window` whether it is open today. */
const supportLine = z.object({
  id: z.string(),
  name: text,
  payer: text,
  kind: z.enum(['subsidy', 'fee', 'grant', 'service']),
  fits: threeValued,
  window: z.enum(['open', 'not-yet', 'ended', 'unknown']),
  from: day.optional(),
  until: day.optional(),
  dated: z.string(),
  conditions: z.array(z.object({ says: text, holds: threeValued })),
  pays: z.array(text),
  papers: z.array(text),
  note: text,
  confidence,
})

/**
 * The police's table of protections at six places of a building (図表 3.1.1 of JMARI working paper 488), this facility's state of each,
 * three published quotes held against it, and the schemes of support. Yen are whole, of the first year; `maxYen` is the figure that is
 * named, and `openUpper` says that it is no upper end.
 */
export const protectionTableView = z.object({
  revision: z.number().int(),
  places: z.array(z.object({ id: z.string(), name: text, building: text, protections: z.array(z.string()), state: controlState })),
  protections: z.array(
    z.object({
      id: z.string(),
      name: text,
      state: controlState,
      controls: z.array(z.object({ id: z.string(), name: text, state: controlState })),
    }),
  ),
  quotes: z.array(
    z.object({
      id: z.string(),
      name: text,
      dated: z.string(),
      terminals: z.number().int(),
      minYen: z.number().int(),
      maxYen: z.number().int(),
      openUpper: z.boolean(),
      holes: z.array(z.string()),
      note: text,
      page: z.number().int(),
    }),
  ),
  support: z.array(supportLine),
})

export type ProtectionTableView = z.infer<typeof protectionTableView>
