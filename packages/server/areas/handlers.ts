import type { Routes } from '@mimamori/contract'
import type { Handlers } from '../platform/http/index.ts'
import { acceptanceHandlers } from './acceptances/index.ts'
import {
  agreementHandlers,
  answeringHandlers,
  answerLinkHandlers,
  vendorResponseHandlers,
  vendorTaskHandlers,
  vendorWorkHandlers,
} from './answering/index.ts'
import { assetHandlers } from './assets/index.ts'
import { auditHandlers } from './audit/index.ts'
import { calendarHandlers } from './calendar/index.ts'
import { checklistHandlers } from './checklists/index.ts'
import { facilityHandlers } from './facilities/index.ts'
import { findingHandlers } from './findings/index.ts'
import { handOverHandlers } from './hand-over/index.ts'
import type { HandlerParts } from './handler-parts.ts'
import { historyHandlers } from './history/index.ts'
import { homeHandlers } from './home/index.ts'
import { importHandlers } from './imports/index.ts'
import { mailHandlers } from './mail/index.ts'
import { moneyHandlers } from './money/index.ts'
import { networkHandlers } from './network/index.ts'
import { paperHandlers } from './papers/index.ts'
import { peopleHandlers } from './people/index.ts'
import { presenceHandlers } from './presence/index.ts'
import { protectionHandlers } from './protections/index.ts'
import { relationHandlers } from './relations/index.ts'
import { riskHandlers } from './risks/index.ts'
import { sessionHandlers } from './session/index.ts'
import { taskHandlers } from './tasks/index.ts'
import { vendorHandlers } from './vendors/index.ts'
import { feedHandlers } from './vulnerabilities/feeds/index.ts'
import { vulnerabilityHandlers } from './vulnerabilities/index.ts'

/** Every route of the contract with what answers it. */
export function makeHandlers(parts: HandlerParts): Handlers<Routes> {
  return {
    ...sessionHandlers(parts),
    ...facilityHandlers(parts),
    ...homeHandlers(parts),
    ...checklistHandlers(parts),
    ...findingHandlers(parts),
    ...vendorHandlers(parts),
    ...paperHandlers(parts),
    ...importHandlers(parts),
    ...peopleHandlers(parts),
    ...handOverHandlers(parts),
    ...relationHandlers(parts),
    ...auditHandlers(parts),
    ...answeringHandlers(parts),
    ...answerLinkHandlers(parts),
    ...vendorWorkHandlers(parts),
    ...mailHandlers(parts),
    ...presenceHandlers(parts),
    ...historyHandlers(parts),
    ...taskHandlers(parts),
    ...vendorTaskHandlers(parts),
    ...acceptanceHandlers(parts),
    ...calendarHandlers(parts),
    ...assetHandlers(parts),
    ...networkHandlers(parts),
    ...moneyHandlers(parts),
    ...vulnerabilityHandlers(parts),
    ...vendorResponseHandlers(parts),
    ...riskHandlers(parts),
    ...agreementHandlers(parts),
    ...feedHandlers(parts),
    ...protectionHandlers(parts),
  }
}
