import type { VersionFamily } from '@mimamori/domain'
import type { Advisory } from '../advisory.ts'
import type { SortedKeys } from '../versions/sorted.ts'
import type { CriterionRead } from './criteria.ts'
import type { EditionTest } from './editions.ts'

/** What is known of a range beside its ends, in one small number. */
export const flags = { value: 3, missing: 12, missingShift: 2, edition: 16, unreadable: 32, tree: 64, weak: 128 } as const

export const advisoryKinds = { none: 0, simple: 1, tree: 2, special: 3 } as const

/** Ranges of one product in one order of versions, from `start` to `end`; from `rare` on those that ask for more than two ranks. */
export interface Group {
  readonly family: VersionFamily
  readonly start: number
  readonly rare: number
  readonly end: number
  /** Where the editions of the rare ranges begin. */
  readonly firstEdition: number
  /** Every end of a range, sorted: the end at n has rank 2n + 1, the gap before it 2n. */
  readonly ends: SortedKeys
}

/** The program of clauses that hold by any of their leaves alone; no tokens of a tree begin there. */
export const aloneProgram = 0

/** Top-level conditions of advisories, by number; each holds by itself. */
export interface Clauses {
  readonly advisories: Uint32Array
  /** Where the tokens of a clause begin; clauses of one shape share them. */
  readonly programs: Uint32Array
  readonly tokens: Uint16Array
  readonly mostLeaves: number
}

/**
 * Advisories as ranges of ranks, grouped by product: what is kept of a criterion are two ranks, whose it is, its place there and the
 * flags.
 */
export interface AdvisoryIndex {
  readonly ids: readonly string[]
  readonly kinds: Uint8Array
  /** By product key and family: `fortinet:fortios|fortios`. */
  readonly groups: ReadonlyMap<string, Group>
  readonly low: Uint16Array | Uint32Array
  readonly high: Uint16Array | Uint32Array
  /** The advisory of a range that holds by itself, the clause of one that is part of a tree. */
  readonly owners: Uint32Array
  readonly leaves: Uint16Array
  readonly flags: Uint8Array
  readonly clauses: Clauses
  /** Of the rare ranges, group after group: 0, or the number of an edition and one. */
  readonly editions: Uint32Array
  readonly editionTests: readonly EditionTest[]
  /** Criteria with ends that are no version, by range. */
  readonly unreadable: ReadonlyMap<number, CriterionRead>
  /** Advisories that are evaluated as they are written, and the keys that they name. */
  readonly specials: ReadonlyMap<number, Advisory>
  readonly specialsByKey: ReadonlyMap<string, readonly number[]>
}

export function groupName(key: string, family: VersionFamily): string {
  return `${key}|${family}`
}
