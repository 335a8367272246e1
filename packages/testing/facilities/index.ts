export { largerExample } from './example-folders.ts'
export { type ManyTimes, manyTimes } from './many-times.ts'
