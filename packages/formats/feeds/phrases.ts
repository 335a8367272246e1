import type { Status, VersionStatement } from '@mimamori/matching'

export type PhraseRead =
  | { readonly kind: 'read'; readonly statements: readonly VersionStatement[]; readonly otherwise: Status }
  | { readonly kind: 'unparsed' }

/** What words say of versions; the one place where feeds have words read. What is not understood as a whole stays words. */
export function readPhrase(_text: string): PhraseRead {
  return { kind: 'unparsed' }
}
