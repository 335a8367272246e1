import type ExcelJS from 'exceljs'
import { clockTime } from '../archive/clock-time.ts'
import { readZip } from '../archive/zip-read.ts'
import { writeZip } from '../archive/zip-write.ts'
import { checkNumber } from '../paper/check-number.ts'
import type { Block, Cell, Column, Paper, Rich, Row, Table, Worksheet } from '../paper/index.ts'
import { dayAndTime } from '../paper/made.ts'
import { plainOf, sayPlain } from '../paper/say.ts'
import { textOf } from '../text/index.ts'
import { footerLeft } from './document.ts'
import { withoutControls } from './plain-text.ts'

const a4 = 9
/** Width of a column of Excel in millimetres of paper, roughly. */
const mmPerUnit = 2.1
const restMm = 62
const face = 'BIZ UDPゴシック'
const thin = { style: 'thin' } as const
const allSides = { top: thin, left: thin, bottom: thin, right: thin }
const longestCell = 32_000

/** The paper as a workbook: its own worksheets, else one made from its tables. Texts stay texts: no cell is ever a formula. */
export async function renderExcel(paper: Paper): Promise<Uint8Array> {
  // NOTE: loaded when a workbook is made, as most papers are none.
  const { default: excel } = await import('exceljs')
  const workbook = new excel.Workbook()
  const made = new Date(paper.frozen.madeAt)
  workbook.creator = 'Mimamori'
  workbook.lastModifiedBy = 'Mimamori'
  workbook.title = paper.title
  workbook.created = made
  workbook.modified = made
  const sheets = paper.worksheets ?? [generalSheet(paper)]
  const names = new Set<string>()
  for (const sheet of sheets) addSheet(workbook, paper, sheet, nameFor(sheet.name, names))
  const bytes = await workbook.xlsx.writeBuffer()
  return await withFixedTimes(new Uint8Array(bytes), paper.frozen.madeAt)
}

/** NOTE: exceljs stamps each part of the file with the time of writing; the same paper must give the same bytes. */
async function withFixedTimes(bytes: Uint8Array, madeAt: string): Promise<Uint8Array> {
  const { files } = await readZip(bytes)
  return await writeZip(files, clockTime(madeAt), { packed: true })
}

function nameFor(wanted: string, taken: Set<string>): string {
  const base =
    wanted
      .replace(/[[\]:*?/\\']/g, ' ')
      .trim()
      .slice(0, 26) || '1'
  let name = base
  for (let n = 2; taken.has(name.toLowerCase()); n++) name = `${base} ${n}`
  taken.add(name.toLowerCase())
  return name
}

function addSheet(workbook: ExcelJS.Workbook, paper: Paper, worksheet: Worksheet, name: string): void {
  const { table } = worksheet
  const sheet = workbook.addWorksheet(name, { properties: { defaultRowHeight: 20 } })
  sheet.columns = table.columns.map((column) => ({ width: (column.width === 'rest' ? restMm : column.width) / mmPerUnit }))
  const last = table.columns.length
  textRow(sheet, worksheet.heading, last, { bold: true, size: 14 })
  for (const line of worksheet.lines) factRow(sheet, line, last)
  const head = headRow(sheet, table.columns)
  for (const row of table.rows) bodyRow(sheet, table.columns, row)
  for (const note of worksheet.notes) textRow(sheet, note, last, { size: 10 })
  setUpPrint(sheet, paper, head)
}

function textRow(sheet: ExcelJS.Worksheet, text: string, columns: number, font: Partial<ExcelJS.Font>): void {
  const row = sheet.addRow([safe(text)])
  row.getCell(1).font = { name: face, ...font }
  row.getCell(1).alignment = { vertical: 'middle', wrapText: true }
  if (columns > 1) sheet.mergeCells(row.number, 1, row.number, columns)
}

const labelColumns = 2

function factRow(sheet: ExcelJS.Worksheet, [label, value]: readonly [string, string], columns: number): void {
  const at = Math.min(labelColumns, columns - 1)
  const row = sheet.addRow([])
  row.getCell(1).value = safe(label)
  row.getCell(at + 1).value = safe(value)
  styleCell(row.getCell(1), { title: '', width: 'rest', names: true })
  styleCell(row.getCell(at + 1), { title: '', width: 'rest' })
  if (at > 1) sheet.mergeCells(row.number, 1, row.number, at)
  if (columns > at + 1) sheet.mergeCells(row.number, at + 1, row.number, columns)
}

function headRow(sheet: ExcelJS.Worksheet, columns: readonly Column[]): number {
  const row = sheet.addRow(columns.map((column) => safe(plainOf(column.title))))
  row.eachCell({ includeEmpty: true }, (cell) => {
    cell.font = { name: face, bold: true, size: 10 }
    cell.border = allSides
    cell.alignment = { vertical: 'middle', horizontal: 'center', wrapText: true }
  })
  return row.number
}

function bodyRow(sheet: ExcelJS.Worksheet, columns: readonly Column[], one: Row): void {
  if (one.kind === 'group') {
    const row = sheet.addRow([safe(plainOf(one.text))])
    sheet.mergeCells(row.number, 1, row.number, columns.length)
    styleCell(row.getCell(1), { title: '', width: 'rest', names: true })
    return
  }
  const row = sheet.addRow(one.cells.map((cell) => safe(plainOf(textIn(cell)))))
  columns.forEach((column, n) => {
    styleCell(row.getCell(n + 1), column)
    if (column.choices) row.getCell(n + 1).dataValidation = { type: 'list', allowBlank: true, formulae: [`"${column.choices.join(',')}"`] }
  })
}

function styleCell(cell: ExcelJS.Cell, column: Column): void {
  cell.font = { name: face, size: 10, bold: column.names ?? false }
  cell.border = allSides
  cell.alignment = { vertical: 'middle', horizontal: column.align ?? 'left', wrapText: true }
  cell.numFmt = '@'
}

function textIn(cell: Rich | Cell): Rich {
  return typeof cell === 'object' && 'text' in cell ? cell.text : cell
}

/** A text that a cell can hold; Excel refuses very long ones. Strings are never read as formulas. */
function safe(text: string): string {
  return withoutControls(text).slice(0, longestCell)
}

/** A4 portrait, one page wide, head row on every page, footer as on the other papers. `&` is doubled: in a footer it commands. */
function setUpPrint(sheet: ExcelJS.Worksheet, paper: Paper, headRowNumber: number): void {
  const t = textOf(paper.lang)
  const number = sayPlain(t.checkNumber, { number: checkNumber(paper) })
  const plain = (text: string) => safe(text).replaceAll('&', '&&')
  const inch = (mm: number) => mm / 25.4
  sheet.pageSetup = {
    paperSize: a4,
    orientation: 'portrait',
    fitToPage: true,
    fitToWidth: 1,
    fitToHeight: 0,
    margins: { left: inch(25), right: inch(14), top: inch(14), bottom: inch(19), header: inch(6), footer: inch(7) },
    printTitlesRow: `${headRowNumber}:${headRowNumber}`,
  }
  sheet.headerFooter.oddFooter = `&L&9${plain(footerLeft(paper))}&C&9${plain(dayAndTime(paper.frozen.madeAt, paper.lang))}  &P/&N&R&9${plain(number)}`
  sheet.views = [{ state: 'frozen', ySplit: headRowNumber }]
}

/** A paper without worksheets of its own: what it says, line by line, and its tables as they are. */
function generalSheet(paper: Paper): Worksheet {
  const columns = Math.max(1, ...tablesIn(paper.blocks).map((table) => table.columns.length))
  const rows = paper.blocks.flatMap((block) => rowsOf(block))
  const table: Table = {
    kind: 'table',
    caption: paper.title,
    columns: Array.from({ length: columns }, (_, n) => ({ title: '', width: n === 0 ? 40 : 30 })),
    rows,
  }
  return { file: paper.kind, name: paper.title, heading: `${paper.facility} ${paper.title}`, lines: [], table, notes: [] }
}

function tablesIn(blocks: readonly Block[]): readonly Table[] {
  return blocks.flatMap((block) => {
    if (block.kind === 'frame') return tablesIn(block.blocks)
    if (block.kind === 'beside') return [...tablesIn(block.left), ...tablesIn(block.right)]
    return block.kind === 'table' ? [block] : []
  })
}

function rowsOf(block: Block): readonly Row[] {
  switch (block.kind) {
    case 'heading':
    case 'title':
      return [{ kind: 'group', text: block.text }]
    case 'paragraph':
    case 'running':
      return [{ kind: 'row', cells: [block.text] }]
    case 'list':
      return block.items.map((item) => ({ kind: 'row', cells: [item] }))
    case 'facts':
      return block.rows.map((fact) => ({ kind: 'row', cells: [fact.label, fact.value] }))
    case 'numbers':
      return block.cards.map((card) => ({ kind: 'row', cells: [card.label, card.value, ...card.notes] }))
    case 'table':
      return [{ kind: 'row', cells: block.columns.map((column) => column.title) }, ...block.rows]
    case 'frame':
      return [...(block.title === undefined ? [] : [{ kind: 'group', text: block.title } as const]), ...block.blocks.flatMap(rowsOf)]
    case 'beside':
      return [...block.left, ...block.right].flatMap(rowsOf)
    case 'writing':
      return [{ kind: 'row', cells: [block.label, ''] }]
    case 'signatures':
      return block.labels.map((label) => ({ kind: 'row', cells: [label, ''] }))
    case 'seals':
    case 'sender':
      return block.lines.map((text) => ({ kind: 'row', cells: [text] }))
    case 'stamp':
      return [{ kind: 'row', cells: [block.text, block.beside] }]
    case 'labels':
      return block.labels.flatMap((one) => (one === 'used' ? [] : [{ kind: 'row', cells: [one.title, ...one.lines, one.foot] }]))
    case 'drawing':
      return [{ kind: 'row', cells: [block.alt] }]
    case 'gap':
    case 'fill':
    case 'page':
    case 'anchor':
      return []
  }
}
