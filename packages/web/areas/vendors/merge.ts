import type { VendorsView } from '@mimamori/contract'
import type { Change, Vendor } from '@mimamori/domain'
import { type NewValues, setFields, type Wanted } from '../../data/changes.ts'

export type SamePair = VendorsView['sameCompany'][number]

const filled = [
  'kana',
  'kind',
  'phone',
  'nightPhone',
  'fax',
  'mail',
  'address',
  'contactName',
  'contactDepartment',
  'secondContactName',
  'secondContactPhone',
] as const satisfies readonly (keyof Vendor)[]

/** Which of two records of one company stays: the one that sheets, systems and contracts name, else the one that says more. */
export function staysOf(view: VendorsView, { a, b }: SamePair): { readonly keep: string; readonly gone: string } {
  const order = namesOf(view, b) - namesOf(view, a) || knownOf(view, b) - knownOf(view, a)
  return order > 0 ? { keep: b, gone: a } : { keep: a, gone: b }
}

/** The merge under the chosen name. What is unknown of the record that stays comes from the other, in the same step. */
export function mergeOf(view: VendorsView, pair: SamePair, name: string): readonly Wanted[] {
  const { keep, gone } = staysOf(view, pair)
  const [kept, other] = [vendorOf(view, keep), vendorOf(view, gone)]
  if (!kept || !other) return []
  const missing = filled.filter((field) => kept.record[field] === undefined && other.record[field] !== undefined)
  const values: NewValues<'vendors'> = {
    ...Object.fromEntries(missing.map((field) => [field, other.record[field]])),
    ...(name !== kept.record.name && { name }),
  }
  const change: Change = { kind: 'merge', slice: 'vendors', keep, gone }
  const filling = Object.keys(values).length > 0 ? [setFields('vendors', kept, values)] : []
  return [...filling, { change, expected: other.version }]
}

function vendorOf(view: VendorsView, id: string) {
  return view.vendors.find(({ record }) => record.id === id)
}

/** How many sheets, systems and contracts name the company. */
function namesOf(view: VendorsView, id: string): number {
  const systems = view.systems.filter(({ record }) => record.vendor === id || record.maker === id).length
  const contracts = view.contracts.filter(({ record }) => record.vendor === id).length
  return view.sheets.filter((sheet) => sheet.vendor === id).length + systems + contracts
}

function knownOf(view: VendorsView, id: string): number {
  const record = vendorOf(view, id)?.record
  return filled.filter((field) => record?.[field] !== undefined).length
}
