import { createRoute, lazyRouteComponent } from '@tanstack/react-router'
import { facility } from './facility.ts'

export const protections = createRoute({
  getParentRoute: () => facility,
  path: '/money/protections',
  component: lazyRouteComponent(() => import('../areas/protections/protections-page.tsx'), 'ProtectionsPage'),
})
