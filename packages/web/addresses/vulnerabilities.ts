import { createRoute, lazyRouteComponent } from '@tanstack/react-router'
import { oneOf, word } from '../frame/search-params.ts'
import { facility } from './facility.ts'

export const vulnerabilities = createRoute({
  getParentRoute: () => facility,
  path: '/vulnerabilities',
  validateSearch: (search: Record<string, unknown>): { by?: 'device' | 'weakness' } => oneOf(search, 'by', ['device', 'weakness']),
  component: lazyRouteComponent(() => import('../areas/vulnerabilities/vulnerabilities.tsx'), 'Vulnerabilities'),
})

export const vulnerableDevice = createRoute({
  getParentRoute: () => facility,
  path: '/vulnerabilities/devices/$asset',
  component: lazyRouteComponent(() => import('../areas/vulnerabilities/device-page.tsx'), 'DevicePage'),
})

export const advisory = createRoute({
  getParentRoute: () => facility,
  path: '/vulnerabilities/advisory',
  validateSearch: (search: Record<string, unknown>): { id?: string } => word(search, 'id'),
  component: lazyRouteComponent(() => import('../areas/vulnerabilities/advisory-page.tsx'), 'AdvisoryPage'),
})

export const vulnerabilityRequest = createRoute({
  getParentRoute: () => facility,
  path: '/vulnerabilities/request',
  validateSearch: (search: Record<string, unknown>): { visit?: string; vendor?: string } => ({
    ...word(search, 'visit'),
    ...word(search, 'vendor'),
  }),
  component: lazyRouteComponent(() => import('../areas/vulnerabilities/request-page.tsx'), 'RequestPage'),
})

export const vulnerabilityResponse = createRoute({
  getParentRoute: () => facility,
  path: '/vulnerabilities/responses/$response',
  component: lazyRouteComponent(() => import('../areas/vulnerabilities/response-page.tsx'), 'ResponsePage'),
})

export const feeds = createRoute({
  getParentRoute: () => facility,
  path: '/vulnerabilities/feeds',
  component: lazyRouteComponent(() => import('../areas/vulnerabilities/feeds-page.tsx'), 'FeedsPage'),
})

export const warnings = createRoute({
  getParentRoute: () => facility,
  path: '/warnings',
  component: lazyRouteComponent(() => import('../areas/vulnerabilities/warnings-page.tsx'), 'WarningsPage'),
})

export const plannedUpdates = createRoute({
  getParentRoute: () => facility,
  path: '/planned-updates',
  component: lazyRouteComponent(() => import('../areas/vulnerabilities/updates-page.tsx'), 'UpdatesPage'),
})
