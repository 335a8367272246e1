import type { CalendarDate, Confidence, Text } from '@mimamori/domain'
import type { SourcedFigure } from '../sourced.ts'

/** What a price is for: a month, a year, once, one visit, or one terminal in one month. */
export type QuoteUnit = 'month' | 'year' | 'once' | 'visit' | 'terminalMonth'

/**
 * One line of a quote, whole yen for one `unit`. `openUpper`: the source says "from": `maxYen` is then only the figure it names.
 * `terminalsFrom`, `terminalsTo`: for how many terminals the price was given; absent = any. `tariffToTerminals`: the tariff goes so far,
 * at prices that are not known. `covers` names protections; empty = none of the list.
 */
export interface QuoteLine {
  readonly id: string
  readonly title: Text
  readonly minYen: number
  readonly maxYen: number
  readonly openUpper: boolean
  readonly unit: QuoteUnit
  readonly terminalsFrom?: number
  readonly terminalsTo?: number
  readonly tariffToTerminals?: number
  readonly taxIncluded: 'yes' | 'no' | 'unknown'
  readonly covers: readonly string[]
  readonly validUntil?: CalendarDate
  readonly confidence: Confidence
}

/** The quotes of one vendor, and what the source prints for a year at `terminals`. */
export interface QuoteSource extends SourcedFigure {
  readonly name: Text
  readonly dated: string
  readonly terminals: number
  readonly lines: readonly QuoteLine[]
  readonly printed: { readonly minYen: number; readonly maxYen: number; readonly text: Text }
  readonly note: Text
  readonly page: number
}

/** A protection of the police's way of thinking about ransomware (paper 001, 図表 3.1.1). */
export interface Protection extends SourcedFigure {
  readonly order: number
  readonly name: Text
  /** Controls of the risk catalogue that it is made of; the choice is ours. */
  readonly controls: readonly string[]
}

/** One of the six places of a building, how papers are kept safe there, and what stands there for a system. */
export interface ProtectionPlace extends SourcedFigure {
  readonly order: number
  readonly name: Text
  readonly building: Text
  readonly protections: readonly string[]
  readonly page: number
}

export interface QuoteReference {
  readonly quoteSources: readonly QuoteSource[]
  readonly protections: readonly Protection[]
  readonly protectionPlaces: readonly ProtectionPlace[]
}
