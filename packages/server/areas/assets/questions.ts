import { type Question, questionsOf } from '@mimamori/domain'
import type { Kept } from '../kept.ts'

/** What waits for a person; of one device, what may be of it. */
export function openQuestions({ picture }: Pick<Kept, 'picture'>, asset?: string): readonly Question[] {
  return questionsOf(picture.slices.claims).filter(({ candidates }) => asset === undefined || candidates.some((one) => one === asset))
}
