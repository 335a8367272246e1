export { agreedWords, Messages } from './messages.tsx'
export { StandardItem } from './standard-form.tsx'
export { standardsQuery } from './standard-part.tsx'
export { VendorFoot } from './vendor-foot.tsx'
