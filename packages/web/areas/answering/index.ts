export { agreedWords, Messages } from './messages.tsx'
