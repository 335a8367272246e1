import * as z from 'zod'
import { day, instant } from './common.ts'

/** `waiting`: the successor has not accepted yet. `begun`: both work. `moved`: the day has come. */
export const handOverState = z.enum(['waiting', 'begun', 'moved', 'withdrawn'])

export const handOverView = z.object({
  id: z.string(),
  state: handOverState,
  predecessor: z.object({ person: z.string(), name: z.string() }),
  successor: z.object({ person: z.string().optional(), name: z.string() }),
  /** From this day on the predecessor has no rights any more. */
  movesOn: day,
  /** Where keys and envelopes are kept; never the secrets. */
  places: z.string(),
  /** Whom to call for what. */
  calls: z.string(),
  facility: z.string().optional(),
  /** Open tasks that went over when it began. */
  tasks: z.number().int(),
  begunAt: instant,
  begunBy: z.string(),
  acceptedAt: instant.optional(),
  withdrawnAt: instant.optional(),
})

export const handOversView = z.object({ handOvers: z.array(handOverView) })

export type HandOverView = z.infer<typeof handOverView>
