import { loadCatalogue } from '@mimamori/catalog'
import { date } from '@mimamori/domain'
import { expect, test } from 'vitest'
import { type HospitalOptions, hospital } from '../fixture/hospital.ts'
import { inputOf } from '../fixture/input.ts'
import { cellsOf, printedNumbers } from '../fixture/read-paper.ts'
import type { PaperInput } from '../paper/context.ts'
import type { Paper } from '../paper/index.ts'
import { textOf } from '../text/index.ts'
import { inspectionPaper } from './model.ts'

const catalogue = loadCatalogue()

function paper(more: Partial<PaperInput> = {}, options: HospitalOptions = {}): Paper {
  return inspectionPaper(inputOf(catalogue, hospital(catalogue.reference.items, options), more))
}

function rowOf(of: Paper, number: string): readonly string[] {
  return cellsOf(of, '項目ごとの確認').find(([first]) => first === number) ?? []
}

test('it says first how many items lack an answer or a day, and that a no may stay a no', () => {
  const text = JSON.stringify(paper().blocks)
  expect(text).toContain('検査までに埋める欄:あと6つ')
  expect(text).toContain('「いいえ」のままで構いません。日付と回答が入っていることが大切です〔要確認〕。')
  expect(text).toContain('令和8年12月4日(金)')
  expect(text).toContain('(あと14日)')
})

test('every row of the form stands in the official order with what it lacks as boxes to tick', () => {
  const made = paper()
  expect(cellsOf(made, '項目ごとの確認').map(([number]) => number)).toEqual(printedNumbers)
  expect(rowOf(made, '2-⑤').slice(2, 5)).toEqual(['□ 未記入', '', '□ 回答\n□ 確認日(1回目)'])
  expect(rowOf(made, '2-①').slice(2, 5)).toEqual(['○ はい\n確認 R8.9.1', '資料2\n総務課 共有フォルダー', 'そろっています'])
  expect(rowOf(made, '2-②')[4]).toBe('□ 根拠資料')
  expect(rowOf(made, '2-⑥')[4]).toBe('□ 根拠資料\n□ 事業者との違い')
})

test('a no with its target date is complete until the target comes before the inspection; then it wants its second check', () => {
  const made = paper()
  expect(rowOf(made, '2-③').slice(2, 5)).toEqual(['× いいえ\n確認 R8.9.8\n目標 R9.1.29', '', '□ 事業者との違い'])
  expect(rowOf(made, '2-⑩')[4]).toContain('□ 確認日(2回目)')
  expect(rowOf(paper({}, { facility: { inspectionOn: date('2026-12-25') } }), '2-⑬')[4]).toContain('□ 確認日(2回目)')
  expect(rowOf(made, '2-⑬')[4]).not.toContain('□ 確認日(2回目)')
})

test('vendors that have not answered are told with how often they were asked; the others with what they left empty', () => {
  const rows = cellsOf(paper(), '事業者の表')
  expect(rows.find(([name]) => name?.startsWith('例画像'))).toEqual([
    '例画像株式会社\nPACS',
    '回答待ち 依頼3回\n最終 R8.10.31',
    '□ 返事',
    '',
  ])
  expect(rows.find(([name]) => name?.startsWith('例システム'))?.slice(1, 3)).toEqual(['返事 R8.10.20', '□ 確認日(2回目)(1か所)'])
})

test('the record of the day is its last page and sheet, with room to write and no verdict offered', () => {
  const made = paper()
  const at = made.blocks.findLastIndex((block) => block.kind === 'page')
  const record = JSON.stringify(made.blocks.slice(at))
  for (const words of ['本日の確認記録', 'ご指摘・お話', '期日', '検査された方']) expect(record).toContain(words)
  expect(record).not.toMatch(/適・否|合格|不合格/)
  expect(made.worksheets?.map((sheet) => sheet.name)).toEqual([textOf('ja').inspection.items, '事業者の表', '本日の確認記録'])
})

test('without a sheet of this year it says so, and still has the record of the day', () => {
  const input = inputOf(catalogue, hospital(catalogue.reference.items))
  const bare = { ...input.picture, slices: { ...input.picture.slices, sheets: [], answers: [], requests: [] } }
  const made = inspectionPaper(inputOf(catalogue, bare))
  expect(JSON.stringify(made.blocks)).toContain(textOf('ja').checklist.noForm)
  expect(JSON.stringify(made.blocks)).toContain('本日の確認記録')
})
