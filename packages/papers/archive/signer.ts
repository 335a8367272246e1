import { createHash, createPublicKey, type KeyObject, verify as verifyBytes } from 'node:crypto'

/** Who signs: one Ed25519 key of an installation or an organisation. The private half stays with the caller. */
export interface Signer {
  /** SPKI in DER, base64. */
  readonly publicKey: string
  readonly fingerprint: string
  readonly sign: (bytes: Uint8Array) => Uint8Array | Promise<Uint8Array>
}

/** A detached signature as it is stored. */
export interface Signature {
  readonly algorithm: 'Ed25519'
  readonly publicKey: string
  readonly fingerprint: string
  /** Base64. */
  readonly signature: string
}

export async function signatureOf(bytes: Uint8Array, signer: Signer): Promise<Signature> {
  const signature = await signer.sign(bytes)
  return {
    algorithm: 'Ed25519',
    publicKey: signer.publicKey,
    fingerprint: signer.fingerprint,
    signature: Buffer.from(signature).toString('base64'),
  }
}

/** SHA-256 of the public key in DER, in hexadecimal: what people compare. */
export function fingerprintOf(publicKey: string): string {
  return createHash('sha256').update(Buffer.from(publicKey, 'base64')).digest('hex')
}

/** True if the signature is of these bytes, by this key, and the fingerprint is the key's. Never throws. */
export function isSignedBy(bytes: Uint8Array, one: Signature): boolean {
  const key = readKey(one.publicKey)
  if (!key || fingerprintOf(one.publicKey) !== one.fingerprint) return false
  try {
    return verifyBytes(null, bytes, key, Buffer.from(one.signature, 'base64'))
  } catch {
    return false
  }
}

function readKey(publicKey: string): KeyObject | undefined {
  try {
    const key = createPublicKey({ key: Buffer.from(publicKey, 'base64'), format: 'der', type: 'spki' })
    return key.asymmetricKeyType === 'ed25519' ? key : undefined
  } catch {
    return undefined
  }
}

/** A signature as it was stored, or undefined for anything else. */
export function readSignature(value: unknown): Signature | undefined {
  if (typeof value !== 'object' || value === null) return undefined
  const { algorithm, publicKey, fingerprint, signature } = value as Record<string, unknown> // looked at field by field below
  if (algorithm !== 'Ed25519' || typeof publicKey !== 'string' || typeof fingerprint !== 'string' || typeof signature !== 'string')
    return undefined
  return isBase64(publicKey) && isBase64(signature) ? { algorithm, publicKey, fingerprint, signature } : undefined
}

/** NOTE: decoding skips what is no letter of base64, so that many texts would stand for the same bytes. */
function isBase64(text: string): boolean {
  return Buffer.from(text, 'base64').toString('base64') === text
}
