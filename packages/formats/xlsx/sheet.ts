import { dayOfSerial } from '../serial.ts'
import { type Cell, columnOfReference, type MergedRange, type TableRow } from '../table.ts'
import type { XlsxLimits } from './limits.ts'
import { type TextCollector, textCollector } from './shared-strings.ts'
import { Stop } from './stop.ts'
import type { SheetPart } from './workbook.ts'
import { readRelations } from './workbook.ts'
import { type Attributes, type Handlers, readXml, unescapeXlsx, xmlSteps } from './xml.ts'
import type { Package } from './zip.ts'

export interface SheetContext {
  readonly strings: readonly string[]
  readonly dateStyles: readonly boolean[]
  readonly date1904: boolean
  readonly limits: XlsxLimits
  /** Over all sheets of the workbook. */
  readonly counted: { rows: number; cells: number }
}

export interface SheetEnd {
  readonly merges: readonly MergedRange[]
  readonly drawings: number
}

const rowsAtOnce = 500

/** The rows of a sheet in pieces, at last its merged cells and the number of shapes drawn on it. */
export async function* readSheet(file: Package, sheet: SheetPart, context: SheetContext): AsyncGenerator<readonly TableRow[], SheetEnd> {
  const state = startOf(sheet, context)
  const handlers: Handlers = {
    open: (name, attributes) => openTag(state, name, attributes),
    text: (text) => addText(state, text),
    close: (name) => closeTag(state, name),
  }
  for await (const _ of xmlSteps(file, sheet.part, handlers)) if (state.rows.length >= rowsAtOnce) yield state.rows.splice(0)
  if (state.rows.length > 0) yield state.rows.splice(0)
  return { merges: state.merges, drawings: state.hasDrawing ? await countShapes(file, sheet.part) : 0 }
}

interface OpenCell {
  readonly column: number
  readonly attributes: Attributes
  value: string | undefined
  formula: string | undefined
  inline: string | undefined
}

/** Where in the sheet the reader stands, and what it has found so far. */
interface State {
  readonly sheet: SheetPart
  readonly context: SheetContext
  readonly inline: TextCollector
  readonly rows: TableRow[]
  readonly merges: MergedRange[]
  hasDrawing: boolean
  row: { readonly row: number; readonly cells: Cell[] } | undefined
  lastRow: number
  lastColumn: number
  cell: OpenCell | undefined
  /** The element whose text is being read. */
  target: 'value' | 'formula' | undefined
}

function startOf(sheet: SheetPart, context: SheetContext): State {
  const nothing = { row: undefined, cell: undefined, target: undefined, lastRow: 0, lastColumn: -1, hasDrawing: false }
  return { sheet, context, inline: textCollector(), rows: [], merges: [], ...nothing }
}

function openTag(state: State, name: string, attributes: Attributes): void {
  if (name === 'row') openRow(state, attributes)
  else if (name === 'c') openCell(state, attributes)
  else if (state.cell) openInCell(state, state.cell, name)
  else if (name === 'mergeCell') addMerge(state.merges, attributes.ref ?? '')
  else if (name === 'drawing' || name === 'legacyDrawing') state.hasDrawing = true
}

function openRow(state: State, attributes: Attributes): void {
  state.lastRow = Number(attributes.r ?? state.lastRow + 1)
  state.lastColumn = -1
  if (!Number.isInteger(state.lastRow) || state.lastRow < 1) throw damaged(state)
  state.row = { row: state.lastRow, cells: [] }
  countRow(state.sheet, state.context)
}

function openCell(state: State, attributes: Attributes): void {
  state.lastColumn = attributes.r === undefined ? state.lastColumn + 1 : columnOfReference(attributes.r)
  if (!(state.lastColumn >= 0 && state.lastColumn < 16_384)) throw damaged(state)
  state.cell = { column: state.lastColumn, attributes, value: undefined, formula: undefined, inline: undefined }
}

function damaged({ sheet }: State): Stop {
  return new Stop({ code: 'excel/damaged', values: { part: sheet.part } })
}

function openInCell(state: State, cell: OpenCell, name: string): void {
  if (name === 'v' || name === 'f') {
    state.target = name === 'v' ? 'value' : 'formula'
    cell[state.target] = ''
  } else if (name === 'is') state.inline.start()
  state.inline.open(name)
}

function addText({ cell, target, inline }: State, text: string): void {
  if (cell && target) cell[target] += text
  else if (cell) inline.text(text)
}

function closeTag(state: State, name: string): void {
  const { cell, row } = state
  if (cell) state.inline.close(name)
  if (name === 'v' || name === 'f') state.target = undefined
  else if (name === 'is' && cell) cell.inline = state.inline.take()
  else if (name === 'c') closeCell(state)
  else if (name === 'row' && row) {
    state.rows.push(row)
    state.row = undefined
  }
}

function closeCell(state: State): void {
  const { cell, row, sheet, context } = state
  const made = cell && cellOf(cell, context)
  if (cell && made && row) {
    row.cells[cell.column] = made
    countCell(sheet, context)
  }
  state.cell = undefined
}

function countRow(sheet: SheetPart, { counted, limits }: SheetContext): void {
  counted.rows++
  if (counted.rows > limits.maxRows) throw new Stop({ code: 'excel/too-many-rows', sheet: sheet.name, values: { limit: limits.maxRows } })
}

function countCell(sheet: SheetPart, { counted, limits }: SheetContext): void {
  counted.cells++
  if (counted.cells > limits.maxCells)
    throw new Stop({ code: 'excel/too-many-cells', sheet: sheet.name, values: { limit: limits.maxCells } })
}

function addMerge(merges: MergedRange[], ref: string): void {
  const [, first, top, last, bottom] = /^\$?([A-Z]+)\$?(\d+):\$?([A-Z]+)\$?(\d+)$/.exec(ref) ?? []
  if (first === undefined || last === undefined || merges.length >= 50_000) return
  merges.push({ top: Number(top), bottom: Number(bottom), left: columnOfReference(first), right: columnOfReference(last) })
}

function cellOf({ attributes, value, formula, inline }: OpenCell, context: SheetContext): Cell | undefined {
  const plain = plainCell(attributes, value, inline, context)
  if (formula === undefined) return plain
  if (plain) return { ...plain, formula: formula || '=' }
  return attributes.t === 'str' && value !== undefined ? undefined : { kind: 'text', text: '', formula: formula || '=', noValue: true }
}

function plainCell(attributes: Attributes, value: string | undefined, inline: string | undefined, context: SheetContext): Cell | undefined {
  if (attributes.t === 'inlineStr') return inline ? { kind: 'text', text: inline } : undefined
  if (value === undefined || value === '') return undefined
  switch (attributes.t) {
    case 's': {
      const text = context.strings[Number(value)] ?? ''
      return text === '' ? undefined : { kind: 'text', text }
    }
    case 'str':
      return { kind: 'text', text: unescapeXlsx(value) }
    case 'b':
      return { kind: 'boolean', text: value === '1' ? 'TRUE' : 'FALSE' }
    case 'e':
      return { kind: 'error', text: value }
    case 'd':
      return { kind: 'date', text: value.slice(0, 10) }
    default:
      return numberCell(value, context.dateStyles[Number(attributes.s ?? 0)] ?? false, context.date1904)
  }
}

function numberCell(value: string, isDate: boolean, date1904: boolean): Cell {
  const number = Number(value)
  const day = isDate ? dayOfSerial(number, date1904) : undefined
  if (day !== undefined) return { kind: 'date', text: day, number }
  return { kind: 'number', text: /^-?\d+$/.test(value) ? value : String(number), number }
}

/** Shapes, not pictures: a circle drawn around an answer is one. */
async function countShapes(file: Package, part: string): Promise<number> {
  let count = 0
  for (const { type, target } of (await readRelations(file, part)).values()) {
    if (!type.endsWith('/drawing') || !file.names.includes(target)) continue
    await readXml(file, target, {
      open: (name) => {
        if (name === 'sp') count++
      },
    })
  }
  return count
}
