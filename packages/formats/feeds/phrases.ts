import { readVersionPhrase, type VersionPhrase } from '@mimamori/matching'

/** What words say of affected versions; the one place where feeds have words read. `names`: of the product and its maker, as the feed has them. */
export function readPhrase(text: string, names: readonly string[]): VersionPhrase {
  return readVersionPhrase(text, { names })
}
