import type { DevicesRead, ImportColumn, ImportPreview } from '@mimamori/contract'
import type { SliceName, Text } from '@mimamori/domain'
import type { Encoding, Place, Problem } from '@mimamori/formats'
import type { ExpectedChange } from '../facilities/index.ts'

export type ImportKind = 'facility-checklist' | 'vendor-reply' | 'vendor-list' | 'folder' | 'bounce' | 'devices'

/** A file that somebody brought, whole in memory. */
export interface Brought {
  readonly name: string
  readonly bytes: Uint8Array
  readonly sha256: string
  /** Chosen by a person; else it is found out. */
  readonly encoding?: Encoding | undefined
}

/** What was read of a file and what it would change; nothing is registered. */
export interface Reading {
  readonly kind: ImportKind
  readonly says: Text
  readonly read: number
  readonly changes: readonly ExpectedChange[]
  readonly problems: readonly ReadProblem[]
  /** Of a text file: how it was read. */
  readonly encoding?: Encoding | undefined
  readonly columns?: readonly ImportColumn[]
  /** What columns may hold, where it is not a list of vendors. */
  readonly fields?: NonNullable<ImportPreview['files'][number]['fields']>
  readonly devices?: DevicesRead
  /** What is kept of the file in its place: a report of delivery holds the words of a mail, which nobody needs. */
  readonly keep?: { readonly name: string; readonly bytes: Uint8Array }
  /** Where a record stands in the file, where that is known. */
  readonly placeOf?: (slice: SliceName, id: string) => Place
  /** Codes of problems that a person must agree to before this is registered. */
  readonly asks?: readonly string[]
}

/** A problem of the file, or of what is here already. */
export type ReadProblem = Omit<Problem, 'code'> & { readonly code: string }
