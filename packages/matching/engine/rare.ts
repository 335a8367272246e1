import { isSilentOf, triOfStatus } from './criteria.ts'
import type { UnreadCriterion } from './criterion-ranges.ts'
import { type EditionKnown, type EditionTest, editionHolds } from './editions.ts'
import type { InstalledVersion } from './fleet.ts'
import { statusAt } from './statements.ts'
import { least, no, type Tri, yes } from './tri.ts'

/** What a criterion that cannot be read as ranges says of one version. */
export function slowly({ criterion, statements }: UnreadCriterion, version: InstalledVersion): Tri {
  const found = statusAt(statements, criterion.otherwise, version)
  return isSilentOf(criterion) && found.status === 'unknown' && !found.range ? no : triOfStatus(found.status)
}

export function withEdition(value: Tri, test: EditionTest | undefined, known: EditionKnown | undefined): Tri {
  return value === no || !test || !known ? value : least(value, editionHolds(test, known))
}

/** What tests say of what is known; each is asked once. */
export type EditionAnswers = (test: number, known: number) => Tri

export function editionAnswers(tests: readonly EditionTest[], knowns: readonly EditionKnown[]): EditionAnswers {
  const answers = new Map<number, Tri>()
  return (at, number) => {
    const name = number * tests.length + at
    const found = answers.get(name)
    if (found !== undefined) return found
    const answer = withEdition(yes, tests[at], knowns[number])
    answers.set(name, answer)
    return answer
  }
}
