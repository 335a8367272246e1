import { openCsv } from '../csv.ts'
import { cellText, isEmptyRow, type TableRow } from '../table.ts'
import { foldText } from '../text.ts'
import type { Scan } from './types.ts'

/** A row of a CSV under its headings. */
export interface CsvRecord {
  readonly row: number
  /** The first filled cell under one of these headings; '' for none. Width, case and spaces of headings make no difference. */
  readonly get: (...headings: readonly string[]) => string
  readonly has: (heading: string) => boolean
}

/** The rows of a CSV below the row that has all of the given headings, as they are asked for; rows above it are passed over. */
export async function* csvRecords(scan: Scan, needs: (headings: ReadonlySet<string>) => boolean): AsyncIterable<CsvRecord> {
  const { source, limits } = scan
  const input = source.path ?? { name: source.name, bytes: source.bytes ?? new Uint8Array() }
  const { rows } = await openCsv(input, {
    name: scan.file,
    limits: { maxBytes: limits.maxBytes, maxRows: 10_000_000, maxCells: Number.POSITIVE_INFINITY },
  })
  let columns: ReadonlyMap<string, number> | undefined
  for await (const row of rows) {
    if (columns) {
      if (!isEmptyRow(row)) yield recordOf(row, columns)
    } else {
      const found = headingsOf(row)
      if (needs(new Set(found.keys()))) columns = found
    }
  }
}

function headingsOf(row: TableRow): ReadonlyMap<string, number> {
  return new Map(row.cells.map((_, column) => [foldText(cellText(row, column)), column] as const).filter(([heading]) => heading !== ''))
}

function recordOf(row: TableRow, columns: ReadonlyMap<string, number>): CsvRecord {
  return {
    row: row.row,
    get: (...headings) => headings.map((heading) => cellText(row, columns.get(foldText(heading)))).find((text) => text !== '') ?? '',
    has: (heading) => columns.has(foldText(heading)),
  }
}
