import type { Encoding } from './encoding.ts'

/** A cell as its file holds it; `text` is always there, as a person would read it. */
export interface Cell {
  readonly kind: 'text' | 'number' | 'date' | 'boolean' | 'error'
  readonly text: string
  /** The number behind a number or a date. */
  readonly number?: number
  /** The formula whose stored result this is. */
  readonly formula?: string
  /** The formula has no stored result. */
  readonly noValue?: true
}

/** A row with its number as Excel counts it; cells at their column, holes where nothing is. */
export interface TableRow {
  readonly row: number
  readonly cells: readonly (Cell | undefined)[]
}

/** Merged cells, by rows from 1 and columns from 0, ends included. */
export interface MergedRange {
  readonly top: number
  readonly left: number
  readonly bottom: number
  readonly right: number
}

/** A table in memory: one CSV file or one sheet, as far as its limits allow. */
export interface Table {
  readonly file: string
  readonly sheet?: string
  readonly rows: readonly TableRow[]
  readonly merges: readonly MergedRange[]
  readonly date1904: boolean
  /** Shapes drawn on the sheet, such as circles around an answer. */
  readonly drawings: number
  readonly encoding?: Encoding
}

/** A, B … Z, AA of a column counted from 0. */
export function columnLetter(column: number): string {
  const head = column >= 26 ? columnLetter(Math.floor(column / 26) - 1) : ''
  return head + String.fromCharCode(65 + (column % 26))
}

/** The column of a cell reference such as AB12, from 0. */
export function columnOfReference(reference: string): number {
  let column = 0
  for (const char of reference) {
    const code = char.charCodeAt(0)
    if (code < 65 || code > 90) break
    column = column * 26 + code - 64
  }
  return column - 1
}

export function textCell(text: string): Cell | undefined {
  return text === '' ? undefined : { kind: 'text', text }
}

/** The text of a cell without spaces around it; '' for none. */
export function cellText(row: TableRow | undefined, column: number | undefined): string {
  if (column === undefined) return ''
  return row?.cells[column]?.text.trim() ?? ''
}

export function isEmptyRow(row: TableRow): boolean {
  return row.cells.every((cell) => cell === undefined || cell.text.trim() === '')
}
