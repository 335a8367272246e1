import { createRoute, lazyRouteComponent } from '@tanstack/react-router'
import { shows } from '../areas/network/index.ts'
import { oneOf, word } from '../frame/search-params.ts'
import { facility } from './facility.ts'

export const network = createRoute({
  getParentRoute: () => facility,
  path: '/network',
  validateSearch: (search: Record<string, unknown>): { show?: 'way' | 'map' | 'table'; path?: string } => ({
    ...oneOf(search, 'show', shows),
    ...word(search, 'path'),
  }),
  component: lazyRouteComponent(() => import('../areas/network/network-page.tsx'), 'NetworkPage'),
})
