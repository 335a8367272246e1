import {
  anyValue,
  type CpeAttribute,
  type CpeName,
  type CpeReading,
  type CpeValue,
  cpeAttributes,
  emptyName,
  naValue,
  refused,
} from './name.ts'
import { bad, type ValueChar, type ValueReading, valueFrom } from './values.ts'

/** Longer texts are no name: the longest of the official dictionary has 200 characters. */
const longest = 1000

const uriStart = 'cpe:/'
const formattedStart = 'cpe:2.3:'
/** Attributes that the old URI holds one by one; `edition` may hold four more in one. */
const uriAttributes = cpeAttributes.slice(0, 7)
const packed = ['edition', 'swEdition', 'targetSw', 'targetHw', 'other'] as const

/** A CPE name in either form, 2.2 URI or 2.3 formatted string; letter case makes no difference. */
export function readCpe(text: string): CpeReading {
  if (text.length > longest) return refused('too-long')
  const lower = text.trim().toLowerCase()
  if (lower.startsWith(formattedStart)) return readFormatted(lower.slice(formattedStart.length))
  return lower.startsWith(uriStart) ? readUri(lower.slice(uriStart.length)) : refused('not-cpe')
}

function readFormatted(rest: string): CpeReading {
  const parts = splitUnquoted(rest)
  if (parts.length !== cpeAttributes.length) return refused('number-of-parts')
  const name: Record<CpeAttribute, CpeValue> = { ...emptyName }
  for (const [at, attribute] of cpeAttributes.entries()) {
    const value = formattedValue(parts[at] ?? '')
    if (value.kind === 'refused') return refused(value.why, attribute)
    name[attribute] = value
  }
  return withPart(name)
}

/** NISTIR 7695, section 6.1.3.2: what was not quoted in the URI is quoted in the name. */
function readUri(rest: string): CpeReading {
  const parts = rest.split(':')
  if (parts.length > uriAttributes.length) return refused('number-of-parts')
  const values = uriAttributes.map((attribute, at): [CpeAttribute, ValueReading] => [attribute, uriValue(parts[at] ?? '')])
  const edition = parts[5] ?? ''
  if (!edition.startsWith('~')) return nameOf(values)
  const more = edition.slice(1).split('~')
  if (more.length !== packed.length) return refused('number-of-parts', 'edition')
  return nameOf([
    ...values.filter(([attribute]) => attribute !== 'edition'),
    ...packed.map((attribute, at): [CpeAttribute, ValueReading] => [attribute, uriValue(more[at] ?? '')]),
  ])
}

function nameOf(readings: readonly (readonly [CpeAttribute, ValueReading])[]): CpeReading {
  const name: Record<CpeAttribute, CpeValue> = { ...emptyName }
  for (const [attribute, value] of readings) {
    if (value.kind === 'refused') return refused(value.why, attribute)
    name[attribute] = value
  }
  return withPart(name)
}

function withPart(name: CpeName): CpeReading {
  if (name.part.kind === 'value' && !['a', 'o', 'h'].includes(name.part.value)) return refused('part', 'part')
  return { kind: 'name', name }
}

/** What both forms write as itself: nearly all values. */
const plainText = /^[a-z0-9_.-]+$/

function plainValue(text: string): CpeValue {
  return { kind: 'value', value: text.includes('.') || text.includes('-') ? text.replace(/[.-]/g, '\\$&') : text }
}

/** NISTIR 7695, section 6.2.3.2. */
function formattedValue(text: string): ValueReading {
  if (text === '') return bad('empty-part')
  if (text === '*') return anyValue
  if (text === '-') return naValue
  if (plainText.test(text)) return plainValue(text)
  const chars: ValueChar[] = []
  for (let at = 0; at < text.length; at += 1) {
    const isQuoted = text.charAt(at) === '\\'
    if (isQuoted) at += 1
    const char = text.charAt(at)
    if (char === '') return bad('escape')
    chars.push({ char, special: !isQuoted && (char === '*' || char === '?') })
  }
  return valueFrom(chars)
}

/** Parts between colons that no backslash stands before. */
function splitUnquoted(text: string): readonly string[] {
  if (!text.includes('\\')) return text.split(':')
  const parts: string[] = []
  let from = 0
  for (let at = 0; at < text.length; at += 1) {
    if (text.charAt(at) === '\\') at += 1
    else if (text.charAt(at) === ':') {
      parts.push(text.slice(from, at))
      from = at + 1
    }
  }
  return [...parts, text.slice(from)]
}

const hex = /^[0-9a-f]{2}$/
/** What the URI writes as itself or as one of the two wildcards: never by its code. */
const neverCoded = /[a-z0-9_.-]/

/** NISTIR 7695, section 6.1.3.2, `decode`: `%01` is `?`, `%02` is `*`, other codes are punctuation. */
function uriValue(text: string): ValueReading {
  if (text === '') return anyValue
  if (text === '-') return naValue
  if (plainText.test(text)) return plainValue(text)
  const chars: ValueChar[] = []
  for (let at = 0; at < text.length; at += 1) {
    const char = text.charAt(at)
    if (char !== '%') {
      if (char === '*' || char === '?' || char === '\\') return bad('character')
      chars.push({ char, special: false })
      continue
    }
    const coded = decoded(text.slice(at + 1, at + 3))
    if (!coded) return bad('escape')
    chars.push(coded)
    at += 2
  }
  return valueFrom(chars)
}

function decoded(code: string): ValueChar | undefined {
  if (code === '01') return { char: '?', special: true }
  if (code === '02') return { char: '*', special: true }
  if (!hex.test(code)) return undefined
  const char = String.fromCharCode(Number.parseInt(code, 16))
  return char <= ' ' || char > '~' || neverCoded.test(char.toLowerCase()) ? undefined : { char, special: false }
}
