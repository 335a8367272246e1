export { AcceptForm } from './accept-form.tsx'
