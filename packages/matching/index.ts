export type * from './advisory.ts'
export { bindFormatted, bindUri } from './cpe/bind.ts'
export { type CpeComparison, type CpeRelation, compareCpe, compareValues } from './cpe/compare.ts'
export {
  type CpeAttribute,
  type CpeName,
  type CpeProblem,
  type CpeReading,
  type CpeRefusal,
  type CpeValue,
  cpeAttributes,
} from './cpe/name.ts'
export { productOfCpe, textOf, versionOfCpe, withoutVersion } from './cpe/product.ts'
export { readCpe } from './cpe/read.ts'
export type { AdvisoryIndex } from './engine/advisory-index.ts'
export { shareOf, weights } from './engine/confidence.ts'
export { criterionReader } from './engine/criterion-reader.ts'
export { type EvaluateOptions, evaluate, type ProductAnswer } from './engine/evaluate.ts'
export { type Explained, explain } from './engine/explain.ts'
export { type Fleet, fleetOf } from './engine/fleet.ts'
export { testsOf } from './engine/hits.ts'
export { indexBuilder } from './engine/index-build.ts'
export { matchOne } from './engine/inverse.ts'
export { type JoinedAnswer, joinAnswers, type SourceAnswer } from './engine/join.ts'
export { eachAnswer, type Matched, matchAll } from './engine/match.ts'
export { type RowIndex, type RowsFound, rowIndexOf } from './engine/row-index.ts'
export { type ProductBook, productBook } from './names/book.ts'
export { type ProductKey, productKeysOf, productsOf } from './names/keys.ts'
export { behindLine, lineOf } from './phrases/line.ts'
export type { PhraseContext, PhraseProblem, VersionPhrase } from './phrases/phrase.ts'
export { readVersionPhrase } from './phrases/read.ts'
export { answerOfGroup, matchProducts, type ProductMatch } from './records/match-products.ts'
export { type Beside, groupsOf, type Published, publishedOf } from './records/published.ts'
export type * from './verdict.ts'
export { completeRange } from './versions/complete.ts'
export { compareKeys } from './versions/key.ts'
export type { VersionKey, VersionOrder } from './versions/order.ts'
export { compareVersions, orderOf } from './versions/orders.ts'
