import { bytesKept } from '@mimamori/testing/memory'
import fc from 'fast-check'
import iconv from 'iconv-lite'
import { describe, expect, test } from 'vitest'
import { byteSource } from './bytes.ts'
import { readCsvTable, unescapedCell } from './csv.ts'
import { csvText, escapedCell, writeCsv } from './csv-write.ts'
import { decoded, detectEncoding, isMojibake, outsideCp932 } from './encoding.ts'

async function detected(bytes: Uint8Array) {
  return detectEncoding(await byteSource({ name: 'a.csv', bytes }, { maxBytes: 1e8 }))
}

const list = '番号,設問,会社\r\n2-⑤,髙﨑さんのID,㈱例システム\r\n1,ｼｽﾃﾑ,～\r\n'

describe('the encoding of a file', () => {
  test.each([
    ['utf-8', 'utf-8', true],
    ['utf-8', 'utf-8', false],
    ['cp932', 'cp932', false],
    ['utf-16le', 'utf-16le', true],
    ['utf-16le', 'utf-16le', false],
    ['utf-16be', 'utf-16be', true],
    ['utf-16be', 'utf-16be', false],
  ] as const)('%s is found out and read with 髙 﨑 ① ㈱', async (written, found, addBOM) => {
    const bytes = iconv.encode(list, written, { addBOM })
    expect(await detected(bytes)).toMatchObject({ kind: 'encoding', encoding: found })
    let text = ''
    for await (const part of decoded(await byteSource({ name: 'a.csv', bytes }, { maxBytes: 1e8 }), found)) text += part
    expect(text).toBe(list)
  })

  test('is found out when the first Japanese letter comes late', async () => {
    const late = `${'a,b,c\r\n'.repeat(100_000)}終,わ,り\r\n`
    expect(await detected(iconv.encode(late, 'cp932'))).toMatchObject({ encoding: 'cp932' })
    expect(await detected(iconv.encode(late, 'utf-8'))).toMatchObject({ encoding: 'utf-8' })
  })

  test('is asked about, with three lines of preview, when the text is garbled', async () => {
    const garbled = iconv.decode(iconv.encode(list, 'utf-8'), 'cp932')
    expect(isMojibake(garbled)).toBe(true)
    const saved = await detected(iconv.encode(garbled, 'utf-8'))
    expect(saved.kind).toBe('garbled')
    const eucJp = await detected(iconv.encode('番号,設問\nあいうえお,かきくけこ\n', 'euc-jp'))
    expect(eucJp).toMatchObject({
      kind: 'garbled',
      tries: [{ encoding: 'euc-jp', preview: ['番号,設問', 'あいうえお,かきくけこ', ''] }, {}, {}],
    })
    expect(isMojibake(list)).toBe(false)
  })

  test('that a person chose is taken', async () => {
    const bytes = iconv.encode('番号,設問\n', 'euc-jp')
    const table = await readCsvTable({ name: 'a.csv', bytes }, { encoding: 'euc-jp' })
    expect(table.rows[0]?.cells.map((cell) => cell?.text)).toEqual(['番号', '設問'])
  })
})

describe('a CSV file', () => {
  test('gives back any cells, formulas made harmless on the way', async () => {
    const cell = fc.option(
      fc.oneof(
        fc.string({ unit: 'binary', maxLength: 6 }),
        fc.constantFrom('=1+1', '+81', '-', '@x', '\tx', "'=", "'", ' ', '', '\r', 'a\r\nb', '"', ','),
      ),
      { nil: undefined },
    )
    const rows = fc.array(fc.array(cell, { minLength: 2, maxLength: 4 }), { minLength: 1, maxLength: 5 })
    await fc.assert(
      fc.asyncProperty(rows, async (written) => {
        const file = writeCsv(written, { encoding: 'utf-8', file: 'a.csv' })
        if (file.kind !== 'written') throw new Error('UTF-8 holds every character')
        const table = await readCsvTable({ name: 'a.csv', bytes: file.bytes }, { encoding: 'utf-8' })
        const width = Math.max(...written.map((row) => row.length))
        const padded = (row: readonly (string | undefined)[]) => Array.from({ length: width }, (_, at) => row[at])
        expect(table.rows.map((row) => padded(row.cells.map((one) => one && unescapedCell(one))))).toEqual(written.map(padded))
      }),
    )
  })

  test('never begins a cell with what Excel would run', () => {
    fc.assert(fc.property(fc.string({ unit: 'binary' }), (text) => !/^[=+\-@\t\r]/.test(escapedCell(text))))
    expect(csvText([['=cmd|x', '-1', '@a']])).toBe("'=cmd|x,'-1,'@a\r\n")
  })

  test('in Shift_JIS names every character that it cannot hold, with row and column, instead of losing it', () => {
    const written = writeCsv(
      [
        ['番号', '備考'],
        ['1', '吉𠮷'],
        ['2', '1〜2 é'],
      ],
      { encoding: 'cp932', file: '回答.csv' },
    )
    expect(written).toMatchObject({
      kind: 'outside',
      problems: [
        { place: { row: 2, column: 'B' } },
        { place: { row: 3, column: 'B' }, action: { ja: expect.stringContaining('～') } },
        { place: { row: 3, column: 'B' } },
      ],
    })
    expect(writeCsv([['髙﨑①㈱ｱ']], { encoding: 'cp932', file: 'a.csv' })).toEqual({
      kind: 'written',
      bytes: Buffer.from([0xfb, 0xfc, 0xfa, 0xb1, 0x87, 0x40, 0x87, 0x8a, 0xb1, 0x0d, 0x0a]),
    })
  })

  test('in Shift_JIS gives back what it wrote', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme', maxLength: 5 }), (text) => {
        const isInside = outsideCp932(text).length === 0
        return !isInside || iconv.decode(iconv.encode(text, 'cp932'), 'cp932') === text
      }),
    )
  })

  test('is read with tabs or semicolons, and its rows are counted as Excel counts them', async () => {
    const read = async (text: string) =>
      (await readCsvTable({ name: 'a.csv', bytes: Buffer.from(text) })).rows.map(({ row, cells }) => [
        row,
        ...cells.map((cell) => cell?.text),
      ])
    expect(await read('a\tb\n\n"x\ny"\tz\n')).toEqual([
      [1, 'a', 'b'],
      [2, undefined],
      [3, 'x\ny', 'z'],
    ])
    expect(await read('a;b\n1;"2;3"\n')).toEqual([
      [1, 'a', 'b'],
      [2, '1', '2;3'],
    ])
  })

  test('of 100,000 rows is read with little memory', { timeout: 30_000 }, async () => {
    const { openCsv } = await import('./csv.ts')
    const bytes = Buffer.from('電子カルテ端末,総務課,3階サーバ室,192.168.1.10,Windows 11\r\n'.repeat(100_000))
    const { rows } = await openCsv({ name: 'a.csv', bytes })
    const before = bytesKept()
    let count = 0
    let most = 0
    for await (const row of rows) {
      count = row.row
      if (count % 20_000 === 0) most = Math.max(most, bytesKept() - before)
    }
    expect(count).toBe(100_000)
    // NOTE: a row held for good is about 1 kB, so holding all of them would be 100 MB.
    expect(most).toBeLessThan(20_000_000)
  })
})
