import { pipeline } from 'node:stream'
import { parse } from 'csv-parse'
import { type ByteSource, byteSource, type FileInput } from './bytes.ts'
import { decoded, type Encoding, encodingOf } from './encoding.ts'
import { type Place, UserError, userError } from './errors.ts'
import { type Cell, type Table, type TableRow, textCell } from './table.ts'

export interface CsvLimits {
  readonly maxBytes: number
  readonly maxRows: number
  readonly maxCells: number
  readonly maxRowCharacters: number
}

export const csvLimits: CsvLimits = { maxBytes: 30 * 1024 * 1024, maxRows: 200_000, maxCells: 2_000_000, maxRowCharacters: 200_000 }

export interface CsvOptions {
  /** Chosen by a person after a garbled preview; found out otherwise. */
  readonly encoding?: Encoding
  readonly limits?: Partial<CsvLimits>
  /** Path within a folder, for messages. */
  readonly name?: string
}

export interface CsvFile {
  readonly file: string
  readonly encoding: Encoding
  readonly delimiter: string
  readonly rows: AsyncIterable<TableRow>
}

/** Opens a CSV file (comma, tab or semicolon; any encoding that is found out); rows are read as they are asked for. */
export async function openCsv(input: FileInput, options: CsvOptions = {}): Promise<CsvFile> {
  const limits = { ...csvLimits, ...options.limits }
  const source = await byteSource(input, { maxBytes: limits.maxBytes, ...(options.name !== undefined && { name: options.name }) })
  const encoding = await encodingOf(source, options.encoding)
  const delimiter = await delimiterOf(source, encoding)
  return { file: source.name, encoding, delimiter, rows: rowsOf(source, { encoding, delimiter, limits }) }
}

/** A whole CSV file as a table. */
export async function readCsvTable(input: FileInput, options: CsvOptions = {}): Promise<Table> {
  const { file, encoding, rows } = await openCsv(input, options)
  const all: TableRow[] = []
  for await (const row of rows) all.push(row)
  return { file, rows: all, merges: [], date1904: false, drawings: 0, encoding }
}

async function delimiterOf(source: ByteSource, encoding: Encoding): Promise<string> {
  let head = ''
  for await (const text of decoded(source, encoding)) {
    head += text
    if (head.length > 8000) break
  }
  const outside = head.slice(0, 8000).replace(/"[^"]*"/g, '')
  const counts = [',', '\t', ';'].map((char) => ({ char, count: outside.split(char).length - 1 }))
  return counts.reduce((best, one) => (one.count > best.count ? one : best)).char
}

interface Reading {
  readonly encoding: Encoding
  readonly delimiter: string
  readonly limits: CsvLimits
}

async function* rowsOf(source: ByteSource, { encoding, delimiter, limits }: Reading): AsyncIterable<TableRow> {
  const file = source.name
  const parser = parse({
    delimiter,
    relax_column_count: true,
    relax_quotes: true,
    skip_empty_lines: false,
    record_delimiter: ['\r\n', '\n', '\r'],
    max_record_size: limits.maxRowCharacters,
  })
  pipeline(decoded(source, encoding), parser, ignore)
  let row = 0
  let cells = 0
  try {
    for await (const record of parser) {
      const texts = record as readonly string[] // `columns` is off, so records are lists of texts
      row++
      cells += texts.length
      if (row > limits.maxRows) throw userError('csv/too-many-rows', { file }, { limit: limits.maxRows })
      if (cells > limits.maxCells) throw userError('csv/too-many-cells', { file, row }, { limit: limits.maxCells })
      yield { row, cells: texts.map(textCell) }
    }
  } catch (error) {
    throw csvError(error, file, limits)
  } finally {
    parser.destroy()
  }
}

/** The error reaches whoever reads the rows. */
function ignore(): void {}

function csvError(error: unknown, file: string, limits: CsvLimits): unknown {
  if (error instanceof UserError || !(error instanceof Error) || !('code' in error)) return error
  const place: Place = { file, ...('records' in error && typeof error.records === 'number' && { row: error.records + 1 }) }
  if (error.code === 'CSV_MAX_RECORD_SIZE') return userError('csv/long-row', place, { limit: limits.maxRowCharacters }, { cause: error })
  if (error.code === 'CSV_QUOTE_NOT_CLOSED') return userError('csv/open-quote', place, {}, { cause: error })
  return userError('file/not-a-table', place, {}, { cause: error })
}

/** The text of a cell of our own CSV without the sign that keeps Excel from running it. */
export function unescapedCell(cell: Cell | undefined): string {
  const text = cell?.text ?? ''
  return /^'+([=+\-@\t\r]|\s*$)/.test(text) ? text.slice(1) : text
}
