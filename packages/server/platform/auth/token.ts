import { createHash, createHmac, randomBytes, randomInt } from 'node:crypto'

export interface NewToken {
  /** For the person alone: in a link or a cookie, never in a log or the database. */
  readonly token: string
  readonly hash: Buffer
}

/** NOTE: a plain SHA-256 is enough for 256 random bits; there is nothing to guess. */
export function hashToken(token: string): Buffer {
  return createHash('sha256').update(token).digest()
}

export function newToken(): NewToken {
  const token = randomBytes(32).toString('base64url')
  return { token, hash: hashToken(token) }
}

export function isToken(text: string): boolean {
  return /^[\w-]{43}$/.test(text)
}

/** Names a login or address in the table of failures without storing it: a password may have been typed as login. */
export function subjectOf(pepper: Buffer, kind: 'login' | 'address' | 'pair' | 'device', value: string): string {
  return `${kind}:${createHmac('sha256', pepper).update(value).digest('base64url')}`
}

/** For what has few digits: whoever has the database without the secret file cannot try them out. `bound` is whose it is. */
export function hashCode(pepper: Buffer, bound: string, code: string): Buffer {
  return createHmac('sha256', pepper)
    .update(`${bound}\n${plainCode(code)}`)
    .digest()
}

/** What a person typed off paper or was told: full-width letters, hyphens, spaces and small letters do not matter. */
export function plainCode(typed: string): string {
  return typed
    .normalize('NFKC')
    .toUpperCase()
    .replace(/[^0-9A-Z]/g, '')
}

export function randomDigits(count: number): string {
  return Array.from({ length: count }, () => randomInt(10)).join('')
}

/** No 0, 1, I, L, O, U: codes are read off paper and over the telephone. */
const letters = '23456789ABCDEFGHJKMNPQRSTVWXYZ'

export function randomLetters(count: number): string {
  return Array.from({ length: count }, () => letters[randomInt(letters.length)] ?? '').join('')
}

/** In groups, as it is printed. */
export function inGroups(code: string, size: number): string {
  return code.match(new RegExp(`.{1,${size}}`, 'g'))?.join('-') ?? code
}
