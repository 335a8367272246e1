import { createRoute, lazyRouteComponent } from '@tanstack/react-router'
import { oneOf, word } from '../frame/search-params.ts'
import { facility } from './facility.ts'

export const risks = createRoute({
  getParentRoute: () => facility,
  path: '/risks',
  validateSearch: (
    search: Record<string, unknown>,
  ): {
    show?: 'try'
    state?: 'open' | 'stand-in' | 'unknown' | 'covered' | 'not-applicable'
    phase?: 'before-contract' | 'development-maintenance' | 'normal-operation' | 'emergency' | 'end-of-contract'
    party?: 'facility' | 'vendor' | 'both'
    vendor?: string
    category?: string
  } => ({
    ...oneOf(search, 'show', ['try']),
    ...oneOf(search, 'state', ['open', 'stand-in', 'unknown', 'covered', 'not-applicable']),
    ...oneOf(search, 'phase', ['before-contract', 'development-maintenance', 'normal-operation', 'emergency', 'end-of-contract']),
    ...oneOf(search, 'party', ['facility', 'vendor', 'both']),
    ...word(search, 'vendor'),
    ...word(search, 'category'),
  }),
  component: lazyRouteComponent(() => import('../areas/risks/risks-page.tsx'), 'RisksPage'),
})

export const agreements = createRoute({
  getParentRoute: () => facility,
  path: '/agreements',
  component: lazyRouteComponent(() => import('../areas/risks/agreements-page.tsx'), 'AgreementsPage'),
})

export const risk = createRoute({
  getParentRoute: () => facility,
  path: '/risks/$risk',
  component: lazyRouteComponent(() => import('../areas/risks/risk-page.tsx'), 'RiskPage'),
})

export const control = createRoute({
  getParentRoute: () => facility,
  path: '/controls/$control',
  component: lazyRouteComponent(() => import('../areas/risks/control-page.tsx'), 'ControlPage'),
})
