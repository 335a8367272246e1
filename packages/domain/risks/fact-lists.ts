import type { World } from '../picture.ts'
import type { RiskGround } from '../record.ts'
import type { RiskFact } from './types.ts'

/** Everything from which facts about risks are read. */
export type Facts = Pick<
  World,
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
  | 'networkNodes'
  | 'networkEdges'
  | 'entrances'
  | 'forbiddenPaths'
  | 'periods'
  | 'asOf'
>

export type Found = Omit<RiskFact, 'id'>
export type FactReader = (facts: Facts) => Found

type Slice = RiskGround['slice']

/** Records that a person still looks at; the rest says the same. */
const mostGrounds = 5

export function groundsOf(slice: Slice, records: readonly { readonly id: string }[], field?: string): readonly RiskGround[] {
  return records.slice(0, mostGrounds).map(({ id }) => ({ slice, id, ...(field !== undefined && { field }) }))
}

export const cannotTell: Found = { grounds: [] }

/**
 * Something of the kind is there; not there only where the list was kept at all (`kept`), since an empty list is one that nobody has
 * filled in.
 */
export function isThere(slice: Slice, found: readonly { readonly id: string }[], kept: readonly unknown[], field = 'kind'): Found {
  if (found.length > 0) return { value: 'yes', grounds: groundsOf(slice, found, field) }
  return kept.length > 0 ? { value: 'no', grounds: [{ slice, none: { field, is: 'any' } }] } : cannotTell
}

/** The weakest of many: no where one says no, unknown where one is, yes where all say so. Of nothing at all it cannot tell. */
export function ofAll<R extends { readonly id: string }>(
  slice: Slice,
  records: readonly R[],
  field: string,
  read: (record: R) => 'yes' | 'no' | undefined,
): Found {
  if (records.length === 0) return cannotTell
  const wrong = records.filter((one) => read(one) === 'no')
  if (wrong.length > 0) return { value: 'no', grounds: groundsOf(slice, wrong, field) }
  const unknown = records.filter((one) => read(one) === undefined)
  if (unknown.length > 0) return { grounds: groundsOf(slice, unknown, field) }
  return { value: 'yes', grounds: groundsOf(slice, records, field) }
}
