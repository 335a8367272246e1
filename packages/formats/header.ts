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

/** Finds the row of headings below titles and notes; two or three rows of headings are read as one, merged cells included. */
export function findHeader(table: Pick<Table, 'rows' | 'merges'>, asked: HeaderOptions): Header | undefined {
  const rows = table.rows.slice(0, searchedRows)
  const options = { ...asked, meaningOf: onceEach(asked.meaningOf) }
  const single = rows.map((row, at) => headerOf(at, headingsOf(row), options))
  const joined = [2, 3].flatMap((height) =>
    rows.map((_, at) => {
      const block = table.rows.slice(at, at + height)
      return block.length === height ? headerOf(at + height - 1, joinedHeadings(table.merges, block), options) : undefined
    }),
  )
  return [...single, ...joined].reduce((best, one) => ((one?.columns.size ?? 0) > (best?.columns.size ?? 0) ? one : best), undefined)
}

/** NOTE: below the headings the same words stand in row after row, and every row is tried as one of headings. */
function onceEach(meaningOf: HeaderOptions['meaningOf']): HeaderOptions['meaningOf'] {
  const known = new Map<string, string | undefined>()
  return (heading) => {
    if (!known.has(heading)) known.set(heading, meaningOf(heading))
    return known.get(heading)
  }
}

function headingsOf(row: TableRow): ReadonlyMap<number, readonly string[]> {
  return new Map(row.cells.flatMap((cell, column) => (cell && cell.text.trim() !== '' ? [[column, [unescapedCell(cell)]] as const] : [])))
}

/** Of rows one above the other: the heading of all together, of the lower ones, of the lowest that is filled; an upper one reaches as far as it is merged. */
function joinedHeadings(merges: readonly MergedRange[], block: readonly TableRow[]): ReadonlyMap<number, readonly string[]> {
  const found = new Map<number, readonly string[]>()
  const width = Math.max(...block.map((row) => row.cells.length))
  for (let column = 0; column < width; column++) {
    const parts = block.map((row, at) =>
      at === block.length - 1 ? unescapedCell(row.cells[column]).trim() : mergedText(merges, row, column),
    )
    const filled = parts.filter((text) => text !== '')
    const texts = filled.map((_, at) => filled.slice(at).join(''))
    if (texts.length > 0) found.set(column, texts)
  }
  return found
}

function mergedText(merges: readonly MergedRange[], row: TableRow, column: number): string {
  const merge = merges.find((range) => range.top <= row.row && range.bottom >= row.row && range.left <= column && range.right >= column)
  return unescapedCell(row.cells[merge?.left ?? column]).trim()
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
  const bare = plain.replace(/[(（][^()（）]*[)）]$/u, '')
  return meaningOf(plain) ?? (bare === plain ? undefined : meaningOf(bare))
}

const nearEnough = 0.5

/** The known heading that an unknown one comes near to, by shared pairs of letters. */
export function similarHeading(heading: string, known: readonly string[]): string | undefined {
  const own = pairsOf(foldText(heading))
  let best = { name: '', score: 0 }
  for (const name of known) {
    const score = likeness(own, pairsOfKnown(name))
    if (score > best.score) best = { name, score }
  }
  return best.score >= nearEnough ? best.name : undefined
}

/** NOTE: kept, as what is known is a few hundred headings of our own, and each is held against every cell that might be one. */
const knownPairs = new Map<string, ReadonlySet<string>>()

function pairsOfKnown(name: string): ReadonlySet<string> {
  const pairs = knownPairs.get(name) ?? pairsOf(foldText(name))
  knownPairs.set(name, pairs)
  return pairs
}

function pairsOf(text: string): ReadonlySet<string> {
  const pairs = new Set<string>()
  for (let at = 0; at + 2 <= text.length; at++) pairs.add(text.slice(at, at + 2))
  return pairs
}

/** 0 to 1; 0 for lengths that are too different to come near enough, whatever they share. */
function likeness(one: ReadonlySet<string>, other: ReadonlySet<string>): number {
  const [few, many] = one.size < other.size ? [one, other] : [other, one]
  if (many.size === 0 || 2 * few.size < nearEnough * (few.size + many.size)) return 0
  let shared = 0
  for (const pair of few) if (many.has(pair)) shared++
  return (2 * shared) / (few.size + many.size)
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
