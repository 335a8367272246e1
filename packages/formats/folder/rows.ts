import type { Entry, SliceName } from '@mimamori/domain'
import type { CsvRow } from '../csv-write.ts'
import { entryFields, extraPrefix, fieldOf, listColumns, type NamedField } from './draft.ts'
import { isRequired } from './field.ts'
import { tables } from './tables.ts'
import { writeValue } from './values.ts'

/** A list of records as rows below a row of headings. Columns that every record leaves empty are written if they are a clerk's. */
export interface ListRows {
  readonly headings: readonly string[]
  readonly rows: readonly CsvRow[]
}

export interface ListOptions {
  /** Fields that stand elsewhere, such as the sheet of an answer. */
  readonly without?: readonly string[]
  /** Printed for people and not read: heading and text per record. */
  readonly printed?: readonly { readonly heading: string; readonly text: (record: Entry) => string | undefined; readonly after: string }[]
  /** Another text for a field than the usual one. */
  readonly write?: Readonly<Record<string, (record: Entry) => string | undefined>>
}

/** Lays records of one slice out as rows; unknown columns come last, under their own names. */
export function listRows(slice: SliceName, records: readonly Entry[], options: ListOptions = {}): ListRows {
  const columns = listColumns(slice).filter(
    ({ key }) => !options.without?.includes(key) && (isUsual(slice, key) || records.some((record) => valueAt(record, key) !== undefined)),
  )
  const extras = [...new Set(records.flatMap((record) => Object.keys(record.extra ?? {})))].sort()
  const cells = columns.flatMap((column) => [ownCell(column, options), ...printedAfter(column, options)])
  return {
    headings: [...cells.map((cell) => cell.heading), ...extras.map((name) => extraHeading(slice, name))],
    rows: records.map((record) => [...cells.map((cell) => cell.text(record)), ...extras.map((name) => ownValue(record.extra, name))]),
  }
}

interface WrittenCell {
  readonly heading: string
  readonly text: (record: Entry) => string | undefined
}

function ownCell({ key, field }: NamedField, options: ListOptions): WrittenCell {
  return { heading: field.ja, text: options.write?.[key] ?? ((record) => writeValue(field, valueAt(record, key))) }
}

function printedAfter({ key }: NamedField, options: ListOptions): readonly WrittenCell[] {
  return options.printed?.filter((one) => one.after === key) ?? []
}

/** Columns that a person fills in are always there; those of provenance and groups only when they hold something. */
function isUsual(slice: SliceName, key: string): boolean {
  const field = tables[slice][key]
  return (
    key === 'id' ||
    (field !== undefined && (isRequired(field) || field.shape.kind !== 'json') && slice !== 'register') ||
    (field !== undefined && isRequired(field))
  )
}

/** The value of a field, or of a part of a group written `accepted.until`. */
function valueAt(record: Entry, key: string): unknown {
  const [field, part] = key in entryFields ? [key] : key.split('.')
  const value: unknown = Reflect.get(record, field ?? key)
  if (part === undefined) return value
  return typeof value === 'object' && value !== null ? Reflect.get(value, part) : undefined
}

function ownValue(extra: Entry['extra'], name: string): string | undefined {
  return extra && Object.hasOwn(extra, name) ? extra[name] : undefined
}

/** A name that would be read as a known column, or as nothing, is marked. */
export function extraHeading(slice: SliceName, name: string): string {
  const plain = name.replace(/[\s※*]+/g, '')
  const isTaken =
    name.startsWith(extraPrefix) ||
    name === 'extra' ||
    fieldOf(slice, plain) !== undefined ||
    fieldOf(slice, plain.replace(/[(（][^()（）]*[)）]$/u, '')) !== undefined
  return isTaken ? `${extraPrefix}${name}` : name
}
