import { unescapedCell } from './csv.ts'
import { columnLetter, type MergedRange, type Table, type TableRow } from './table.ts'
import { foldText } from './text.ts'

/** A row of headings: which column means what, and what the other columns are called. */
export interface Header {
  /** Index in the table of the last row of headings. */
  readonly at: number
  readonly columns: ReadonlyMap<number, string>
  readonly unknown: ReadonlyMap<number, string>
  /** Columns whose meaning an earlier column has already. */
  readonly doubles: readonly { readonly key: string; readonly first: number; readonly second: number }[]
}

export interface HeaderOptions {
  /** The meaning of a heading, or undefined for one that nobody knows. */
  readonly meaningOf: (heading: string) => string | undefined
  /** At least so many headings must be known. */
  readonly atLeast: number
  /** One of these must be among them. */
  readonly needs: readonly string[]
}

const searchedRows = 100

/** Finds the row of headings below titles and notes; two rows of headings are read as one, merged cells included. */
export function findHeader(table: Pick<Table, 'rows' | 'merges'>, options: HeaderOptions): Header | undefined {
  const rows = table.rows.slice(0, searchedRows)
  const single = rows.map((row, at) => headerOf(at, headingsOf(row), options))
  const double = rows.map((row, at) => {
    const next = table.rows[at + 1]
    return next && headerOf(at + 1, joinedHeadings(table.merges, row, next), options)
  })
  return [...single, ...double].reduce((best, one) => ((one?.columns.size ?? 0) > (best?.columns.size ?? 0) ? one : best), undefined)
}

function headingsOf(row: TableRow): ReadonlyMap<number, readonly string[]> {
  return new Map(row.cells.flatMap((cell, column) => (cell && cell.text.trim() !== '' ? [[column, [unescapedCell(cell)]] as const] : [])))
}

/** Of two rows: the heading of both together, of the lower, of the upper one; the upper reaches as far as it is merged. */
function joinedHeadings(merges: readonly MergedRange[], upper: TableRow, lower: TableRow): ReadonlyMap<number, readonly string[]> {
  const found = new Map<number, readonly string[]>()
  for (let column = 0; column < Math.max(upper.cells.length, lower.cells.length); column++) {
    const merge = merges.find(
      (range) => range.top <= upper.row && range.bottom >= upper.row && range.left <= column && range.right >= column,
    )
    const top = unescapedCell(upper.cells[merge?.left ?? column]).trim()
    const bottom = unescapedCell(lower.cells[column]).trim()
    const texts = [`${top}${bottom}`, bottom, bottom === '' ? top : ''].filter((text) => text !== '')
    if (texts.length > 0) found.set(column, texts)
  }
  return found
}

function headerOf(at: number, headings: ReadonlyMap<number, readonly string[]>, options: HeaderOptions): Header | undefined {
  const columns = new Map<number, string>()
  const unknown = new Map<number, string>()
  const doubles: { key: string; first: number; second: number }[] = []
  for (const [column, texts] of headings) {
    const key = texts.map((text) => meaning(text, options)).find((found) => found !== undefined)
    const first = [...columns].find(([, known]) => known === key)?.[0]
    if (key === undefined) unknown.set(column, texts[0] ?? '')
    else if (first === undefined) columns.set(column, key)
    else doubles.push({ key, first, second: column })
  }
  const keys = new Set(columns.values())
  const isEnough = keys.size >= options.atLeast && options.needs.some((key) => keys.has(key))
  return isEnough ? { at, columns, unknown, doubles } : undefined
}

function meaning(heading: string, { meaningOf }: HeaderOptions): string | undefined {
  const plain = heading.replace(/[\s※*]+/g, '')
  return meaningOf(plain) ?? meaningOf(plain.replace(/[(（][^()（）]*[)）]$/u, ''))
}

/** The known heading that an unknown one comes near to, by shared pairs of letters. */
export function similarHeading(heading: string, known: readonly string[]): string | undefined {
  const scored = known.map((name) => ({ name, score: likeness(foldText(heading), foldText(name)) }))
  const best = scored.reduce((a, b) => (b.score > a.score ? b : a), { name: '', score: 0 })
  return best.score >= 0.5 ? best.name : undefined
}

function likeness(a: string, b: string): number {
  const pairs = (text: string) => new Set(Array.from({ length: Math.max(0, text.length - 1) }, (_, at) => text.slice(at, at + 2)))
  const [one, other] = [pairs(a), pairs(b)]
  const shared = [...one].filter((pair) => other.has(pair)).length
  return one.size + other.size === 0 ? 0 : (2 * shared) / (one.size + other.size)
}

export function placeOfCell(
  table: Pick<Table, 'file' | 'sheet'>,
  row: number,
  column?: number,
): { file: string; sheet?: string; row: number; column?: string } {
  return {
    file: table.file,
    ...(table.sheet !== undefined && { sheet: table.sheet }),
    row,
    ...(column !== undefined && { column: columnLetter(column) }),
  }
}
