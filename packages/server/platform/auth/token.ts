import { createHash, createHmac, randomBytes } from 'node:crypto'

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
export function subjectOf(pepper: Buffer, kind: 'login' | 'address', value: string): string {
  return `${kind}:${createHmac('sha256', pepper).update(value).digest('base64url')}`
}
