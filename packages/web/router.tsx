import type { QueryClient } from '@tanstack/react-query'
import { createRootRouteWithContext, createRoute, createRouter, lazyRouteComponent, Outlet, redirect } from '@tanstack/react-router'
import { whenSessionEnds } from './data/api.ts'
import { sessionQuery } from './data/queries.ts'
import { readSetting } from './data/settings.ts'
import { FacilityFrame } from './frame/facility-frame.tsx'
import { RouteProblem } from './frame/route-problem.tsx'
import { bool, oneOf, word } from './frame/search-params.ts'

interface RouterContext {
  readonly client: QueryClient
}

const root = createRootRouteWithContext<RouterContext>()({
  component: Outlet,
  errorComponent: RouteProblem,
  notFoundComponent: () => <RouteProblem error={undefined} />,
})

/** Where somebody belongs who has just come: set-up, sign-in, the choice at the start, or the facility last worked on. */
const start = createRoute({
  getParentRoute: () => root,
  path: '/',
  beforeLoad: async ({ context }) => {
    const session = await context.client.query(sessionQuery)
    if (session.state === 'setup') throw redirect({ to: '/setup' })
    if (session.state === 'signed-out') throw redirect({ to: '/sign-in' })
    const last = readSetting('facility')
    const facility = session.facilities.find((each) => each.id === last) ?? session.facilities[0]
    if (!facility) throw redirect({ to: '/welcome' })
    throw redirect({ to: '/f/$facility/today', params: { facility: facility.id } })
  },
})

const setUp = createRoute({
  getParentRoute: () => root,
  path: '/setup',
  component: lazyRouteComponent(() => import('./areas/session/set-up.tsx'), 'SetUp'),
})

const signIn = createRoute({
  getParentRoute: () => root,
  path: '/sign-in',
  validateSearch: (search: Record<string, unknown>): { back?: string; why?: 'idle' | 'ended' } => ({
    ...word(search, 'back'),
    ...oneOf(search, 'why', ['idle', 'ended']),
  }),
  component: lazyRouteComponent(() => import('./areas/session/sign-in.tsx'), 'SignIn'),
})

async function mustBeSignedIn({ context, location }: { context: RouterContext; location: { href: string } }): Promise<void> {
  const session = await context.client.query(sessionQuery)
  if (session.state === 'setup') throw redirect({ to: '/setup' })
  if (session.state === 'signed-out') throw redirect({ to: '/sign-in', search: { back: location.href } })
}

const welcome = createRoute({
  getParentRoute: () => root,
  path: '/welcome',
  beforeLoad: mustBeSignedIn,
  component: lazyRouteComponent(() => import('./areas/session/welcome.tsx'), 'Welcome'),
})

const facility = createRoute({ getParentRoute: () => root, path: '/f/$facility', beforeLoad: mustBeSignedIn, component: FacilityFrame })

const today = createRoute({
  getParentRoute: () => facility,
  path: '/today',
  component: lazyRouteComponent(() => import('./areas/home/today.tsx'), 'Today'),
})

const tenQuestions = createRoute({
  getParentRoute: () => facility,
  path: '/start/{-$step}',
  component: lazyRouteComponent(() => import('./areas/facilities/ten-questions.tsx'), 'TenQuestions'),
})

const checklist = createRoute({
  getParentRoute: () => facility,
  path: '/checklist',
  validateSearch: (search: Record<string, unknown>): { mode?: 'one' | 'list'; item?: string; sheet?: string } => ({
    ...oneOf(search, 'mode', ['one', 'list']),
    ...word(search, 'item'),
    ...word(search, 'sheet'),
  }),
  component: lazyRouteComponent(() => import('./areas/checklists/checklist.tsx'), 'Checklist'),
})

const joined = createRoute({
  getParentRoute: () => facility,
  path: '/joined',
  validateSearch: (search: Record<string, unknown>): { order?: 'number'; item?: string } => ({
    ...oneOf(search, 'order', ['number']),
    ...word(search, 'item'),
  }),
  component: lazyRouteComponent(() => import('./areas/checklists/joined.tsx'), 'Joined'),
})

const card = createRoute({
  getParentRoute: () => facility,
  path: '/cards/$card',
  validateSearch: (search: Record<string, unknown>): { item?: string } => word(search, 'item'),
  component: lazyRouteComponent(() => import('./areas/checklists/card-page.tsx'), 'CardPage'),
})

const year = createRoute({
  getParentRoute: () => facility,
  path: '/year',
  component: lazyRouteComponent(() => import('./areas/checklists/year-change.tsx'), 'YearChange'),
})

const edition = createRoute({
  getParentRoute: () => facility,
  path: '/edition',
  component: lazyRouteComponent(() => import('./areas/checklists/edition-load.tsx'), 'EditionLoad'),
})

const findings = createRoute({
  getParentRoute: () => facility,
  path: '/findings',
  validateSearch: (search: Record<string, unknown>): { who?: 'facility' | 'vendor' | 'both'; group?: 'item'; accepted?: true } => ({
    ...oneOf(search, 'who', ['facility', 'vendor', 'both']),
    ...oneOf(search, 'group', ['item']),
    ...bool(search, 'accepted'),
  }),
  component: lazyRouteComponent(() => import('./areas/findings/findings.tsx'), 'Findings'),
})

const finding = createRoute({
  getParentRoute: () => facility,
  path: '/finding',
  validateSearch: (search: Record<string, unknown>): { id?: string } => word(search, 'id'),
  component: lazyRouteComponent(() => import('./areas/findings/finding.tsx'), 'Finding'),
})

const vendors = createRoute({
  getParentRoute: () => facility,
  path: '/vendors',
  validateSearch: (search: Record<string, unknown>): { vendor?: string } => word(search, 'vendor'),
  component: lazyRouteComponent(() => import('./areas/vendors/vendors.tsx'), 'Vendors'),
})

const vendorSheet = createRoute({
  getParentRoute: () => facility,
  path: '/vendors/$sheet/ask',
  component: lazyRouteComponent(() => import('./areas/vendors/vendor-sheet.tsx'), 'VendorSheet'),
})

const mail = createRoute({
  getParentRoute: () => facility,
  path: '/mail',
  component: lazyRouteComponent(() => import('./areas/vendors/mail-page.tsx'), 'MailPage'),
})

const paperReply = createRoute({
  getParentRoute: () => facility,
  path: '/vendors/$sheet/reply',
  component: lazyRouteComponent(() => import('./areas/vendors/paper-reply.tsx'), 'PaperReply'),
})

const papers = createRoute({
  getParentRoute: () => facility,
  path: '/papers',
  component: lazyRouteComponent(() => import('./areas/papers/papers.tsx'), 'Papers'),
})

const imports = createRoute({
  getParentRoute: () => facility,
  path: '/import',
  validateSearch: (
    search: Record<string, unknown>,
  ): { as?: 'facility-checklist' | 'vendor-reply' | 'vendor-list' | 'folder'; sheet?: string } => ({
    ...oneOf(search, 'as', ['facility-checklist', 'vendor-reply', 'vendor-list', 'folder']),
    ...word(search, 'sheet'),
  }),
  component: lazyRouteComponent(() => import('./areas/imports/import-page.tsx'), 'ImportPage'),
})

const people = createRoute({
  getParentRoute: () => facility,
  path: '/people',
  component: lazyRouteComponent(() => import('./areas/facilities/people.tsx'), 'People'),
})

const settings = createRoute({
  getParentRoute: () => facility,
  path: '/settings',
  component: lazyRouteComponent(() => import('./areas/facilities/settings.tsx'), 'Settings'),
})

const more = createRoute({
  getParentRoute: () => facility,
  path: '/more',
  component: lazyRouteComponent(() => import('./areas/facilities/more.tsx'), 'More'),
})

const routeTree = root.addChildren([
  start,
  setUp,
  signIn,
  welcome,
  facility.addChildren([
    today,
    tenQuestions,
    checklist,
    joined,
    card,
    year,
    edition,
    findings,
    finding,
    vendors,
    vendorSheet,
    mail,
    paperReply,
    papers,
    imports,
    people,
    settings,
    more,
  ]),
])

/** Addresses and screens. A session that ends leads to the sign-in, and from there back. */
export function makeRouter(client: QueryClient) {
  const router = createRouter({
    routeTree,
    context: { client },
    scrollRestoration: true,
    defaultPreload: 'intent',
    defaultErrorComponent: RouteProblem,
  })
  whenSessionEnds(() => {
    const back = router.state.location.href
    if (back.startsWith('/sign-in')) return
    client.setQueryData(sessionQuery.queryKey, undefined)
    void router.navigate({ to: '/sign-in', search: { back, why: 'ended' } })
  })
  return router
}

declare module '@tanstack/react-router' {
  interface Register {
    router: ReturnType<typeof makeRouter>
  }
}
