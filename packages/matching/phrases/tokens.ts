import { lineOf } from './line.ts'
import type { PhraseContext, PhraseProblem } from './phrase.ts'
import { type Meaning, type Word, words } from './words.ts'

export type Token =
  | { readonly kind: 'version'; readonly text: string }
  | { readonly kind: 'line'; readonly text: string }
  | { readonly kind: 'word'; readonly means: Meaning }
  | { readonly kind: 'name' }

const version = /[a-z]{0,2}\d(?:[0-9a-z_]|\.(?=[0-9a-z*])|-(?=[0-9a-z])|\+(?=[0-9a-z])|\([0-9a-z.]{1,12}\)|(?<=[.\d])\*)*/iy
/** What stands behind a blank and still belongs to the version: `build 1517`, `Patch 1`, `ap383785`, `R11.4`. */
const addition =
  / \(?(?:build|patch|update|hotfix|service pack|sp|sr|msr|ap|es|su|p|hf|beta|alpha|rc|errata|h|r)[ ._-]?\d[0-9a-z]*(?:[.-][0-9a-z]+)*\)?/iy
const blanks = /\s+|[.。](?=\s|$)/y

/** The words and versions of a text, or why it holds something else. Takes time in proportion to the text. */
export function tokensOf(text: string, context: PhraseContext): readonly Token[] | PhraseProblem {
  const folded = text.replace(/[A-Z]/g, (letter) => letter.toLowerCase())
  const names = namesIn(context)
  const tokens: Token[] = []
  let at = 0
  while (at < text.length) {
    const blank = ends(blanks, folded, at)
    if (blank !== undefined) {
      at = blank
      continue
    }
    const [found, to] = wordAt(folded, at) ?? nameAt(folded, at, names) ?? versionAt(text, at, context) ?? []
    if (found === undefined || to === undefined) return 'unknown-word'
    if (found === 'ambiguous' || found === 'version') return found
    tokens.push(...found)
    at = to
  }
  return tokens
}

type Found = readonly [readonly Token[] | 'ambiguous' | 'version', number]

/** Where a sticky expression that matches here ends. */
function ends(expression: RegExp, text: string, at: number): number | undefined {
  expression.lastIndex = at
  return expression.test(text) ? expression.lastIndex : undefined
}

function wordAt(folded: string, at: number): Found | undefined {
  const word = words.get(folded.charAt(at))?.find((one) => folded.startsWith(one.spelling, at) && isWhole(one, folded, at))
  return word && [[{ kind: 'word', means: word.means }], at + word.spelling.length]
}

function isWhole({ spelling, ends: end }: Word, folded: string, at: number): boolean {
  const next = folded.charAt(at + spelling.length)
  if (end === 'anywhere' || spelling.endsWith('.')) return true
  return end === 'before-letter' ? !/[a-z]/.test(next) : !/[a-z0-9]/.test(next)
}

/**
 * Names that may stand before versions: whole ones, and their words of three letters and more. A name that lists several products
 * gives none, for nobody could say to which of them a version belongs.
 */
function namesIn({ names = [] }: PhraseContext): readonly string[] {
  const folded = names
    .map((name) => name.normalize('NFKC').trim().toLowerCase())
    .filter((name) => name !== '' && !/[,;/、]| and /.test(name))
  const parts = folded.flatMap((name) => name.split(/[\s()]+/)).filter((word) => /^\p{L}[\p{L}.+-]{2,}$/u.test(word))
  return [...folded, ...parts].sort((a, b) => b.length - a.length)
}

function nameAt(folded: string, at: number, names: readonly string[]): Found | undefined {
  const name = names.find((one) => folded.startsWith(one, at) && !/[a-z0-9]/.test(folded.charAt(at + one.length)))
  return name === undefined ? undefined : [[{ kind: 'name' }], at + name.length]
}

function versionAt(text: string, from: number, context: PhraseContext): Found | undefined {
  let to = ends(version, text, from)
  if (to === undefined) return undefined
  const first = text.slice(from, to)
  const line = lineOf(first)
  if (line !== undefined) return [[{ kind: 'line', text: line }], to]
  // NOTE: KB numbers of Microsoft have no order.
  if (first.includes('*') || /\.x(?:\.|$)|^kb\d/i.test(first)) return ['version', to]
  for (let next = ends(addition, text, to); next !== undefined; next = ends(addition, text, to)) to = next
  const whole = text.slice(from, to)
  return [whole === first ? onesOrRange(first, context) : [{ kind: 'version', text: whole }], to]
}

const twoNumbers = /^(\d{1,15}(?:\.\d{1,15})+)-(\d{1,15}(?:\.\d{1,15})+)$/

/**
 * `4.1.0-4.1.7` is two versions; `13.1-49.15` and `5.5.2-2.3` are one where their family writes so. What can be both is not guessed at.
 */
function onesOrRange(text: string, { family }: PhraseContext): readonly Token[] | 'ambiguous' {
  const one: readonly Token[] = [{ kind: 'version', text }]
  const found = twoNumbers.exec(text)
  if (!found) return one
  const [left = [], right = []] = [found[1], found[2]].map((part) => (part ?? '').split('.').map(Number))
  const isOwn =
    family === 'netscaler' ? left.length === 2 && right.length === 2 : family === 'allied-telesis' && left.length !== right.length
  if (isOwn || (right[0] ?? 0) < (left[0] ?? 0)) return one
  if (left.length === right.length && left.length >= 3) {
    return [
      { kind: 'version', text: found[1] ?? '' },
      { kind: 'word', means: 'dash' },
      { kind: 'version', text: found[2] ?? '' },
    ]
  }
  return left.length !== right.length && left[0] !== right[0] ? one : 'ambiguous'
}
