import type { AuditKind, SessionView } from '@mimamori/contract'
import type { QueryClient } from '@tanstack/react-query'
import { createRootRouteWithContext, createRoute, createRouter, lazyRouteComponent, Outlet, redirect } from '@tanstack/react-router'
import { whenSessionEnds } from './data/api.ts'
import { lockPage } from './data/lock.ts'
import { sessionQuery } from './data/queries.ts'
import { readSetting } from './data/settings.ts'
import { FacilityFrame } from './frame/facility-frame.tsx'
import { LockLayer } from './frame/lock-layer.tsx'
import { RouteProblem } from './frame/route-problem.tsx'
import { bool, oneOf, word } from './frame/search-params.ts'

interface RouterContext {
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

const root = createRootRouteWithContext<RouterContext>()({
  component: Root,
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
    if (session.mustSetUpFactor) throw redirect({ to: '/me' })
    if (session.organisation?.kind === 'vendor') throw redirect({ to: '/v' })
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

const outsideReturn = createRoute({
  getParentRoute: () => root,
  path: '/sign-in/outside',
  component: lazyRouteComponent(() => import('./areas/session/outside-return.tsx'), 'OutsideReturn'),
})

const recover = createRoute({
  getParentRoute: () => root,
  path: '/recover',
  component: lazyRouteComponent(() => import('./areas/session/recover.tsx'), 'Recover'),
})

const switchPerson = createRoute({
  getParentRoute: () => root,
  path: '/switch',
  component: lazyRouteComponent(() => import('./areas/session/switch-person.tsx'), 'SwitchPerson'),
})

async function mustBeSomebody({ context, location }: { context: RouterContext; location: { href: string } }): Promise<void> {
  const session = await context.client.query(sessionQuery)
  if (session.state === 'setup') throw redirect({ to: '/setup' })
  if (session.state === 'signed-out') throw redirect({ to: '/sign-in', search: { back: location.href } })
}

async function mustBeSignedIn(given: { context: RouterContext; location: { href: string } }): Promise<void> {
  await mustBeSomebody(given)
  if ((await given.context.client.query(sessionQuery)).mustSetUpFactor) throw redirect({ to: '/me' })
}

const mySignIn = createRoute({
  getParentRoute: () => root,
  path: '/me',
  beforeLoad: mustBeSomebody,
  component: lazyRouteComponent(() => import('./areas/session/my-sign-in.tsx'), 'MySignIn'),
})

const signInRules = createRoute({
  getParentRoute: () => root,
  path: '/sign-in-rules',
  beforeLoad: mustBeSignedIn,
  component: lazyRouteComponent(() => import('./areas/session/sign-in-rules.tsx'), 'SignInRules'),
})

const welcome = createRoute({
  getParentRoute: () => root,
  path: '/welcome',
  beforeLoad: mustBeSignedIn,
  component: lazyRouteComponent(() => import('./areas/session/welcome.tsx'), 'Welcome'),
})

const vendor = createRoute({
  getParentRoute: () => root,
  path: '/v',
  beforeLoad: mustBeSignedIn,
  component: lazyRouteComponent(() => import('./frame/vendor-frame.tsx'), 'VendorFrame'),
})

const clients = createRoute({
  getParentRoute: () => vendor,
  path: '/',
  component: lazyRouteComponent(() => import('./areas/answering/clients.tsx'), 'Clients'),
})

const standards = createRoute({
  getParentRoute: () => vendor,
  path: '/standards',
  component: lazyRouteComponent(() => import('./areas/answering/standards.tsx'), 'Standards'),
})

const sheetToAnswer = createRoute({
  getParentRoute: () => vendor,
  path: '/$relation/$sheet',
  component: lazyRouteComponent(() => import('./areas/answering/sheet-page.tsx'), 'SheetPage'),
})

const receipt = createRoute({
  getParentRoute: () => vendor,
  path: '/$relation/$sheet/receipt/$number',
  component: lazyRouteComponent(() => import('./areas/answering/sheet-page.tsx'), 'ReceiptPage'),
})

/** For vendors without an account; the token stands behind the `#`. */
const landing = createRoute({
  getParentRoute: () => root,
  path: '/answer',
  validateSearch: (search: Record<string, unknown>): { left?: true } => bool(search, 'left'),
  component: lazyRouteComponent(() => import('./areas/answering/landing.tsx'), 'Landing'),
})

const linkSheet = createRoute({
  getParentRoute: () => root,
  path: '/answer/sheet',
  component: lazyRouteComponent(() => import('./areas/answering/link-pages.tsx'), 'LinkSheet'),
})

const linkReceipt = createRoute({
  getParentRoute: () => root,
  path: '/answer/receipt/$number',
  component: lazyRouteComponent(() => import('./areas/answering/link-pages.tsx'), 'LinkReceipt'),
})

const facility = createRoute({ getParentRoute: () => root, path: '/f/$facility', beforeLoad: mustBeSignedIn, component: FacilityFrame })

const today = createRoute({
  getParentRoute: () => facility,
  path: '/today',
  component: lazyRouteComponent(() => import('./areas/home/today.tsx'), 'Today'),
})

const dayEnd = createRoute({
  getParentRoute: () => facility,
  path: '/day-end',
  component: lazyRouteComponent(() => import('./areas/home/day-end.tsx'), 'DayEnd'),
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

const inspectionDay = createRoute({
  getParentRoute: () => facility,
  path: '/inspection-day',
  component: lazyRouteComponent(() => import('./areas/checklists/inspection-day.tsx'), 'InspectionDay'),
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

const paperReply = createRoute({
  getParentRoute: () => facility,
  path: '/vendors/$sheet/reply',
  component: lazyRouteComponent(() => import('./areas/vendors/paper-reply.tsx'), 'PaperReply'),
})

const openQuestions = createRoute({
  getParentRoute: () => facility,
  path: '/questions',
  component: lazyRouteComponent(() => import('./areas/vendors/open-questions.tsx'), 'OpenQuestions'),
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

const audit = createRoute({
  getParentRoute: () => facility,
  path: '/audit',
  validateSearch: (
    search: Record<string, unknown>,
  ): { from?: string; to?: string; person?: string; kind?: AuditKind; before?: string } => ({
    ...word(search, 'from'),
    ...word(search, 'to'),
    ...word(search, 'person'),
    ...oneOf(search, 'kind', ['sign-in', 'changes', 'papers', 'files', 'trail']),
    ...word(search, 'before'),
  }),
  component: lazyRouteComponent(() => import('./areas/audit/audit.tsx'), 'Audit'),
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
  outsideReturn,
  recover,
  switchPerson,
  mySignIn,
  signInRules,
  welcome,
  landing,
  linkSheet,
  linkReceipt,
  vendor.addChildren([clients, standards, sheetToAnswer, receipt]),
  facility.addChildren([
    today,
    dayEnd,
    tenQuestions,
    checklist,
    inspectionDay,
    joined,
    card,
    year,
    edition,
    findings,
    finding,
    vendors,
    vendorSheet,
    paperReply,
    openQuestions,
    papers,
    imports,
    people,
    audit,
    settings,
    more,
  ]),
])

/** Addresses and screens. A session that ends locks the page; the same person finds everything as it was. */
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
    if (back.startsWith('/sign-in') || back.startsWith('/answer')) return
    if (client.getQueryData<SessionView>(sessionQuery.queryKey)?.state === 'signed-in') lockPage('ended')
    else void router.navigate({ to: '/sign-in', search: { back, why: 'ended' } })
  })
  return router
}

declare module '@tanstack/react-router' {
  interface Register {
    router: ReturnType<typeof makeRouter>
  }
}
