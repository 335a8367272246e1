import { applyChanges, emptySlices, type Facility, type FacilityId, pictureOf } from '@mimamori/domain'
import ExcelJS from 'exceljs'
import { describe, expect, test } from 'vitest'
import { proposeList } from './propose.ts'
import { mappingOf, readList } from './read.ts'

const facility: Facility = { id: 'f:1' as FacilityId, name: 'みまもり診療所' } // a fixed id of the test
const picture = pictureOf({ facility: facility.id, revision: 0, slices: { ...emptySlices(), facility: [facility] } })

async function contractList() {
  const workbook = new ExcelJS.Workbook()
  const sheet = workbook.addWorksheet('契約一覧')
  sheet.addRows([
    ['令和8年度 保守契約一覧(総務課)'],
    [],
    ['No.', '契約相手方', '契約件名', '契約期間の開始日', '満了日', '連絡用電話', '決裁番号'],
    [1, '㈱例システム', '電子カルテ保守', 'R8.4.1', '令和9年3月31日', '00-0000-0011', '総8-1'],
    [2, undefined, '看護支援保守', 'R8.4.1', 'なし', undefined, '総8-2'],
    [3, '例システム(株)', 'サーバ保守', '2026/4/1', '2027/3/31', undefined, '総8-3'],
    [4, '例画像株式会社', '画像保守', 46113, '8/3/31', '00-0000-0021', '総8-4'],
    [5, undefined, '名のない契約', 'R8.4.1', undefined, undefined, '総8-5'],
  ])
  sheet.mergeCells('A1:G1')
  sheet.mergeCells('B4:B5')
  return { name: '契約一覧.xlsx', bytes: new Uint8Array(await workbook.xlsx.writeBuffer()) }
}

describe('a list of contracts as an office keeps it', () => {
  test('is mapped by its headings, unsure columns are asked', async () => {
    const { lists } = await proposeList(await contractList())
    const [list] = lists
    expect(list?.kind).toBe('contracts')
    expect(list?.columns.map(({ heading, field, confidence }) => [heading, field, confidence])).toEqual([
      ['No.', undefined, 0],
      ['契約相手方', 'vendors.name', 1],
      ['契約件名', 'contracts.title', 1],
      ['契約期間の開始日', 'contracts.from', 0.6],
      ['満了日', 'contracts.until', 1],
      ['連絡用電話', 'vendors.phone', 0.6],
      ['決裁番号', undefined, 0],
    ])
    expect(list?.problems.map((problem) => problem.message.ja)).toEqual([
      '「契約期間の開始日」列を「契約開始日」として読みますか。',
      '「連絡用電話」列を「電話」として読みますか。',
    ])
  })

  test('becomes changes to look at: nothing is merged, the same company is asked about, and it can be undone', async () => {
    const { lists } = await proposeList(await contractList())
    const [list] = lists
    if (!list) throw new Error('no list')
    const read = readList(list, mappingOf(list), picture)
    expect(read.vendors.map((vendor) => vendor.name).sort()).toEqual(['㈱例システム', '例システム(株)', '例画像株式会社'])
    expect(read.contracts.map((contract) => [contract.title, contract.from, contract.until])).toEqual([
      ['電子カルテ保守', '2026-04-01', '2027-03-31'],
      ['看護支援保守', '2026-04-01', 'none'],
      ['サーバ保守', '2026-04-01', '2027-03-31'],
      ['画像保守', '2026-04-01', undefined],
    ])
    expect(read.contracts[0]?.extra).toEqual({ 'No.': '1', 決裁番号: '総8-1' })
    expect(read.problems.map((problem) => [problem.code, problem.place.row])).toEqual([
      ['value/ambiguous-date', 7],
      ['value/missing', 8],
    ])
    expect(read.merges.map(({ keep, gone }) => [keep.name, gone.name])).toEqual([['㈱例システム', '例システム(株)']])
    const added = applyChanges(picture, read.changes)
    if (added.kind !== 'applied') throw new Error(added.why)
    const merged = applyChanges(
      added.picture,
      read.merges.map((merge) => merge.change),
    )
    if (merged.kind !== 'applied') throw new Error(merged.why)
    expect(merged.picture.slices.vendors).toHaveLength(2)
    const undone = applyChanges(merged.picture, merged.undo)
    expect(undone.kind === 'applied' && undone.picture).toEqual(added.picture)
    expect(readList(list, mappingOf(list), added.picture).changes).toEqual([])
  })
})
