import {
  type Asset,
  type AssetId,
  date,
  emptySlices,
  entityId,
  type FacilityId,
  type PersonId,
  pictureOf,
  type VendorId,
} from '@mimamori/domain'
import ExcelJS from 'exceljs'
import { describe, expect, test } from 'vitest'
import { readAssetList } from './read.ts'
import { writeAssetList } from './write.ts'

const person = { id: entityId<PersonId>('per:1'), name: '見本 花子' }
const vendor = { id: entityId<VendorId>('v:1'), name: '例システム株式会社' }
const assets: readonly Asset[] = [
  {
    id: entityId<AssetId>('ast:1'),
    name: '受付PC',
    kind: 'pc',
    tag: 'K-001',
    macs: ['a4:bb:6d:10:00:01', 'a4:bb:6d:10:00:02'],
    owner: person.id,
    vendor: 'none',
    supportEndsOn: date('2027-10-14'),
    remoteMaintenance: 'no',
    note: '=1+1',
  },
  { id: entityId<AssetId>('ast:2'), name: '画像サーバ', kind: 'server', vendor: vendor.id, unlisted: 'yes' },
]
const picture = pictureOf({
  facility: 'fac:x' as FacilityId, // an id of a facility
  revision: 7,
  slices: { ...emptySlices(), people: [person], vendors: [vendor], assets },
})

const options = { picture, today: date('2026-11-20'), newId: () => entityId<AssetId>('ast:new') }

/** The list written out, with cells changed by heading in the row of a device, and read again. */
async function changed(lang: 'ja' | 'en', cells: Readonly<Record<string, string>>, of = '受付PC') {
  const bytes = await writeAssetList({ picture, assets, lang, title: '機器の一覧' })
  const workbook = new ExcelJS.Workbook()
  await workbook.xlsx.load(bytes as never) // the types of the library know no typed array
  const sheet = workbook.worksheets[0]
  if (!sheet) throw new Error('no sheet')
  const rows = Array.from({ length: sheet.rowCount }, (_, at) => sheet.getRow(at + 1))
  const textsOf = (row: ExcelJS.Row | undefined) => ((row?.values ?? []) as unknown[]).map((cell) => (typeof cell === 'string' ? cell : '')) // cells from column 1
  const head = rows.find((row) => textsOf(row).includes(lang === 'ja' ? '機器名' : 'What it is called here'))
  const row = of === '' ? sheet.addRow([]) : rows.find((one) => textsOf(one).includes(of))
  for (const [heading, text] of Object.entries(cells)) if (row) row.getCell(textsOf(head).indexOf(heading)).value = text
  return readAssetList({ name: '機器.xlsx', bytes: new Uint8Array(await workbook.xlsx.writeBuffer()) }, options)
}

describe('the list of devices as Excel', () => {
  test.each(['ja', 'en'] as const)('that is read back as it was written changes nothing (%s)', async (lang) => {
    expect(await changed(lang, {})).toMatchObject({ revision: 7, rows: 2, changes: [], problems: [] })
  })

  test('says of a changed cell what is to change, by the words of the office', async () => {
    const read = await changed('ja', { 設置場所: '1階受付', 事業者: '例システム(株)', サポート終了日: '令和9年12月1日', 管理番号: '' })
    expect(read?.changes).toEqual([
      {
        kind: 'set',
        slice: 'assets',
        id: 'ast:1',
        fields: { room: '1階受付', vendor: 'v:1', supportEndsOn: '2027-12-01' },
        forget: ['tag'],
      },
    ])
    expect(read?.problems).toEqual([])
  })

  test('adds the device of a row without a record number', async () => {
    const read = await changed('ja', { 機器名: '新しいPC', 種類: 'パソコン' }, '')
    expect(read?.changes).toEqual([{ kind: 'add', slice: 'assets', record: { id: 'ast:new', name: '新しいPC', kind: 'pc' } }])
  })

  test('tells what it cannot read, and changes nothing there', async () => {
    const read = await changed('ja', { 管理者: 'だれか', 種類: '謎', 機器名: '', 'MDS/SDSの受領日': '2027/1/1' })
    expect(read?.changes).toEqual([])
    expect(read?.problems.map(({ code }) => code).sort()).toEqual([
      'list/unknown-name',
      'value/date-ahead',
      'value/missing',
      'value/not-a-word',
    ])
  })

  test('is no list without its record numbers', async () => {
    expect(await readAssetList({ name: 'x.csv', bytes: Buffer.from('機器名,設置場所\n受付PC,受付\n') }, options)).toBeUndefined()
  })
})
