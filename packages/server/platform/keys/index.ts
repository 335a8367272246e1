export { type Keys, makeKeys, opensSealed, type PublicKey, type Signature } from './keys.ts'
export { type InstallationSecret, loadSecret, secretFrom } from './secret-file.ts'
export { fingerprintOf, verifySignature } from './signature.ts'
export { hasSealedKeys } from './store.ts'
