import type { Catalogue, Confidence, ContactKind, FacilityKind, ObservationSource, Text } from '@mimamori/domain'
import type { LossReference, NormReference, QuoteReference, SupportReference } from '@mimamori/money'

/** What every entry carries beside its own fields: how sure it is and where it comes from (keys of `sources`). */
export interface Sourced {
  readonly id: string
  readonly confidence: Confidence
  readonly sources: readonly string[]
}

/** A publication that other entries name by its key. */
export interface SourceNote {
  readonly id: string
  /** A text in both languages where a screen shows it; else as it was noted. */
  readonly citation: string | Text
}

/** A chapter of a book; `confidence` of its title, as the chapter lists were only partly seen. */
export interface GuidelineChapter {
  readonly number: number
  readonly title: Text
  readonly confidence: Confidence
}

/** `short` is the word by which clauses name the book: 運用 in 運用 13⑪. */
export interface GuidelineBook {
  readonly short: string
  readonly title: Text
  readonly readers: Text
  readonly confidence: Confidence
  readonly chapters?: readonly GuidelineChapter[]
}

/** An official document that clauses point into: guideline, standard, law, notice, fee schedule, check sheet. */
export interface Guideline extends Sourced {
  readonly kind: 'guideline' | 'standard' | 'law' | 'notice' | 'fee-schedule' | 'check-sheet'
  readonly title: Text
  readonly short: Text
  readonly issuer: Text
  readonly issuedOn?: string
  readonly supersededOn?: string
  readonly number?: string
  readonly books?: readonly GuidelineBook[]
  readonly note?: Text
}

/** What items of all editions are about, in a word or two: for rows of tables, where a title would wrap. */
export interface Topic extends Sourced {
  readonly short: Text
}

/** A date that a document names for one topic. Dates of one topic are always shown together, never one alone. */
export interface TopicDate extends Sourced {
  readonly topic: string
  readonly edition: string
  readonly clause: string
  readonly on: string
  readonly says: Text
}

/** What closes a finding, one sentence. */
export interface Measure extends Sourced {
  readonly title: Text
}

/** A public body to call or write to. */
export interface ContactBody extends Sourced {
  readonly kind: ContactKind
  readonly name: Text
  readonly use: Text
  readonly phone?: string
  readonly hours?: Text
  readonly url?: string
  readonly note?: Text
}

export interface GlossaryTerm extends Sourced {
  /** Place in the list, 1 first. */
  readonly order: number
  readonly term: Text
  /** For somebody who has not met the word. */
  readonly plain: Text
  /** The word in the code. */
  readonly code: string
}

export type CardSize = 'clinic' | 'hospital'
export type DeviceFamily = 'yamaha' | 'fortigate' | 'windows'

export interface CardStep {
  readonly id: string
  readonly text: Text
  /** Only at this size; absent = at both. */
  readonly for?: CardSize
}

/** What a person does for one item, step by step; fits one sheet of A4. */
export interface WorkCard extends Sourced {
  readonly topic: string
  readonly title: Text
  readonly minutes: number
  readonly sizes: readonly CardSize[]
  readonly deviceFamily?: DeviceFamily
  readonly who: Text
  /** What has to lie ready. */
  readonly before: readonly Text[]
  readonly steps: readonly CardStep[]
  readonly checkAfter: readonly Text[]
  /** When to leave it. */
  readonly whenNot: readonly Text[]
  /** Word for word. */
  readonly askVendor: Text
  /** What to keep as proof. */
  readonly evidence: Text
  /** Another person or length at one size. */
  readonly variants?: readonly { readonly for: CardSize; readonly who?: Text; readonly minutes?: number }[]
  readonly note?: Text
}

export interface Choice {
  /** A value of the fact that it sets, such as a `FacilityKind`. */
  readonly code: string
  readonly text: Text
  readonly help?: Text
}

/** One input of a question. `when`: only where the part named has one of these codes. */
export interface QuestionPart {
  readonly id: string
  readonly ask: Text
  readonly answer: 'one' | 'many' | 'number' | 'text' | 'date' | 'people'
  /** The fact that it sets, as `slice.field`. */
  readonly sets: string
  readonly choices?: readonly Choice[]
  readonly help?: Text
  readonly when?: { readonly part: string; readonly is: readonly string[] }
}

/** One of the ten first questions; all may be answered 「わからない」, only the first is required. */
export interface TenQuestion extends Sourced {
  readonly number: number
  readonly question: Text
  readonly whyAsked: Text
  readonly help?: Text
  /** Asked once, or once per system chosen in question 5. */
  readonly per: 'facility' | 'system'
  readonly parts: readonly [QuestionPart, ...QuestionPart[]]
  readonly skipFor?: readonly FacilityKind[]
}

/** A kind of file with devices or accounts, recognised by what is in it. */
export type ScanFormat =
  | 'nmap'
  | 'dhcp-isc'
  | 'dhcp-kea'
  | 'dhcp-windows'
  | 'device-cli'
  | 'directory-csv'
  | 'sharphound'
  | 'snmp'
  | 'drawio'
  | 'register'

export type ScanBasisId = 'real-output' | 'published-sample' | 'documentation' | 'memory'

/** How the reader of a format was made: tried on real output, written after samples or documentation, or from memory. */
export interface ScanBasis extends Sourced {
  readonly id: ScanBasisId
  /** Place in the list, the surest first. */
  readonly order: number
  /** A heading over the formats of which it holds. */
  readonly name: Text
  /** A sentence beside one file. */
  readonly says: Text
}

/** A format that is read, and what its reader rests on. */
export interface ScanFormatFacts extends Sourced {
  readonly id: ScanFormat
  readonly name: Text
  readonly basis: ScanBasisId
  /** Which output, or which document. */
  readonly seen: Text
  /** How the file comes about. */
  readonly made: Text
  readonly commands?: readonly string[]
  readonly taken: Text
}

/** By what a device was seen, as people call it. */
export interface ObservationSourceName extends Sourced {
  readonly id: ObservationSource
  readonly name: Text
}

/** Everything that the product knows beforehand. The kernel needs the part that `Catalogue` names. */
export interface FullCatalogue extends Catalogue, NormReference, QuoteReference, SupportReference, LossReference {
  readonly workCards: readonly WorkCard[]
  readonly measures: readonly Measure[]
  readonly contactBodies: readonly ContactBody[]
  readonly glossary: readonly GlossaryTerm[]
  readonly guidelines: readonly Guideline[]
  readonly topics: readonly Topic[]
  readonly topicDates: readonly TopicDate[]
  readonly tenQuestions: readonly TenQuestion[]
  readonly scanFormats: readonly ScanFormatFacts[]
  readonly scanBases: readonly ScanBasis[]
  readonly observationSources: readonly ObservationSourceName[]
  readonly sources: readonly SourceNote[]
}
