import { loadCatalogue } from '@mimamori/catalog'
import { date } from '@mimamori/domain'
import { describe, expect, test } from 'vitest'
import { type Files, withFolder } from '../fixtures/folder.ts'
import { type ReadFolderOptions, readFolder } from './read.ts'

const { items } = loadCatalogue().reference
const head = '見守り 確認用シート,1\n版,r7\n様式,医療機関確認用\n年度,2026\n\n'

function read(files: Files, options: ReadFolderOptions = {}) {
  return withFolder({ 'facility.yaml': 'facility:\n  name: みまもり診療所\n', ...files }, (path) =>
    readFolder(path, { asOf: date('2026-11-20'), items, ...options }),
  )
}

function codes({ problems }: Awaited<ReturnType<typeof read>>): readonly string[] {
  return problems.map((problem) => problem.code)
}

describe('a sheet of the folder', () => {
  test('of an edition that nobody has is told and leaves no empty checklist behind', async () => {
    const found = await read({ 'checklist/facility.csv': '令和9年度版 医療機関確認用\n番号,回答\n1-①,○\n' })
    expect([codes(found), found.picture.slices.sheets, found.unread]).toEqual([
      ['checklist/unknown-edition'],
      [],
      ['checklist/facility.csv'],
    ])
    expect(found.problems[0]?.message.en).toContain('the 2023 edition')
  })

  test('that is no table at all is named as unread', async () => {
    const found = await read({
      'checklist/facility.xlsx': '\u0089PNG\r\n\u001a\n',
      'checklist/vendor-例画像.csv': '日付,天気\n11/20,晴れ\n',
    })
    expect(found.unread).toEqual(['checklist/facility.xlsx', 'checklist/vendor-例画像.csv'])
  })

  test('that answers an item in two ways is taken for neither, with the number of the form', async () => {
    const found = await read({ 'checklist/facility.csv': `${head}番号,回答\n1-①,○\n1-①,×\n2-①,○\n2-①,○\n` })
    expect(codes(found)).toEqual(['checklist/two-answers'])
    expect(found.problems[0]?.message.ja).toMatch(/^1-①に答えが2つあります/)
    expect(found.picture.slices.answers.map(({ item, answer }) => [item, answer])).toEqual([['r7:2-01', 'yes']])
  })

  test('that answers what its edition does not ask is told with file, row and column, and the answer is not taken', async () => {
    const found = await read({
      'checklist/facility.csv': `${head}番号,回答\n9-⑨,○\n1-①,○\nr6:2-03,×\n`,
    })
    expect(found.problems.map(({ code, place }) => [code, place])).toEqual([
      ['checklist/unknown-item', { file: 'checklist/facility.csv', row: 7, column: 'A' }],
      ['checklist/unknown-item', { file: 'checklist/facility.csv', row: 9, column: 'A' }],
    ])
    expect(found.problems[0]?.message.ja).toBe('番号「9-⑨」は令和7年度版にありません。取り込んでいません。')
    expect(found.picture.slices.answers.map(({ item }) => item)).toEqual(['r7:1-01'])
  })

  test('that answers an item a second time keeps the first and tells where the second stands, by the number of the form', async () => {
    const rows = '番号,回答,確認日,ID\n1-①,○,2026/5/1,an:1\n1-①,○,2026/6/1,an:2\n2-①,○,,an:3\n2-①,,,an:4\n'
    const found = await read({ 'checklist/facility.csv': `${head}${rows}` })
    expect(found.problems.map(({ code, place }) => [code, place])).toEqual([
      ['checklist/second-answer', { file: 'checklist/facility.csv', row: 8, column: 'A' }],
    ])
    expect(found.problems[0]?.message.ja).toMatch(/^1-①の答えが2回書かれています\(1回目は/)
    expect(found.picture.slices.answers.map(({ id, checkedOn }) => [id, checkedOn])).toEqual([
      ['an:1', '2026-05-01'],
      ['an:3', undefined],
    ])
  })

  test('with days without a year says once which year they were given', async () => {
    const found = await read({ 'checklist/facility.csv': `${head}番号,回答,確認日\n1-①,○,5/1\n2-①,○,1月29日\n2-②,○,2026/5/1\n` })
    expect(found.picture.slices.answers.map((answer) => answer.checkedOn)).toEqual(['2026-05-01', '2027-01-29', '2026-05-01'])
    expect(found.problems.map(({ code, message }) => [code, message.ja])).toEqual([
      ['value/year-from-form', '年のない日付が2件あります。令和8年度(4月から翌年3月)の日付として読みました。'],
    ])
  })

  test('keeps a check that lies ahead of the day looked from, and does not store one that lies ahead of today', async () => {
    const files = { 'checklist/facility.csv': `${head}番号,回答,確認日\n1-①,○,2027/1/1\n` }
    expect((await read(files)).picture.slices.answers[0]?.checkedOn).toBe('2027-01-01')
    const stored = await read(files, { today: date('2026-11-20') })
    expect([codes(stored), stored.picture.slices.answers[0]?.checkedOn]).toEqual([['value/date-ahead'], undefined])
  })
})
