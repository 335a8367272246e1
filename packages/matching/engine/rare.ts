import type { Leaf } from './criteria.ts'
import { isSilentOf, triOfStatus } from './criteria.ts'
import { type EditionKnown, type EditionTest, editionHolds, editionKnown } from './editions.ts'
import type { InstalledVersion, Pair } from './fleet.ts'
import { readStatements, statusAt } from './statements.ts'
import { least, no, type Tri } from './tri.ts'

/** What a criterion that cannot be read as ranges says of one version. */
export function slowly({ criterion, reference }: Leaf, { family, ...version }: InstalledVersion): Tri {
  const { update } = reference
  const found = statusAt(readStatements(criterion, { update, family }), criterion.otherwise, version)
  return isSilentOf(criterion) && found.status === 'unknown' && !found.range ? no : triOfStatus(found.status)
}

/** A product that is held against what ranges demand beside its version; its name is read once. */
export interface Demanded {
  pair: Pair | undefined
  known: EditionKnown | undefined
}

export function withEdition(value: Tri, test: EditionTest | undefined, demanded: Demanded): Tri {
  if (value === no || !test) return value
  demanded.known ??= editionKnown(demanded.pair?.facts ?? { systems: [] })
  return least(value, editionHolds(test, demanded.known))
}
