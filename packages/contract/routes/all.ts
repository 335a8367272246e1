import { acceptanceRoutes } from './acceptances.ts'
import { answerLinkRoutes } from './answer-links.ts'
import { answeringRoutes } from './answering.ts'
import { askingRoutes } from './asking.ts'
import { assetRoutes } from './assets.ts'
import { auditRoutes } from './audit.ts'
import { checklistRoutes } from './checklist.ts'
import { facilityRoutes } from './facility.ts'
import { feedRoutes } from './feeds.ts'
import { handOverRoutes } from './hand-over.ts'
import { moneyRoutes } from './money.ts'
import { networkRoutes } from './network.ts'
import { paperRoutes } from './papers.ts'
import { peopleRoutes } from './people.ts'
import { protectionRoutes } from './protections.ts'
import { relationRoutes } from './relations.ts'
import { riskRoutes } from './risks.ts'
import { sessionRoutes } from './session.ts'
import { mySignInRoutes } from './session-mine.ts'
import { outsideRoutes } from './session-outside.ts'
import { recoveryRoutes } from './session-recovery.ts'
import { taskRoutes } from './tasks.ts'
import { vendorWorkRoutes } from './vendor-work.ts'
import { vendorRoutes } from './vendors.ts'
import { vulnerabilityRoutes } from './vulnerabilities.ts'

export { changesBody, changesResult } from './shared.ts'

/** Every route of the product. */
export const routes = {
  ...sessionRoutes,
  ...mySignInRoutes,
  ...recoveryRoutes,
  ...outsideRoutes,
  ...facilityRoutes,
  ...checklistRoutes,
  ...vendorRoutes,
  ...paperRoutes,
  ...peopleRoutes,
  ...handOverRoutes,
  ...relationRoutes,
  ...auditRoutes,
  ...answeringRoutes,
  ...answerLinkRoutes,
  ...vendorWorkRoutes,
  ...askingRoutes,
  ...taskRoutes,
  ...acceptanceRoutes,
  ...assetRoutes,
  ...networkRoutes,
  ...moneyRoutes,
  ...vulnerabilityRoutes,
  ...riskRoutes,
  ...feedRoutes,
  ...protectionRoutes,
} as const

export type Routes = typeof routes
export type RouteId = keyof Routes
