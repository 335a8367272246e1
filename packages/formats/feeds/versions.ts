import type { Criterion, ProductReference, Status, Unparsed, VersionRange, VersionStatement } from '@mimamori/matching'
import { readPhrase } from './phrases.ts'

/** What a text says of versions. */
export interface VersionsRead {
  readonly statements: readonly VersionStatement[]
  /** `affected`: all versions are; `unknown`: the text says nothing of versions. */
  readonly otherwise?: 'affected' | 'unknown'
  /** Words that nobody understood: of which versions they speak is unknown. */
  readonly unread?: string
}

/** What is nothing but one version, whoever reads it; most of what feeds hold. */
const plainVersion = /^[vV]?\d+(?:\.\d+)*$/
const mostVersion = 64

export interface VersionText {
  readonly text: string
  /** Under which the feed has the text. */
  readonly status: Status
  readonly names: readonly (string | undefined)[]
}

/** A text that is a version, or words about versions. What the words leave open is left to whatever else is said of the product. */
export function readVersions({ text: raw, status, names }: VersionText): VersionsRead {
  const text = unescaped(raw.trim())
  if (text.length <= mostVersion && plainVersion.test(text)) return { statements: [{ status, range: one(text) }] }
  const known = names.filter((name) => name !== undefined)
  const read = readPhrase(text, known)
  if (read.kind === 'unparsed') return { statements: [], unread: text }
  if (read.otherwise === 'unknown') return { statements: [], otherwise: 'unknown' }
  if (read.otherwise === 'affected')
    return status === 'affected' ? { statements: [], otherwise: status } : { statements: [{ status, range: {} }] }
  return { statements: read.statements.map(({ range }) => ({ status, range })) }
}

export function one(version: string): VersionRange {
  const text = unescaped(version)
  return { from: text, fromIncluded: true, to: text, toIncluded: true }
}

/** CISA writes versions as they stand in CPE names: `15.2\(1\)S`. */
export function unescaped(version: string): string {
  return version.replace(/\\(.)/g, '$1')
}

const openStarts = new Set(['', '0', '*', '-', 'n/a', 'na', 'unspecified', 'unknown', 'all', 'any', 'none'])

/** The beginning of a range; feeds write it in many ways when it has none. */
export function rangeStart(value: string | undefined): string | undefined {
  const text = value?.trim() ?? ''
  return openStarts.has(text.toLowerCase()) ? undefined : unescaped(text)
}

export interface Spoken {
  readonly product: ProductReference
  readonly vulnerable?: boolean
  readonly parts: readonly VersionsRead[]
  /** What holds where no part says anything of all other versions. */
  readonly otherwise: Status
}

/**
 * One product with all that is said of its versions, the more important last. Words that were not understood may speak of any
 * version, so nothing is known of a version of which nothing else speaks.
 */
export function criterionOf({ product, vulnerable = true, parts, otherwise }: Spoken): {
  readonly criterion: Criterion
  readonly unparsed: readonly Unparsed[]
} {
  const unread = parts.flatMap((part) => (part.unread ? [part.unread] : []))
  const criterion: Criterion = {
    product,
    vulnerable,
    versions: parts.flatMap((part) => part.statements),
    otherwise: parts.some((part) => part.unread !== undefined) ? 'unknown' : strongest(parts, otherwise),
    ...(unread.length > 0 && { text: unread.join('、') }),
  }
  return { criterion, unparsed: unread.map((text) => ({ text, why: 'version-phrase' })) }
}

/** The strongest of what is said: that all versions are affected before that nothing is known of them. */
function strongest(parts: readonly VersionsRead[], otherwise: Status): Status {
  const said = new Set<Status>([...parts.flatMap((part) => part.otherwise ?? []), otherwise])
  return said.has('affected') ? 'affected' : said.has('unknown') ? 'unknown' : otherwise
}
