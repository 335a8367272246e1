import type { VersionFamily } from '@mimamori/domain'
import type { Status, VersionStatement } from '../advisory.ts'

/**
 * Why versions in words could not be read. `form`: the words are known, and not in an order that we know; `ambiguous`: they can mean
 * two things; `version`: what stands where a version belongs is none of the family.
 */
export type PhraseProblem = 'too-long' | 'unknown-word' | 'no-version' | 'form' | 'ambiguous' | 'ends-reversed' | 'version'

/** What words say of versions. They are read wholly or not at all. */
export type VersionPhrase =
  | { readonly kind: 'read'; readonly statements: readonly VersionStatement[]; readonly otherwise: Status }
  | { readonly kind: 'unparsed'; readonly why: PhraseProblem }

export interface PhraseContext {
  /** Family of the product; versions that are none of it make the phrase unparsed. */
  readonly family?: VersionFamily
  /** Names of the product and its maker, which some put before the versions. */
  readonly names?: readonly string[]
}

/** One end of a range. `line`: the end is a line of versions, `5.1.x`. */
export interface End {
  readonly text: string
  readonly included: boolean
  readonly line: boolean
}

/** What one member of a list of versions says. */
export type Item =
  | { readonly kind: 'all' }
  | { readonly kind: 'one'; readonly end: End }
  | { readonly kind: 'range'; readonly from?: End; readonly to?: End }
