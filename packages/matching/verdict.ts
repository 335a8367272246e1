/** Whether a product on a device is affected; `unknown` always says which fact is missing. */
export type Verdict = 'affected' | 'not-affected' | 'unknown'

/** One thing that was held against another, in the order in which it was done. */
export interface Step {
  readonly test: 'product' | 'version' | 'platform' | 'all' | 'any' | 'negate' | 'withdrawn' | 'update' | 'statement' | 'line'
  /** What the feed says. */
  readonly left: string
  /** What is installed. */
  readonly right: string
  readonly result: 'yes' | 'no' | 'unknown'
}

/** Why an answer is as sure as it is; each is a sentence of the catalogue: `match:<reason>`. */
export type ConfidenceReason =
  | 'source-vendor'
  | 'source-typed'
  | 'source-range'
  | 'source-phrase'
  | 'source-name-only'
  | 'source-silent'
  | 'version-exact'
  | 'version-partial'
  | 'version-missing'
  | 'version-fallback'
  | 'configuration-full'
  | 'configuration-part-unknown'
  | 'product-cpe'
  | 'product-alias'
  | 'product-name'
  | 'known-by-console'
  | 'known-by-scan'
  | 'known-by-hand'
  | 'known-long-ago'
  | 'sources-agree'
  | 'sources-differ'

/** What one advisory says of one installed product of one device. */
export interface Answer {
  readonly verdict: Verdict
  /** From 0 to 1, computed from the reasons. */
  readonly confidence: number
  readonly reasons: readonly ConfidenceReason[]
  readonly steps: readonly Step[]
  /** Nearest version above the installed one of which the record says that it is not affected. */
  readonly fixedVersion?: string
}
