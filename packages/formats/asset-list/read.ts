import { type Asset, type AssetId, byId, type CalendarDate, type Change, isEqual, type Lang, type Picture } from '@mimamori/domain'
import type { FileInput } from '../bytes.ts'
import type { Encoding } from '../encoding.ts'
import { type Place, type Problem, problem } from '../errors.ts'
import { isRequired } from '../folder/field.ts'
import { readValue } from '../folder/values.ts'
import { findHeader, type Header, placeOfCell } from '../header.ts'
import { readTables } from '../read-tables.ts'
import { withoutSecrets } from '../scans/secrets.ts'
import { cellText, type Table, type TableRow } from '../table.ts'
import { foldText } from '../text.ts'
import { dataRows } from '../vendor-list/propose.ts'
import { type AssetColumn, assetColumns, cellOf, headingOf, idHeading, idKey, meaningOf, revisionLabel } from './columns.ts'
import { type Finder, finderIn } from './find-names.ts'

export interface AssetListReading {
  readonly picture: Picture
  readonly today: CalendarDate
  /** For a device that somebody has added in a row of its own. */
  readonly newId: () => AssetId
  readonly encoding?: Encoding
}

/** What was changed in a list of devices that was written from here. */
export interface AssetListRead {
  /** The revision that it was written from; undefined where the line was taken out. */
  readonly revision: number | undefined
  readonly rows: number
  readonly changes: readonly Change[]
  readonly problems: readonly Problem[]
  readonly placeOf: (id: string) => Place
}

/** Reads the list back: a cell that says what is here already changes nothing. Undefined for a file that is no such list. */
export async function readAssetList(input: FileInput, options: AssetListReading): Promise<AssetListRead | undefined> {
  const { tables } = await readTables(input, options.encoding ? { encoding: options.encoding } : {})
  for (const table of tables) {
    const header = findHeader(table, { atLeast: 2, needs: [idKey], meaningOf })
    if (header && [...header.columns.values()].includes(idKey)) return readTable(table, header, options)
  }
  return undefined
}

interface Work extends AssetListReading {
  readonly table: Table
  readonly lang: Lang
  readonly columns: readonly { readonly at: number; readonly column: AssetColumn }[]
  readonly find: Finder
  readonly problems: Problem[]
  readonly places: Map<string, Place>
}

function readTable(table: Table, header: Header, options: AssetListReading): AssetListRead {
  const at = new Map([...header.columns].map(([column, key]) => [key, column]))
  const idAt = at.get(idKey)
  const heading = cellText(table.rows[header.at], idAt)
  const work: Work = {
    ...options,
    table,
    lang: foldText(heading) === foldText(idHeading.en) ? 'en' : 'ja',
    columns: assetColumns.flatMap((column) => {
      const found = at.get(column.key)
      return found === undefined ? [] : [{ at: found, column }]
    }),
    find: finderIn(options.picture.slices),
    problems: [],
    places: new Map(),
  }
  const rows = dataRows(table, header)
  const changes = rows.flatMap((row) => rowChanges(work, row, cellText(row, idAt)))
  return {
    revision: revisionOf(table, header),
    rows: rows.length,
    changes,
    problems: work.problems,
    placeOf: (id) => work.places.get(id) ?? {},
  }
}

/** From the lines above the headings. */
function revisionOf(table: Table, header: Header): number | undefined {
  const labels = [revisionLabel.ja, revisionLabel.en].map(foldText)
  const row = table.rows.slice(0, header.at).find((one) => labels.includes(foldText(cellText(one, 0))))
  const text = cellText(row, 1)
  return /^\d+$/.test(text) ? Number(text) : undefined
}

function rowChanges(work: Work, row: TableRow, id: string): readonly Change[] {
  const place = placeOfCell(work.table, row.row)
  if (id === '') return newDevice(work, row, place)
  const asset = byId(work.picture.slices.assets, id)
  if (!asset) {
    work.problems.push(problem('list/unknown-row', place, { value: id }))
    return []
  }
  work.places.set(id, place)
  const read = work.columns.map(({ at, column }) => readCell(work, row, { at, column, asset }))
  const fields = Object.fromEntries(read.flatMap((one) => (one.kind === 'value' ? [[one.key, one.value]] : [])))
  const forget = read.flatMap((one) => (one.kind === 'forget' ? [one.key] : []))
  if (Object.keys(fields).length === 0 && forget.length === 0) return []
  return [{ kind: 'set', slice: 'assets', id, fields, ...(forget.length > 0 && { forget }) } as Change] // fields of an asset; a required one is never forgotten
}

function newDevice(work: Work, row: TableRow, place: Place): readonly Change[] {
  const id = work.newId()
  const read = work.columns.map(({ at, column }) => readCell(work, row, { at, column, asset: { id } }))
  const fields = Object.fromEntries(read.flatMap((one) => (one.kind === 'value' ? [[one.key, one.value]] : [])))
  if (Object.keys(fields).length === 0) return []
  const name = work.columns.find(({ column }) => column.key === 'name')
  if (!('name' in fields)) {
    work.problems.push(problem('value/missing', place, { column: name ? headingOf(name.column, work.lang) : 'name' }))
    return []
  }
  work.places.set(id, place)
  return [{ kind: 'add', slice: 'assets', record: { ...fields, id } as Asset }] // fields of an asset, the name among them
}

type ReadCell =
  | { readonly kind: 'same' }
  | { readonly kind: 'value'; readonly key: string; readonly value: unknown }
  | { readonly kind: 'forget'; readonly key: string }

const same: ReadCell = { kind: 'same' }

/** What a cell changes. What cannot be read is told and changes nothing. */
function readCell(work: Work, row: TableRow, of: { at: number; column: AssetColumn; asset: Pick<Asset, 'id'> }): ReadCell {
  const { at, column, asset } = of
  const { key, field } = column
  const text = cellText(row, at)
  if (text === cellOf(work.picture.slices, asset, column, work.lang).trim()) return same
  const place = placeOfCell(work.table, row.row, at)
  const safe = withoutSecrets(text)
  if (safe !== text) work.problems.push(problem('scan/secrets-dropped', place, { count: 1 }))
  const heading = headingOf(column, work.lang)
  if (text === '') {
    if (!isRequired(field)) return { kind: 'forget', key }
    work.problems.push(problem('value/missing', place, { column: heading }))
    return same
  }
  const read = readValue(field, safe, { place, heading, date1904: work.table.date1904 })
  const found = read.kind === 'value' ? named(work, column, read.value, { place, heading }) : read
  if (found.kind === 'problem') work.problems.push(found.problem)
  if (found.kind !== 'value' || isEqual(found.value, Reflect.get(asset, key))) return same
  if (field.shape.kind === 'date' && field.shape.isPast && String(found.value) > work.today && /^\d/.test(String(found.value))) {
    work.problems.push(problem('value/date-ahead', place, { column: heading, value: String(found.value) }))
    return same
  }
  return { kind: 'value', key, value: found.value }
}

type Found = { readonly kind: 'value'; readonly value: unknown } | { readonly kind: 'problem'; readonly problem: Problem }

/** The ids of what a person has named. */
function named(work: Work, { field }: AssetColumn, value: unknown, at: { place: Place; heading: string }): Found {
  const { shape } = field
  if ((shape.kind !== 'ref' && shape.kind !== 'refs') || value === 'none' || value === 'not-applicable') return { kind: 'value', value }
  const texts: readonly unknown[] = Array.isArray(value) ? value : [value]
  const ids: string[] = []
  for (const text of texts) {
    const id = work.find(shape.to, String(text))
    if (id === undefined) {
      return { kind: 'problem', problem: problem('list/unknown-name', at.place, { column: at.heading, value: String(text) }) }
    }
    ids.push(id)
  }
  return { kind: 'value', value: shape.kind === 'ref' ? ids[0] : ids }
}
