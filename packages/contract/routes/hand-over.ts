import * as z from 'zod'
import { defineRoute } from '../route.ts'
import { handOversView } from '../views/hand-over.ts'
import { invitationWay, madeInvitation } from '../views/people.ts'
import { done, none, nothing } from './shared.ts'

const one = z.object({ handOver: z.guid() })
const words = z.string().max(4000)
const record = z.string().max(80).optional()

export const handOverRoutes = {
  handOvers: defineRoute({
    id: 'handOvers',
    method: 'GET',
    path: '/api/v1/hand-overs',
    permission: 'member:read',
    summary: 'Who hands over to whom, and when the rights move',
    params: none,
    query: none,
    body: nothing,
    response: handOversView,
  }),
  beginHandOver: defineRoute({
    id: 'beginHandOver',
    method: 'POST',
    path: '/api/v1/hand-overs',
    permission: 'member:write',
    summary: 'Begin a hand-over to a colleague or to somebody who is invited; both work until the day',
    params: none,
    query: none,
    body: z.strictObject({
      predecessor: z.guid(),
      successor: z.union([
        z.strictObject({ person: z.guid() }),
        z.strictObject({ name: z.string().trim().min(1).max(100), way: invitationWay }),
      ]),
      movesOn: z.string().max(40),
      places: words,
      calls: words,
      /** Whose open tasks go to whom, by the records of the people of a facility; without `to` the successor is added there. */
      facility: z.strictObject({ id: z.string().max(80), from: record, to: record }).optional(),
    }),
    response: z.object({ handOver: z.string(), tasks: z.number().int(), invitation: madeInvitation.optional() }),
  }),
  changeHandOver: defineRoute({
    id: 'changeHandOver',
    method: 'POST',
    path: '/api/v1/hand-overs/:handOver',
    permission: 'member:write',
    summary: 'Write down where keys are kept and whom to call',
    params: one,
    query: none,
    body: z.strictObject({
      places: words,
      calls: words,
      /** What stood there when it was opened: a field that somebody has written since is not written over. */
      seen: z.strictObject({ places: words, calls: words }),
    }),
    response: done,
  }),
  withdrawHandOver: defineRoute({
    id: 'withdrawHandOver',
    method: 'DELETE',
    path: '/api/v1/hand-overs/:handOver',
    permission: 'member:write',
    summary: 'Stop a hand-over before its day; the predecessor keeps the rights',
    params: one,
    query: none,
    body: nothing,
    response: done,
  }),
} as const
