import type { Criterion, ProductReference, Status, Unparsed, VersionRange, VersionStatement } from '@mimamori/matching'
import { readPhrase } from './phrases.ts'

/** What a text says of versions. `otherwise` only where the text itself says something of all others. */
export interface VersionsRead {
  readonly statements: readonly VersionStatement[]
  readonly otherwise?: Status
  /** Words that nobody understood: of which versions they speak is unknown. */
  readonly unread?: string
}

const mostVersion = 64
/** One word with a digit and no sign of a list, a range or a wildcard. */
const oneVersion = /^(?=\D*\d)[\p{L}\d(][\p{L}\d.()_+:\\~-]*$/u
const wildcard = /(?:^|\.)[xX*](?:$|\.)/

/** A text that is a version, or words about versions. */
export function readVersions(raw: string, status: Status): VersionsRead {
  const text = raw.trim()
  if (text.length <= mostVersion && oneVersion.test(text) && !wildcard.test(text)) return { statements: [{ status, range: one(text) }] }
  const read = readPhrase(text)
  if (read.kind === 'unparsed') return { statements: [], unread: text }
  const statements = read.statements.map((statement) => ({ ...statement, status: towards(statement.status, status) }))
  return { statements, otherwise: towards(read.otherwise, status) }
}

/** Words speak of affected versions; a feed may put them under another status. Of all other versions they then say nothing. */
function towards(said: Status, status: Status): Status {
  if (status === 'affected') return said
  return said === 'affected' ? status : 'unknown'
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

/** Of several texts on one product the one that says more: that all versions are affected before that others are not. */
function strongest(parts: readonly VersionsRead[], otherwise: Status): Status {
  const said = new Set(parts.flatMap((part) => part.otherwise ?? []))
  return (['affected', 'unknown', 'unaffected'] as const).find((status) => said.has(status)) ?? otherwise
}
