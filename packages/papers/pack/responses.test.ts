import { loadCatalogue } from '@mimamori/catalog'
import { date } from '@mimamori/domain'
import ExcelJS from 'exceljs'
import { afterAll, expect, test } from 'vitest'
import { packZip } from '../archive/pack-zip.ts'
import { readZip } from '../archive/zip-read.ts'
import { inputOf } from '../fixture/input.ts'
import { cellsOf } from '../fixture/read-paper.ts'
import { gate, hospitalWith, readingHash, response, statementHash, steps, weakHospital, weakness } from '../fixture/weak-hospital.ts'
import { closeCompiler } from '../render/index.ts'
import { packPaper } from './model.ts'

afterAll(closeCompiler)

const catalogue = loadCatalogue()
const { items } = catalogue.reference
const input = inputOf(catalogue, weakHospital(items))
const part = '脆弱性への対応の記録'

function textOf(paper = packPaper(input)): string {
  return JSON.stringify(paper.blocks)
}

test('the pack that stays in the house has a part for it, with each step, who and when', () => {
  const paper = packPaper(input)
  expect(cellsOf(paper, '内容').map((cells) => cells[1])).toContain(part)
  expect(cellsOf(paper, '1. 予備ゲートの更新')).toEqual([
    ['R8.11.2', '当院\n見本 花子', '事業者に知らせた', '電話', ''],
    ['R8.11.9', '例システム株式会社\n見本 花子', '実施した', '版 7.2.12', ''],
    ['R8.11.12', '当院\n見本 花子', '直ったことを確かめた', '版 7.2.12', '4'],
  ])
})

test('what is proven shows the versions before and after, and the fingerprint of what proves it', () => {
  const groups = (hash: string) => hash.replace(/(.{8})(?=.)/g, '$1 ')
  const text = textOf()
  for (const told of [
    '令和8年11月12日の署名のある書面によります(根拠資料 4)。',
    groups(statementHash),
    '令和8年11月18日に読み取った版で、弱点に当てはまらないことを確かめました。',
    '読み取った記録:console-2026-11-18.txt(R8.11.18)',
    groups(readingHash),
  ])
    expect(text).toContain(told)
  const facts = packPaper(input).blocks.flatMap((block) => (block.kind === 'facts' ? block.rows : []))
  const values = (label: string) => facts.filter((one) => one.label === label).map((one) => one.value)
  expect(values('対応前の版')).toEqual(['7.2.4', '7.2.4', '7.2.4', '7.2.4'])
  expect(values('対応後の版')).toEqual(['7.2.12', '7.2.12'])
})

test('a name under the work without a file is told as that, and not as a document', () => {
  const one = response(1)
  const text = textOf(
    packPaper(
      inputOf(
        catalogue,
        hospitalWith(items, {
          assets: [gate(1, 'v:1')],
          matches: [weakness(1)],
          responses: [one],
          responseSteps: steps(one, { kind: 'told' }, { kind: 'done', side: 'vendor', version: '7.2.12', signedBy: '担当 太郎' }),
        }),
      ),
    ),
  )
  expect(text).toContain('令和8年11月7日に、担当 太郎が版 7.2.12 になったと名前を添えて述べました。裏付けのファイルはありません。')
  expect(text).not.toContain('署名のある書面')
})

test('what is open says why', () => {
  expect(textOf()).toContain('まだできません(更新で不具合が出るのが心配)。')
  expect(textOf()).toContain('作業の日は令和8年11月28日です。')
})

test('a workaround whose day has passed is open again, and so is one that covers not all that is known now', () => {
  const ended = response(1)
  const until = { kind: 'workaround', note: '回線を止めました', on: date('2026-11-08') } as const
  const of = (day: string, more: readonly object[] = []) =>
    textOf(
      packPaper(
        inputOf(
          catalogue,
          hospitalWith(items, {
            assets: [gate(1, 'v:1')],
            matches: [weakness(1), ...more],
            responses: [ended],
            responseSteps: steps(ended, { ...until, until: date(day) }),
          }),
        ),
      ),
    )
  expect(of('2026-11-10')).toContain('令和8年11月10日で期限が過ぎました。決め直しが要ります。')
  expect(of('2026-12-31')).not.toContain('残っているわけ')
  expect(of('2026-12-31', [weakness(2, { foundOn: date('2026-11-15') })])).toContain('手当てのあとで、新しい弱点が見つかりました。')
})

test('a weakness that nobody has been asked to close stands in it, and without any of it the part is not there', () => {
  const waiting = packPaper(inputOf(catalogue, hospitalWith(items, { assets: [gate(1, 'v:1')], matches: [weakness(1)] })))
  expect(cellsOf(waiting, 'まだ対応を始めていないもの')).toEqual([
    ['保守用ゲート1', 'FortiGate-40F 7.2.4', 'R8.11.8', '例システム株式会社', '更新の受け持ちは、機器の台帳に書いてあります。'],
  ])
  expect(textOf(packPaper(inputOf(catalogue, hospitalWith(items, {}))))).not.toContain(part)
})

test('the copy to be handed over has none of it', () => {
  const paper = packPaper({ ...input, copy: 'hand-over' })
  for (const inside of [part, '保守用ゲート1', '7.2.4', 'CVE-2099', '予備ゲートの更新', readingHash.slice(0, 8)])
    expect(JSON.stringify(paper)).not.toContain(inside)
})

test('the ZIP has the record as a workbook that programs read, one row for each step', async () => {
  const { files } = await readZip((await packZip(input)).bytes)
  const file = files.find(({ path }) => path === 'forms/responses.xlsx')
  const workbook = new ExcelJS.Workbook()
  await workbook.xlsx.load(Uint8Array.from(file?.bytes ?? []).buffer)
  const sheet = workbook.worksheets[0]
  const head = sheet?.getColumn(1).values.indexOf('番号') ?? 0
  expect(sheet?.getRow(head).getCell(2).value).toBe('件名')
  const titles = sheet?.getColumn(2).values.slice(head + 1)
  expect(titles?.filter((title) => title === '予備ゲートの更新')).toHaveLength(3)
  const handed = await readZip((await packZip({ ...input, copy: 'hand-over' })).bytes)
  expect(handed.files.map(({ path }) => path)).not.toContain('forms/responses.xlsx')
})
