import type { SliceName } from '@mimamori/domain'
import { unescapedCell } from '../csv.ts'
import { type Problem, problem } from '../errors.ts'
import { findHeader, type Header, placeOfCell } from '../header.ts'
import { readTables } from '../read-tables.ts'
import { columnLetter, isEmptyRow, type Table, type TableRow } from '../table.ts'
import { type Draft, draftOf, fieldOf, type RawField } from './draft.ts'
import { isRequired } from './field.ts'
import type { DraftsRead } from './sheet-files.ts'
import { tables } from './tables.ts'

/** Reads a list with one row per record, CSV or Excel, headings in any order and below any titles. */
export async function readListFile(path: string, name: string, slice: SliceName): Promise<DraftsRead> {
  const read = await readTables(path, { name })
  const parts = read.tables.map((table) => readTable(table, slice))
  return { drafts: parts.flatMap((part) => part.drafts), problems: [...read.problems, ...parts.flatMap((part) => part.problems)] }
}

function readTable(table: Table, slice: SliceName): DraftsRead {
  if (table.rows.every(isEmptyRow)) return { drafts: [], problems: [] }
  const required = Object.entries(tables[slice]).filter(([, field]) => isRequired(field))
  const header = findHeader(table, {
    meaningOf: (heading) => fieldOf(slice, heading)?.key,
    atLeast: Math.min(2, required.length),
    needs: required.map(([key]) => key),
  })
  const place = { file: table.file, ...(table.sheet !== undefined && { sheet: table.sheet }) }
  if (!header)
    return { drafts: [], problems: [problem('table/no-header', place, { expected: required.map(([, field]) => field.ja).join('、') })] }
  const drafts: Draft[] = []
  const problems: Problem[] = headerProblems(table, header, slice)
  for (const row of table.rows.slice(header.at + 1)) {
    if (isEmptyRow(row)) continue
    const { draft, problems: found } = draftOf(slice, rawFields(table, header, row), {
      place: placeOfCell(table, row.row),
      date1904: table.date1904,
    })
    drafts.push(draft)
    problems.push(...found)
  }
  return { drafts, problems }
}

function headerProblems(table: Table, header: Header, slice: SliceName): Problem[] {
  const row = table.rows[header.at]?.row ?? 1
  const present = new Set(header.columns.values())
  const missing = Object.entries(tables[slice]).filter(
    ([key, field]) => isRequired(field) && field.shape.kind !== 'group' && !present.has(key),
  )
  return [
    ...header.doubles.map(({ key, first, second }) =>
      problem('table/double-column', placeOfCell(table, row, second), {
        column: fieldOf(slice, key)?.field.ja ?? key,
        first: columnLetter(first),
        second: columnLetter(second),
      }),
    ),
    ...missing.map(([, field]) => problem('table/missing-column', placeOfCell(table, row), { column: field.ja })),
  ]
}

function rawFields(table: Table, header: Header, row: TableRow): readonly RawField[] {
  return row.cells.flatMap((cell, column) => {
    const heading = header.columns.get(column) ?? header.unknown.get(column)
    if (!cell || cell.text === '' || heading === undefined || cell.kind === 'error' || cell.noValue) return []
    return [{ heading, raw: unescapedCell(cell), place: placeOfCell(table, row.row, column) }]
  })
}
