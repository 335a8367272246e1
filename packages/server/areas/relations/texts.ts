export { seenAndNot } from '@mimamori/domain'
