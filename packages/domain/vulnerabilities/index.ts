export { closedOn, medianOf, productsOfResponse } from './closing.ts'
export type * from './derived/types.ts'
export { type FeedName, feedNames } from './feeds.ts'
export { fewestDays, type Window } from './fewest-days.ts'
export { humanImpactOf, servicesOf } from './human-impact.ts'
export { installedOn } from './installed.ts'
export { lineOfProduct } from './line-of-product.ts'
export {
  gapsOf,
  mayStepUpdate,
  nextUpdateStepId,
  stepsOfUpdate,
  type UpdateGap,
  type UpdateStanding,
  updateStanding,
} from './planned-update.ts'
export { mayRespond, nextResponseStepId, standingOf, stepsOfResponse } from './response.ts'
export { updatePartyOf } from './response-duties.ts'
export { isCovered } from './response-states.ts'
export type * from './types.ts'
export { rankOfAction, rowOf, type Urgency, type UrgencyInput, urgencyOf } from './urgency.ts'
