import { loadCatalogue } from '@mimamori/catalog'
import { date } from '@mimamori/domain'
import { expect, test } from 'vitest'
import { applied, hospital } from '../fixture/hospital.ts'
import { inputOf } from '../fixture/input.ts'
import { textsOf } from '../fixture/read-paper.ts'
import { contextOf, type PaperInput } from '../paper/context.ts'
import type { Table } from '../paper/index.ts'
import { facilityForm, vendorForms } from './form.ts'
import { checklistPaper, officialTable } from './model.ts'

const catalogue = loadCatalogue()
const items = catalogue.reference.items

function input(more: Partial<PaperInput> = {}, picture = hospital(items)): PaperInput {
  return inputOf(catalogue, picture, more)
}

function rowsOf(table: Table, number: string): readonly (readonly string[])[] {
  return table.rows.map(textsOf).filter(([first]) => first === number)
}

function facilityTable(given = input()): Table {
  const at = contextOf(given)
  const form = facilityForm(at)
  if (!form) throw new Error('no form')
  return officialTable(at, form)
}

test('the form of the facility has the rows of the official form, in its order and under its headings', () => {
  expect(facilityTable().rows.map((row) => textsOf(row)[0])).toEqual([
    '医療情報システムの有無',
    '0',
    '体制構築',
    '1-①',
    '医療情報システムの管理・運用 全般',
    '2-①',
    '2-②',
    '2-③',
    '2-④',
    '2-⑤',
    '2-⑥',
    '2-⑦',
    '2-⑧',
    '2-⑨',
    '2-⑩',
    '医療情報システムの管理・運用 サーバ',
    '2-⑪',
    '2-⑫',
    '医療情報システムの管理・運用 端末PC',
    '2-⑫',
    '医療情報システムの管理・運用 ネットワーク機器',
    '2-⑬',
    'インシデント発生に備えた対応',
    '3-①',
    '3-②',
    '3-③',
    '規程類の整備',
    '4-①',
  ])
})

test('a second check stands beside a 「いいえ」 alone: one that was kept when the answer became 「はい」 is not printed', () => {
  const [answer] = hospital(items).slices.answers.filter((one) => one.item.endsWith(':2-07') && one.recheckedOn !== undefined)
  const change = { kind: 'set', slice: 'answers', id: answer?.id ?? '', fields: { answer: 'yes' } } as const
  const changed = applied(hospital(items), [change])
  expect(rowsOf(facilityTable(input({}, changed)), '2-⑦')[0]?.slice(2)).toEqual(['○ はい\nR8.10.2', '', '', ''])
})

test('the official form knows yes and no alone; anything else stays empty with its reason in the remarks', () => {
  const table = facilityTable()
  expect(rowsOf(table, '2-①')[0]?.slice(2)).toEqual(['○ はい\nR8.9.1', '', '', ''])
  expect(rowsOf(table, '2-③')[0]?.slice(2)).toEqual(['× いいえ\nR8.9.8', 'R9.1.29', '', ''])
  expect(rowsOf(table, '2-⑦')[0]?.slice(2)).toEqual(['× いいえ\nR8.10.2', 'R9.2.26', '○ はい\nR8.11.10', '2回目で「はい」'])
  expect(rowsOf(table, '2-⑨')[0]?.slice(2)).toEqual(['R8.10.5', '', '', '対象外:USBの差し込み口をすべて塞いでいます'])
  expect(rowsOf(table, '3-②')[0]?.slice(2)).toEqual(['', '', '', '未記入'])
})

test('an item that is printed under two headings may have two answers', () => {
  const picture = hospital(items)
  const whole = picture.slices.answers.find((answer) => answer.id.endsWith('own.2-12'))
  if (!whole) throw new Error('no answer')
  const split = applied(picture, [
    { kind: 'set', slice: 'answers', id: whole.id, fields: { answer: 'yes', checkedOn: date('2026-10-01') } },
    {
      kind: 'add',
      slice: 'answers',
      record: {
        ...whole,
        id: `${whole.id}.client-pc` as typeof whole.id,
        part: 'client-pc',
        answer: 'no',
        checkedOn: date('2026-10-02'),
        targetOn: date('2027-03-31'),
      },
    },
  ])
  expect(rowsOf(facilityTable(input({}, split)), '2-⑫').map((cells) => cells[2])).toEqual(['○ はい\nR8.10.1', '× いいえ\nR8.10.2'])
})

test('rows that may stay open without a vendor are told from rows that nobody has filled in', () => {
  const alone = hospital(items, { vendors: 0 })
  const own = alone.slices.answers.filter((answer) => answer.item.endsWith(':2-02') || answer.item.endsWith(':2-03'))
  const empty = applied(
    alone,
    own.map(
      (answer) =>
        ({ kind: 'set', slice: 'answers', id: answer.id, fields: {}, forget: ['answer', 'checkedOn', 'targetOn', 'note'] }) as const,
    ),
  )
  const table = facilityTable(input({}, empty))
  expect(rowsOf(table, '2-②')[0]?.[5]).toBe('契約なしのため空欄')
  expect(rowsOf(table, '2-⑤')[0]?.[5]).toBe('未記入')
})

test('an answer that was carried over from last year and that nobody confirmed is not filled in', () => {
  const picture = hospital(items)
  const answer = picture.slices.answers.find((one) => one.id.endsWith('own.2-05'))
  if (!answer) throw new Error('no answer')
  const carried = applied(picture, [{ kind: 'set', slice: 'answers', id: answer.id, fields: { answer: 'yes', carriedFrom: answer.id } }])
  expect(rowsOf(facilityTable(input({}, carried)), '2-⑤')[0]?.slice(2)).toEqual(['', '', '', '未記入(昨年度の答えを確かめていません)'])
})

test('a vendor that has not answered has an empty form that says how often it was asked', () => {
  const paper = checklistPaper(input())
  const frame = paper.blocks.find((block) => block.kind === 'frame')
  expect(JSON.stringify(frame)).toContain('依頼3回・最終令和8年10月31日')
  const silent = vendorForms(contextOf(input())).filter((form) => form.isSilent)
  expect(silent.map((form) => form.vendorName)).toEqual(['例画像株式会社'])
  expect(silent.flatMap((form) => form.rows.map((row) => row.said))).not.toContain('yes')
})

test('marks of confidence stand behind every item that was not read in the original', () => {
  const rows = facilityTable().rows.map(textsOf)
  expect(rows.find(([number]) => number === '2-④')?.[1]).toMatch(/〔要確認〕$/)
  expect(rows.find(([number]) => number === '2-⑥')?.[1]).not.toContain('〔')
})

test('the worksheets have each answer and each day in a cell of its own', () => {
  const [own, vendor] = checklistPaper(input()).worksheets ?? []
  expect(own?.table.columns.map((column) => column.title)).toEqual([
    '番号',
    '区分',
    'チェック項目',
    '回答',
    '確認日(1回目)',
    '目標日',
    '2回目の回答',
    '確認日(2回目)',
    '備考',
  ])
  expect(own && rowsOf(own.table, '2-⑦')[0]).toEqual([
    '2-⑦',
    '全般',
    'パスワードの決まりを守っている',
    'いいえ',
    'R8.10.2',
    'R9.2.26',
    'はい',
    'R8.11.10',
    '2回目で「はい」',
  ])
  expect(vendor?.lines).toContainEqual(['事業者', '例画像株式会社'])
})
