import type { AssetRow } from '@mimamori/contract'
import type { CalendarDate } from '@mimamori/domain'
import { type NewValues, setFields, type Wanted } from '../../data/changes.ts'
import type { PlainKey } from '../../text/words.tsx'
import { readTypedDate } from '../../ui/read-date.ts'
import { fieldsOfMany } from './asset-fields.ts'
import type { Names } from './field-table.ts'
import { recordIn } from './many.ts'

export type ManyField = (typeof fieldsOfMany)[number]

/** Cells as a table program puts them on the clipboard: tabs between, a cell with breaks in quotes. */
export function cellsIn(text: string): readonly (readonly string[])[] {
  const rows: string[][] = [[]]
  const all = text.replace(/\r\n?/g, '\n').replace(/\n$/, '')
  for (const [, cell = '', end = ''] of all.matchAll(/("(?:[^"]|"")*"(?=\t|\n|$)|[^\t\n]*)(\t|\n|$)/g)) {
    rows.at(-1)?.push(unquoted(cell))
    if (end === '\n') rows.push([])
    if (end === '') break
  }
  return rows
}

function unquoted(cell: string): string {
  const inner = /^"([\s\S]*)"$/.exec(cell)?.[1]
  return inner === undefined ? cell : inner.replaceAll('""', '"').replaceAll('\n', ' ')
}

/** How the words of the page are asked for. */
export interface Reading {
  readonly t: (word: PlainKey) => string
  readonly names: Names
  readonly today: CalendarDate
}

const folded = (text: string) => text.normalize('NFKC').toLowerCase().replace(/\s+/g, '')

/** The fields that a row of headings names; undefined where it is none, so that all of it is values. */
export function fieldsOfHead(row: readonly string[], { t }: Pick<Reading, 't'>): readonly (ManyField | undefined)[] | undefined {
  const found = row.map((cell) => fieldsOfMany.find(({ word }) => folded(t(word)) === folded(cell)))
  return found.some((field) => field !== undefined) ? found : undefined
}

export type PastedValue = { readonly kind: 'value'; readonly value: string } | { readonly kind: 'empty' | 'unknown' }

/** What a cell says of a field; what is not among the choices, and no day, is told and not written. */
export function valueIn(cell: string, { as }: ManyField, { t, names, today }: Reading): PastedValue {
  const text = cell.trim()
  if (text === '') return { kind: 'empty' }
  if (as.kind === 'line') return text.length <= as.most ? { kind: 'value', value: text } : { kind: 'unknown' }
  if ('none' in as && as.none !== undefined && folded(t(as.none)) === folded(text)) return { kind: 'value', value: 'none' }
  if (as.kind === 'day') {
    const read = readTypedDate(text, today)
    return read.kind === 'date' ? { kind: 'value', value: read.date } : { kind: 'unknown' }
  }
  const choices =
    as.kind === 'choice' ? as.choices.map(({ value, word }) => ({ id: value, name: t(word) })) : as.kind === 'one' ? names[as.of] : []
  const fitting = choices.filter(({ name }) => folded(name) === folded(text))
  const [only] = fitting
  return only && fitting.length === 1 ? { kind: 'value', value: only.id } : { kind: 'unknown' }
}

export interface PastedRow {
  readonly row: AssetRow
  readonly cells: readonly { readonly text: string; readonly read: PastedValue }[]
}

/** The first row of cells for the first marked device, and so on; a single row is for all of them, as a table program has it. */
export function pastedOnto(
  rows: readonly AssetRow[],
  cells: readonly (readonly string[])[],
  { fields, reading }: { fields: readonly (ManyField | undefined)[]; reading: Reading },
): readonly PastedRow[] {
  return rows.flatMap((row, at) => {
    const line = cells.length === 1 ? cells[0] : cells[at]
    if (!line) return []
    const read = fields.map((field, column) => {
      const text = line[column] ?? ''
      return { text, read: field ? valueIn(text, field, reading) : ({ kind: 'empty' } as const) }
    })
    return [{ row, cells: read }]
  })
}

/** Everything that was read, each device with its own values; an empty cell leaves what is there. */
export function writePasted(pasted: readonly PastedRow[], fields: readonly (ManyField | undefined)[]): readonly Wanted[] {
  return pasted.flatMap(({ row, cells }) => {
    const values = fields.flatMap((field, column) => {
      const read = cells[column]?.read
      return field && read?.kind === 'value' ? [[field.name, read.value] as const] : []
    })
    return values.length === 0 ? [] : [setFields('assets', recordIn(row), Object.fromEntries(values) as NewValues<'assets'>)] // fields of a device, read as their own kind
  })
}

/** What the list knows of a field of a device, as it is written. */
export function heldIn(row: AssetRow, { name }: ManyField): string | undefined {
  const held: unknown = Reflect.get(recordIn(row).record, name)
  return typeof held === 'string' ? held : undefined
}
