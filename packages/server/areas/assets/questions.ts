import { type Claim, type Question, questionsOf } from '@mimamori/domain'
import type { Kept } from '../kept.ts'

/** NOTE: kept as long as the list of claims is, so that ten thousands of them are not gone through for every reader. */
const questionsIn = new WeakMap<readonly Claim[], readonly Question[]>()

/** What waits for a person; of one device, what may be of it. */
export function openQuestions({ picture }: Pick<Kept, 'picture'>, asset?: string): readonly Question[] {
  const { claims } = picture.slices
  const all = questionsIn.get(claims) ?? questionsOf(claims)
  questionsIn.set(claims, all)
  return asset === undefined ? all : all.filter(({ candidates }) => candidates.some((one) => one === asset))
}
