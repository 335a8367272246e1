import * as z from 'zod'
import { problemAnswer } from '../answers.ts'

const id = z.string()
const state = z.enum(['covered', 'stand-in', 'open', 'unknown', 'not-applicable'])
const controlState = z.enum(['in-place', 'partly', 'no', 'not-applicable', 'unknown'])
const party = z.enum(['facility', 'vendor', 'both'])
const cell = z.object({
  control: id,
  name: z.string(),
  role: z.enum(['prevent', 'detect', 'limit', 'recover']),
  needed: z.boolean(),
  state: controlState,
})

export const riskAnswer = z.object({
  asOf: z.string(),
  facility: z.object({ id, name: z.string() }),
  risks: z.array(
    z.object({
      id,
      category: id,
      /** The phase in which it is dealt with first; all of them are in `phases`. */
      phase: z.string(),
      phases: z.array(z.string()),
      large: z.string(),
      middle: z.string(),
      name: z.string(),
      scenario: z.string(),
      harms: z.enum(['care', 'records', 'secrecy', 'order']),
      state,
      /** What covers it: its needed controls that are in place, and those that stand in. */
      by: z.array(id),
      /** Under what the stand-ins count, and what they do not do. */
      condition: z.string().optional(),
      limit: z.string().optional(),
      standIns: z.array(z.object({ for: id, by: id, condition: z.string(), limit: z.string() })).optional(),
      missing: z.array(id),
      unsure: z.array(id),
      /** The smallest sets of controls, each of which would close it. */
      wouldClose: z.array(z.array(id)),
      party,
      /** Controls and facts that would decide it. */
      deciding: z.array(id).optional(),
      /** The decision by which what is left of it is borne. */
      borne: z.object({ decision: id, until: z.string().nullable() }).optional(),
      /** The two columns of the matrix. */
      facility: z.array(cell),
      vendor: z.array(cell),
      refs: z.array(z.object({ edition: z.string(), clause: z.string(), confidence: z.string() })),
    }),
  ),
  controls: z.array(
    z.object({
      id,
      name: z.string(),
      state: controlState,
      party,
      parties: z.array(z.object({ party: z.string(), state: controlState })),
      why: z.array(z.string()),
      /** Risks that would be open without it and are not now. */
      ifFailed: z.array(id),
    }),
  ),
  summary: z.record(state, z.number().int()),
  /** What is asked in `deciding`, in words. */
  questions: z.array(z.object({ id, text: z.string() })),
  categories: z.array(z.object({ id, name: z.string() })),
  problems: z.array(problemAnswer),
})

export type RiskAnswer = z.infer<typeof riskAnswer>
