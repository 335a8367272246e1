import { createRoute, lazyRouteComponent } from '@tanstack/react-router'
import { mustBeSignedIn, root } from './root.tsx'

/** The pages of those who look in at facilities. */
export const shown = createRoute({
  getParentRoute: () => root,
  path: '/shown',
  beforeLoad: mustBeSignedIn,
  component: lazyRouteComponent(() => import('../areas/shown/frame.tsx'), 'ShownFrame'),
})

export const shownList = createRoute({
  getParentRoute: () => shown,
  path: '/',
  component: lazyRouteComponent(() => import('../areas/shown/list.tsx'), 'ShownList'),
})

export const shownMembers = createRoute({
  getParentRoute: () => shown,
  path: '/members',
  component: lazyRouteComponent(() => import('../areas/people/members.tsx'), 'Members'),
})

export const shownHandover = createRoute({
  getParentRoute: () => shown,
  path: '/handover',
  component: lazyRouteComponent(() => import('../areas/people/hand-over.tsx'), 'HandOver'),
})

export const shownOne = createRoute({
  getParentRoute: () => shown,
  path: '/$relation',
  component: lazyRouteComponent(() => import('../areas/shown/one.tsx'), 'ShownOne'),
})
