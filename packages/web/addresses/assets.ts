import { createRoute, lazyRouteComponent } from '@tanstack/react-router'
import { readListSearch } from '../areas/assets/index.ts'
import { word } from '../frame/search-params.ts'
import { facility } from './facility.ts'

export const assetList = createRoute({
  getParentRoute: () => facility,
  path: '/assets',
  validateSearch: readListSearch,
  component: lazyRouteComponent(() => import('../areas/assets/asset-list.tsx'), 'AssetList'),
})

export const assetPage = createRoute({
  getParentRoute: () => facility,
  path: '/assets/$asset',
  component: lazyRouteComponent(() => import('../areas/assets/asset-page.tsx'), 'AssetPage'),
})

export const unlisted = createRoute({
  getParentRoute: () => facility,
  path: '/unlisted',
  component: lazyRouteComponent(() => import('../areas/assets/unlisted.tsx'), 'Unlisted'),
})

export const assetConflicts = createRoute({
  getParentRoute: () => facility,
  path: '/asset-conflicts',
  component: lazyRouteComponent(() => import('../areas/assets/conflicts.tsx'), 'AssetConflicts'),
})

export const assetDrift = createRoute({
  getParentRoute: () => facility,
  path: '/asset-drift',
  validateSearch: (search: Record<string, unknown>): { before?: string; after?: string } => ({
    ...word(search, 'before'),
    ...word(search, 'after'),
  }),
  component: lazyRouteComponent(() => import('../areas/assets/drift.tsx'), 'AssetDrift'),
})

export const registerPart = createRoute({
  getParentRoute: () => facility,
  path: '/register/$part',
  component: lazyRouteComponent(() => import('../areas/assets/register-page.tsx'), 'RegisterPage'),
})
