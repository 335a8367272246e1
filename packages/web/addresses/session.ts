import { createRoute, lazyRouteComponent, redirect } from '@tanstack/react-router'
import { readSetting } from '../data/settings.ts'
import { oneOf, word } from '../frame/search-params.ts'
import { mustBeSignedIn, mustBeSomebody, root, sessionNow } from './root.tsx'

/** Where somebody belongs who has just come: set-up, sign-in, the choice at the start, or the facility last worked on. */
export const start = createRoute({
  getParentRoute: () => root,
  path: '/',
  beforeLoad: async ({ context }) => {
    const session = await sessionNow(context.client)
    if (session.state === 'setup') throw redirect({ to: '/setup' })
    if (session.state === 'signed-out') throw redirect({ to: '/sign-in' })
    if (session.mustSetUpFactor) throw redirect({ to: '/me' })
    if (!session.organisation) throw redirect({ to: '/organisations' })
    if (session.organisation?.kind === 'vendor') throw redirect({ to: '/v' })
    if (session.organisation.kind !== 'facility') throw redirect({ to: '/shown' })
    const last = readSetting('facility')
    const facility = session.facilities.find((each) => each.id === last) ?? session.facilities[0]
    if (!facility) throw redirect({ to: '/welcome' })
    throw redirect({ to: '/f/$facility/today', params: { facility: facility.id } })
  },
})

export const setUp = createRoute({
  getParentRoute: () => root,
  path: '/setup',
  component: lazyRouteComponent(() => import('../areas/session/set-up.tsx'), 'SetUp'),
})

export const signIn = createRoute({
  getParentRoute: () => root,
  path: '/sign-in',
  validateSearch: (search: Record<string, unknown>): { back?: string; why?: 'idle' | 'ended' } => ({
    ...word(search, 'back'),
    ...oneOf(search, 'why', ['idle', 'ended']),
  }),
  component: lazyRouteComponent(() => import('../areas/session/sign-in.tsx'), 'SignIn'),
})

export const outsideReturn = createRoute({
  getParentRoute: () => root,
  path: '/sign-in/outside',
  component: lazyRouteComponent(() => import('../areas/session/outside-return.tsx'), 'OutsideReturn'),
})

export const recover = createRoute({
  getParentRoute: () => root,
  path: '/recover',
  component: lazyRouteComponent(() => import('../areas/session/recover.tsx'), 'Recover'),
})

export const switchPerson = createRoute({
  getParentRoute: () => root,
  path: '/switch',
  component: lazyRouteComponent(() => import('../areas/session/switch-person.tsx'), 'SwitchPerson'),
})

export const invitation = createRoute({
  getParentRoute: () => root,
  path: '/invitation',
  component: lazyRouteComponent(() => import('../areas/people/invitation.tsx'), 'Invitation'),
})

export const mySignIn = createRoute({
  getParentRoute: () => root,
  path: '/me',
  beforeLoad: mustBeSomebody,
  component: lazyRouteComponent(() => import('../areas/session/my-sign-in.tsx'), 'MySignIn'),
})

export const signInRules = createRoute({
  getParentRoute: () => root,
  path: '/sign-in-rules',
  beforeLoad: mustBeSignedIn,
  component: lazyRouteComponent(() => import('../areas/session/sign-in-rules.tsx'), 'SignInRules'),
})

export const welcome = createRoute({
  getParentRoute: () => root,
  path: '/welcome',
  beforeLoad: mustBeSignedIn,
  component: lazyRouteComponent(() => import('../areas/session/welcome.tsx'), 'Welcome'),
})

export const organisations = createRoute({
  getParentRoute: () => root,
  path: '/organisations',
  beforeLoad: mustBeSignedIn,
  component: lazyRouteComponent(() => import('../areas/people/organisations.tsx'), 'Organisations'),
})
