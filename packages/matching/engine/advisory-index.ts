import type { VersionFamily } from '@mimamori/domain'
import type { Advisory } from '../advisory.ts'
import type { GroupNumbers } from '../names/numbers.ts'
import type { SortedKeys } from '../versions/sorted.ts'
import type { UnreadCriterion } from './criterion-ranges.ts'
import type { EditionTest } from './editions.ts'

/** The program of clauses that hold by any of their leaves alone; no tokens of a tree begin there. */
export const aloneProgram = 0

/** Top-level conditions of advisories, by number; each holds by itself. */
export interface Clauses {
  readonly advisories: Uint32Array
  /** Where the tokens of a clause begin; clauses of one shape share them. */
  readonly programs: Uint16Array | Uint32Array
  readonly tokens: Uint16Array
  readonly mostLeaves: number
}

/** Ranges of all groups by number, group after group: the long ones, the short and the rare, as `words.ts` says. */
export interface GroupedRanges {
  readonly words: Int32Array
  /** By group where its long ranges begin, where the short and where the rare; one group more ends the last. */
  readonly starts: Uint32Array
  readonly shorts: Uint32Array
  readonly rares: Uint32Array
}

/**
 * Advisories as ranges of ranks, grouped by product: what is kept of a criterion are two ranks, whose it is, its place there and the
 * flags. A rank is that of a version among all versions of its family that an advisory names: twice its number and one; the gap
 * before it has one less.
 */
export interface AdvisoryIndex extends GroupedRanges {
  readonly ids: readonly string[]
  /** Whose numbers the groups have. */
  readonly numbers: GroupNumbers
  readonly versions: ReadonlyMap<VersionFamily, SortedKeys>
  /** Of a range that holds by itself the owner is the advisory, of one that is part of a tree the clause. */
  readonly clauses: Clauses
  readonly editionTests: readonly EditionTest[]
  /** Criteria with ends that are no version, by the place of their range. */
  readonly unreadable: ReadonlyMap<number, UnreadCriterion>
  /** Advisories that are evaluated as they are written, and the keys that they name. */
  readonly specials: ReadonlyMap<number, Advisory>
  readonly specialsByKey: ReadonlyMap<string, readonly number[]>
}
