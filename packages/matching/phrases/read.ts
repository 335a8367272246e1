import type { VersionRange, VersionStatement } from '../advisory.ts'
import { compareVersions, orderOf } from '../versions/orders.ts'
import { foldSpelling } from '../versions/spelling.ts'
import { behindLine } from './line.ts'
import { readItems } from './list.ts'
import type { End, Item, PhraseContext, PhraseProblem, VersionPhrase } from './phrase.ts'
import { tokensOf } from './tokens.ts'
import { saysNothing } from './words.ts'

/** A text of a feed that is longer tells a story, not versions. */
const longest = 4000

/**
 * Versions in words, Japanese and English: `2.13.0 から 2.15.0 より前のバージョン`, `v1.67 およびそれ以前`, `7.0.0 through 7.0.3, 6.4 all
 * versions`. What is not understood wholly is unparsed. What the words do not name is `unaffected`; where they say nothing of versions,
 * `unknown`; `すべてのバージョン` has no statement and is `affected`.
 */
export function readVersionPhrase(text: string, context: PhraseContext = {}): VersionPhrase {
  if (text.length > longest) return unparsed('too-long')
  const plain = foldSpelling(text)
  if (plain.length > longest) return unparsed('too-long')
  if (saysNothing.has(plain.toLowerCase())) return { kind: 'read', statements: [], otherwise: 'unknown' }
  if (plain === '*') return { kind: 'read', statements: [], otherwise: 'affected' }
  const tokens = tokensOf(plain, context)
  if (typeof tokens === 'string') return unparsed(tokens)
  if (
    !tokens.some(({ kind }) => kind === 'version' || kind === 'line') &&
    !tokens.some((one) => one.kind === 'word' && one.means === 'all')
  ) {
    return unparsed('no-version')
  }
  // NOTE: NetScaler writes release and build as others write two ends, 13.1 - 49.15.
  if (context.family === 'netscaler' && tokens.some((one) => one.kind === 'word' && one.means === 'dash')) return unparsed('ambiguous')
  const items = readItems(tokens, context)
  return typeof items === 'string' ? unparsed(items) : phraseOf(items, context)
}

function phraseOf(items: readonly Item[], context: PhraseContext): VersionPhrase {
  if (items.some(({ kind }) => kind === 'all')) {
    return items.length === 1 ? { kind: 'read', statements: [], otherwise: 'affected' } : unparsed('ambiguous')
  }
  const statements: VersionStatement[] = []
  for (const item of items) {
    const range = rangeOf(item)
    const problem = range ? problemOf(range, context) : 'version'
    if (!range || problem !== undefined) return unparsed(problem ?? 'version')
    statements.push({ status: 'affected', range })
  }
  return { kind: 'read', statements, otherwise: 'unaffected' }
}

function rangeOf(item: Item): VersionRange | undefined {
  if (item.kind === 'all') return {}
  if (item.kind === 'one')
    return item.end.line ? rangeOf({ kind: 'range', from: item.end, to: item.end }) : rangeBetween(item.end, item.end)
  const from = item.from && lowerOf(item.from)
  const to = item.to && upperOf(item.to)
  return (item.from && !from) || (item.to && !to) ? undefined : rangeBetween(from, to)
}

function rangeBetween(from: End | undefined, to: End | undefined): VersionRange {
  return {
    ...(from && { from: from.text, fromIncluded: from.included }),
    ...(to && { to: to.text, toIncluded: to.included }),
  }
}

/** NOTE: a range that begins after a line begins with the first version behind it; one that ends with a line ends before that version. */
function lowerOf(end: End): End | undefined {
  return end.line && !end.included ? behind(end, true) : end
}

function upperOf(end: End): End | undefined {
  return end.line && end.included ? behind(end, false) : end
}

function behind({ text }: End, included: boolean): End | undefined {
  const next = behindLine(text)
  return next === undefined ? undefined : { text: next, included, line: false }
}

function problemOf({ from, to }: VersionRange, { family }: PhraseContext): PhraseProblem | undefined {
  if (family !== undefined && [from, to].some((text) => text !== undefined && !orderOf(family).parse(text))) return 'version'
  const order = from === undefined || to === undefined ? undefined : compareVersions(family ?? 'dotted', from, to)
  return order !== undefined && order > 0 ? 'ends-reversed' : undefined
}

function unparsed(why: PhraseProblem): VersionPhrase {
  return { kind: 'unparsed', why }
}
