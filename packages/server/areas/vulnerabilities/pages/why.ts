import type { WhyView } from '@mimamori/contract'
import { byId, having, type InstalledProduct } from '@mimamori/domain'
import { type Advisory, type Answer, evaluate, explain, joinAnswers, type ProductBook, type SourceAnswer } from '@mimamori/matching'
import type { PoolClient } from 'pg'
import type { Kept } from '../../kept.ts'
import { advisoriesOn } from '../feeds/index.ts'
import { vulnerabilityProblem } from '../problems.ts'
import { reasonsSay } from '../rows/says.ts'

/** Why an installed product is affected by a weakness or is not, by every record that speaks of it; asked of the feeds as they are now. */
export async function whyOf(
  now: Kept,
  client: PoolClient,
  { installed, advisory, book }: { installed: string; advisory: string; book: ProductBook },
): Promise<WhyView> {
  const { installedProducts } = now.analysis.world
  const product = byId(installedProducts, installed)
  if (!product) throw vulnerabilityProblem('vulnerabilities/no-such-device')
  const known = now.picture.slices.matches.filter((match) => match.advisory === advisory).flatMap(({ cves }) => cves)
  const records: Advisory[] = []
  for await (const one of advisoriesOn(client, [...new Set([advisory, ...known])])) records.push(one.advisory)
  if (records.length === 0) throw vulnerabilityProblem('vulnerabilities/no-such-advisory')
  const device = having(installedProducts, 'asset', product.asset)
  const answers = records.map((record) => ({
    advisory: record,
    answer: evaluate(record, device, { book, asOf: now.asOf }).find((one) => one.product.id === product.id)?.answer,
  }))
  return viewOf(now, product, answers)
}

interface Asked {
  readonly advisory: Advisory
  readonly answer: Answer | undefined
}

function viewOf(now: Kept, product: InstalledProduct, answers: readonly Asked[]): WhyView {
  const sentences = now.catalogue.reference.matchSentences
  const says = (advisory: Advisory, answer: Answer | undefined) => explain(answer, { advisory, product, sentences })
  const [first, ...others] = answers.flatMap(({ advisory, answer }): SourceAnswer[] => (answer ? [{ advisory, answer }] : []))
  const joined = first && joinAnswers([first, ...others])
  const isDeciding = ({ advisory, answer }: Asked) => advisory.id === joined?.sources[0] && answer?.verdict === joined.verdict
  const decides = (answers.find(isDeciding) ?? answers[0])?.advisory
  if (!decides) throw new Error('at least one record was found')
  return {
    verdict: joined?.verdict ?? 'not-affected',
    says: says(decides, joined),
    confidence: joined?.confidence ?? 1,
    reasons: reasonsSay(now, joined?.reasons ?? []),
    ...(joined?.fixedVersion !== undefined && { fixedVersion: joined.fixedVersion }),
    sources: answers.map(({ advisory, answer }) => ({
      feed: advisory.feed,
      id: advisory.id,
      verdict: answer?.verdict ?? 'not-affected',
      says: says(advisory, answer),
      steps: [...(answer?.steps ?? [])],
    })),
  }
}
