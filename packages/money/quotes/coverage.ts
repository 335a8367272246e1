import { sumQuotes } from './sum.ts'
import type { ProtectionPlace, QuoteReference, QuoteSource } from './types.ts'

/** One place of the building: what a quote brings there, and what it leaves open. */
export interface PlaceCoverage {
  readonly place: ProtectionPlace
  readonly covered: readonly string[]
  readonly open: readonly string[]
}

/** A quote held against the eight protections. Totals are never compared without it: a lower price may only cover less. */
export interface QuoteCoverage {
  readonly source: string
  readonly places: readonly PlaceCoverage[]
  readonly covered: readonly string[]
  readonly holes: readonly string[]
}

/** Only lines that are priced for so many terminals count; a line of 0 yen ("in the maintenance contract") covers too. */
export function coverageOf(reference: QuoteReference, source: QuoteSource, terminals: number = source.terminals): QuoteCoverage {
  const { unpriced } = sumQuotes(source.lines, { terminals })
  const covers = new Set(source.lines.filter(({ id }) => !unpriced.includes(id)).flatMap((line) => line.covers))
  const isCovered = (id: string) => covers.has(id)
  const all = reference.protections.toSorted((a, b) => a.order - b.order).map(({ id }) => id)
  return {
    source: source.id,
    places: reference.protectionPlaces
      .toSorted((a, b) => a.order - b.order)
      .map((place) => ({
        place,
        covered: place.protections.filter(isCovered),
        open: place.protections.filter((id) => !isCovered(id)),
      })),
    covered: all.filter(isCovered),
    holes: all.filter((id) => !isCovered(id)),
  }
}
