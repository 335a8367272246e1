import { loadCatalogue } from '@mimamori/catalog'
import { type Change, date } from '@mimamori/domain'
import { expect, test } from 'vitest'
import { applied, type HospitalOptions, hospital } from '../fixture/hospital.ts'
import { inputOf } from '../fixture/input.ts'
import { cellsOf, printedNumbers, tablesOf } from '../fixture/read-paper.ts'
import type { PaperInput } from '../paper/context.ts'
import type { Block, Inline, Paper } from '../paper/index.ts'
import { packPaper } from './model.ts'

const catalogue = loadCatalogue()

function pack(more: Partial<PaperInput> = {}, options: HospitalOptions = {}): Paper {
  return packPaper(inputOf(catalogue, hospital(catalogue.reference.items, options), more))
}

function find<T>(value: unknown, pick: (one: object) => T | undefined): readonly T[] {
  if (Array.isArray(value)) return value.flatMap((one: unknown) => find(one, pick))
  if (typeof value !== 'object' || value === null) return []
  const here = pick(value)
  return [...(here === undefined ? [] : [here]), ...Object.values(value).flatMap((one: unknown) => find(one, pick))]
}

function textOf(blocks: readonly Block[]): string {
  return JSON.stringify(blocks)
}

test('the cover says which copy it is, on what ground, for whom, and what lies on which page', () => {
  const paper = pack({ copy: 'hand-over', documentNumber: 'みま総第12号' })
  const [stamp] = paper.blocks
  expect(stamp).toMatchObject({ kind: 'stamp', text: 'お渡しする控え', beside: '文書番号 みま総第12号' })
  expect(paper.blocks.find((block) => block.kind === 'title')).toMatchObject({
    above: '立入検査要綱 2-19 サイバーセキュリティの確保〔要確認〕',
    text: 'サイバーセキュリティ確保 検査用一式',
  })
  expect(cellsOf(paper, '内容').map((cells) => cells[1])).toEqual([
    '総括表(設問の順)',
    '医療機関確認用(施設の回答)',
    '事業者確認用(3社・3システム)',
    '依頼と返事の経過',
    '連絡体制図',
    '根拠資料の一覧と照合値',
    '「いいえ」の項目の目標日と予定',
    '確認の署名欄(自由記載)',
  ])
  expect(textOf(paper.blocks)).toContain('記入済み 13・未記入 6(全19項目) 事業者の回答 2社・回答待ち 1社')
})

test('every page that is referred to exists', () => {
  for (const paper of [pack(), pack({ copy: 'hand-over' }), pack({}, { vendors: 0 }), pack({}, { vendors: 14 })]) {
    const wanted = find(paper.blocks, (one) => ('pageOf' in one ? (one as Extract<Inline, { pageOf: string }>).pageOf : undefined))
    const anchors = new Set(find(paper.blocks, (one) => ('anchor' in one ? String(one.anchor) : undefined)))
    expect(wanted.length).toBeGreaterThan(5)
    expect(wanted.filter((anchor) => !anchors.has(anchor))).toEqual([])
  }
})

test('the summary follows the form and tells what is not filled in from what may stay open', () => {
  const rows = cellsOf(pack(), '総括表 施設の回答')
  expect(rows.map(([number]) => number)).toEqual(printedNumbers)
  const answer = (number: string) => rows.find(([first]) => first === number)?.[2]
  expect([answer('2-③'), answer('2-⑤'), answer('2-⑨'), answer('3-①')]).toEqual(['× いいえ', '□ 未記入', '／ 対象外', '○ はい'])
  expect(rows.find(([first]) => first === '2-①')?.[6]).toBe('資料2 ')
  expect(rows.find(([first]) => first === '2-⑥')?.[6]).toBe('※2 ')
})

test('a difference is told in both sides’ words, and that nobody need be wrong', () => {
  expect(textOf(pack().blocks)).toContain('※2 2-⑥:当院「はい」、例システム株式会社(電子カルテ)「いいえ」。対象の機器が違うことがあります。')
})

test('the silence of a vendor is shown as the work done to end it', () => {
  const paper = pack()
  expect(textOf(paper.blocks)).toContain('例画像株式会社(PACS):依頼3回・最終 令和8年10月31日')
  expect(cellsOf(paper, '例画像株式会社(PACS)')).toEqual([
    ['R8.10.1', '依頼', '郵送', '担当 太郎', '', ''],
    ['R8.10.22', '催促', '電話', '担当 太郎', '', '折り返しますとのこと'],
    ['R8.10.31', '催促', 'FAX', '担当 太郎', '', '折り返しますとのこと'],
  ])
  expect(cellsOf(pack({ copy: 'hand-over' }), '例画像株式会社(PACS)')[1]).toEqual(['R8.10.22', '催促', '電話', ''])
})

test('evidence has numbers of its own, never ids, with the hash in groups', () => {
  const rows = cellsOf(pack(), '根拠資料の一覧と照合値')
  expect(rows.map(([n, name, items]) => [n, name, items])).toEqual([
    ['1', '任命書', '1-①'],
    ['2', '資産台帳(令和8年9月).xlsx', '2-①'],
    ['3', '利用者権限一覧.pdf', '2-④'],
  ])
  expect(rows[0]?.slice(4)).toEqual(['期限なし', '3階サーバ室の棚', '紙のみ'])
  expect(rows[1]?.at(-1)).toMatch(/^9f3c51ab( [0-9a-f]{8}){7}$/)
})

test('every no has its target date beside it, the facility’s and the vendors’', () => {
  expect(cellsOf(pack(), '「いいえ」の項目の目標日と予定').map((cells) => cells.slice(0, 5))).toEqual([
    ['2-③', '事業者からMDS/SDSをもらっている', '当院', 'R9.1.29', ''],
    ['2-⑥', '受け持つ機器に、更新プログラムや最新のファームウェアを当てている', '例システム株式会社\n電子カルテ', 'R8.12.4', ''],
    ['2-⑦', 'パスワードの決まりを守っている', '当院', 'R9.2.26', '○ はい\nR8.11.10'],
    ['2-⑩', '二要素認証を使っている、または計画がある', '当院', 'R8.10.31', ''],
    ['2-⑬', '接続元を制限している(無線LANを含む)', '当院', 'R8.12.25', ''],
  ])
})

test('a pharmacy, a clinic and a centre have their own ground; a centre that is no clinic has none', () => {
  const above = (paper: Paper) => paper.blocks.flatMap((block) => (block.kind === 'title' ? [block.above] : []))[0]
  expect(above(pack({}, { facility: { kind: 'pharmacy' } }))).toContain('薬局への立入検査')
  expect(above(pack({}, { facility: { kind: 'clinic', beds: 'not-applicable' } }))).toContain('立入検査要綱 2-19')
  expect(above(pack({}, { facility: { kind: 'checkup-centre' } }))).toBe('任意の点検の記録')
  expect(above(pack({}, { facility: { kind: 'checkup-centre', alsoClinic: 'yes' } }))).toContain('立入検査要綱 2-19')
})

test('over twelve sheets the signs of the vendors stand in two tables', () => {
  expect(
    tablesOf(pack({}, { vendors: 14 }))
      .filter((one) => one.caption === '総括表 事業者の回答')
      .map((one) => one.columns.length),
  ).toEqual([15, 5])
})

test('a facility without a sheet still gets a pack that says so', () => {
  const picture = hospital(catalogue.reference.items)
  const closed = applied(
    picture,
    picture.slices.sheets.map(
      (sheet): Change => ({ kind: 'set', slice: 'sheets', id: sheet.id, fields: { closedOn: date('2026-11-01') } }),
    ),
  )
  const paper = packPaper(inputOf(catalogue, closed))
  expect(textOf(paper.blocks)).toContain('この年度の確認用シートは、まだありません。')
})
