import type { Advisory, AdvisoryFeed } from '../advisory.ts'
import type { Answer, ConfidenceReason } from '../verdict.ts'
import { shareOf } from './confidence.ts'

/** One source's answer on one CVE and one product. */
export interface SourceAnswer {
  readonly advisory: Advisory
  readonly answer: Answer
}

export interface JoinedAnswer extends Answer {
  /** Ids of the advisories, the one that decided first. */
  readonly sources: readonly string[]
  /** Those of the sources that say the opposite of the answer; shown beside it, so that a "yes" of any is seen. */
  readonly contradictedBy: readonly string[]
}

/** The maker's own word first, then the CVE record, which its maker mostly wrote, then who collects, then words in Japanese. */
const rank: Readonly<Record<AdvisoryFeed, number>> = { csaf: 0, cve5: 1, nvd: 2, jvn: 3 }

/**
 * Several sources of one CVE on one product. The first that decides counts; one that is silent or does not know leaves it to the
 * others. Where sources contradict each other the answer stays what the first says, less sure, and names the others.
 */
export function joinAnswers(answers: readonly [SourceAnswer, ...SourceAnswer[]]): JoinedAnswer {
  const ranked = answers.toSorted((a, b) => rank[a.advisory.feed] - rank[b.advisory.feed] || (a.advisory.id < b.advisory.id ? -1 : 1))
  const saying = ranked.filter(({ answer }) => answer.verdict !== 'unknown' && !answer.reasons.includes('source-silent'))
  const open = ranked.find(({ answer }) => answer.verdict === 'unknown')
  const first = saying[0] ?? open ?? ranked[0] ?? answers[0]
  const others = saying.filter((other) => other !== first)
  const reasons = [...first.answer.reasons, ...agreement(first, others)]
  const { fixedVersion: own, ...answer } = first.answer
  const fixedVersion = own ?? others.find((other) => other.answer.fixedVersion !== undefined)?.answer.fixedVersion
  return {
    ...answer,
    reasons,
    confidence: shareOf(reasons),
    ...(fixedVersion !== undefined && answer.verdict !== 'not-affected' && { fixedVersion }),
    contradictedBy: others.filter((other) => other.answer.verdict !== answer.verdict).map(({ advisory }) => advisory.id),
    sources: [first, ...ranked.filter((other) => other !== first)].map(({ advisory }) => advisory.id),
  }
}

function agreement(first: SourceAnswer, others: readonly SourceAnswer[]): readonly ConfidenceReason[] {
  if (others.length === 0) return []
  return others.every(({ answer }) => answer.verdict === first.answer.verdict) ? ['sources-agree'] : ['sources-differ']
}
