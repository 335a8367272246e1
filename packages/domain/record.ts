import type { CalendarDate, SourceId } from './ids.ts'

/**
 * A fact as it is known: an absent key means unknown, `none` means that there is none, `not-applicable` that the
 * question does not arise. Not for free text: a name could be "none".
 */
export type Fact<T> = T | 'none' | 'not-applicable'

/** True when the fact holds a value, false for unknown, none and not applicable. */
export function isKnown<T>(fact: Fact<T> | undefined): fact is T {
  return fact !== undefined && fact !== 'none' && fact !== 'not-applicable'
}

/** The value of a fact, or undefined for unknown, none and not applicable. */
export function known<T>(fact: Fact<T> | undefined): T | undefined {
  return isKnown(fact) ? fact : undefined
}

/** Where a fact comes from (entry of `sources`, row in it) and when somebody last confirmed it. */
export interface Provenance {
  readonly source?: SourceId
  readonly row?: number
  readonly confirmedOn?: CalendarDate
}

/** What every record of a slice carries; `fields` only where one field comes from elsewhere, `extra` for unknown columns. */
export interface Entry extends Provenance {
  readonly id: string
  readonly fields?: Readonly<Record<string, Provenance>>
  readonly extra?: Readonly<Record<string, string>>
}

/** A file, form, scan, feed, paper or person that told of something. */
export interface Source extends Entry {
  readonly id: SourceId
  readonly kind: 'form' | 'file' | 'scan' | 'feed' | 'person' | 'paper'
  readonly name: string
  readonly seenOn: CalendarDate
  /** SHA-256 of the original file, kept as evidence. */
  readonly sha256?: string
}

/** One text in both languages of the product. */
export interface Text {
  readonly ja: string
  readonly en: string
}

export type Lang = keyof Text

/** How sure we are of an official statement; anything but `original-read` shows its mark. `ours` is our own judgement. */
export type Confidence = 'original-read' | 'secondary' | 'from-memory' | 'conflict' | 'ours'

/** A statement of an official document: which edition, which clause, how sure. */
export interface ClauseRef {
  readonly edition: string
  readonly clause: string
  readonly confidence: Confidence
}

/** Dates, counts and yen only: a name would make a rename look like another reason. */
export type SayValues = Readonly<Record<string, string | number>>

type GroundSlice =
  | 'facility'
  | 'services'
  | 'systems'
  | 'contracts'
  | 'backups'
  | 'assets'
  | 'lines'
  | 'vpns'
  | 'remotePaths'
  | 'faxFlows'
  | 'accounts'
  | 'zones'
  | 'links'
  | 'claims'
  | 'software'
  | 'answers'
  | 'controls'
  | 'finances'
  | 'quotes'
  | 'lossInputs'
  | 'planChoices'
  | 'policies'

/** A fact on which the state of a control or of a risk, or a figure about money, rests; `none`: that no such record is there. */
export type RiskGround =
  | { readonly slice: GroundSlice; readonly id: string; readonly field?: string }
  | { readonly slice: GroundSlice; readonly none: { readonly field: string; readonly is: string } }
