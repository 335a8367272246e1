import { createHash, hkdfSync, randomBytes } from 'node:crypto'

/** 160 random bits. Whoever has them can read the backups made with them; nobody else can. */
export type RecoveryKey = Buffer & { readonly kind?: 'recovery-key' }

const keyBytes = 20
const groupLength = 4
/** Crockford's alphabet: no I, L, O or U, so that a key copied by hand from paper is read back as it was. */
const alphabet = '0123456789ABCDEFGHJKMNPQRSTVWXYZ'
const lookAlikes: Readonly<Record<string, string>> = { O: '0', I: '1', L: '1' }
const checkCharacters = 4

function toBase32(bytes: Uint8Array): string {
  let text = ''
  let bits = 0
  let held = 0
  for (const byte of bytes) {
    held = (held << 8) | byte
    bits += 8
    while (bits >= 5) {
      bits -= 5
      text += alphabet[(held >> bits) & 31]
    }
    held &= (1 << bits) - 1
  }
  return text
}

function fromBase32(text: string): Buffer {
  const bytes: number[] = []
  let bits = 0
  let held = 0
  for (const character of text) {
    held = (held << 5) | alphabet.indexOf(character)
    bits += 5
    if (bits < 8) continue
    bits -= 8
    bytes.push((held >> bits) & 255)
    held &= (1 << bits) - 1
  }
  return Buffer.from(bytes)
}

/** The last group: tells a slip of the pen from a wrong key. */
function checkOf(key: Uint8Array): string {
  return toBase32(createHash('sha256').update('mimamori recovery key').update(key).digest()).slice(0, checkCharacters)
}

export function newRecoveryKey(): RecoveryKey {
  return randomBytes(keyBytes)
}

/** Nine groups of four, the last of them the check: `7Q2F-…-9K4D`. */
export function printRecoveryKey(key: RecoveryKey): string {
  const text = toBase32(key) + checkOf(key)
  return (text.match(new RegExp(`.{${groupLength}}`, 'g')) ?? []).join('-')
}

/** Reads what a person typed from paper: small letters, spaces, full-width forms, O for 0. Undefined where a character is wrong. */
export function readRecoveryKey(typed: string): RecoveryKey | undefined {
  const letters = [...typed.normalize('NFKC').toUpperCase()].filter((character) => /[0-9A-Z]/.test(character))
  const text = letters.map((character) => lookAlikes[character] ?? character).join('')
  if (text.length !== (keyBytes * 8) / 5 + checkCharacters || ![...text].every((character) => alphabet.includes(character)))
    return undefined
  const key = fromBase32(text.slice(0, -checkCharacters))
  return checkOf(key) === text.slice(-checkCharacters) ? key : undefined
}

/** The keys of one file: to encrypt, and to tell a wrong recovery key from a damaged file. */
export function deriveKeys(key: RecoveryKey, salt: Uint8Array): { readonly cipher: Buffer; readonly check: Buffer } {
  const derive = (purpose: string, length: number) => Buffer.from(hkdfSync('sha256', key, salt, `mimamori backup 1 ${purpose}`, length))
  return { cipher: derive('cipher', 32), check: derive('check', 16) }
}
