import { createRoute, lazyRouteComponent } from '@tanstack/react-router'
import { facility } from './facility.ts'

export const money = createRoute({
  getParentRoute: () => facility,
  path: '/money',
  component: lazyRouteComponent(() => import('../areas/money/money-page.tsx'), 'MoneyPage'),
})

export const moneyAssumptions = createRoute({
  getParentRoute: () => facility,
  path: '/money/assumptions',
  component: lazyRouteComponent(() => import('../areas/money/assumptions-page.tsx'), 'AssumptionsPage'),
})

export const moneyBoard = createRoute({
  getParentRoute: () => facility,
  path: '/money/board',
  component: lazyRouteComponent(() => import('../areas/money/board-page.tsx'), 'BoardPage'),
})

export const moneyFigures = createRoute({
  getParentRoute: () => facility,
  path: '/money/figures',
  component: lazyRouteComponent(() => import('../areas/money/figures-page.tsx'), 'FiguresPage'),
})

export const moneyQuotes = createRoute({
  getParentRoute: () => facility,
  path: '/money/quotes',
  component: lazyRouteComponent(() => import('../areas/money/quotes-page.tsx'), 'QuotesPage'),
})
