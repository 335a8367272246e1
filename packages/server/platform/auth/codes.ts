import { createHmac, randomInt } from 'node:crypto'
import { hashToken, isToken } from './token.ts'

/** Without 0, O, 1 and I: read from paper and over the telephone. */
const letters = '23456789ABCDEFGHJKLMNPQRSTUVWXYZ'

/** A code in groups of four; each letter holds five bits. */
export function newCode(length: number): string {
  const plain = Array.from({ length }, () => letters[randomInt(letters.length)] ?? '').join('')
  return (plain.match(/.{1,4}/g) ?? []).join('-')
}

/** As somebody may type it: small letters, full width, spaces and dashes make no difference. */
function normaliseCode(text: string): string {
  return text
    .normalize('NFKC')
    .toUpperCase()
    .replace(/[^0-9A-Z]/g, '')
}

/** What is kept of a code: keyed, since a code alone is short enough to be tried out offline. */
export function hashCode(pepper: Buffer, kind: string, code: string): Buffer {
  return createHmac('sha256', pepper)
    .update(`${kind}\n${normaliseCode(code)}`)
    .digest()
}

/** The hash of a link's token or of a typed code, whichever it is. */
export function hashSecret(pepper: Buffer, kind: string, secret: string): Buffer {
  const text = secret.trim()
  return isToken(text) ? hashToken(text) : hashCode(pepper, kind, text)
}
