import { readFile } from 'node:fs/promises'
import { fileURLToPath } from 'node:url'
import { loadCatalogue } from '@mimamori/catalog'
import { applyChanges, byId, date, entityId, having, type Picture, type SheetId } from '@mimamori/domain'
import { beforeAll, describe, expect, test } from 'vitest'
import { filled, officialForm, r7Facility } from '../fixtures/official-form.ts'
import { readFolder } from '../folder/read.ts'
import { readChecklistFile } from './read.ts'
import { toChanges } from './to-changes.ts'
import type { ChecklistRead } from './types.ts'
import { writeVendorSheet } from './write.ts'

const { items } = loadCatalogue().reference
const hospital = fileURLToPath(new URL('../../../examples/hospital-180beds', import.meta.url))
const gazo = entityId<SheetId>('sh:2026.r7.rei-gazo.images')
let picture: Picture

beforeAll(async () => {
  picture = (await readFolder(hospital, { asOf: date('2026-11-20') })).picture
})

function expected(id: SheetId) {
  const sheet = byId(picture.slices.sheets, id)
  if (!sheet) throw new Error(id)
  return { sheet, vendorName: '例画像株式会社', systemName: '画像' }
}

function answersOf(read: ChecklistRead): Record<string, string | undefined> {
  return Object.fromEntries(read.answers.map(({ item, part, fields }) => [part ? `${item.number} ${part}` : item.number, fields.answer]))
}

function csv(text: string, name = '回答.csv') {
  return { name, bytes: Buffer.from(text) }
}

describe('a sheet sent to a vendor', () => {
  test.each(['xlsx', 'csv'] as const)('comes back as %s and turns the silent vendor into one that answered', async (format) => {
    const file = await writeVendorSheet({ picture, sheet: gazo, items, format })
    expect(file.fileName).toMatch(/^[\x20-\x7e]+$/)
    const read = await readChecklistFile({ name: file.fileName, bytes: file.bytes }, { items, expect: expected(gazo) })
    expect(read.layout).toBe('own')
    expect(read.header).toMatchObject({ edition: 'r7', audience: 'vendor', fiscalYear: 2026, sheetId: gazo })
    expect(read.problems).toEqual([])
    expect(answersOf(read)).toMatchObject({ '2-④': 'not-applicable', '2-⑤': undefined })
  })

  test('gives changes that apply, and none the second time', async () => {
    const text = `見守り 確認用シート,1\r\n版,r7\r\n事業者,例画像(株)\r\n回答した人,仮里 良子\r\n届いた日,令和8年11月20日\r\n\r\n番号,回答,確認日,備考\r\n1-①,○,R8.11.19,\r\n2-⑤,×,R8.11.19,調べています\r\n`
    const read = await readChecklistFile(csv(text), { items, expect: expected(gazo) })
    const changes = toChanges(read, picture, { sheet: gazo })
    const done = applyChanges(picture, changes)
    if (done.kind !== 'applied') throw new Error(done.why)
    expect(byId(done.picture.slices.sheets, gazo)).toMatchObject({ returnedOn: '2026-11-20', replyBy: 'file', answeredBy: '仮里 良子' })
    expect(having(done.picture.slices.answers, 'sheet', gazo).find((answer) => answer.item === 'r7:2-05')).toMatchObject({
      answer: 'no',
      checkedOn: '2026-11-19',
      note: '調べています',
    })
    expect(toChanges(read, done.picture, { sheet: gazo })).toEqual([])
  })
})

describe('the official form', () => {
  test('is read with circles, words and marks, days in the fiscal year of the form, and a row printed twice', async () => {
    const rows = filled(r7Facility, {
      0: { first: '○はい・いいえ', firstDay: '(9/1)' },
      1: { first: 'はい', firstDay: 'R8.9.1' },
      4: { first: 'はい・○いいえ', firstDay: '9/8', target: '(1/29)' },
      6: { first: '(はい)・いいえ', firstDay: new Date(Date.UTC(2026, 9, 2)) },
      13: { first: '○', firstDay: '10/5' },
      14: { first: '×', firstDay: '10/5', target: '12/25' },
    })
    const bytes = await officialForm({ rows })
    const own = picture.slices.sheets.find((sheet) => sheet.audience === 'facility')
    const read = await readChecklistFile({ name: '様式.xlsx', bytes }, { items, ...(own && { expect: { sheet: own } }) })
    expect(read.layout).toBe('official')
    expect(answersOf(read)).toMatchObject({
      '0': 'yes',
      '1-①': 'yes',
      '2-③': 'no',
      '2-⑤': 'yes',
      '2-⑫ server': 'yes',
      '2-⑫ client-pc': 'no',
      '2-⑥': undefined,
    })
    expect(read.answers.find(({ item }) => item.number === '2-③')?.fields).toMatchObject({
      checkedOn: '2026-09-08',
      targetOn: '2027-01-29',
    })
    expect(read.answers.find(({ item }) => item.number === '2-⑤')?.fields).toMatchObject({ checkedOn: '2026-10-02' })
    expect(read.problems.map(({ code, message }) => [code, message.en])).toEqual([
      ['value/year-from-form', '6 dates have no year. They were read as days of fiscal 2026 (April to March).'],
    ])
    expect(read.readRows).toBe(20)
  })

  test('is read when the number stands at the head of the question', async () => {
    const bytes = await officialForm({ numberInText: true, rows: filled(r7Facility, { 2: { first: 'はい', firstDay: '9/1' } }) })
    const read = await readChecklistFile({ name: '様式.xlsx', bytes }, { items })
    expect(answersOf(read)['2-①']).toBe('yes')
    expect(read.problems.map((problem) => problem.code)).toEqual(['value/ambiguous-date'])
  })

  test('of a year whose items are not loaded is refused by name', async () => {
    const bytes = await officialForm({ year: '令和8年度', form: '医療機関・薬局確認用' })
    await expect(readChecklistFile({ name: '様式.xlsx', bytes }, { items })).rejects.toMatchObject({
      code: 'checklist/unknown-edition',
      texts: { ja: expect.stringContaining('令和8年度版') },
    })
  })
})

describe("an office's own table", () => {
  test('with headings in row 4, sections between the rows and 和暦 is read', async () => {
    const bytes = await readFile(`${hospital}/checklist/facility.xlsx`)
    const read = await readChecklistFile({ name: 'facility.xlsx', bytes }, { items })
    expect(read.layout).toBe('table')
    expect(answersOf(read)).toMatchObject({ '0': 'yes', '2-③': 'no', '2-⑤': undefined, '3-①': 'yes' })
    expect(read.problems).toEqual([])
  })

  test('gives what was right and names what was not', async () => {
    const text = [
      '令和7年度版 医療機関確認用',
      '年度,令和8年度',
      '番号,回答,確認日(1回目),担当課',
      '1-①,済,8/9/1,総務',
      '2-①,△,R8.13.1,',
      '2-②,はい,R8.9.1,',
      '2-②,いいえ,R8.9.2,',
      '9-①,はい,,',
      '2-⑤,<b>はい</b>,,',
    ].join('\n')
    const read = await readChecklistFile(csv(text), { items })
    expect(answersOf(read)).toEqual({ '1-①': 'yes', '2-①': undefined, '2-⑤': undefined })
    expect(read.problems.map((problem) => [problem.code, problem.place.row])).toEqual([
      ['value/ambiguous-date', 4],
      ['value/unread-mark', 5],
      ['value/not-a-date', 5],
      ['checklist/unknown-item', 8],
      ['value/unread-mark', 9],
      ['checklist/two-answers', 7],
      ['checklist/missing-items', undefined],
    ])
    expect(read.kept).toEqual(['担当課'])
    expect(read.answers[0]?.fields.extra).toEqual({ 担当課: '総務' })
  })

  test('of another vendor is refused', async () => {
    const text = '見守り 確認用シート,1\n版,r7\n事業者,例検査株式会社\n\n番号,回答\n1-①,○\n'
    await expect(readChecklistFile(csv(text), { items, expect: expected(gazo) })).rejects.toMatchObject({ code: 'checklist/other-sheet' })
  })

  test('on several sheets, one per department, is read as one, and a difference between them is shown', async () => {
    const ExcelJS = (await import('exceljs')).default
    const workbook = new ExcelJS.Workbook()
    const head = ['番号', '設問', '回答', '確認日']
    workbook
      .addWorksheet('総務課')
      .addRows([
        ['令和7年度版 医療機関確認用'],
        ['年度', '令和8年度'],
        [],
        head,
        ['1-①', '責任者', '○', 'R8.9.1'],
        ['2-⑤', 'ID', '○', 'R8.9.2'],
      ])
    workbook
      .addWorksheet('医事課')
      .addRows([['医事課の分'], head, ['2-⑤', 'ID', '×', 'R8.9.3'], ['2-⑥', '更新', { formula: '"○"', result: '○' }, 'R8.9.3']])
    workbook.addWorksheet('凡例').addRows([['○ できている'], ['× できていない']])
    const read = await readChecklistFile({ name: '部署別.xlsx', bytes: new Uint8Array(await workbook.xlsx.writeBuffer()) }, { items })
    expect(answersOf(read)).toEqual({ '1-①': 'yes', '2-⑥': 'yes' })
    const [conflict] = read.problems.filter((problem) => problem.code === 'checklist/two-answers')
    expect(conflict?.message.ja).toBe(
      '2-⑤に答えが2つあります。「総務課」シート6行は「はい」、「医事課」シート3行は「いいえ」です。どちらも取り込んでいません。',
    )
  })

  test('in which Excel made a day of 2-5 is read all the same', async () => {
    const ExcelJS = (await import('exceljs')).default
    const workbook = new ExcelJS.Workbook()
    const sheet = workbook.addWorksheet('令和7年度版 医療機関確認用')
    sheet.addRows([['令和7年度版 医療機関確認用'], ['番号', '回答'], [new Date(Date.UTC(2026, 1, 5)), '○']])
    sheet.getCell('A3').numFmt = 'm"月"d"日"'
    const read = await readChecklistFile({ name: 'a.xlsx', bytes: new Uint8Array(await workbook.xlsx.writeBuffer()) }, { items })
    expect(answersOf(read)).toEqual({ '2-⑤': 'yes' })
  })
})
