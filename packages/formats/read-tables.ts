import { byteSource, type FileInput } from './bytes.ts'
import { csvLimits, readCsvTable } from './csv.ts'
import type { Encoding } from './encoding.ts'
import { type Problem, problem, userError } from './errors.ts'
import { placeOfCell } from './header.ts'
import { pdfProblem } from './pdf.ts'
import type { Table } from './table.ts'
import type { XlsxLimits } from './xlsx/limits.ts'
import { readWorkbookTables } from './xlsx/tables.ts'

/** Less than a workbook may have when it is read row by row: all of a table is in memory at once. */
const inMemoryLimits = { maxRows: 50_000, maxCells: 500_000 }

export interface TablesOptions {
  readonly encoding?: Encoding
  readonly limits?: Partial<XlsxLimits>
  /** Path within a folder, for messages. */
  readonly name?: string
}

export interface ReadTables {
  readonly kind: 'csv' | 'xlsx'
  readonly tables: readonly Table[]
  readonly problems: readonly Problem[]
}

/** The tables of a file by what is in it, whatever its name says: one of a CSV, one per visible sheet of a workbook. */
export async function readTables(input: FileInput, options: TablesOptions = {}): Promise<ReadTables> {
  const source = await byteSource(input, {
    maxBytes: options.limits?.maxFileBytes ?? csvLimits.maxBytes,
    ...(options.name !== undefined && { name: options.name }),
  })
  const head = await source.head(8192)
  if (startsWith(head, [0x25, 0x50, 0x44, 0x46])) throw await pdfProblem(source)
  if (isWorkbook(head))
    return { kind: 'xlsx', ...(await readWorkbookTables(input, { ...options, limits: { ...inMemoryLimits, ...options.limits } })) }
  if (!looksLikeText(head)) throw userError('file/not-a-table', { file: source.name })
  const { encoding, name } = options
  const table = await readCsvTable(input, { ...(encoding && { encoding }), ...(name !== undefined && { name }) })
  return { kind: 'csv', tables: [table], problems: damageOf(table) }
}

/** Characters that were lost before the file came here show as U+FFFD: told once, with what stands before the first. */
function damageOf(table: Table): readonly Problem[] {
  const lost = table.rows.flatMap((row) =>
    row.cells.flatMap((cell, column) => (cell?.text.includes('\ufffd') ? [{ row: row.row, column, text: cell.text }] : [])),
  )
  const [first] = lost
  if (!first) return []
  const before = first.text.slice(0, first.text.indexOf('\ufffd'))
  return [problem('text/damaged', placeOfCell(table, first.row, first.column), { count: lost.length, before })]
}

/** A ZIP, or the container that old and encrypted workbooks come in. */
function isWorkbook(head: Uint8Array): boolean {
  return (
    startsWith(head, [0x50, 0x4b]) ||
    startsWith(head, [0xd0, 0xcf, 0x11, 0xe0]) ||
    startsWith(head, [0x09, 0x08]) ||
    startsWith(head, [0x09, 0x04])
  )
}

function startsWith(bytes: Uint8Array, signs: readonly number[]): boolean {
  return signs.every((sign, at) => bytes[at] === sign)
}

/** Text has a mark or few control characters; UTF-16 has its zeros on one side only, and Japanese in it bytes of every kind. */
function looksLikeText(head: Uint8Array): boolean {
  if (
    [
      [0xef, 0xbb, 0xbf],
      [0xff, 0xfe],
      [0xfe, 0xff],
    ].some((mark) => startsWith(head, mark))
  )
    return true
  if (startsWith(head, [0x3c]) && /^<(!doctype|html|\?xml|table)/i.test(Buffer.from(head.subarray(0, 64)).toString('latin1'))) return false
  const zeros = [0, 1].map((side) => head.filter((byte, at) => at % 2 === side && byte === 0).length)
  const others = head.filter(
    (byte) => byte < 32 && byte !== 0 && byte !== 9 && byte !== 10 && byte !== 13 && byte !== 27 && byte !== 12,
  ).length
  return others * 50 <= head.length && (zeros[0] === 0 || zeros[1] === 0)
}
