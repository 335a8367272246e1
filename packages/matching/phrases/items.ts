import type { End, Item, PhraseProblem } from './phrase.ts'
import type { Token } from './tokens.ts'
import type { Meaning } from './words.ts'

/** Where reading stands in the words of a phrase. */
export interface Place {
  readonly tokens: readonly Token[]
  at: number
}

const form: PhraseProblem = 'form'

/** One member of a list: a version, a line, a range, or all of them. */
export function readItem(place: Place): Item | PhraseProblem {
  skip(place)
  const isAll = take(place, 'all') !== undefined
  skip(place)
  const prefix = take(place, 'before', 'up-to', 'from', 'after', 'exactly')
  skip(place)
  const end = takeVersion(place)
  if (!end) return isAll && prefix === undefined ? { kind: 'all' } : form
  const read = prefix === undefined ? afterVersion(place, end) : afterPrefix(place, prefix, end)
  if (typeof read !== 'string' && isAll && read.kind === 'one') return form
  skip(place)
  return read
}

function afterPrefix(place: Place, prefix: Meaning, end: End): Item | PhraseProblem {
  if (prefix === 'before') return { kind: 'range', to: { ...end, included: false } }
  if (prefix === 'up-to') return { kind: 'range', to: end }
  if (prefix === 'exactly') return { kind: 'one', end }
  skip(place)
  take(place, 'and-later')
  return withUpper(place, { ...end, included: prefix === 'from' })
}

function afterVersion(place: Place, end: End): Item | PhraseProblem {
  skip(place)
  const suffix = take(place, 'earlier', 'and-earlier', 'later', 'and-later', 'all', 'colon')
  if (suffix === 'earlier' || suffix === 'and-earlier') {
    skip(place)
    take(place, 'all')
    return { kind: 'range', to: { ...end, included: suffix === 'and-earlier' } }
  }
  if (suffix === 'later' || suffix === 'and-later') return withUpper(place, { ...end, included: suffix === 'and-later' })
  if (suffix === 'all') return { kind: 'one', end: { ...end, line: true } }
  const next = place.tokens[place.at]
  if (suffix === 'colon' || (end.line && next?.kind === 'version')) return end.line ? withinLine(place, end) : form
  const upper = takeUpper(place)
  if (typeof upper === 'string') return upper
  return upper ? { kind: 'range', from: end, to: upper } : { kind: 'one', end }
}

/** A range that began; its other end follows with or without a word between, or there is none. */
function withUpper(place: Place, from: End): Item | PhraseProblem {
  skip(place)
  const upper = takeUpper(place) ?? takeBounded(place)
  if (typeof upper === 'string') return upper
  return upper ? { kind: 'range', from, to: upper } : { kind: 'range', from }
}

/** `から 2.15.0 より前`, `through 7.0.3`, `before 6.0.3`: the other end of a range. */
function takeUpper(place: Place): End | PhraseProblem | undefined {
  const between = take(place, 'to', 'dash')
  if (between !== undefined) skip(place, 'list')
  const prefix = take(place, 'before', 'up-to')
  if (between === undefined && prefix === undefined) return undefined
  skip(place)
  const end = takeVersion(place)
  if (!end) return form
  skip(place)
  const suffix = take(place, 'earlier', 'and-earlier')
  if (prefix !== undefined && suffix !== undefined) return form
  return { ...end, included: prefix !== 'before' && suffix !== 'earlier' }
}

/** `6.0.17 未満` right behind `6.0.0 以上`. */
function takeBounded(place: Place): End | undefined {
  const start = place.at
  const end = takeVersion(place)
  skip(place)
  const suffix = end && take(place, 'earlier', 'and-earlier')
  if (end && suffix !== undefined) return { ...end, included: suffix === 'and-earlier' }
  place.at = start
  return undefined
}

/** `2.4 系の 2.4.10 より前`, `10.5.x: 10.5.0 and below`: within the line, up to the version. */
function withinLine(place: Place, line: End): Item | PhraseProblem {
  const inner = readItem(place)
  if (typeof inner === 'string') return inner
  if (inner.kind !== 'range' || !inner.to || inner.from) return form
  return inner.to.text.startsWith(`${line.text}.`) ? { kind: 'range', from: line, to: inner.to } : 'ambiguous'
}

/** A version, or a line of them: `5.1.x`, `5.1 系`. */
function takeVersion(place: Place): End | undefined {
  const token = place.tokens[place.at]
  if (token?.kind !== 'version' && token?.kind !== 'line') return undefined
  place.at += 1
  const isLine = take(place, 'line') !== undefined
  return { text: token.text, included: true, line: isLine || token.kind === 'line' }
}

function take(place: Place, ...meanings: readonly Meaning[]): Meaning | undefined {
  const token = place.tokens[place.at]
  if (token?.kind !== 'word' || !meanings.includes(token.means)) return undefined
  place.at += 1
  return token.means
}

/** Goes past words that say nothing, names, and words of one more meaning. */
function skip(place: Place, also?: Meaning): void {
  for (let token = place.tokens[place.at]; token; token = place.tokens[place.at]) {
    if (token.kind !== 'name' && !(token.kind === 'word' && (token.means === 'noise' || token.means === also))) return
    place.at += 1
  }
}
