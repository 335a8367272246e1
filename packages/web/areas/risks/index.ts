export { LineField, TextField } from './text-fields.tsx'
export { agreementStates, controlStates, kindSays, kindWords, lackWords } from './words.ts'
