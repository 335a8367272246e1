import { Readable } from 'node:stream'
import { loadCatalogue } from '@mimamori/catalog'
import ExcelJS from 'exceljs'
import { expect, test } from 'vitest'
import { readZip } from '../archive/zip-read.ts'
import { boardPaper } from '../board/model.ts'
import { checklistPaper } from '../checklist/model.ts'
import { hospital } from '../fixture/hospital.ts'
import { inputOf } from '../fixture/input.ts'
import { printedNumbers } from '../fixture/read-paper.ts'
import { checkNumber } from '../paper/check-number.ts'
import { vendorRequestPaper } from '../vendor-request/model.ts'
import { renderExcel } from './excel.ts'

const catalogue = loadCatalogue()
const input = inputOf(catalogue, hospital(catalogue.reference.items))

async function read(bytes: Uint8Array): Promise<ExcelJS.Workbook> {
  const workbook = new ExcelJS.Workbook()
  await workbook.xlsx.read(Readable.from([Buffer.from(bytes)]))
  return workbook
}

function rowsOf(sheet: ExcelJS.Worksheet | undefined): readonly (readonly string[])[] {
  const rows: string[][] = []
  const width = sheet?.columnCount ?? 0
  sheet?.eachRow((row) =>
    rows.push(
      Array.from({ length: width }, (_, n) => row.getCell(n + 1)).map((cell) => (cell.isMerged && cell.master !== cell ? '' : cell.text)),
    ),
  )
  return rows
}

test('the forms as a workbook: one sheet per form, official order and columns, answers and days in cells of their own', async () => {
  const workbook = await read(await renderExcel(checklistPaper(input)))
  expect(workbook.worksheets.map((sheet) => sheet.name)).toEqual(['施設', '事業者1', '事業者2', '事業者3'])
  const rows = rowsOf(workbook.worksheets[0])
  const head = rows.findIndex(([first]) => first === '番号')
  expect(rows[head]).toEqual(['番号', '区分', 'チェック項目', '回答', '確認日(1回目)', '目標日', '2回目の回答', '確認日(2回目)', '備考'])
  expect(rows.slice(head + 1, -1).map(([number]) => number)).toEqual(printedNumbers)
  expect(rows.find(([number]) => number === '2-③')).toEqual([
    '2-③',
    '全般',
    '事業者からMDS/SDSをもらっている',
    'いいえ',
    'R8.9.8',
    'R9.1.29',
    '',
    '',
    '',
  ])
})

test('a workbook prints on A4 with its head row on every page and the check number at the foot', async () => {
  const paper = checklistPaper(input)
  const [sheet] = (await read(await renderExcel(paper))).worksheets
  expect(sheet?.pageSetup).toMatchObject({ paperSize: 9, orientation: 'portrait', fitToWidth: 1, fitToHeight: 0 })
  expect(sheet?.pageSetup.printTitlesRow).toBe('5:5')
  expect(sheet?.headerFooter.oddFooter).toContain(`照合番号 ${checkNumber(paper)}`)
  expect(sheet?.headerFooter.oddFooter).toContain('&P/&N')
})

test('a sheet for a vendor offers its answers and says for whom it is', async () => {
  const workbook = await read(await renderExcel(vendorRequestPaper(input, { way: 'mail' })))
  const [sheet] = workbook.worksheets
  const rows = rowsOf(sheet)
  expect(rows.map(([label, , value]) => [label, value])).toEqual(
    expect.arrayContaining([
      ['版', '令和7年度版'],
      ['様式', '事業者確認用'],
      ['事業者', '例画像株式会社'],
      ['システム', 'PACS'],
      ['年度', '令和8年度'],
      ['回答した人', ''],
    ]),
  )
  const head = rows.findIndex(([first]) => first === '番号') + 1
  expect(sheet?.getCell(head + 1, 4).dataValidation).toMatchObject({
    type: 'list',
    formulae: ['"はい,いいえ,このシステムにはない,施設側の担当と考える"'],
  })
  expect(rows.slice(head, head + 14).map(([number, , , answer]) => [number, answer])).toEqual(
    ['1-①', '2-②', '2-③', '2-④', '2-⑤', '2-⑥', '2-⑦', '2-⑧', '2-⑨', '2-⑩', '2-⑪', '2-⑫', '2-⑫', '2-⑬'].map((number) => [number, '']),
  )
})

test('no cell is a formula, no link leads out, and & in a name does not command the footer', async () => {
  const name = '=cmd|\' /C calc\'!A0 &P&"x" +1 @SUM(1) <b>\u0007'
  const bytes = await renderExcel(checklistPaper(inputOf(catalogue, hospital(catalogue.reference.items, { facility: { name } }))))
  const { files } = await readZip(bytes)
  for (const file of files) {
    const xml = Buffer.from(file.bytes).toString()
    expect(xml).not.toMatch(/<f[ >]/)
    expect(xml).not.toContain('TargetMode="External"')
  }
  expect(files.map((file) => file.path).filter((path) => /vba|externalLink|macro/i.test(path))).toEqual([])
  const [sheet] = (await read(bytes)).worksheets
  expect(rowsOf(sheet).flat()).toContain(name.replace('\u0007', ''))
  expect(sheet?.headerFooter.oddFooter).toContain('&&P&&"x"')
})

test('any other paper becomes a sheet of its lines and tables', async () => {
  const workbook = await read(await renderExcel(boardPaper(input)))
  expect(rowsOf(workbook.worksheets[0]).flat().join('\n')).toContain('13/19')
})

test('the same paper gives the same workbook', async () => {
  const [first, second] = [await renderExcel(checklistPaper(input)), await renderExcel(checklistPaper(input))]
  expect(Buffer.from(second).equals(Buffer.from(first))).toBe(true)
})
