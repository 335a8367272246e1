import { createRoute, lazyRouteComponent } from '@tanstack/react-router'
import { oneOf, word } from '../frame/search-params.ts'
import { facility } from './facility.ts'

export const network = createRoute({
  getParentRoute: () => facility,
  path: '/network',
  validateSearch: (search: Record<string, unknown>): { show?: 'way' | 'map' | 'table'; path?: string; finding?: string } => ({
    ...oneOf(search, 'show', ['way', 'map', 'table']),
    ...word(search, 'path'),
    ...word(search, 'finding'),
  }),
  component: lazyRouteComponent(() => import('../areas/network/network-page.tsx'), 'NetworkPage'),
})
