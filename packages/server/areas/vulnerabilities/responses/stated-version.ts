import { having, type VulnerabilityResponse } from '@mimamori/domain'
import { type Advisory, evaluate, joinAnswers, type SourceAnswer } from '@mimamori/matching'
import type { PoolClient } from 'pg'
import type { Kept } from '../../kept.ts'
import type { Services } from '../../services.ts'
import { advisoriesOn } from '../feeds/index.ts'
import { groupsOf } from '../matching/hits.ts'
import { bookOf } from '../names.ts'
import { vulnerabilityProblem } from '../problems.ts'

/** A statement that names a version is held against what the response is about: one that is still weak closes nothing. */
export async function mustNotBeWeak(
  services: Services,
  client: PoolClient,
  now: Kept,
  { response, version }: { response: VulnerabilityResponse; version: string },
): Promise<void> {
  const weak = now.picture.slices.matches.filter(({ product, verdict }) => product === response.product && verdict !== 'not-affected')
  const records: Advisory[] = []
  for await (const { advisory } of advisoriesOn(client, [...new Set(weak.flatMap(({ advisory, cves }) => [advisory, ...cves]))]))
    records.push(advisory)
  if (records.length === 0) return
  const book = await bookOf(services, client)
  for (const asset of response.assets) {
    const device = having(now.analysis.world.installedProducts, 'asset', asset)
    const stated = device.map((one) => (one.name === response.name ? { ...one, version } : one))
    const product = stated.find(({ name }) => name === response.name)
    const answers = records.flatMap((advisory): SourceAnswer[] => {
      const answer = evaluate(advisory, stated, { book, asOf: now.asOf }).find((one) => one.product.id === product?.id)?.answer
      return answer ? [{ advisory, answer }] : []
    })
    if (isAffected(answers)) throw vulnerabilityProblem('response/version-still-weak')
  }
}

/** By one weakness at least, where all records that speak of it are taken together. */
function isAffected(answers: readonly SourceAnswer[]): boolean {
  const byGroup = Map.groupBy(
    answers.flatMap((one) => groupsOf(one.advisory).map((group) => ({ group, one }))),
    ({ group }) => group,
  )
  return [...byGroup.values()].some((some) => {
    const [first, ...others] = some.map(({ one }) => one)
    return first !== undefined && joinAnswers([first, ...others]).verdict === 'affected'
  })
}
