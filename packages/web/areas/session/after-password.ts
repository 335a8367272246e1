import { type FactorAnswer, type FactorWay, routes, type SessionView } from '@mimamori/contract'
import { type QueryClient, useQueryClient } from '@tanstack/react-query'
import { noteActivity } from '../../data/activity.ts'
import { ask } from '../../data/api.ts'
import { rememberName } from '../../data/known-names.ts'
import { sessionQuery } from '../../data/queries.ts'

/** Reads who has come in; remembers the name on this PC only for those who allowed it. */
export async function arrive(client: QueryClient, remember: boolean): Promise<SessionView> {
  noteActivity()
  const session = await client.query({ ...sessionQuery, staleTime: 0 })
  if (remember && session.person) rememberName(session.person)
  return session
}

/** The second factor at the half-open door. */
export function useHalfOpen(sharedPc: boolean) {
  return {
    ask: (way: FactorWay) => ask(routes.askFactor, { body: { way } }),
    give: async (answer: FactorAnswer) => {
      await ask(routes.giveFactor, { body: { answer, sharedPc } })
    },
  }
}

export function useArrive(): (remember: boolean) => Promise<SessionView> {
  const client = useQueryClient()
  return (remember) => arrive(client, remember)
}
