import { createHash } from 'node:crypto'
import { canonicalJson } from '@mimamori/domain'
import type { Paper } from './paper.ts'

/** Without 0, O, 1 and I, which are read for one another over the telephone. */
const alphabet = '23456789ABCDEFGHJKLMNPQRSTUVWXYZ'
const letters = 12
const bitsPerLetter = 5

export function sha256(bytes: Uint8Array | string): string {
  return createHash('sha256').update(bytes).digest('hex')
}

/** The paper as the text that its check number is taken of; the same text lies in the ZIP as `content.json`. */
export function contentOf(paper: Paper): string {
  return canonicalJson(paper)
}

/** 照合番号 of a content hash: its first 60 bits as XXXX-XXXX-XXXX. */
export function checkNumberOf(contentSha256: string): string {
  let bits = BigInt(`0x${contentSha256}`) >> BigInt(256 - letters * bitsPerLetter)
  let text = ''
  for (let at = 0; at < letters; at++) {
    text = (alphabet[Number(bits & 31n)] ?? '') + text
    bits >>= BigInt(bitsPerLetter)
  }
  return text.replace(/(.{4})(?=.)/g, '$1-')
}

export function checkNumber(paper: Paper): string {
  return checkNumberOf(sha256(contentOf(paper)))
}

/** Whether a text has the form of a check number; spaces, small letters and missing hyphens are forgiven. */
export function readCheckNumber(text: string): string | undefined {
  const plain = text.normalize('NFKC').toUpperCase().replace(/[\s-]/g, '')
  if (plain.length !== letters || [...plain].some((letter) => !alphabet.includes(letter))) return undefined
  return plain.replace(/(.{4})(?=.)/g, '$1-')
}
