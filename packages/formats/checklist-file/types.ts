import type { Answer, CalendarDate, ChecklistItem, FormAudience, PrintedRow, Sheet } from '@mimamori/domain'
import type { Encoding } from '../encoding.ts'
import type { Place, Problem } from '../errors.ts'
import type { XlsxLimits } from '../xlsx/limits.ts'

/** What a filled form says of itself. */
export interface HeaderFacts {
  readonly editionName: string
  /** Of the facility, where a title says it. */
  readonly facilityName?: string
  readonly fiscalYear?: number
  readonly sheetId?: string
  readonly vendorName?: string
  readonly systemName?: string
  /** What a sheet of ours writes for people beside the ids of vendor and system. */
  readonly vendorLabel?: string
  readonly systemLabel?: string
  readonly dueOn?: CalendarDate
  readonly answeredBy?: string
  readonly returnedOn?: CalendarDate
}

/** What the file is for: the sheet it belongs to and how that sheet is called. */
export interface Expected {
  readonly sheet: Sheet
  readonly vendorName?: string
  readonly systemName?: string
}

export interface ChecklistOptions {
  /** Items of every edition that is loaded. */
  readonly items: readonly ChecklistItem[]
  readonly expect?: Expected
  /** Chosen by a person after a garbled preview. */
  readonly encoding?: Encoding
  /** Days of checks after this one are not taken. */
  readonly today?: CalendarDate
  readonly limits?: Partial<XlsxLimits>
}

export type ProposedFields = Pick<
  Answer,
  'answer' | 'checkedOn' | 'targetOn' | 'recheckedOn' | 'recheckAnswer' | 'reason' | 'note' | 'pending' | 'extra'
>

/** One answer as the file has it; nothing is applied. */
export interface AnswerProposal {
  readonly item: ChecklistItem
  readonly part?: PrintedRow
  readonly fields: ProposedFields
  readonly place: Place
}

export interface ChecklistRead {
  readonly layout: 'own' | 'table' | 'official'
  /** What the file says of itself; the edition is that of the answers. */
  readonly header: HeaderFacts & { readonly edition: string; readonly audience: FormAudience }
  readonly answers: readonly AnswerProposal[]
  readonly problems: readonly Problem[]
  /** Of a text file: how it was read. */
  readonly encoding?: Encoding | undefined
  /** Rows with a number, read or not. */
  readonly readRows: number
  /** Headings of columns that nobody knows; their content is kept with the answers. */
  readonly kept: readonly string[]
}
