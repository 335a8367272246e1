import type { SessionView } from '@mimamori/contract'
import type { QueryClient } from '@tanstack/react-query'
import { createRootRouteWithContext, Outlet, redirect } from '@tanstack/react-router'
import { sessionQuery } from '../data/queries.ts'
import { LockLayer } from '../frame/lock-layer.tsx'
import { RouteProblem } from '../frame/route-problem.tsx'

export interface RouterContext {
  readonly client: QueryClient
}

function Root() {
  return (
    <>
      <Outlet />
      <LockLayer />
    </>
  )
}

export const root = createRootRouteWithContext<RouterContext>()({
  component: Root,
  errorComponent: RouteProblem,
  notFoundComponent: () => <RouteProblem error={undefined} />,
})

/** NOTE: asked anew while a second factor is missing: somebody who has just set one up goes on at once. */
export async function sessionNow(client: QueryClient): Promise<SessionView> {
  const known = await client.query(sessionQuery)
  return known.mustSetUpFactor ? client.query({ ...sessionQuery, staleTime: 0 }) : known
}

export async function mustBeSomebody({ context, location }: { context: RouterContext; location: { href: string } }): Promise<void> {
  const session = await context.client.query(sessionQuery)
  if (session.state === 'setup') throw redirect({ to: '/setup' })
  if (session.state === 'signed-out') throw redirect({ to: '/sign-in', search: { back: location.href } })
}

export async function mustBeSignedIn(given: { context: RouterContext; location: { href: string } }): Promise<void> {
  await mustBeSomebody(given)
  if ((await sessionNow(given.context.client)).mustSetUpFactor) throw redirect({ to: '/me' })
}
