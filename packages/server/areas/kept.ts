import type { FullCatalogue } from '@mimamori/catalog'
import type { FindingLine } from '@mimamori/contract'
import type { Analysis, CalendarDate, Picture, SliceName, Tracked } from '@mimamori/domain'

/** The row of a facility: what the store says it is now. */
export interface FacilityState {
  readonly facility: string
  readonly revision: number
  /** The transaction that wrote the row last: of two that wrote one revision only one was committed. */
  readonly writtenBy: string
  readonly name: string
  readonly example: boolean
  /** Tells a facility from one that was removed and loaded again. */
  readonly createdAt: string
  readonly lookedRevision?: number
  readonly lookedOn?: CalendarDate
  readonly lookedWith?: string
  /** Stamp of the editions that the organisation has loaded itself. */
  readonly uploads: string
}

/** A finding as its row keeps it. */
export type StoredLine = FindingLine & { readonly lastSeenOn: string }

/** Row versions by `versionKey`. */
export interface Versions {
  readonly get: (key: string) => number | undefined
}

export function versionKey(slice: SliceName, id: string): string {
  return `${slice}\n${id}`
}

/** A facility as it stands at one revision on one day: kept in memory, never changed in place. */
export interface Kept {
  readonly state: FacilityState
  readonly picture: Picture
  readonly versions: Versions
  readonly catalogue: FullCatalogue
  readonly asOf: CalendarDate
  readonly analysis: Analysis
  readonly tracked: readonly Tracked[]
  /** The findings in words, as list pages show them, in order of id. */
  readonly lines: readonly StoredLine[]
  /** The lines that the store still holds, where they are of an earlier look. */
  readonly stored?: readonly StoredLine[]
  readonly bytes: number
}
