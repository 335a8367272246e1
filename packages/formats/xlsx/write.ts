import type ExcelJS from 'exceljs'

/** A cell to write: a text is a text, whatever it begins with; a day is written as a date that Excel can sort. */
export type WrittenCell = string | number | { readonly day: string } | undefined

export interface ColumnLayout {
  readonly heading: string
  /** In characters of half width. */
  readonly width: number
  /** Words offered in the cell; others may be typed all the same. */
  readonly choices?: readonly string[]
  readonly isDay?: boolean
  /** To be filled in: shown by its colour. */
  readonly isForm?: boolean
}

export interface SheetLayout {
  readonly name: string
  /** One line over the whole width. */
  readonly titles?: readonly string[]
  /** Name and value line by line, with a third cell for people. */
  readonly facts?: readonly (readonly (string | undefined)[])[]
  readonly columns: readonly ColumnLayout[]
  readonly rows: readonly (readonly WrittenCell[])[]
  readonly landscape?: boolean
}

const border = { style: 'thin' as const, color: { argb: 'FF7F7D74' } }
const frame = { top: border, left: border, bottom: border, right: border }
const font = { name: 'BIZ UDPゴシック', size: 10 }

/** A workbook that Excel 2016 opens as it is: plain cells, no formula, no macro, no outside link; A4, head row repeated. */
export async function writeWorkbook(
  sheets: readonly SheetLayout[],
  options: { readonly title: string; readonly creator?: string },
): Promise<Uint8Array> {
  // NOTE: loaded when a workbook is written, as most commands write none and should not hold it.
  const { default: excel } = await import('exceljs')
  const workbook = new excel.Workbook()
  workbook.title = options.title
  workbook.creator = options.creator ?? '見守り'
  const taken = new Set<string>()
  for (const sheet of sheets) addSheet(workbook, sheet, sheetName(sheet.name, taken))
  return new Uint8Array(await workbook.xlsx.writeBuffer())
}

function addSheet(workbook: ExcelJS.Workbook, layout: SheetLayout, name: string): void {
  const sheet = workbook.addWorksheet(name)
  layout.columns.forEach((column, at) => {
    sheet.getColumn(at + 1).width = column.width
  })
  for (const title of layout.titles ?? []) addTitle(sheet, title, layout.columns.length)
  for (const fact of layout.facts ?? [])
    addRow(sheet, fact).eachCell((cell) => Object.assign(cell, { font, alignment: { vertical: 'middle' } }))
  if ((layout.titles?.length ?? 0) + (layout.facts?.length ?? 0) > 0) sheet.addRow([])
  const head = addRow(
    sheet,
    layout.columns.map((column) => column.heading),
  )
  head.eachCell((cell) =>
    Object.assign(cell, {
      font: { ...font, bold: true },
      border: frame,
      alignment: { vertical: 'middle', wrapText: true },
      fill: solid('FFEFEDE6'),
    }),
  )
  for (const row of layout.rows) styleRow(addRow(sheet, row), layout.columns)
  sheet.views = [{ state: 'frozen', ySplit: head.number }]
  setPaper(sheet, layout, head.number)
}

function addTitle(sheet: ExcelJS.Worksheet, title: string, width: number): void {
  const row = addRow(sheet, [title])
  if (width > 1) sheet.mergeCells(row.number, 1, row.number, width)
  Object.assign(row.getCell(1), {
    font: { ...font, size: 14, bold: true },
    alignment: { horizontal: 'center', vertical: 'middle', wrapText: true },
  })
  row.height = 24
}

function addRow(sheet: ExcelJS.Worksheet, cells: readonly WrittenCell[]): ExcelJS.Row {
  const row = sheet.addRow([])
  cells.forEach((cell, at) => {
    if (cell !== undefined)
      row.getCell(at + 1).value =
        typeof cell === 'object' ? new Date(`${cell.day}T00:00:00Z`) : typeof cell === 'number' ? cell : escapeXlsx(cell)
  })
  return row
}

function styleRow(row: ExcelJS.Row, columns: readonly ColumnLayout[]): void {
  columns.forEach((column, at) => {
    const cell = row.getCell(at + 1)
    Object.assign(cell, { font, border: frame, alignment: { vertical: 'middle', wrapText: true } })
    if (column.isForm) cell.fill = solid('FFFFFBEF')
    if (column.isDay || cell.value instanceof Date) cell.numFmt = '[$-411]ge.m.d'
    if (column.choices)
      cell.dataValidation = { type: 'list', allowBlank: true, showErrorMessage: false, formulae: [`"${column.choices.join(',')}"`] }
  })
}

function solid(argb: string): ExcelJS.FillPattern {
  return { type: 'pattern', pattern: 'solid', fgColor: { argb } }
}

/** A4 with a margin of 25 mm for binding; lengths of a page are in inches. */
function setPaper(sheet: ExcelJS.Worksheet, layout: SheetLayout, headRow: number): void {
  sheet.pageSetup = {
    paperSize: 9,
    orientation: layout.landscape ? 'landscape' : 'portrait',
    fitToPage: true,
    fitToWidth: 1,
    fitToHeight: 0,
    margins: { left: 0.98, right: 0.55, top: 0.55, bottom: 0.6, header: 0.3, footer: 0.3 },
    printTitlesRow: `${headRow}:${headRow}`,
  }
  sheet.headerFooter = { oddFooter: '&L&A&R&P/&N' }
}

/** Characters that XML cannot hold, and what looks like their escape, in the way Excel writes them. */
export function escapeXlsx(text: string): string {
  const escaped = text.replace(/_x[0-9A-Fa-f]{4}_/g, (match) => `_x005F${match}`)
  return [...escaped]
    .map((char) => (isForbiddenInXml(char) ? `_x${char.charCodeAt(0).toString(16).toUpperCase().padStart(4, '0')}_` : char))
    .join('')
}

function isForbiddenInXml(char: string): boolean {
  return (char < ' ' && char !== '\n' && char !== '\t') || char === '\ufffe' || char === '\uffff'
}

/** A name that Excel allows: 31 characters, none of []:*?/\, and no two alike. */
export function sheetName(wanted: string, taken: Set<string>): string {
  const plain =
    wanted
      .replace(/[[\]:*?/\\\p{Cc}]/gu, ' ')
      .replace(/^'+|'+$/g, '')
      .trim() || 'Sheet'
  let name = [...plain].slice(0, 31).join('')
  for (let number = 2; taken.has(name.toLowerCase()); number++) name = `${[...plain].slice(0, 27).join('')}(${number})`
  taken.add(name.toLowerCase())
  return name
}
