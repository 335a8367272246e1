import type { AskingDerived, AskingReference } from './asking/types.ts'
import type { AssetDerived, AssetReference, AssetSlices } from './assets/types.ts'
import type { ChecklistDerived, ChecklistReference, ChecklistSlices } from './checklists/types.ts'
import type { ContinuitySlices } from './continuity/types.ts'
import type { FacilityReference, FacilitySlices } from './facilities/types.ts'
import type { CalendarDate, FacilityId, SourceId } from './ids.ts'
import type { MoneyDerived, MoneyReference, MoneySlices } from './money/types.ts'
import type { NetworkDerived, NetworkReference, NetworkSlices } from './network/types.ts'
import type { Entry, Source } from './record.ts'
import type { RiskDerived, RiskReference, RiskSlices } from './risks/types.ts'
import type { VendorSlices } from './vendors/types.ts'
import type { UrgencyReference, VulnerabilityDerived } from './vulnerabilities/derived/types.ts'
import type { MatchingReference, VulnerabilitySlices } from './vulnerabilities/types.ts'

/** One line per area in each of the three interfaces; a new area adds its line and nothing else here. */
export interface Slices
  extends KernelSlices,
    FacilitySlices,
    ChecklistSlices,
    VendorSlices,
    ContinuitySlices,
    AssetSlices,
    NetworkSlices,
    VulnerabilitySlices,
    RiskSlices,
    MoneySlices {}

/** Lists of the catalogue that rules may name. */
export interface Reference
  extends FacilityReference,
    ChecklistReference,
    AskingReference,
    AssetReference,
    NetworkReference,
    MatchingReference,
    UrgencyReference,
    RiskReference,
    MoneyReference {}

/** Lists computed once per analysis and read by many rules. */
export interface Derived
  extends ChecklistDerived,
    AskingDerived,
    AssetDerived,
    NetworkDerived,
    VulnerabilityDerived,
    RiskDerived,
    MoneyDerived {}

/** Everything known about one facility: plain JSON, every slice sorted by id in code units. */
export interface Picture {
  readonly facility: FacilityId
  /** Number of the store's last change; says what was known, as `asOf` says which day it is. */
  readonly revision: number
  readonly slices: Slices
}

/** Everything a rule may name, in one namespace. Without `register`: findings have no memory. */
export interface World extends Omit<Slices, 'register'>, Reference, Derived {
  readonly asOf: CalendarDate
}

export type Name = keyof World
export type SliceName = keyof Slices
export type ListName = Exclude<Name, 'asOf'>
export type RecordOf<N extends ListName> = World[N][number]

export interface KernelSlices {
  readonly sources: readonly Source[]
  readonly aliases: readonly Alias[]
  readonly retired: readonly Retired[]
  readonly register: readonly RegisterRow[]
}

/** A merged record: `id` is the merged id, `to` the record that took its place. */
export interface Alias extends Entry {
  readonly to: string
  readonly slice: SliceName
  /** JSON of the old record and of every reference that was moved, for `unmerge`. */
  readonly was: string
}

/** A person's statement that a record is gone; `id` is `<slice>:<record id>`. */
export interface Retired extends Entry {
  readonly slice: SliceName
  readonly on: CalendarDate
  readonly by: string
  readonly why: string
}

export type Severity = 'critical' | 'high' | 'medium' | 'low'
export type Party = 'facility' | `vendor:${string}`

/** A fact that a reason points at; the second form says "no record of this slice has this value in this field". */
export type FactRef =
  | { readonly slice: SliceName; readonly id: string; readonly field?: string }
  | { readonly slice: SliceName; readonly none: { readonly field: string; readonly is: string } }

/** The life of one finding; `id` is the finding's id. */
export interface RegisterRow extends Entry {
  readonly rule: string
  readonly subjects: readonly string[]
  readonly parties: readonly Party[]
  readonly severity: Severity
  readonly firstSeenOn: CalendarDate
  readonly lastSeenOn: CalendarDate
  /** Due date that came from the facts at last sight. */
  readonly dueOn?: CalendarDate
  readonly dueDays?: number
  /** Every deciding fact with its print at last sight. */
  readonly grounds: readonly Ground[]
  readonly task?: string
  readonly accepted?: { readonly until: CalendarDate; readonly by: string; readonly why: string }
  readonly standIn?: { readonly measure: string; readonly until?: CalendarDate }
  readonly statement?: { readonly by: string; readonly on: CalendarDate }
  readonly closedOn?: CalendarDate
  readonly reopened: number
  /** The rows that a merge of entities joined into this one, as they were; undoing the merge gives each its own again. */
  readonly parts?: readonly RegisterRow[]
}

export interface Ground {
  readonly fact: FactRef
  readonly source?: SourceId
  readonly print: string
}

/** Records of a list are found by binary search; `id` is their order. */
export function byId<R extends { readonly id: string }>(list: readonly R[], id: string | undefined): R | undefined {
  if (id === undefined) return undefined
  const at = indexOfId(list, id)
  const found = list[at]
  return found?.id === id ? found : undefined
}

/** Where a record of this id stands, or would be inserted. */
export function indexOfId(list: readonly { readonly id: string }[], id: string): number {
  let low = 0
  let high = list.length
  while (low < high) {
    const middle = (low + high) >> 1
    const there = list[middle]
    if (there !== undefined && there.id < id) low = middle + 1
    else high = middle
  }
  return low
}

/** `byId` for ids that are mostly asked in rising order: the next one is looked for from where the last one stood. */
export function inStep<R extends { readonly id: string }>(list: readonly R[]): (id: string) => R | undefined {
  let at = 0
  let last = ''
  return (id) => {
    if (id < last) at = indexOfId(list, id)
    last = id
    for (let there = list[at]; there !== undefined; there = list[++at]) {
      if (there.id === id) return there
      if (there.id > id) return undefined
    }
    return undefined
  }
}

type Index = Map<unknown, object[]>
const indexes = new WeakMap<readonly object[], Map<PropertyKey, Index>>()
const nothing: readonly never[] = []

/** Records whose field has this value. The index is kept by the list, so it is built once per version of the list. */
export function having<R extends object, K extends keyof R>(list: readonly R[], key: K, value: R[K]): readonly R[] {
  const byKey = indexes.get(list) ?? new Map<PropertyKey, Index>()
  indexes.set(list, byKey)
  const index = byKey.get(key) ?? indexBy(list, key)
  byKey.set(key, index)
  const found = index.get(value)
  return found ? (found as R[]) : nothing // the index of a list holds its own records
}

function indexBy<R extends object, K extends keyof R>(list: readonly R[], key: K): Index {
  const index: Index = new Map()
  for (const record of list) {
    const value = record[key]
    const same = index.get(value)
    if (same) same.push(record)
    else index.set(value, [record])
  }
  return index
}
