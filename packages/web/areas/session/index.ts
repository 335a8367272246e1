export { AccountFields } from './account-fields.tsx'
export { ErrorList, type FieldError } from './error-list.tsx'
export { mistakesIn, type Typed } from './set-up-form.ts'
