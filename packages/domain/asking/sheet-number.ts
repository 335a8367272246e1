/** Without 0 and O, 1 and I, which a FAX makes look alike. */
const letters = '23456789ABCDEFGHJKLMNPQRSTUVWXYZ'
const bodyLength = 7
const checkBase = 31

/**
 * The number printed on everything that goes out about a sheet: seven characters made from its id and one that finds a
 * wrong character and two that changed places. It leads a FAX that comes back to its sheet, and tells an outsider nothing.
 */
export function sheetNumber(sheet: string): string {
  let body = ''
  for (let at = 0; at < bodyLength; at++) body += letters[hashOf(`${at}|${sheet}`) % letters.length] ?? ''
  return `${body}${checkLetter(body)}`
}

/** 7K3M-2QXH, as it is printed. */
export function printedSheetNumber(sheet: string): string {
  const number = sheetNumber(sheet)
  return `${number.slice(0, 4)}-${number.slice(4)}`
}

export type ReadSheetNumber =
  | { readonly kind: 'number'; readonly number: string }
  /** A character is wrong, or too many or few. */
  | { readonly kind: 'not-a-number' }

/** What somebody typed in from a FAX, in any width and case, with or without the hyphen. */
export function readSheetNumber(typed: string): ReadSheetNumber {
  const number = typed
    .normalize('NFKC')
    .toUpperCase()
    .replace(/[^0-9A-Z]/g, '')
  const body = number.slice(0, bodyLength)
  const isWhole = number.length === bodyLength + 1 && [...number].every((letter) => letters.includes(letter))
  return isWhole && checkLetter(body) === number[bodyLength] ? { kind: 'number', number } : { kind: 'not-a-number' }
}

/** Weights that differ from place to place, modulo a prime. */
function checkLetter(body: string): string {
  const sum = [...body].reduce((total, letter, at) => total + (at + 2) * letters.indexOf(letter), 0)
  return letters[sum % checkBase] ?? ''
}

/** FNV-1a of 32 bits, then mixed, as its low bits alone are weak. */
function hashOf(text: string): number {
  let hash = 0x811c9dc5
  for (let at = 0; at < text.length; at++) hash = Math.imul(hash ^ text.charCodeAt(at), 0x01000193)
  hash ^= hash >>> 15
  hash = Math.imul(hash, 0x2c1b3c6d)
  hash ^= hash >>> 13
  return hash >>> 0
}
