export { Found } from './device-field.tsx'
export { readListSearch } from './list-search.ts'
export { assetStates } from './states.ts'
export { wordsIn } from './typed-values.ts'
