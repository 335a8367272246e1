import type { FileInput } from '../bytes.ts'
import { type Problem, problem } from '../errors.ts'
import { placeOfCell } from '../header.ts'
import type { Table, TableRow } from '../table.ts'
import { openWorkbook, type Workbook, type WorkbookOptions } from './open.ts'

/** All visible sheets in memory, with what is told of hidden sheets, formulas without result and errors of calculation. */
export async function readWorkbookTables(
  input: FileInput,
  options: WorkbookOptions = {},
): Promise<{ tables: readonly Table[]; problems: readonly Problem[] }> {
  const workbook = await openWorkbook(input, options)
  try {
    const tables: Table[] = []
    const problems: Problem[] = [...workbook.problems]
    for (const [index, sheet] of workbook.sheets.entries()) {
      if (sheet.isHidden) problems.push(problem('excel/hidden-sheet', { file: workbook.file, sheet: sheet.name }))
      else tables.push(await readTable(workbook, index, sheet.name))
    }
    return { tables, problems: [...problems, ...tables.flatMap(cellProblems)] }
  } finally {
    await workbook.close()
  }
}

async function readTable(workbook: Workbook, index: number, sheet: string): Promise<Table> {
  const rows: TableRow[] = []
  const iterator = workbook.rows(index)
  let next = await iterator.next()
  for (; !next.done; next = await iterator.next()) rows.push(next.value)
  return { file: workbook.file, sheet, rows, merges: next.value.merges, date1904: workbook.date1904, drawings: next.value.drawings }
}

/** Cells whose value is not in the file. Each kind is told at most ten times per sheet. */
function cellProblems(table: Table): readonly Problem[] {
  const found: Problem[] = []
  for (const row of table.rows) {
    row.cells.forEach((cell, column) => {
      if (found.length >= 10) return
      const place = placeOfCell(table, row.row, column)
      if (cell?.noValue) found.push(problem('excel/no-cached-value', place, { formula: cell.formula ?? '' }))
      else if (cell?.kind === 'error') found.push(problem('excel/error-value', place, { value: cell.text }))
    })
  }
  return found
}
