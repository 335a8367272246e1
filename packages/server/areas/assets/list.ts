import type { AssetGrouping, AssetState, AssetsView } from '@mimamori/contract'
import { type Asset, byId, type Text } from '@mimamori/domain'
import type { Kept } from '../kept.ts'
import { factName, factTexts, same, unknownValue } from './names.ts'
import { openQuestions } from './questions.ts'
import { assetRows, foldForSearch, type IndexedRow } from './rows.ts'

/** What a person narrows the list to; a value of `-` means: not known. */
export interface Narrowing {
  readonly text?: string | undefined
  readonly state?: AssetState | undefined
  readonly kind?: string | undefined
  readonly room?: string | undefined
  readonly owner?: string | undefined
  readonly vendor?: string | undefined
  readonly system?: string | undefined
}

export type Sorting = 'name' | 'kind' | 'room' | 'owner' | 'vendor' | 'support' | 'seen' | 'findings'

export interface AskedList extends Narrowing {
  readonly group?: AssetGrouping | undefined
  readonly sort?: Sorting | undefined
  readonly order?: 'up' | 'down' | undefined
  readonly offset?: number | undefined
  readonly limit?: number | undefined
}

type Facet = AssetsView['kinds'][number]

const usualLimit = 200

/** A window of the list of devices, with the numbers of the whole. */
export function listAssets(now: Kept, asked: AskedList): AssetsView {
  const all = assetRows(now)
  const { rows, groups } = inOrder(now, asked)
  const offset = asked.offset ?? 0
  return {
    revision: now.state.revision,
    total: all.length,
    questions: openQuestions(now).length,
    matching: rows.length,
    offset,
    rows: rows.slice(offset, offset + (asked.limit ?? usualLimit)).map(({ row }) => row()),
    groups,
    ...numbersOf(now, all),
  }
}

/** The devices that fit, in the order in which the list shows them. */
export function inOrder(now: Kept, asked: AskedList): { rows: readonly IndexedRow[]; groups: AssetsView['groups'] } {
  const rows = sorted(now, asked).filter(fitting(asked))
  if (!asked.group) return { rows, groups: [] }
  const { group: by } = asked
  const buckets = Map.groupBy(rows, ({ asset }) => valuesOf(asset, by)[0] ?? unknownValue)
  let from = 0
  const groups = facetsOf(now, rows, by).map((facet) => {
    const first = from
    from += facet.count
    return { ...facet, from: first }
  })
  return { rows: groups.flatMap(({ value }) => buckets.get(value) ?? []), groups }
}

/** Whether a device fits what was asked. */
function fitting(asked: Narrowing): (one: IndexedRow) => boolean {
  const words = foldForSearch(asked.text ?? '')
    .split(/\s+/)
    .filter((word) => word !== '')
  const chosen = (['kind', 'room', 'owner', 'vendor', 'system'] as const).flatMap((by) => {
    const value = asked[by]
    return value === undefined ? [] : [{ by, value }]
  })
  return (one) => {
    if (asked.state && !one.states.has(asked.state)) return false
    if (words.length > 0 && !words.every((word) => one.words().includes(word))) return false
    return chosen.every(({ by, value }) => valuesOf(one.asset, by, 'all').includes(value))
  }
}

/** The values of a device in one column; in a group it stands under the first of them alone. */
function valuesOf(asset: Asset, by: AssetGrouping, which: 'first' | 'all' = 'first'): readonly string[] {
  const values = by === 'system' ? (asset.systems ?? []) : known(asset[by])
  if (values.length === 0) return unknownValues
  return which === 'all' ? values : values.slice(0, 1)
}

const unknownValues = [unknownValue]

function known(value: string | undefined): readonly string[] {
  return value === undefined ? [] : [value]
}

function nameOfValue(now: Kept, by: AssetGrouping, value: string): Text {
  const { people, vendors, systems } = now.picture.slices
  if (value === unknownValue) return factTexts[unknownValue]
  if (by === 'kind') return byId(now.catalogue.reference.assetKinds, value)?.name ?? same(value)
  if (by === 'room') return same(value)
  return factName({ owner: people, vendor: vendors, system: systems }[by], value)?.name ?? same(value)
}

const collator = new Intl.Collator('ja', { numeric: true })

/** Values with their counts, by name; what is not known comes last. */
function facetsOf(now: Kept, rows: readonly IndexedRow[], by: AssetGrouping, which: 'first' | 'all' = 'first'): Facet[] {
  const counts = new Map<string, number>()
  for (const { asset } of rows) for (const value of valuesOf(asset, by, which)) counts.set(value, (counts.get(value) ?? 0) + 1)
  const facets = [...counts].map(([value, count]) => ({ value, name: nameOfValue(now, by, value), count }))
  const isUnknown = ({ value }: Facet) => (value === unknownValue ? 1 : 0)
  return facets.toSorted((a, b) => isUnknown(a) - isUnknown(b) || collator.compare(a.name.ja, b.name.ja))
}

type Numbers = Pick<AssetsView, 'states' | 'kinds' | 'rooms' | 'owners' | 'vendors' | 'systems'>

/** NOTE: kept as long as the rows are, like their orders below. */
const numbers = new WeakMap<readonly IndexedRow[], Numbers>()

function numbersOf(now: Kept, rows: readonly IndexedRow[]): Numbers {
  const known = numbers.get(rows)
  if (known) return known
  const states = new Map<AssetState, number>()
  for (const one of rows) for (const state of one.states) states.set(state, (states.get(state) ?? 0) + 1)
  const made: Numbers = {
    states: [...states].map(([state, count]) => ({ state, count })),
    kinds: facetsOf(now, rows, 'kind'),
    rooms: facetsOf(now, rows, 'room'),
    owners: facetsOf(now, rows, 'owner'),
    vendors: facetsOf(now, rows, 'vendor'),
    systems: facetsOf(now, rows, 'system', 'all'),
  }
  numbers.set(rows, made)
  return made
}

const orders = new WeakMap<readonly IndexedRow[], Map<string, readonly IndexedRow[]>>()

/** All devices in one order, put in order once for each version of the list. */
function sorted(now: Kept, { sort = 'name', order = 'up' }: AskedList): readonly IndexedRow[] {
  const rows = assetRows(now)
  const known = orders.get(rows) ?? new Map<string, readonly IndexedRow[]>()
  orders.set(rows, known)
  const key = `${sort} ${order}`
  const found = known.get(key) ?? sortedBy(rows, sort, order)
  known.set(key, found)
  return found
}

function sortedBy(rows: readonly IndexedRow[], sort: Sorting, order: 'up' | 'down'): readonly IndexedRow[] {
  const turn = order === 'up' ? 1 : -1
  const keyed = rows.map((one) => ({ one, key: sortKey(one, sort) }))
  keyed.sort((a, b) => {
    if (a.key === undefined || b.key === undefined) return (a.key === undefined ? 1 : 0) - (b.key === undefined ? 1 : 0)
    return turn * compareKeys(a.key, b.key)
  })
  return keyed.map(({ one }) => one)
}

function compareKeys(a: string | number, b: string | number): number {
  return typeof a === 'number' && typeof b === 'number' ? a - b : collator.compare(String(a), String(b))
}

/** Devices of which it is not known stand last, whatever the order. */
function sortKey({ asset, row }: IndexedRow, sort: Sorting): string | number | undefined {
  switch (sort) {
    case 'name':
    case 'room':
      return asset[sort]
    case 'kind':
      return row().kindName?.ja
    case 'owner':
    case 'vendor':
      return row()[sort]?.name.ja
    case 'support':
      return /^\d/.test(asset.supportEndsOn ?? '') ? asset.supportEndsOn : undefined
    case 'seen':
      return row().lastSeen?.on
    case 'findings':
      return row().findings
  }
}
