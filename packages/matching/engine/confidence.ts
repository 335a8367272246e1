import { type CalendarDate, daysBetween } from '@mimamori/domain'
import type { Advisory } from '../advisory.ts'
import type { Answer, ConfidenceReason, Verdict } from '../verdict.ts'
import type { LeafAnswer } from './criteria.ts'
import type { ProductRead } from './device.ts'
import { type Judged, leavesOf } from './judged.ts'
import { isInLine } from './statements.ts'
import { unknown } from './tri.ts'

/**
 * How much each reason leaves of the certainty; an answer is as sure as the product of its reasons. Our own judgement: what the maker
 * says of its product before what others wrote down, a range before words, words before a bare name; the device's own console before
 * a scan before a hand; and what nobody knows costs the most.
 */
export const weights: Readonly<Record<ConfidenceReason, number>> = {
  'source-vendor': 1,
  'source-typed': 0.98,
  'source-range': 0.95,
  'source-phrase': 0.85,
  'source-name-only': 0.5,
  'source-silent': 0.6,
  'version-exact': 1,
  'version-partial': 0.8,
  'version-missing': 0.5,
  'version-fallback': 0.9,
  'configuration-full': 1,
  'configuration-part-unknown': 0.7,
  'product-cpe': 1,
  'product-alias': 0.97,
  'product-name': 0.85,
  'known-by-console': 1,
  'known-by-scan': 0.95,
  'known-by-hand': 0.85,
  'known-long-ago': 0.9,
  'sources-agree': 1,
  'sources-differ': 0.75,
}

/** Days after which a reading is old; half a year. */
const longAgoDays = 183

export interface Certain {
  readonly advisory: Advisory
  readonly judged: readonly Judged[]
  readonly product: ProductRead
  readonly verdict: Verdict
  readonly asOf?: CalendarDate
}

/** Why an answer is as sure as it is, and how sure that makes it. */
export function confidenceOf({ advisory, judged, product, verdict, asOf }: Certain): Pick<Answer, 'confidence' | 'reasons'> {
  const leaves = leavesOf(judged)
  const own = decisive(
    leaves.flatMap(({ own: answer }) => answer ?? []),
    verdict,
  )
  if (!own) return { confidence: 1, reasons: [] }
  const isPartUnknown = leaves.some(({ holds, own: answer }) =>
    answer ? answer.edition === unknown : verdict === 'unknown' && holds === unknown,
  )
  const reasons: ConfidenceReason[] = [
    sourceReason(advisory, own),
    ...versionReasons(own),
    isPartUnknown ? 'configuration-part-unknown' : 'configuration-full',
    `product-${own.key.by}`,
    knownReason(product),
    ...(isOld(product.installed.on, asOf) ? (['known-long-ago'] as const) : []),
  ]
  return { confidence: shareOf(reasons), reasons }
}

export function shareOf(reasons: readonly ConfidenceReason[]): number {
  return Math.round(reasons.reduce((share, reason) => share * weights[reason], 1) * 100) / 100
}

/** The leaf on which the answer rests: one that says what the answer says, or the first. */
function decisive(answers: readonly LeafAnswer[], verdict: Verdict): LeafAnswer | undefined {
  const wanted = verdict === 'affected' ? 2 : verdict === 'unknown' ? 1 : 0
  return answers.find(({ value, isSilent }) => value === wanted && !isSilent) ?? answers[0]
}

function sourceReason({ feed }: Advisory, { statements, found, isSilent, compared }: LeafAnswer): ConfidenceReason {
  if (isSilent) return 'source-silent'
  if (statements.length === 0 && found.status === 'unknown') return 'source-name-only'
  if (feed === 'csaf') return 'source-vendor'
  if (feed === 'jvn') return 'source-phrase'
  return compared.because === 'feed' ? 'source-typed' : 'source-range'
}

function versionReasons({ version, compared, statements, found }: LeafAnswer): readonly ConfidenceReason[] {
  if (version.key === undefined) return ['version-missing']
  const { key } = version
  const isPart = statements.some(({ from, to }) =>
    [from, to].some((end) => end && end.length > key.length && key.every((place, at) => place === end[at])),
  )
  const isOpen = found.status === 'unclear' && statements.some((statement) => isInLine(key, statement))
  return [
    isPart || isOpen ? 'version-partial' : 'version-exact',
    ...(compared.because === 'fallback' ? (['version-fallback'] as const) : []),
  ]
}

function knownReason({ installed: { knownBy } }: ProductRead): ConfidenceReason {
  return knownBy === 'console' ? 'known-by-console' : knownBy === 'hand' ? 'known-by-hand' : 'known-by-scan'
}

function isOld(on: CalendarDate | undefined, asOf: CalendarDate | undefined): boolean {
  return on !== undefined && asOf !== undefined && daysBetween(on, asOf) > longAgoDays
}
