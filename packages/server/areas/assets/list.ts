import type { AssetGrouping, AssetRow, AssetState, AssetsView } from '@mimamori/contract'
import type { Text } from '@mimamori/domain'
import type { Kept } from '../kept.ts'
import { factTexts, same, unknownValue } from './names.ts'
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
    rows: rows.slice(offset, offset + (asked.limit ?? usualLimit)).map(({ row }) => row),
    groups,
    ...numbersOf(all),
  }
}

/** The devices that fit, in the order in which the list shows them. */
export function inOrder(now: Kept, asked: AskedList): { rows: readonly IndexedRow[]; groups: AssetsView['groups'] } {
  const rows = sorted(now, asked).filter(fitting(asked))
  if (!asked.group) return { rows, groups: [] }
  const { group: by } = asked
  const buckets = Map.groupBy(rows, ({ row }) => valuesOf(row, by)[0]?.value ?? unknownValue)
  let from = 0
  const groups = facetsOf(rows, by).map((facet) => {
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
    return chosen.every(({ by, value }) => valuesOf(one.row, by, 'all').some((held) => held.value === value))
  }
}

/** The values of a device in one column; in a group it stands under the first of them alone. */
function valuesOf(row: AssetRow, by: AssetGrouping, which: 'first' | 'all' = 'first'): readonly { value: string; name: Text }[] {
  const found = by === 'system' ? row.systems.map(({ id, name }) => ({ value: id, name: same(name) })) : [singleOf(row, by)]
  const values = found.filter((one) => one !== undefined)
  if (values.length === 0) return [{ value: unknownValue, name: factTexts[unknownValue] }]
  return which === 'all' ? values : values.slice(0, 1)
}

function singleOf(row: AssetRow, by: Exclude<AssetGrouping, 'system'>): { value: string; name: Text } | undefined {
  if (by === 'kind') return row.kind && { value: row.kind, name: row.kindName ?? same(row.kind) }
  if (by === 'room') return row.room === undefined ? undefined : { value: row.room, name: same(row.room) }
  const one = row[by]
  return one && { value: one.id, name: one.name }
}

const collator = new Intl.Collator('ja', { numeric: true })

/** Values with their counts, by name; what is not known comes last. */
function facetsOf(rows: readonly IndexedRow[], by: AssetGrouping, which: 'first' | 'all' = 'first'): Facet[] {
  const counts = new Map<string, { name: Text; count: number }>()
  for (const { row } of rows) {
    for (const { value, name } of valuesOf(row, by, which)) {
      const one = counts.get(value)
      if (one) one.count++
      else counts.set(value, { name, count: 1 })
    }
  }
  const facets = [...counts].map(([value, one]) => ({ value, ...one }))
  const isUnknown = ({ value }: Facet) => (value === unknownValue ? 1 : 0)
  return facets.toSorted((a, b) => isUnknown(a) - isUnknown(b) || collator.compare(a.name.ja, b.name.ja))
}

type Numbers = Pick<AssetsView, 'states' | 'kinds' | 'rooms' | 'owners' | 'vendors' | 'systems'>

/** NOTE: kept as long as the rows are, like their orders below. */
const numbers = new WeakMap<readonly IndexedRow[], Numbers>()

function numbersOf(rows: readonly IndexedRow[]): Numbers {
  const known = numbers.get(rows)
  if (known) return known
  const states = new Map<AssetState, number>()
  for (const one of rows) for (const state of one.states) states.set(state, (states.get(state) ?? 0) + 1)
  const made: Numbers = {
    states: [...states].map(([state, count]) => ({ state, count })),
    kinds: facetsOf(rows, 'kind'),
    rooms: facetsOf(rows, 'room'),
    owners: facetsOf(rows, 'owner'),
    vendors: facetsOf(rows, 'vendor'),
    systems: facetsOf(rows, 'system', 'all'),
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
  const keyed = rows.map((one) => ({ one, key: sortKey(one.row, sort) }))
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
function sortKey(row: AssetRow, sort: Sorting): string | number | undefined {
  switch (sort) {
    case 'name':
      return row.name
    case 'kind':
      return row.kindName?.ja
    case 'room':
      return row.room
    case 'owner':
    case 'vendor':
      return row[sort]?.name.ja
    case 'support':
      return /^\d/.test(row.supportEndsOn ?? '') ? row.supportEndsOn : undefined
    case 'seen':
      return row.lastSeen?.on
    case 'findings':
      return row.findings
  }
}
