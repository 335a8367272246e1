import type { ErrorCode } from '../error-texts.ts'
import type { ProblemValues } from '../errors.ts'
import type { MergedRange, TableRow } from '../table.ts'
import type { XlsxLimits } from './limits.ts'

/** What the worker is started with. */
export interface WorkerInput {
  readonly path?: string
  readonly bytes?: Uint8Array
  readonly limits: XlsxLimits
}

export interface SheetInfo {
  readonly name: string
  readonly isHidden: boolean
}

export interface WorkbookInfo {
  readonly sheets: readonly SheetInfo[]
  readonly date1904: boolean
  readonly hasMacros: boolean
}

/** Asked one at a time: the rows of a sheet come in pieces, each asked for. */
export type Ask = { readonly kind: 'open' } | { readonly kind: 'sheet'; readonly index: number } | { readonly kind: 'more' }

export interface WorkerProblem {
  readonly code: ErrorCode
  readonly sheet?: string
  readonly row?: number
  readonly values: ProblemValues
}

export type Reply =
  | { readonly kind: 'workbook'; readonly info: WorkbookInfo }
  | { readonly kind: 'rows'; readonly rows: readonly TableRow[] }
  | { readonly kind: 'end'; readonly merges: readonly MergedRange[]; readonly drawings: number }
  | { readonly kind: 'problem'; readonly problem: WorkerProblem }
