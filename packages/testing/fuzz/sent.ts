import type { RouteId } from '@mimamori/contract'
import type { IdKind, World } from './world.ts'

/** What one request carries. */
export interface Sent {
  readonly params?: Readonly<Record<string, string>>
  readonly query?: Readonly<Record<string, string>>
  readonly body?: unknown
  readonly file?: { readonly name: string; readonly bytes: string }
}

/** Chooses ids and words for one request: whose, is the business of who made it. */
export interface Aim {
  readonly chance: World['chance']
  /** Whether the ids are those of others; then a request may ask for what would do harm at home. */
  readonly isOutsider: boolean
  /** An id of this kind: one's own, another organisation's, a stale or an invented one. */
  id(kind: IdKind): string
  /** A new canary of the one who asks. */
  word(): string
  secret(): { readonly secret: string }
  link(): { readonly token: string; readonly code: string }
}

export type Shape = (aim: Aim) => Sent
export type Shapes<K extends RouteId> = Readonly<Record<K, Shape>>

export const invented: Readonly<Partial<Record<IdKind, string>>> = {
  sha256: 'a'.repeat(64),
  facility: 'fac:invented',
  sheet: 'sh:invented',
  vendor: 'v:invented',
  answer: 'a:invented',
  record: 'people p:invented',
  evidence: 'ev:invented',
  approval: 'ok:invented',
  box: 'box:invented',
  discussion: 'dis:invented',
  task: 't:invented',
  visit: 'vi:invented',
  finding: 'no/such|finding',
}

/** Of the kinds that are no records. */
export const inventedGuid = '00000000-0000-4000-8000-000000000000'
