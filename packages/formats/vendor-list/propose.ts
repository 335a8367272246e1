import type { Text } from '@mimamori/domain'
import type { FileInput } from '../bytes.ts'
import { readJapaneseDate } from '../dates.ts'
import type { Encoding } from '../encoding.ts'
import { type Problem, problem, userError } from '../errors.ts'
import { fieldOf } from '../folder/draft.ts'
import { tables } from '../folder/tables.ts'
import { findHeader, type Header, placeOfCell, similarHeading } from '../header.ts'
import { readTables } from '../read-tables.ts'
import { cellText, isEmptyRow, type MergedRange, type Table, type TableRow } from '../table.ts'
import { foldText } from '../text.ts'
import { isAssetRegister } from './asset-register.ts'

/** What a list is of: companies, or contracts with the companies they are with. */
export type ListKind = 'vendors' | 'contracts'

/** A field of a list: of the company, or of its contract. */
export type ListField = `vendors.${string}` | `contracts.${string}`

/** What a column seems to hold; `sure` when its heading is one that is known. */
export interface ColumnProposal {
  readonly column: number
  readonly heading: string
  readonly field?: ListField
  readonly fieldName?: Text
  /** 1 by its heading, less by a similar heading or by what its cells look like. */
  readonly confidence: number
  readonly samples: readonly string[]
}

/** A table of a file with a proposal for its columns; nothing is read into records before a person agrees. */
export interface ListProposal {
  readonly table: Table
  readonly kind: ListKind
  /** Index of the row of headings. */
  readonly header: number
  readonly columns: readonly ColumnProposal[]
  readonly rows: number
  readonly problems: readonly Problem[]
}

export interface ProposeOptions {
  readonly encoding?: Encoding
  /** What a person said a column means, by `headingKey`; empty = not read. */
  readonly remembered?: Remembered
}

export type Remembered = Readonly<Record<string, ListField | ''>>

/** A heading for comparing: spaces, width, case and marks of notes make no difference. */
export function headingKey(heading: string): string {
  return foldText(heading.replace(/[\s※*]+/g, ''))
}

/** Every field that a column of a list may hold, with its name. */
export function listFields(): readonly { readonly field: ListField; readonly name: Text }[] {
  const of = (slice: 'vendors' | 'contracts') => Object.keys(tables[slice]).map((key): ListField => `${slice}.${key}`)
  return [...of('vendors'), ...of('contracts')]
    .filter((field) => field !== 'contracts.vendor')
    .map((field) => ({ field, name: nameOf(field) }))
}

/** Looks at a list of vendors or contracts as an office keeps it, with title rows, merged cells and headings of its own. */
export async function proposeList(
  input: FileInput,
  options: ProposeOptions = {},
): Promise<{ readonly lists: readonly ListProposal[]; readonly problems: readonly Problem[] }> {
  const read = await readTables(input, options.encoding ? { encoding: options.encoding } : {})
  const file = read.tables[0]?.file ?? (typeof input === 'string' ? input : input.name)
  const lists = read.tables.flatMap((table) => proposal(table, options.remembered ?? {}) ?? [])
  if (lists.length === 0) throw userError(read.tables.some(isAssetRegister) ? 'list/asset-register' : 'list/no-name-column', { file })
  return { lists, problems: [...read.problems, ...lists.flatMap((list) => list.problems)] }
}

function proposal(table: Table, remembered: Remembered): ListProposal | undefined {
  const options = { atLeast: 1, needs: ['vendors.name'] }
  const header =
    findHeader(table, { ...options, meaningOf: (heading) => chosen(remembered, heading, knownField) }) ??
    findHeader(table, { ...options, meaningOf: (heading) => chosen(remembered, heading, (one) => knownField(one) ?? similarField(one)) })
  if (!header) return undefined
  const rows = dataRows(table, header)
  const columns = columnsOf(table, header, rows, remembered)
  const kind = columns.some((column) => column.field?.startsWith('contracts.')) ? 'contracts' : 'vendors'
  return { table, kind, header: header.at, columns, rows: rows.length, problems: unsure(table, header, columns) }
}

/** What a person said comes first, also that a column is not to be read. */
function chosen(remembered: Remembered, heading: string, otherwise: (heading: string) => ListField | undefined): ListField | undefined {
  const key = headingKey(heading)
  return Object.hasOwn(remembered, key) ? remembered[key] || undefined : otherwise(heading)
}

export function dataRows(table: Table, header: { readonly at: number }): readonly TableRow[] {
  return table.rows.slice(header.at + 1).filter((row) => !isEmptyRow(row))
}

/** NOTE: in a list of contracts 事業者 heads the company and 開始日 the contract, so companies are asked first. */
function knownField(heading: string): ListField | undefined {
  const vendor = fieldOf('vendors', heading)
  if (vendor && vendor.key in tables.vendors) return `vendors.${vendor.key}`
  const contract = fieldOf('contracts', heading)
  if (!contract || !(contract.key in tables.contracts)) return undefined
  return contract.key === 'vendor' ? 'vendors.name' : `contracts.${contract.key}`
}

const headingNames: readonly (readonly [string, ListField])[] = (['vendors', 'contracts'] as const).flatMap((slice) =>
  Object.entries(tables[slice]).flatMap(([key, field]) =>
    [field.ja, ...field.also].map(
      (name) => [name, slice === 'contracts' && key === 'vendor' ? ('vendors.name' as const) : (`${slice}.${key}` as const)] as const,
    ),
  ),
)

function similarField(heading: string): ListField | undefined {
  const name = similarHeading(
    heading,
    headingNames.map(([one]) => one),
  )
  return headingNames.find(([one]) => one === name)?.[1]
}

function columnsOf(table: Table, header: Header, rows: readonly TableRow[], remembered: Remembered): readonly ColumnProposal[] {
  const taken = new Set<string>(header.columns.values())
  const headingRow = table.rows[header.at]
  const all = [...new Set([...header.columns.keys(), ...header.unknown.keys()])].sort((a, b) => a - b)
  return all.map((column): ColumnProposal => {
    const heading = header.unknown.get(column) ?? cellText(headingRow, column)
    const samples = rows
      .map((row) => cellText(row, column))
      .filter((text) => text !== '')
      .slice(0, 3)
    const known = header.columns.get(column) as ListField | undefined // `meaningOf` gives list fields
    const said = Object.hasOwn(remembered, headingKey(heading)) ? remembered[headingKey(heading)] : undefined
    const isSure = known !== undefined && (said === known || knownField(heading) === known)
    if (known === undefined && said === '') return { column, heading, samples, confidence: 1 }
    const guess = known
      ? { field: known, confidence: isSure ? 1 : 0.7 }
      : guessed(
          heading,
          rows.map((row) => cellText(row, column)),
          taken,
        )
    if (guess) taken.add(guess.field)
    return {
      column,
      heading,
      samples,
      confidence: guess?.confidence ?? 0,
      ...(guess && { field: guess.field, fieldName: nameOf(guess.field) }),
    }
  })
}

/** By a similar heading, else by what the cells look like; a field is proposed once. */
function guessed(
  heading: string,
  texts: readonly string[],
  taken: ReadonlySet<string>,
): { field: ListField; confidence: number } | undefined {
  const similar = similarField(heading)
  if (similar && !taken.has(similar)) return { field: similar, confidence: 0.6 }
  const filled = texts.filter((text) => text !== '')
  const share = (test: (text: string) => boolean) => (filled.length === 0 ? 0 : filled.filter(test).length / filled.length)
  const looks: readonly (readonly [ListField, (text: string) => boolean])[] = [
    ['vendors.name', (text) => /株式会社|\(株\)|㈱|有限会社/.test(text.normalize('NFKC')) || /㈱/.test(text)],
    ['vendors.mail', (text) => /^\S+@\S+\.\S+$/.test(text)],
    ['vendors.phone', (text) => /^0[\d()-]{8,13}$/.test(text.normalize('NFKC'))],
    ['contracts.from', (text) => readJapaneseDate(text).kind === 'date'],
    ['contracts.until', (text) => readJapaneseDate(text).kind === 'date'],
  ]
  const found = looks.find(([field, test]) => !taken.has(field) && share(test) >= 0.6)
  return found && { field: found[0], confidence: 0.4 }
}

export function nameOf(field: ListField): Text {
  const [slice, key] = field.split('.') as ['vendors' | 'contracts', string] // the form of a list field
  const named = tables[slice][key]
  return { ja: named?.ja ?? key, en: key }
}

function unsure(table: Table, header: Header, columns: readonly ColumnProposal[]): readonly Problem[] {
  const row = table.rows[header.at]?.row ?? 1
  return columns.flatMap(({ column, heading, fieldName, confidence }) =>
    fieldName && confidence < 1
      ? [problem('list/unsure-column', placeOfCell(table, row, column), { header: heading, field: fieldName })]
      : [],
  )
}

/** The text of a cell, or of the merged cell that it lies in: one company over the rows of its contracts. */
export function filledText(
  row: TableRow,
  column: number,
  merges: readonly MergedRange[],
  rowsByNumber: ReadonlyMap<number, TableRow>,
): string {
  const own = cellText(row, column)
  if (own !== '') return own
  const merge = merges.find((range) => range.top < row.row && range.bottom >= row.row && range.left === column)
  return merge ? cellText(rowsByNumber.get(merge.top), column) : ''
}
