import { createHash, createPrivateKey, createPublicKey, generateKeyPairSync, type KeyObject, sign, verify } from 'node:crypto'

/** Fixed beginnings of the DER forms of Ed25519 keys (RFC 8410); the 32 bytes of the key follow. */
const publicPrefix = Buffer.from('302a300506032b6570032100', 'hex')
const privatePrefix = Buffer.from('302e020100300506032b657004220420', 'hex')

export interface KeyPair {
  /** 32 bytes each, as in RFC 8032. */
  readonly publicKey: Buffer
  readonly privateKey: Buffer
}

export function newKeyPair(): KeyPair {
  const made = generateKeyPairSync('ed25519')
  const publicKey = made.publicKey.export({ format: 'der', type: 'spki' }).subarray(publicPrefix.length)
  const privateKey = made.privateKey.export({ format: 'der', type: 'pkcs8' }).subarray(privatePrefix.length)
  return { publicKey, privateKey }
}

function publicObject(publicKey: Uint8Array): KeyObject {
  return createPublicKey({ key: Buffer.concat([publicPrefix, publicKey]), format: 'der', type: 'spki' })
}

export function signWith(privateKey: Uint8Array, bytes: Uint8Array): Buffer {
  return sign(null, bytes, createPrivateKey({ key: Buffer.concat([privatePrefix, privateKey]), format: 'der', type: 'pkcs8' }))
}

/** Whether these bytes were signed with the private half of this key; it says nothing about whose key it is. */
export function verifySignature(given: { publicKey: Uint8Array; bytes: Uint8Array; signature: Uint8Array }): boolean {
  if (given.publicKey.length !== 32 || given.signature.length !== 64) return false
  return verify(null, given.bytes, publicObject(given.publicKey), given.signature)
}

/** SHA-256 of the public key in hexadecimal; what two people read to each other to know a key. */
export function fingerprintOf(publicKey: Uint8Array): string {
  return createHash('sha256').update(publicKey).digest('hex')
}
