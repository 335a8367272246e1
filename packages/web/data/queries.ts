import { type Route, routes, type SessionView } from '@mimamori/contract'
import { type QueryClient, type UseQueryResult, useQuery, useQueryClient } from '@tanstack/react-query'
import { ask, type InputOf, mayPass, type OutputOf } from './api.ts'
import { lockPage, lockReason } from './lock.ts'

/** The input of a route without the facility, which every view of one has. */
interface Asked<R extends Route> {
  readonly params?: Readonly<Record<string, string>>
  readonly query?: InputOf<R> extends { readonly query?: infer Q } ? Q : never
}

/** How a view of one facility is fetched; everything under the facility's key is fetched anew after a change. */
export function viewQuery<R extends Route>(route: R, facility: string, input: Asked<R> = {}) {
  const whole = { ...input, params: { ...input.params, facility } }
  return {
    queryKey: [facility, route.id, whole],
    queryFn: () => ask(route, whole as unknown as InputOf<R>), // the facility's id is the parameter that was left out
    retry: (count: number, error: Error) => mayPass(error) && count < 2,
  }
}

/** A view of one facility. */
export function useView<R extends Route>(
  route: R,
  facility: string,
  input: Asked<R> = {},
  options: { enabled?: boolean } = {},
): UseQueryResult<OutputOf<R>> {
  return useQuery({ ...viewQuery(route, facility, input), enabled: options.enabled ?? true })
}

/** NOTE: when the session has ended under an open page, the page is locked and goes on showing what it knew: what was typed stays. */
async function readSession({ client }: { client: QueryClient }): Promise<SessionView> {
  const before = client.getQueryData<SessionView>(['session'])
  if (before?.state === 'signed-in' && lockReason() !== undefined) return before
  const session = await ask(routes.session, {})
  if (before?.state !== 'signed-in' || session.state === 'signed-in') return session
  lockPage('ended')
  return before
}

/** A view of the organisation in whose name one acts; fetched anew by `useOwnAgain`. */
export function useOwnView<R extends Route>(route: R, input: InputOf<R>): UseQueryResult<OutputOf<R>> {
  return useQuery({
    queryKey: ['own', route.id, input],
    queryFn: () => ask(route, input),
    retry: (count, error) => mayPass(error) && count < 2,
  })
}

/** Fetches every view of the own organisation anew. */
export function useOwnAgain(): () => Promise<void> {
  const client = useQueryClient()
  return () => client.invalidateQueries({ queryKey: ['own'] })
}

export const sessionQuery = {
  queryKey: ['session'],
  queryFn: readSession,
  staleTime: 60_000,
}

/** Forgets what was shown to the one who signed out. */
export async function forgetViews(client: QueryClient): Promise<void> {
  client.removeQueries({ predicate: (query) => query.queryKey[0] !== 'session' })
  await client.invalidateQueries({ queryKey: ['session'] })
}
