export { RiskLink } from './links.tsx'
export { LineField, TextField } from './text-fields.tsx'
export { agreementStates, controlStates, kindSays, kindWords, lackWords, riskStateWords } from './words.ts'
