import type { JoinedView } from '@mimamori/contract'
import type { StateName } from '../../ui/state-chip.tsx'

export type JoinedRow = JoinedView['rows'][number]
export type JoinedColumn = JoinedView['columns'][number]
export type JoinedCell = JoinedRow['cells'][number]

export type GroupName = 'differs' | 'no' | 'vendor-silent' | 'unanswered' | 'agreed-yes' | 'not-applicable' | 'facility-only'

/** One vendor with all its sheets: a column of the matrix. */
export interface VendorColumn {
  readonly vendor: string
  readonly name: string
  readonly sheets: readonly JoinedColumn[]
}

/** What one vendor says of one item, over all its sheets. */
export interface VendorCell {
  readonly column: VendorColumn
  readonly cells: readonly JoinedCell[]
  readonly state: StateName
  readonly days?: number | undefined
  /** Framed: this side says something else than the facility. */
  readonly differs: boolean
}

const order: readonly GroupName[] = ['differs', 'no', 'vendor-silent', 'unanswered', 'agreed-yes', 'not-applicable', 'facility-only']

/** Rows by what there is to do, in that order; what the facility alone answers comes last, folded. */
export function groupRows(rows: readonly JoinedRow[]): readonly { name: GroupName; rows: readonly JoinedRow[] }[] {
  const groups = new Map<GroupName, JoinedRow[]>()
  for (const row of rows) groups.set(groupOf(row), [...(groups.get(groupOf(row)) ?? []), row])
  return order.flatMap((name) => {
    const found = groups.get(name)
    return found ? [{ name, rows: found }] : []
  })
}

function groupOf(row: JoinedRow): GroupName {
  if (row.facilityOnly || row.state === 'no-vendor') return 'facility-only'
  return row.state
}

/** The sheets of one vendor stand in one column. */
export function vendorColumns(columns: readonly JoinedColumn[]): readonly VendorColumn[] {
  const found = new Map<string, VendorColumn>()
  for (const column of columns) {
    const known = found.get(column.vendor)
    found.set(column.vendor, { vendor: column.vendor, name: column.vendorName, sheets: [...(known?.sheets ?? []), column] })
  }
  return [...found.values()]
}

/** What needs a hand outweighs what does not. */
const weight: readonly StateName[] = ['no', 'other-party', 'silent', 'carried-over', 'unanswered', 'yes', 'not-applicable']

/** The cell of a vendor in a row; undefined where none of its sheets has the item. */
export function vendorCell(row: JoinedRow, column: VendorColumn): VendorCell | undefined {
  const cells = row.cells.filter((cell) => column.sheets.some(({ sheet }) => sheet === cell.sheet))
  const [worst] = cells.toSorted((a, b) => weight.indexOf(a.state) - weight.indexOf(b.state))
  if (!worst) return undefined
  const days = column.sheets.find(({ sheet }) => sheet === worst.sheet)?.days
  return { column, cells, state: worst.state, days, differs: row.state === 'differs' && saysOtherwise(row, worst) }
}

/** NOTE: of a facility that says no, those who say yes differ; of one that says anything else, those who do not agree. */
function saysOtherwise(row: JoinedRow, cell: JoinedCell): boolean {
  const own = row.facility?.state
  if (own === 'no') return cell.state === 'yes'
  return cell.state === 'no' || cell.state === 'other-party'
}

/** Every sheet whose answer is to be talked over: one that says no or hands it back, and a yes where the facility says no. */
export function sheetsThatDiffer(row: JoinedRow): readonly string[] {
  const isTalkedOver = (cell: JoinedCell) =>
    cell.state === 'no' || cell.state === 'other-party' || (row.state === 'differs' && saysOtherwise(row, cell))
  return row.cells.filter(isTalkedOver).map(({ sheet }) => sheet)
}

/** How many vendors say what, for the line below the strip of a phone. */
export function countVendors(cells: readonly VendorCell[]): { yes: number; no: number; silent: number; other: number } {
  const count = (...states: readonly StateName[]) => cells.filter((cell) => states.includes(cell.state)).length
  const [yes, no, silent] = [count('yes'), count('no', 'other-party'), count('silent', 'carried-over')]
  return { yes, no, silent, other: cells.length - yes - no - silent }
}

const mostColumns = 12

/** Over twelve vendors, those that agree in everything fold into one line. */
export function foldAgreed(
  columns: readonly VendorColumn[],
  rows: readonly JoinedRow[],
): { shown: readonly VendorColumn[]; folded: readonly VendorColumn[] } {
  if (columns.length <= mostColumns) return { shown: columns, folded: [] }
  const agrees = (column: VendorColumn) =>
    rows.every((row) => ['yes', 'not-applicable', undefined].includes(vendorCell(row, column)?.state))
  return { shown: columns.filter((column) => !agrees(column)), folded: columns.filter(agrees) }
}
