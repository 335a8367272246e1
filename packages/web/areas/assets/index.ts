export { readListSearch } from './list-search.ts'
