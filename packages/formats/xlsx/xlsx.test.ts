import { open as openFile, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import ExcelJS from 'exceljs'
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { oleFile, rawWorkbook, workbookOf } from '../fixtures/workbooks.ts'
import type { Table } from '../table.ts'
import { openWorkbook } from './open.ts'
import { showsDay } from './styles.ts'
import { readWorkbookTables } from './tables.ts'
import { escapeXlsx, sheetName, writeWorkbook } from './write.ts'
import { unescapeXlsx } from './xml.ts'

async function tableOf(bytes: Uint8Array): Promise<Table> {
  const { tables } = await readWorkbookTables({ name: '台帳.xlsx', bytes })
  const [first] = tables
  if (!first) throw new Error('no table')
  return first
}

function texts(table: Table): unknown[][] {
  return table.rows.map((row) => Array.from(row.cells, (cell) => cell?.text))
}

describe('a workbook', () => {
  test('is read with its rows, merged cells, rich text, truth values and formulas as stored', async () => {
    const bytes = await workbookOf([['令和8年度 台帳'], [], ['番号', '名称', '台数'], ['1', 'サーバ', 3]], (sheet) => {
      sheet.mergeCells('A1:C1')
      sheet.getCell('B5').value = { richText: [{ text: '検査' }, { text: '部門', font: { bold: true } }] }
      sheet.getCell('C5').value = { formula: 'C4+1', result: 4 }
      sheet.getCell('D5').value = true
    })
    const table = await tableOf(bytes)
    expect(table.rows.map((row) => row.row)).toEqual([1, 3, 4, 5])
    expect(texts(table)[3]).toEqual([undefined, '検査部門', '4', 'TRUE'])
    expect(table.rows[3]?.cells[2]).toEqual({ kind: 'number', text: '4', number: 4, formula: 'C4+1' })
    expect(table.merges).toEqual([{ top: 1, bottom: 1, left: 0, right: 2 }])
  })

  test('shows days by the format of their cell, in both date systems, and leaves times as numbers', async () => {
    const rows =
      '<row r="1"><c r="A1" s="1"><v>46346</v></c><c r="B1" s="2"><v>46346.5</v></c><c r="C1" s="3"><v>0.5</v></c><c r="D1" s="0"><v>46346</v></c><c r="E1" s="4"><v>46346</v></c></row>'
    const styles =
      '<numFmts><numFmt numFmtId="176" formatCode="[$-411]ggge&quot;年&quot;m&quot;月&quot;d&quot;日&quot;"/></numFmts><cellXfs><xf numFmtId="0"/><xf numFmtId="14"/><xf numFmtId="176"/><xf numFmtId="20"/><xf numFmtId="57"/></cellXfs>'
    expect(texts(await tableOf(await rawWorkbook({ rows, styles })))).toEqual([['2026-11-20', '2026-11-20', '0.5', '46346', '2026-11-20']])
    const shifted = rows.replaceAll('46346', String(46346 - 1462))
    expect(
      texts(await tableOf(await rawWorkbook({ rows: shifted, styles, workbookPr: '<workbookPr date1904="1"/>' })))[0]?.slice(0, 2),
    ).toEqual(['2026-11-20', '2026-11-20'])
  })

  test('is read without the furigana that Excel keeps beside a word', async () => {
    const sharedStrings =
      '<si><t>見本</t><rPh sb="0" eb="2"><t>ミホン</t></rPh></si><si><r><t>花</t></r><r><t xml:space="preserve"> 子_x000D_</t></r></si>'
    const rows = '<row><c t="s"><v>0</v></c><c t="s"><v>1</v></c><c t="inlineStr"><is><t>手本</t><rPh><t>テホン</t></rPh></is></c></row>'
    expect(texts(await tableOf(await rawWorkbook({ rows, sharedStrings })))).toEqual([['見本', '花 子\r', '手本']])
  })

  test('with a prefix before every name, or rows and cells without references, is read the same', async () => {
    const bytes = await rawWorkbook({
      parts: {
        'xl/worksheets/sheet1.xml':
          '<?xml version="1.0"?><x:worksheet xmlns:x="y"><x:sheetData><x:row><x:c><x:v>1</x:v></x:c><x:c><x:v>2</x:v></x:c></x:row><x:row><x:c><x:v>3</x:v></x:c></x:row></x:sheetData></x:worksheet>',
      },
    })
    expect(texts(await tableOf(bytes))).toEqual([['1', '2'], ['3']])
  })

  test('keeps tags and formulas in text as text', async () => {
    const table = await tableOf(await workbookOf([['<script>alert(1)</script>', '=1+1', '+81']]))
    expect(texts(table)).toEqual([['<script>alert(1)</script>', '=1+1', '+81']])
    expect(table.rows[0]?.cells.every((cell) => cell?.formula === undefined)).toBe(true)
  })

  test('is read row by row: the first ones come before the sheet is through', async () => {
    const bytes = await workbookOf(Array.from({ length: 30_000 }, (_, at) => [at, '電子カルテ端末', '総務課']))
    const workbook = await openWorkbook({ name: '台帳.xlsx', bytes })
    try {
      const rows = workbook.rows(0)
      expect((await rows.next()).value).toMatchObject({ row: 1 })
      await rows.return({ merges: [], drawings: 0 })
      let count = 0
      for await (const row of workbook.rows(0)) count = row.row
      expect(count).toBe(30_000)
    } finally {
      await workbook.close()
    }
  })
})

describe('a file that could do harm', () => {
  test('of 200 MB is refused before a byte is read', async () => {
    const path = join(tmpdir(), `mimamori-${process.pid}.xlsx`)
    const file = await openFile(path, 'w')
    await file.truncate(200 * 1024 * 1024)
    await file.close()
    try {
      await expect(readWorkbookTables(path)).rejects.toMatchObject({
        code: 'file/too-large',
        texts: { ja: expect.stringContaining('200 MB') },
      })
    } finally {
      await rm(path)
    }
  })

  test('that unpacks to more than 300 MB is stopped, whatever it claims', { timeout: 60_000 }, async () => {
    const rows = `<row><c t="inlineStr"><is><t>${'あ'.repeat(20_000_000)}</t></is></c></row>`
    const bytes = await rawWorkbook({ rows })
    expect(bytes.length).toBeLessThan(1024 * 1024)
    const before = process.memoryUsage().rss
    await expect(readWorkbookTables({ name: 'bomb.xlsx', bytes })).rejects.toMatchObject({ code: 'excel/too-compressed' })
    expect(process.memoryUsage().rss - before).toBeLessThan(300 * 1024 * 1024)
  })

  test('that takes too long is ended with its worker', { timeout: 30_000 }, async () => {
    const bytes = await workbookOf(Array.from({ length: 60_000 }, (_, at) => [at, 'あ', 'い', 'う', 'え', 'お', 'か']))
    await expect(readWorkbookTables({ name: '台帳.xlsx', bytes }, { limits: { maxSeconds: 0.4 } })).rejects.toMatchObject({
      code: 'excel/too-slow',
    })
  })

  test('whose texts need more memory than allowed ends its worker alone', { timeout: 60_000 }, async () => {
    const sharedStrings = Array.from({ length: 400_000 }, (_, at) => `<si><t>${at}${'x'.repeat(120)}</t></si>`).join('')
    const bytes = await rawWorkbook({ sharedStrings })
    await expect(readWorkbookTables({ name: '台帳.xlsx', bytes }, { limits: { maxHeapMegabytes: 24 } })).rejects.toMatchObject({
      code: 'excel/too-large-inside',
    })
  })

  test.each([
    ['with a password', () => oleFile('EncryptedPackage'), 'パスワードを外して保存'],
    ['of the old kind', () => oleFile('Workbook'), '.xlsxにしてください'],
    ['that only looks like one', () => new TextEncoder().encode('PK but no more than that'), 'もう一度選んでください'],
  ])('%s has its own message with the way to mend it', async (_, make, mends) => {
    await expect(readWorkbookTables({ name: '台帳.xlsx', bytes: make() })).rejects.toMatchObject({
      action: { ja: expect.stringContaining(mends) },
    })
  })

  test('that is cut anywhere, or changed anywhere, gives a problem or its rows, never a fault of ours', { timeout: 120_000 }, async () => {
    const whole = await workbookOf([
      ['番号', '回答'],
      ['1-①', '○'],
    ])
    await fc.assert(
      fc.asyncProperty(fc.nat({ max: whole.length - 1 }), fc.nat({ max: 255 }), fc.boolean(), async (at, byte, cut) => {
        const bytes = cut ? whole.slice(0, Math.max(1, at)) : whole.with(at, byte)
        const outcome = await readWorkbookTables({ name: '台帳.xlsx', bytes }).then(
          (read) => read.tables.length >= 0,
          (error: unknown) => error instanceof Error && error.name === 'UserError',
        )
        expect(outcome).toBe(true)
      }),
      { numRuns: 40 },
    )
  })
})

describe('a workbook that we write', () => {
  test('is set up for A4 with repeated headings and offers the choices', async () => {
    const bytes = await writeWorkbook(
      [
        {
          name: '確認用[シート]',
          titles: ['題名'],
          columns: [
            { heading: '番号', width: 8 },
            { heading: '回答', width: 10, choices: ['はい', 'いいえ'] },
          ],
          rows: [
            ['2-⑤', undefined],
            ['=1+1', { day: '2026-11-20' }],
          ],
        },
      ],
      { title: '題名' },
    )
    const workbook = new ExcelJS.Workbook()
    await workbook.xlsx.load(bytes.buffer as ArrayBuffer) // the whole buffer is the file
    const [sheet] = workbook.worksheets
    expect(sheet?.name).toBe('確認用 シート')
    expect(sheet?.pageSetup).toMatchObject({ paperSize: 9, orientation: 'portrait', printTitlesRow: '3:3', fitToWidth: 1 })
    expect(sheet?.getCell('B4').dataValidation).toMatchObject({ type: 'list', formulae: ['"はい,いいえ"'] })
    expect(sheet?.getCell('A5').value).toBe('=1+1')
    expect(texts(await tableOf(bytes)).at(-1)).toEqual(['=1+1', '2026-11-20'])
  })

  test('brings back any text', { timeout: 60_000 }, async () => {
    const words = fc.array(
      fc.oneof(fc.string({ unit: 'binary', maxLength: 8 }), fc.constantFrom('_x000D_', 'a\r\nb', '\u0007', ' 前後 ', '<b>')),
      { minLength: 1, maxLength: 20 },
    )
    await fc.assert(
      fc.asyncProperty(words, async (list) => {
        const bytes = await writeWorkbook([{ name: 'a', columns: [{ heading: 'x', width: 5 }], rows: list.map((one) => [one]) }], {
          title: 'a',
        })
        const read = texts(await tableOf(bytes))
          .slice(1)
          .flatMap(([one]) => one ?? [])
        expect(read).toEqual(list.filter((one) => one !== ''))
      }),
      { numRuns: 20 },
    )
  })

  test('names its sheets as Excel allows', () => {
    const taken = new Set<string>()
    expect(['a/b', 'A b', 'x'.repeat(40), '', "'引用'"].map((name) => sheetName(name, taken))).toEqual([
      'a b',
      'A b(2)',
      'x'.repeat(31),
      'Sheet',
      '引用',
    ])
    fc.assert(fc.property(fc.string({ unit: 'binary' }), (text) => unescapeXlsx(escapeXlsx(text)) === text))
  })
})

test('a format shows a day or it does not', () => {
  expect(['yyyy/m/d', '[$-411]ge.m.d', 'm"月"d"日"', 'mmm', 'ggge"年"m"月"d"日"'].map(showsDay)).toEqual([true, true, true, true, true])
  expect(['General', '0.00E+00', 'h:mm:ss', '[h]:mm', 'mm:ss', '#,##0', '"年度"0', '@'].map(showsDay)).toEqual([
    false,
    false,
    false,
    false,
    false,
    false,
    false,
    false,
  ])
})
