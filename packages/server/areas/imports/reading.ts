import type { Text } from '@mimamori/domain'
import type { Problem } from '@mimamori/formats'
import type { ExpectedChange } from '../facilities/index.ts'

export type ImportKind = 'facility-checklist' | 'vendor-reply' | 'vendor-list' | 'folder'

/** A file that somebody brought, whole in memory. */
export interface Brought {
  readonly name: string
  readonly bytes: Uint8Array
  readonly sha256: string
}

/** What was read of a file and what it would change; nothing is registered. */
export interface Reading {
  readonly kind: ImportKind
  readonly says: Text
  readonly read: number
  readonly changes: readonly ExpectedChange[]
  readonly problems: readonly ReadProblem[]
  /** Codes of problems that a person must agree to before this is registered. */
  readonly asks?: readonly string[]
}

/** A problem of the file, or of what is here already. */
export type ReadProblem = Omit<Problem, 'code'> & { readonly code: string }
