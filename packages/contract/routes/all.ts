import { askingRoutes } from './asking.ts'
import { checklistRoutes } from './checklist.ts'
import { facilityRoutes } from './facility.ts'
import { paperRoutes } from './papers.ts'
import { peopleRoutes } from './people.ts'
import { relationRoutes } from './relations.ts'
import { sessionRoutes } from './session.ts'
import { vendorRoutes } from './vendors.ts'

export { changesBody, changesResult } from './shared.ts'

/** Every route of the product. */
export const routes = {
  ...sessionRoutes,
  ...facilityRoutes,
  ...checklistRoutes,
  ...vendorRoutes,
  ...paperRoutes,
  ...peopleRoutes,
  ...relationRoutes,
  ...askingRoutes,
} as const

export type Routes = typeof routes
export type RouteId = keyof Routes
