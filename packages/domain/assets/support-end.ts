import type { SupportEnd } from './types.ts'

/** Letters and numbers of a text as words; a version counts by its first parts too, but for Windows, whose build is no version. */
function wordsOf(text: string): string {
  const plain = text
    .normalize('NFKC')
    .toLowerCase()
    .replace(/\bwin(?:dows)?(?=[\s\d]|$)/g, 'windows ')
    .replace(/server(?=\d)/g, 'server ')
  const tokens = plain.split(/[^\p{L}\p{N}.]+/u).filter((token) => token !== '')
  const parts = tokens.includes('windows') ? [] : tokens.flatMap(prefixes)
  return ` ${[...tokens, ...parts].join(' ')} `
}

function prefixes(token: string): readonly string[] {
  if (!/^\d+(\.\d+)+$/.test(token)) return []
  const numbers = token.split('.')
  return numbers.slice(1).map((_, at) => numbers.slice(0, at + 1).join('.'))
}

/** Kept by the list, since thousands of devices share a dozen systems. */
const found = new WeakMap<readonly SupportEnd[], Map<string, SupportEnd | undefined>>()

/** The entry that a name of a product fits; undefined where it fits none, or may mean several. */
export function supportEndOf(text: string, entries: readonly SupportEnd[]): SupportEnd | undefined {
  const known = found.get(entries) ?? new Map<string, SupportEnd | undefined>()
  found.set(entries, known)
  if (!known.has(text)) known.set(text, fittingEntry(text, entries))
  return known.get(text)
}

function fittingEntry(text: string, entries: readonly SupportEnd[]): SupportEnd | undefined {
  if (/\bor\b|\|/.test(text)) return undefined
  const words = wordsOf(text)
  const has = (word: string) => words.includes(` ${word} `)
  const fitting = entries.filter((entry) => entry.words.every(has) && !entry.unless?.some(has))
  const most = Math.max(0, ...fitting.map((entry) => entry.words.length))
  const best = fitting.filter((entry) => entry.words.length === most)
  return best.length === 1 ? best[0] : undefined
}
