export { readListSearch } from './list-search.ts'
export { assetStates } from './states.ts'
