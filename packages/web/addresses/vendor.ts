import { createRoute, lazyRouteComponent } from '@tanstack/react-router'
import { bool } from '../frame/search-params.ts'
import { mustBeSignedIn, root } from './root.tsx'

export const vendor = createRoute({
  getParentRoute: () => root,
  path: '/v',
  beforeLoad: mustBeSignedIn,
  component: lazyRouteComponent(() => import('../frame/vendor-frame.tsx'), 'VendorFrame'),
})

export const clients = createRoute({
  getParentRoute: () => vendor,
  path: '/',
  component: lazyRouteComponent(() => import('../areas/answering/clients.tsx'), 'Clients'),
})

export const standards = createRoute({
  getParentRoute: () => vendor,
  path: '/standards',
  component: lazyRouteComponent(() => import('../areas/answering/standards.tsx'), 'Standards'),
})

export const vendorTasks = createRoute({
  getParentRoute: () => vendor,
  path: '/tasks',
  component: lazyRouteComponent(() => import('../areas/answering/vendor-tasks.tsx'), 'VendorTasks'),
})

export const vendorTask = createRoute({
  getParentRoute: () => vendor,
  path: '/tasks/$relation/$task',
  component: lazyRouteComponent(() => import('../areas/answering/vendor-task.tsx'), 'VendorTask'),
})

export const requests = createRoute({
  getParentRoute: () => vendor,
  path: '/requests',
  component: lazyRouteComponent(() => import('../areas/vendor-work/requests.tsx'), 'Requests'),
})

export const visits = createRoute({
  getParentRoute: () => vendor,
  path: '/visits',
  component: lazyRouteComponent(() => import('../areas/vendor-work/visits.tsx'), 'Visits'),
})

export const vendorWeaknesses = createRoute({
  getParentRoute: () => vendor,
  path: '/weaknesses',
  component: lazyRouteComponent(() => import('../areas/vendor-work/weaknesses.tsx'), 'Weaknesses'),
})

export const vendorAgreements = createRoute({
  getParentRoute: () => vendor,
  path: '/agreements',
  component: lazyRouteComponent(() => import('../areas/vendor-work/agreements.tsx'), 'Agreements'),
})

export const newContact = createRoute({
  getParentRoute: () => vendor,
  path: '/new-contact',
  component: lazyRouteComponent(() => import('../areas/vendor-work/new-contact.tsx'), 'NewContact'),
})

export const sheetToAnswer = createRoute({
  getParentRoute: () => vendor,
  path: '/$relation/$sheet',
  component: lazyRouteComponent(() => import('../areas/answering/sheet-page.tsx'), 'SheetPage'),
})

export const receipt = createRoute({
  getParentRoute: () => vendor,
  path: '/$relation/$sheet/receipt/$number',
  component: lazyRouteComponent(() => import('../areas/answering/sheet-page.tsx'), 'ReceiptPage'),
})

/** For vendors without an account; the token stands behind the `#`. */
export const landing = createRoute({
  getParentRoute: () => root,
  path: '/answer',
  validateSearch: (search: Record<string, unknown>): { left?: true } => bool(search, 'left'),
  component: lazyRouteComponent(() => import('../areas/answering/landing.tsx'), 'Landing'),
})

export const linkSheet = createRoute({
  getParentRoute: () => root,
  path: '/answer/sheet',
  component: lazyRouteComponent(() => import('../areas/answering/link-pages.tsx'), 'LinkSheet'),
})

export const linkWeaknesses = createRoute({
  getParentRoute: () => root,
  path: '/answer/weaknesses',
  component: lazyRouteComponent(() => import('../areas/answering/link-pages.tsx'), 'LinkWeaknesses'),
})

export const linkAgreements = createRoute({
  getParentRoute: () => root,
  path: '/answer/agreements',
  component: lazyRouteComponent(() => import('../areas/answering/link-pages.tsx'), 'LinkAgreements'),
})

export const linkTask = createRoute({
  getParentRoute: () => root,
  path: '/answer/tasks/$task',
  component: lazyRouteComponent(() => import('../areas/answering/link-pages.tsx'), 'LinkTask'),
})

export const linkReceipt = createRoute({
  getParentRoute: () => root,
  path: '/answer/receipt/$number',
  component: lazyRouteComponent(() => import('../areas/answering/link-pages.tsx'), 'LinkReceipt'),
})
