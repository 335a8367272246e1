import type { VersionFamily } from '@mimamori/domain'

/**
 * A version as its family orders it: compared place by place, a missing place counts as 0, and numbers before words.
 * Two spellings of one version give one key.
 */
export type VersionKey = readonly (number | string)[]

/** How the versions of one family are read and ordered. Total: of any two keys one comes first or they are equal. */
export interface VersionOrder {
  readonly family: VersionFamily
  /** `undefined` where the text is no version of the family: such a text is never guessed at. */
  readonly parse: (text: string) => VersionKey | undefined
}
