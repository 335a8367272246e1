import { readdir, readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { applyChange, date, entityId, type Picture, type VendorId } from '@mimamori/domain'
import iconv from 'iconv-lite'
import { describe, expect, test } from 'vitest'
import { withFolder } from '../fixtures/folder.ts'
import { workbookOf } from '../fixtures/workbooks.ts'
import { readFolder } from './read.ts'
import { writeFolder } from './write.ts'
import { writeIds } from './write-ids.ts'

const clinic = `# 見本の診療所
施設:
  施設名: みまもり診療所   # 名前だけで始められる
  種別: 無床診療所
  許可病床数: 該当なし
  年度: 令和8年度
  立入検査の日: R8.12.4

事業者:
  - 会社名: 例システム株式会社
    電話: 00-0000-0011

システム:
  - システム名: 電子カルテ
    事業者: (株)例システム
    保守契約: なし
    遠隔保守: 有

バックアップ:
  - システム: 電子カルテ
    取り方: 外して保管
    戻せるか試した日: 試していない
`

const ownTable =
  '令和7年度版 医療機関確認用\n番号,設問,回答,確認日(1回目),目標日\n1-①,責任者,○,R8.9.1,\n2-⑤,辞めた人のID,×,R8.9.8,R9.1.29\n'
const vendorTable = iconv.encode(
  '令和7年度版 事業者確認用\n会社名:㈱例システム,,システム名:電子カルテ\n記入日:令和8年10月2日\n番号,回答,確認日\n2-⑤,済,R8.10.1\n',
  'cp932',
)

const files = { 'facility.yaml': clinic, 'checklist/facility.csv': ownTable, 'checklist/vendor-rei.csv': vendorTable, 'メモ.txt': 'x' }
const asOf = date('2026-11-20')

function read(of: Readonly<Record<string, string | Uint8Array>>) {
  return withFolder(of, (path) => readFolder(path, { asOf }))
}

describe('a folder that a clerk wrote', () => {
  test('in Japanese, without ids, with names in place of references, is read whole', async () => {
    const { picture, problems, skipped } = await read(files)
    expect(problems).toEqual([])
    const { facility, vendors, systems, backups, sheets, answers } = picture.slices
    expect(facility[0]).toMatchObject({
      name: 'みまもり診療所',
      kind: 'clinic',
      beds: 'not-applicable',
      fiscalYear: 2026,
      inspectionOn: '2026-12-04',
    })
    expect(systems[0]).toMatchObject({ vendor: vendors[0]?.id, contract: 'none', remoteMaintenance: 'yes' })
    expect(backups[0]).toMatchObject({ system: systems[0]?.id, way: 'detached-media', restoreTestedOn: 'none' })
    expect(
      sheets.map(({ audience, edition, fiscalYear, vendor, returnedOn }) => [audience, edition, fiscalYear, vendor, returnedOn]),
    ).toEqual(
      expect.arrayContaining([
        ['facility', 'r7', 2026, 'not-applicable', undefined],
        ['vendor', 'r7', 2026, vendors[0]?.id, '2026-10-02'],
      ]),
    )
    expect(answers.map(({ item, answer, checkedOn, targetOn }) => [item, answer, checkedOn, targetOn])).toEqual(
      expect.arrayContaining([
        ['r7:1-01', 'yes', '2026-09-01', undefined],
        ['r7:2-05', 'no', '2026-09-08', '2027-01-29'],
        ['r7:2-05', 'yes', '2026-10-01', undefined],
      ]),
    )
    expect(skipped.map(({ file }) => file)).toEqual(['メモ.txt'])
  })

  test('gets the same ids at every reading, none of which tells a name', async () => {
    const ids = (picture: Picture) =>
      Object.values(picture.slices).flatMap((list: readonly { readonly id: string }[]) => list.map((record) => record.id))
    const [one, two] = [(await read(files)).picture, (await read(files)).picture]
    expect(ids(one)).toEqual(ids(two))
    expect(ids(one).every((id) => /^[a-z0-9][a-z0-9._:-]{0,79}$/.test(id))).toBe(true)
  })

  test('keeps its ids when a name changes, once they are written into it, and its comments too', async () => {
    await withFolder(files, async (path) => {
      const before = (await readFolder(path, { asOf })).picture
      const { written, left } = await writeIds(path, { asOf })
      expect([written, left]).toEqual([[{ file: 'facility.yaml', count: 4 }], []])
      expect((await readFolder(path, { asOf })).picture).toEqual(before)
      const text = await readFile(join(path, 'facility.yaml'), 'utf8')
      expect(text).toContain('# 名前だけで始められる')
      expect(await writeIds(path, { asOf })).toEqual({ written: [], left: [] })
    })
  })

  test('in which a list is an Excel with titles above is read, and its ids are left alone', async () => {
    const evidence = await workbookOf(
      [
        ['根拠資料の一覧(総務課)'],
        [],
        ['資料名', '番号', '保管場所', '期限', '担当'],
        ['連絡体制図', '1-①、2-⑤', '電話の横', 'R9.3.31', '見本'],
      ],
      (sheet) => sheet.mergeCells('A1:E1'),
    )
    await withFolder({ ...files, 'evidence.xlsx': evidence }, async (path) => {
      const { picture, problems } = await readFolder(path, { asOf })
      expect(problems).toEqual([])
      expect(picture.slices.evidence[0]).toMatchObject({
        name: '連絡体制図',
        place: '電話の横',
        validUntil: '2027-03-31',
        extra: { 担当: '見本' },
      })
      expect(picture.slices.evidence[0]?.answers).toEqual(['sh:2026.r7.own.1-01', 'sh:2026.r7.own.2-05'])
      expect((await writeIds(path, { asOf })).left).toEqual([expect.objectContaining({ file: 'evidence.xlsx', count: 1 })])
    })
  })

  test('whose one file cannot be read gives all the others', async () => {
    const { picture, problems } = await read({
      ...files,
      'checklist/vendor-rei.csv': '番号,"回答\n',
      'requests.csv': '会社名,種類,方法,日付\n例システム株式会社,依頼,郵送,R8.13.1\n',
    })
    expect(problems.map(({ code, place }) => [code, place.file, place.row])).toEqual([
      ['value/not-a-date', 'requests.csv', 2],
      ['csv/open-quote', 'checklist/vendor-rei.csv', 1],
      ['value/unknown-reference', 'requests.csv', 2],
      ['value/missing', 'requests.csv', 2],
    ])
    expect(picture.slices.requests).toEqual([])
    expect(picture.slices.answers).toHaveLength(2)
  })

  test('holds earlier years in folders of their own', async () => {
    const { picture } = await read({ ...files, 'checklist/2025/facility.csv': ownTable.replaceAll('R8', 'R7') })
    expect(picture.slices.sheets.filter((sheet) => sheet.audience === 'facility').map((sheet) => sheet.fiscalYear)).toEqual([2025, 2026])
    expect(picture.slices.answers.find((answer) => answer.item === 'r7:2-05' && answer.sheet.startsWith('sh:2025'))?.checkedOn).toBe(
      '2025-09-08',
    )
  })
})

describe('a folder that the product wrote', () => {
  async function example(): Promise<Picture> {
    return (await read(files)).picture
  }

  test('keeps a merge of companies, so that it can be undone after the way through the folder', async () => {
    const added = applyChange(await example(), {
      kind: 'add',
      slice: 'vendors',
      record: { id: entityId<VendorId>('v:b'), name: '㈱例システム', extra: { ID: 'x', '=列': '+1' } },
    })
    if (added.kind !== 'applied') throw new Error(added.why)
    const merged = applyChange(added.picture, {
      kind: 'merge',
      slice: 'vendors',
      keep: added.picture.slices.vendors[0]?.id ?? '',
      gone: added.picture.slices.vendors[1]?.id ?? '',
    })
    if (merged.kind !== 'applied') throw new Error(merged.why)
    await withFolder({}, async (path) => {
      await writeFolder(merged.picture, path)
      const back = (await readFolder(path)).picture
      expect(back).toEqual(merged.picture)
      const undone = applyChange(back, { kind: 'unmerge', slice: 'vendors', gone: back.slices.aliases[0]?.id ?? '' })
      expect(undone.kind === 'applied' && undone.picture).toEqual(added.picture)
    })
  })

  test('carries the revision it was written at, and its evidence by hash', async () => {
    const sha256 = '2d711642b726b04401627ca9fbac32f5c8530fb1903cc4db02258717921a4881' // of "x"
    await withFolder(
      { ...files, 'evidence.csv': `根拠資料,SHA-256\n台帳,${sha256}\n`, [`evidence/${sha256}.txt`]: 'x', 'evidence/余り.txt': 'y' },
      async (path) => {
        const { picture, evidence, problems, skipped } = await readFolder(path, { asOf })
        expect(problems).toEqual([])
        expect(skipped.map(({ file }) => file)).toContain('evidence/余り.txt')
        await withFolder({}, async (target) => {
          await writeFolder({ ...picture, revision: 42 }, target, { evidence })
          const back = await readFolder(target)
          expect(back.picture.revision).toBe(42)
          expect([...back.evidence.keys()]).toEqual([sha256])
        })
      },
    )
  })

  test('in Shift_JIS is read back, and a file with other characters stays UTF-8 and is told', async () => {
    const picture = await example()
    await withFolder({}, async (path) => {
      const written = await writeFolder(picture, path, { csvEncoding: 'cp932' })
      expect(written.problems).toEqual([])
      expect((await readFolder(path)).picture).toEqual(picture)
    })
    const noted = {
      ...picture,
      slices: { ...picture.slices, answers: picture.slices.answers.map((answer) => ({ ...answer, note: '𠮷' })) },
    }
    await withFolder({}, async (path) => {
      const written = await writeFolder(noted, path, { csvEncoding: 'cp932' })
      expect(written.problems[0]).toMatchObject({ code: 'text/outside-cp932', place: { file: expect.stringContaining('checklist/') } })
      expect((await readFolder(path)).picture).toEqual(noted)
    })
  })

  test('is whole or not there: a folder that holds anything is left as it is', async () => {
    await withFolder({ 'a.txt': 'x' }, async (path) => {
      await expect(writeFolder(await example(), path)).rejects.toMatchObject({ code: 'folder/not-empty' })
      expect(await readdir(path)).toEqual(['a.txt'])
    })
  })

  test('has names that Windows allows', async () => {
    await withFolder({}, async (path) => {
      const { files: names } = await writeFolder(await example(), path)
      expect(names.every((name) => /^[\w./-]+$/.test(name) && name.length < 120)).toBe(true)
    })
  })
})
