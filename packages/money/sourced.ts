import type { Confidence } from '@mimamori/domain'

/** What every figure of the catalogue carries: a name that stays, how sure it is, and where it comes from. */
export interface SourcedFigure {
  readonly id: string
  readonly confidence: Confidence
  readonly sources: readonly string[]
}
