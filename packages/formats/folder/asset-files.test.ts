import { date } from '@mimamori/domain'
import { expect, test } from 'vitest'
import { withFolder } from '../fixtures/folder.ts'
import { readFolder } from './read.ts'

const clinic = `施設:
  施設名: みまもり診療所
  種別: 無床診療所
事業者:
  - 会社名: 例システム株式会社
システム:
  - システム名: 電子カルテ
    事業者: 例システム株式会社
職員:
  - 氏名: 見本 花子
契約:
  - 事業者: 例システム株式会社
    契約名: 電子カルテ保守
    更新の受け持ち: 事業者
    更新の費用: 別途
    応答時間: 4
バックアップ:
  - システム: 電子カルテ
    取り方: 外して保管
    種類: 差分
    接続: オフライン
    戻せる日数: 14日
    機器: K-0007
`
const assets = `機器台帳(令和8年度)
資産番号,資産名,種別,設置場所,シリアルNo,コンピュータ名,MAC,OS,責任者,保守業者,MDS/SDS,サポート期限,担当メモ
K-0001,受付PC,ノートPC,受付,JPA-001,UKETSUKE-01,00:80:92:00:00:01、00:80:92:00:00:02,Windows 10 Pro,見本 花子,㈱例システム,なし,R7.10.14,窓側
K-0007,外付けHDD,USBメモリ,金庫,,,,,,なし,対象外,,
`
const paths = '名称,事業者,方法,機器,常時接続,申告日\n電カル保守,例システム株式会社,VPN,受付PC,いいえ,R8.4.1\n'
const log =
  '遠隔保守,入切,日付,時刻,操作した人,作業内容\n電カル保守,入,R8.5.1,13:05,見本 花子,更新\n電カル保守,切,R8.5.1,13:40,見本 花子,\n'
const asOf = date('2026-11-20')

test('a register as an office keeps it is read whole: its headings, its words, tags in place of ids', async () => {
  const files = { 'facility.yaml': clinic, 'assets.csv': assets, 'remote-paths.csv': paths, 'remote-log.csv': log }
  const { picture, problems } = await withFolder(files, (path) => readFolder(path, { asOf }))
  expect(problems).toEqual([])
  const { slices } = picture
  const [pc, disk] = ['受付PC', '外付けHDD'].map((name) => slices.assets.find((asset) => asset.name === name))
  expect(pc).toMatchObject({
    kind: 'pc',
    tag: 'K-0001',
    serial: 'JPA-001',
    room: '受付',
    hostNames: ['UKETSUKE-01'],
    macs: ['00:80:92:00:00:01', '00:80:92:00:00:02'],
    owner: slices.people[0]?.id,
    vendor: slices.vendors[0]?.id,
    disclosureOn: 'none',
    supportEndsOn: '2025-10-14',
    extra: { 担当メモ: '窓側' },
  })
  expect(disk).toMatchObject({ kind: 'removable-media', vendor: 'none', disclosureOn: 'not-applicable' })
  expect(slices.backups[0]).toMatchObject({ kind: 'differential', connection: 'offline', daysBack: 14, device: disk?.id })
  expect(slices.contracts[0]).toMatchObject({ updateDuty: 'vendor', updatePaidBy: 'facility', responseHours: 4 })
  expect(slices.remotePaths[0]).toMatchObject({ assets: [pc?.id], alwaysOn: 'no', declaredOn: '2026-04-01' })
  expect(slices.remoteLog.map(({ turned, time }) => [turned, time]).toSorted(([, a = ''], [, b = '']) => (a < b ? -1 : 1))).toEqual([
    ['on', '13:05'],
    ['off', '13:40'],
  ])
})

test('two devices of one tag are told, and a sheet that is to come one day is not taken for received', async () => {
  const twice = '管理番号,機器名,MDS/SDSの受領日\nK-1,PC-1,2027-04-01\nK-1,PC-1,\n'
  const { picture, problems } = await withFolder(
    { 'facility.yaml': clinic.slice(0, clinic.indexOf('バックアップ')), 'assets.csv': twice },
    (path) => readFolder(path, { asOf, today: asOf }),
  )
  expect(problems.map(({ code }) => code).toSorted()).toEqual(['folder/same-record', 'value/date-ahead'])
  expect(picture.slices.assets.map((asset) => asset.disclosureOn)).toEqual([undefined])
})
