import type { CpeProblem, CpeValue } from './name.ts'

/** A value of a name, or why it is none. */
export type ValueReading = CpeValue | { readonly kind: 'refused'; readonly why: CpeProblem }

const plain = /[a-z0-9_]/
const printable = /[!-~]/

/** A character as it stands in a well-formed name. */
export function quoted(char: string): string {
  return plain.test(char) ? char : `\\${char}`
}

/** Characters of a value in the order in which they stand: `special` ones stand for others. */
export interface ValueChar {
  readonly char: string
  readonly special: boolean
}

/** The value that its characters make (NISTIR 7695, section 5.3.2): one `*` or any number of `?` at either end, not inside. */
export function valueFrom(chars: readonly ValueChar[]): ValueReading {
  if (chars.some(({ char, special }) => !printable.test(char) || (special && char !== '*' && char !== '?'))) return bad('character')
  if (chars.length === 1 && chars[0]?.char === '-') return bad('hyphen-alone')
  const first = edge(chars, 0, 1)
  const last = first === chars.length ? chars.length : edge(chars, chars.length - 1, -1) + 1
  if (chars.slice(first, last).some(({ special }) => special)) return bad('wildcard-inside')
  return { kind: 'value', value: chars.map(({ char, special }) => (special ? char : quoted(char))).join('') }
}

/** The first place from an end that is no wildcard of this end. */
function edge(chars: readonly ValueChar[], from: number, by: 1 | -1): number {
  if (chars[from]?.special === true && chars[from].char === '*') return from + by
  let at = from
  while (chars[at]?.special === true && chars[at]?.char === '?') at += by
  return at
}

/** The characters of a value of a well-formed name. */
export function charsOf(value: string): readonly ValueChar[] {
  const chars: ValueChar[] = []
  for (let at = 0; at < value.length; at += 1) {
    const char = value.charAt(at)
    if (char === '\\') {
      at += 1
      chars.push({ char: value.charAt(at), special: false })
    } else chars.push({ char, special: char === '*' || char === '?' })
  }
  return chars
}

export function bad(why: CpeProblem): ValueReading {
  return { kind: 'refused', why }
}
