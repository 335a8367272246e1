import type { ScanFormat } from '@mimamori/catalog'
import type { Observation, Text } from '@mimamori/domain'
import type { ByteSource } from '../bytes.ts'
import type { Encoding } from '../encoding.ts'
import type { Problem } from '../errors.ts'
import type { LearntHeadings } from './register/propose.ts'
import type { SkipReason } from './skips.ts'

export interface ScanLimits {
  readonly maxBytes: number
  /** A longer line is passed over. */
  readonly maxLineCharacters: number
  /** One element of JSON, one text or attribute of XML, one diagram unpacked. */
  readonly maxItemCharacters: number
}

export const scanLimits: ScanLimits = { maxBytes: 1024 * 1024 * 1024, maxLineCharacters: 20_000, maxItemCharacters: 16 * 1024 * 1024 }

export interface ScanOptions {
  /** An instant or day to use where the file does not say when it was made. */
  readonly seenAt?: string
  /** The instant now: later ones in the file come from a clock that runs wrong. */
  readonly now?: string
  /** What a person said the headings of a register mean. */
  readonly learnt?: LearntHeadings
  /** Of a register as text, chosen by a person; else it is found out. */
  readonly encoding?: Encoding
  /** Path within a folder, for messages. */
  readonly name?: string
  readonly limits?: Partial<ScanLimits>
}

/** What a line was passed over for; `text` is its beginning without secrets, `lines` how many lines went with it. */
export interface SkippedLine {
  readonly file: string
  readonly row: number
  readonly reason: SkipReason
  readonly why: Text
  readonly text: string
  readonly lines: number
}

/** What a directory says of an account. Names of persons are not read. */
export interface SeenAccount {
  readonly file: string
  readonly row: number
  /** SID, else GUID, else the name used to log on. */
  readonly id: string
  readonly enabled?: boolean
  /** A day in UTC, or as the export writes it. */
  readonly lastLogonOn?: string
  readonly passwordSetOn?: string
  readonly passwordNeverExpires?: boolean
  readonly administrator?: boolean
}

export type ScanItem =
  | { readonly kind: 'observation'; readonly observation: Observation }
  | { readonly kind: 'account'; readonly account: SeenAccount }
  | { readonly kind: 'skipped'; readonly skipped: SkippedLine }
  | { readonly kind: 'problem'; readonly problem: Problem }

/** What a reader gives on; `secrets` counts passwords and keys that it saw and dropped. */
export type RawItem =
  | { readonly kind: 'observation'; readonly observation: Loose<Observation> }
  | { readonly kind: 'account'; readonly account: Loose<SeenAccount> }
  | { readonly kind: 'skip'; readonly row: number; readonly reason: SkipReason; readonly text?: string; readonly lines?: number }
  | { readonly kind: 'problem'; readonly problem: Problem }
  | { readonly kind: 'secrets'; readonly count: number }
  | { readonly kind: 'down'; readonly count: number }

/** The same with every field allowed to be unknown, as a reader finds it. */
export type Loose<T> = { readonly [K in keyof T]: T[K] | undefined }

/** A file on its way through a reader. */
export interface Scan {
  readonly source: ByteSource
  readonly file: string
  readonly options: ScanOptions
  readonly limits: ScanLimits
}

export type Reader = (scan: Scan) => AsyncIterable<RawItem>

/** A file that was recognised; its items come as they are asked for. An error on the way voids all of them. */
export interface OpenScan {
  readonly file: string
  readonly format: ScanFormat
  readonly items: AsyncIterable<ScanItem>
}
