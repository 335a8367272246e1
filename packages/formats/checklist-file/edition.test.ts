import { loadCatalogue, withEdition } from '@mimamori/catalog'
import { byId, type Edition } from '@mimamori/domain'
import ExcelJS from 'exceljs'
import { describe, expect, test } from 'vitest'
import { type OfficialRow, officialForm, r7Facility } from '../fixtures/official-form.ts'
import { readEditionWorkbook } from './edition.ts'
import { readChecklistFile } from './read.ts'

const catalogue = loadCatalogue()
const { items: previous, editions } = catalogue.reference
const r8 = byId(editions, 'r8') as Edition // the catalogue has it, without items

/** The layout of 令和7年度 with other numbers: one question more at the front of section 2, one of section 3 gone. */
const r8Rows: readonly OfficialRow[] = r7Facility
  .flatMap((row): readonly OfficialRow[] => {
    if (row.kind === 'under' && row.text.startsWith('医療情報システム全般'))
      return [row, { kind: 'item', number: '①', question: 'アカウントのロック機能を設定している。' }]
    return [row]
  })
  .map((row, at, all) => {
    if (row.kind !== 'item' || row.number === '') return row
    const section = all.slice(0, at).findLast((one) => one.kind === 'section')
    if (section?.kind !== 'section' || !section.text.startsWith('2') || row.question.startsWith('アカウントのロック')) return row
    return { ...row, number: String.fromCodePoint((row.number.codePointAt(0) ?? 0) + 1) }
  })

describe('an edition whose items are loaded from the official workbook', () => {
  test('gets its numbers, sections and headings, and links from the questions asked before', async () => {
    const bytes = await officialForm({ year: '令和8年度', form: '医療機関・薬局確認用', rows: r8Rows })
    const read = await readEditionWorkbook({ name: '001716187.xlsx', bytes }, { edition: r8, previous })
    expect(read.problems).toEqual([])
    expect(read.items.map((item) => item.number).join(' ')).toBe(
      '0 1-① 2-① 2-② 2-③ 2-④ 2-⑤ 2-⑥ 2-⑦ 2-⑧ 2-⑨ 2-⑩ 2-⑪ 2-⑫ 2-⑬ 2-⑭ 3-① 3-② 3-③ 4-①',
    )
    expect(byId(read.items, 'r8:2-06')).toMatchObject({
      topic: 'del',
      owners: ['facility'],
      rows: ['general'],
      confidence: 'original-read',
      section: { ja: '医療情報システムの管理・運用' },
    })
    expect(byId(read.items, 'r8:2-13')?.rows).toEqual(['server', 'client-pc'])
    expect(byId(read.items, 'r8:2-01')?.topic).toBe('r8-2-01')
    expect(read.crosswalk).toContainEqual({ id: 'r7:2-05..r8:2-06', from: 'r7:2-05', to: 'r8:2-06', kind: 'same', confidence: 'ours' })
    expect(read.forms).toEqual([{ sheet: 'チェックリスト', audience: 'facility', items: 20 }])
  })

  test("asks of vendors what the vendor's form asks", async () => {
    const facility = await readEditionWorkbook(
      { name: 'a.xlsx', bytes: await officialForm({ year: '令和8年度', form: '医療機関・薬局確認用', rows: r8Rows }) },
      { edition: r8, previous },
    )
    const vendorRows = r8Rows.filter(
      (row) => row.kind !== 'item' || (row.number !== '' && !/台帳|連絡体制|バックアップ|BCP|規程/.test(row.question)),
    )
    const both = await readEditionWorkbook(
      { name: 'b.xlsx', bytes: await officialForm({ year: '令和8年度', form: '事業者確認用', rows: vendorRows }) },
      { edition: r8, previous, others: facility.items },
    )
    expect(byId(both.items, 'r8:2-06')?.owners).toEqual(['facility', 'vendor'])
    expect(byId(both.items, 'r8:2-02')?.owners).toEqual(['facility'])
    expect(both.problems.map((problem) => problem.code)).toEqual(['edition/gap'])
  })

  test('can be filled in from the same workbook once it is in the catalogue', async () => {
    const bytes = await officialForm({
      year: '令和8年度',
      form: '医療機関・薬局確認用',
      rows: r8Rows.map((row) => (row.kind === 'item' ? { ...row, first: '○' } : row)),
    })
    const read = await readEditionWorkbook({ name: 'a.xlsx', bytes }, { edition: r8, previous })
    const { items } = withEdition(catalogue, read).reference
    const filled = await readChecklistFile({ name: 'a.xlsx', bytes }, { items })
    expect(filled.answers.every(({ fields }) => fields.answer === 'yes')).toBe(true)
    expect(filled.answers).toHaveLength(20)
  })

  test('of another year or an unknown layout is refused by name', async () => {
    const r7 = await officialForm()
    await expect(readEditionWorkbook({ name: 'a.xlsx', bytes: r7 }, { edition: r8, previous })).rejects.toMatchObject({
      code: 'edition/other-year',
      texts: { ja: expect.stringContaining('令和7年度版') },
    })
    const workbook = new ExcelJS.Workbook()
    workbook.addWorksheet('様式').addRows([['令和8年度版 医療機関・薬局確認用'], ['確認すること', '実施状況'], ['1.1 責任者を置く', '']])
    const bytes = new Uint8Array(await workbook.xlsx.writeBuffer())
    await expect(readEditionWorkbook({ name: 'b.xlsx', bytes }, { edition: r8, previous })).rejects.toMatchObject({
      code: 'edition/unknown-layout',
      texts: { ja: expect.stringContaining('チェック項目') },
    })
  })
})
