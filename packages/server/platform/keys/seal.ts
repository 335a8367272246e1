import { createCipheriv, createDecipheriv, randomBytes } from 'node:crypto'

const formatVersion = 1
const nonceBytes = 12
const tagBytes = 16

/** AES-256-GCM: version, nonce, tag, ciphertext. `bound` is what the sealed bytes belong to; elsewhere they do not open. */
export function seal(key: Buffer, plain: Uint8Array, bound: string): Buffer {
  const nonce = randomBytes(nonceBytes)
  const cipher = createCipheriv('aes-256-gcm', key, nonce)
  cipher.setAAD(Buffer.from(bound, 'utf8'))
  const text = Buffer.concat([cipher.update(plain), cipher.final()])
  return Buffer.concat([Buffer.from([formatVersion]), nonce, cipher.getAuthTag(), text])
}

/** Undefined when the key, the binding or a single bit is not that of the sealing. */
export function unseal(key: Buffer, sealed: Buffer, bound: string): Buffer | undefined {
  if (sealed.length < 1 + nonceBytes + tagBytes || sealed[0] !== formatVersion) return undefined
  const decipher = createDecipheriv('aes-256-gcm', key, sealed.subarray(1, 1 + nonceBytes), { authTagLength: tagBytes })
  decipher.setAAD(Buffer.from(bound, 'utf8'))
  decipher.setAuthTag(sealed.subarray(1 + nonceBytes, 1 + nonceBytes + tagBytes))
  try {
    return Buffer.concat([decipher.update(sealed.subarray(1 + nonceBytes + tagBytes)), decipher.final()])
  } catch {
    return undefined
  }
}
