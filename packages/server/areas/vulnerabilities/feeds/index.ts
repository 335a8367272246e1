export { type Intake, keepKeysCurrent, takeInFeeds } from './intake.ts'
export {
  advisoriesOf,
  advisoriesOn,
  endsOfLifeOf,
  jvnProducts,
  type KeptAdvisory,
  touchedSince,
  unreadAdvisories,
} from './kept/store.ts'
export { keysBy, readProductBook } from './keying/product-names.ts'
export type { FeedParts, KeysOf } from './parts.ts'
export { feedProblems } from './problems.ts'
export { feedHandlers } from './routes.ts'
export { fetchFeeds } from './sources/fetch.ts'
export type { FetchParts } from './sources/fetch-parts.ts'
export { feedJobs } from './sources/job.ts'
export { areToBeReadAgain, type FeedState, readStates as feedStates } from './states/store.ts'
export type { FeedTaken, Refused } from './told.ts'
export { readKnownExploited as knownExploited, readPredictions as predictions } from './whole/store.ts'
