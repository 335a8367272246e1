import { isEntityId } from '@mimamori/domain'
import { unescapedCell } from '../csv.ts'
import { type Place, type Problem, problem } from '../errors.ts'
import { extraPrefix, fieldOf, type RawField } from '../folder/draft.ts'
import { printedOnly } from '../folder/tables/checklists.ts'
import { findHeader, type Header, placeOfCell, similarHeading } from '../header.ts'
import { itemNumber, readItemNumber, readNumberInSection, readSectionHeading } from '../item-number.ts'
import { cellText, columnLetter, isEmptyRow, type Table, type TableRow } from '../table.ts'
import { foldText } from '../text.ts'

/** First cell of a sheet that this product wrote; the number of the form stands beside it. */
export const formTitle = '見守り 確認用シート'
export const formFormat = 1
/** The line that says whose sheet it is; for people alone. */
export const facilityLine = '施設'

/** A table with one row per item, in any order of columns, and what stands above it. */
export interface FormTable {
  readonly table: Table
  readonly layout: 'own' | 'table' | 'official'
  readonly header: Header
  /** Number of the form, for a sheet that this product wrote. */
  readonly format?: number
  /** Facts of the sheet: 版, 年度, 事業者 … with their places. */
  readonly facts: readonly RawField[]
  /** Lines above the table that are no facts: titles and notes. */
  readonly titles: readonly string[]
  /** Of a sheet of ours: what is written for people, by the name of its line. */
  readonly labels?: ReadonlyMap<string, string>
  readonly rows: readonly FormRow[]
  readonly problems: readonly Problem[]
}

export interface FormRow {
  readonly row: TableRow
  readonly place: Place
  /** `2-05`, or a whole id; undefined where the cell is neither. */
  readonly number?: string
  /** What the cell of the number says. */
  readonly written: string
  /** The fields of a line of the official form, where no column means just one of them. */
  readonly raws?: readonly RawField[]
  /** 「はい・いいえ」 is printed and nothing is marked. */
  readonly isPrintedPair?: boolean
}

const ignoredHeadings = new Set(printedOnly.map(foldText))

/** True for a column that is printed for people and not read. */
export function isPrintedOnly(heading: string): boolean {
  return ignoredHeadings.has(foldText(heading))
}

/** Finds the table of answers in a sheet, wherever its headings stand; undefined where there is none. */
export function findForm(table: Table): FormTable | undefined {
  const meaningOf = (heading: string) => fieldOf('answers', heading)?.key
  const header = findHeader(table, { meaningOf, atLeast: 2, needs: ['item'] })
  if (!header || ![...header.columns.values()].some((key) => key === 'answer' || key === 'checkedOn')) return undefined
  const above = readAbove(table, header)
  return {
    table,
    layout: above.format === undefined ? 'table' : 'own',
    header,
    ...above,
    rows: readRows(table, header),
    problems: headingProblems(table, header),
  }
}

function readAbove(table: Table, header: Header): Pick<FormTable, 'facts' | 'titles' | 'labels'> & { format?: number } {
  const facts: RawField[] = []
  const titles: string[] = []
  const labels = new Map<string, string>()
  let format: number | undefined
  for (const row of table.rows.slice(0, header.at)) {
    const [first, second] = [cellText(row, 0), cellText(row, 1)]
    if (foldText(first) === foldText(formTitle)) format = Number(second) || 1
    else facts.push(...(format === undefined ? factsOf(table, row) : ownFact(table, row)))
    titles.push(...row.cells.flatMap((cell) => (cell ? [cell.text.trim()] : [])))
    const label = unescapedCell(row.cells[2])
    if (format !== undefined && label.trim() !== '') labels.set(first, label.trim())
  }
  return { facts, titles, labels, ...(format !== undefined && { format }) }
}

/** A line of a sheet that this product wrote: name, value, and a third cell for people. */
function ownFact(table: Table, row: TableRow): readonly RawField[] {
  const heading = unescapedCell(row.cells[0])
  if (!row.cells[1] || !isFactName(heading)) return []
  return [{ heading, raw: unescapedCell(row.cells[1]), place: placeOfCell(table, row.row, 1) }]
}

/** Pairs of name and value in a row above an office's own table: side by side, or in one cell with a colon between. */
function factsOf(table: Table, row: TableRow): readonly RawField[] {
  const found: RawField[] = []
  const filled = row.cells.flatMap((cell, column) => (cell && cell.text.trim() !== '' ? [column] : []))
  for (let at = 0; at < filled.length; at++) {
    const [column, next] = [filled[at] ?? 0, filled[at + 1]]
    const text = cellText(row, column)
    const [, name, value] = /^([^:：]{1,20})[:：]\s*(.+)$/u.exec(text) ?? []
    if (name !== undefined && value !== undefined && fieldOf('sheets', name))
      found.push({ heading: name, raw: value, place: placeOfCell(table, row.row, column) })
    else if (next !== undefined && isFactName(text)) {
      found.push({ heading: text.replace(/[:：]$/u, ''), raw: cellText(row, next), place: placeOfCell(table, row.row, next) })
      at++
    }
  }
  return found
}

function isFactName(text: string): boolean {
  return text.startsWith(extraPrefix) || fieldOf('sheets', text.replace(/[:：]$/u, '')) !== undefined
}

function readRows(table: Table, header: Header): readonly FormRow[] {
  const column = [...header.columns].find(([, key]) => key === 'item')?.[0] ?? 0
  const rows: FormRow[] = []
  let section: number | undefined
  for (const row of table.rows.slice(header.at + 1)) {
    if (isEmptyRow(row)) continue
    const written = numberText(row, column)
    const heading = sectionOf(row)
    if (heading !== undefined) section = heading
    const number = numberOf(written, section)
    if (number === undefined && (heading !== undefined || filledCells(row) <= 1)) continue
    rows.push({ row, written, place: placeOfCell(table, row.row, column), ...(number !== undefined && { number }) })
  }
  return rows
}

/** NOTE: Excel turns a typed 2-5 into 5 February; as the number of an item it is 2-5 again. */
function numberText(row: TableRow, column: number): string {
  const cell = row.cells[column]
  if (cell?.kind !== 'date') return cell?.text.trim() ?? ''
  const [, month, day] = /^\d{4}-(\d{2})-(\d{2})$/.exec(cell.text) ?? []
  return month === undefined ? cell.text : `${Number(month)}-${Number(day)}`
}

function numberOf(written: string, section: number | undefined): string | undefined {
  const number = readItemNumber(written)
  if (number !== undefined) return number
  if (written.includes(':') && isEntityId(written)) return written
  const inSection = section === undefined ? undefined : readNumberInSection(written)
  return section !== undefined && inSection ? itemNumber(section, inSection.item) : undefined
}

/** A row that only says which section follows. */
function sectionOf(row: TableRow): number | undefined {
  if (filledCells(row) > 2) return undefined
  const text = row.cells.flatMap((cell) => (cell ? [cell.text.trim()] : [])).join(' ')
  return readSectionHeading(text)?.section
}

function filledCells(row: TableRow): number {
  return new Set(row.cells.flatMap((cell) => (cell && cell.text.trim() !== '' ? [cell.text] : []))).size
}

function headingProblems(table: Table, header: Header): readonly Problem[] {
  const row = table.rows[header.at]?.row ?? 1
  const doubles = header.doubles.map(({ key, first, second }) =>
    problem('table/double-column', placeOfCell(table, row, second), {
      column: fieldOf('answers', key)?.field.ja ?? key,
      first: columnLetter(first),
      second: columnLetter(second),
    }),
  )
  const known = new Set(header.columns.values())
  const missing = ['answer', 'checkedOn', 'targetOn', 'recheckedOn']
    .filter((key) => !known.has(key))
    .map((key) => fieldOf('answers', key)?.field.ja ?? key)
  const similar = [...header.unknown].flatMap(([column, found]) => {
    const name = isPrintedOnly(found) || missing.length === 0 ? undefined : similarHeading(found, missing)
    return name === undefined ? [] : [problem('table/similar-column', placeOfCell(table, row, column), { found, column: name })]
  })
  return [...doubles, ...similar]
}

/** The cells of a row as the record reader takes them, headed as in the file. */
export function rawFieldsOf(form: FormTable, { row, raws }: FormRow): readonly RawField[] {
  if (raws) return raws
  const { header, table } = form
  const headings = new Map([...header.columns, ...header.unknown])
  return row.cells.flatMap((cell, column) => {
    const heading = headings.get(column)
    if (!cell || cell.text === '' || heading === undefined || cell.kind === 'error' || cell.noValue) return []
    return [{ heading, raw: unescapedCell(cell), place: placeOfCell(table, row.row, column) }]
  })
}
