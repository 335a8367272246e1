import { isSilentOf, type Leaf, triOfStatus } from './criteria.ts'
import { type EditionKnown, type EditionTest, editionHolds } from './editions.ts'
import type { InstalledVersion } from './fleet.ts'
import { readStatements, statusAt } from './statements.ts'
import { least, no, type Tri } from './tri.ts'

/** What a criterion that cannot be read as ranges says of one version. */
export function slowly({ criterion, reference }: Leaf, { family, ...version }: InstalledVersion): Tri {
  const { update } = reference
  const found = statusAt(readStatements(criterion, { update, family }), criterion.otherwise, version)
  return isSilentOf(criterion) && found.status === 'unknown' && !found.range ? no : triOfStatus(found.status)
}

export function withEdition(value: Tri, test: EditionTest | undefined, known: EditionKnown): Tri {
  return value === no || !test ? value : least(value, editionHolds(test, known))
}
