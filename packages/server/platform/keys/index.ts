export { type Keys, makeKeys, type PublicKey, type Signature } from './keys.ts'
export { type InstallationSecret, loadSecret } from './secret-file.ts'
export { fingerprintOf, verifySignature } from './signature.ts'
export { hasSealedKeys } from './store.ts'
