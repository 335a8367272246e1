import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { loadCatalogue } from '@mimamori/catalog'
import { routes } from '@mimamori/contract'
import { unzipInto } from '@mimamori/formats'
import { devicesOf, givenServer, nmapScan as nmap, deviceRegister as register } from '@mimamori/testing'
import { describe, expect, onTestFinished, test } from 'vitest'

const server = await givenServer()
const { owner } = server
const { hospital, read, takeIn } = devicesOf(owner)

describe('a register of devices', () => {
  test('is shown with what each column means before anything is stored, and becomes devices that are listed', async () => {
    const params = await hospital()
    const seen = await read(params, '台帳.csv', register)
    const [file] = seen.files
    expect(file?.kind).toBe('devices')
    expect(file?.devices).toMatchObject({ known: 0, new: 3, conflicts: 0, format: { id: 'register' } })
    expect(file?.columns?.find((one) => one.heading === '管理番号')?.field).toBe('devices.tag')
    expect((await owner.ask(routes.assets, { params })).total).toBe(0)
    await owner.ask(routes.applyImport, { params: { ...params, draft: seen.id }, body: {} })
    const { rows, total } = await owner.ask(routes.assets, { params })
    expect(total).toBe(3)
    expect(rows.every((row) => !row.unlisted)).toBe(true)
  })

  test('that is brought a second time changes nothing', async () => {
    const params = await hospital()
    await takeIn(params, '台帳.csv', register)
    const again = await read(params, '台帳.csv', register)
    expect(again.files[0]?.changes).toEqual([])
    expect(again.files[0]?.devices).toMatchObject({ known: 3, new: 0, filledIn: 0 })
  })
})

describe('a scan', () => {
  test('joins what is listed, and shows what nobody had listed with the sentence why', async () => {
    const params = await hospital()
    await takeIn(params, '台帳.csv', register)
    const scan = nmap('2026-11-10', [
      ['192.168.1.11', 'a4:bb:6d:10:00:01', 'uketsuke-01'],
      ['192.168.1.99', 'a4:bb:6d:99:00:99', ''],
    ])
    const { file } = await takeIn(params, '調査.xml', scan)
    expect(file?.devices).toMatchObject({
      known: 1,
      new: 1,
      conflicts: 0,
      format: { id: 'nmap', basis: { en: 'How this format is read was checked on real output.' } },
    })
    const { rows } = await owner.ask(routes.assets, { params, query: { state: 'unlisted' } })
    expect(rows).toHaveLength(1)
    expect(rows[0]).toMatchObject({ unlisted: true, ip: '192.168.1.99', lastSeen: { on: '2026-11-10', by: 'nmap' } })
    const known = await owner.ask(routes.assets, { params, query: { text: 'uketsuke-01' } })
    const one = await owner.ask(routes.asset, { params: { ...params, asset: known.rows[0]?.id ?? '' } })
    expect(one.claims.map(({ claim, why }) => [claim.record.by, why.ja])).toContainEqual(['nmap', 'MACアドレスが同じです。'])
  })

  test('that was taken in by mistake goes again without a trace', async () => {
    const params = await hospital()
    await takeIn(params, '台帳.csv', register)
    const { revision } = await takeIn(params, '調査.xml', nmap('2026-11-10', [['192.168.1.99', 'a4:bb:6d:99:00:99', '']]))
    await owner.ask(routes.undo, { params, body: { revision } })
    expect((await owner.ask(routes.assets, { params })).total).toBe(3)
  })
})

describe('the list as Excel', () => {
  const excel = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet'

  test('shows a changed cell in the words of the office before it is registered', async () => {
    const params = await hospital()
    await takeIn(params, '台帳.csv', register)
    const [row] = (await owner.ask(routes.assets, { params, query: { text: 'K-001' } })).rows
    const csv = `機器名,種類,設置場所,記録番号(変えないでください)\r\n${row?.name},サーバ,2階,${row?.id}`
    const seen = await read(params, '機器.csv', csv)
    expect(seen.files[0]?.changes).toMatchObject([
      { before: { ja: 'PC' }, after: { ja: 'サーバ' } },
      { before: { ja: '受付' }, after: { ja: '2階' } },
    ])
    await owner.ask(routes.applyImport, { params: { ...params, draft: seen.id }, body: {} })
    const one = await owner.ask(routes.asset, { params: { ...params, asset: row?.id ?? '' } })
    expect(one.asset.record).toMatchObject({ kind: 'server', room: '2階', tag: 'K-001' })
  })

  test('that is brought back as it was written changes nothing, and a device that was changed meanwhile keeps what it has', async () => {
    const params = await hospital()
    await takeIn(params, '台帳.csv', register)
    const written = await owner.download(routes.assetsFile, { params, query: {} })
    expect(written.mediaType).toContain(excel)
    const same = await read(params, '機器.xlsx', written.bytes)
    expect(same.files[0]).toMatchObject({ kind: 'devices', read: 3, changes: [], problems: [] })
    const [row] = (await owner.ask(routes.assets, { params, query: { text: 'K-001' } })).rows
    const change = { kind: 'set' as const, slice: 'assets' as const, id: row?.id ?? '', fields: { room: '2階' } }
    await owner.ask(routes.change, { params, body: { changes: [{ change, expected: row?.version ?? 0 }] } })
    const late = await read(params, '機器.xlsx', written.bytes)
    expect(late.files[0]?.changes).toEqual([])
    expect(late.files[0]?.problems.map(({ code }) => code)).toEqual(['import/changed-since'])
  })
})

test('what a column means is corrected by a person, and remembered for the next file', async () => {
  const params = await hospital()
  const list = 'ホスト名,シリアル番号,おく所\r\nPC-1,SN90001,受付\r\n'
  const first = await read(params, '端末.csv', list)
  expect(first.files[0]?.columns?.find((one) => one.heading === 'おく所')?.field).toBeUndefined()
  expect(first.files[0]?.fields?.map(({ field }) => field)).toContain('devices.room')
  const columns = JSON.stringify([{ heading: 'おく所', field: 'devices.room' }])
  const second = await read(params, '端末.csv', list, { as: 'devices', columns })
  await owner.ask(routes.applyImport, { params: { ...params, draft: second.id }, body: {} })
  expect((await owner.ask(routes.assets, { params })).rows.map((row) => row.room)).toEqual(['受付'])
  const next = await read(params, '端末2.csv', list.replaceAll('PC-1', 'PC-2').replaceAll('SN90001', 'SN90002'))
  expect(next.files[0]?.columns?.find((one) => one.heading === 'おく所')).toMatchObject({ field: 'devices.room', isSure: true })
})

test('a directory becomes counts and ids of accounts, without the names of people', async () => {
  const params = await hospital()
  const people = [
    'ObjectClass,SamAccountName,DisplayName,ObjectSID,Enabled,LastLogonDate',
    'user,yamada,仮名 太郎,S-1-5-21-1-2-3-1101,True,2026/11/18 9:00:00',
    'user,suzuki,仮名 次郎,S-1-5-21-1-2-3-1102,True,2026/01/10 9:00:00',
  ]
  const { file } = await takeIn(params, 'ad.csv', people.join('\r\n'))
  expect(file?.devices).toMatchObject({ accounts: 2, format: { id: 'directory-csv' } })
  const { accounts } = await owner.ask(routes.register, { params: { ...params, part: 'accounts' } })
  expect(accounts?.map(({ record }) => record)).toMatchObject([{ name: 'ad.csv', total: 2, unused: 1 }])
  expect(JSON.stringify(accounts)).not.toMatch(/仮名/)
})

test('a password in the output of a network device is nowhere afterwards: not in the draft, not in what is kept, not in the register', async () => {
  const params = await hospital()
  const secret = 'Himitsu-4711'
  const output = [
    'RTX# show arp',
    'Interface   IP address  MAC address  TTL',
    'LAN1(port1) 192.168.1.11 a4:bb:6d:10:00:01 300',
    `snmp-server community ${secret}`,
    `password ${secret}`,
  ]
  const seen = await read(params, 'ルーター.txt', output.join('\n'))
  expect(seen.files[0]?.kind).toBe('devices')
  expect(JSON.stringify(seen)).not.toContain(secret)
  const { admin } = server.database
  const drafts = await admin.query<{ body: string }>('select body::text as body from import_draft')
  expect(JSON.stringify(drafts.rows)).not.toContain(secret)
  await owner.ask(routes.applyImport, { params: { ...params, draft: seen.id }, body: {} })
  const records = await admin.query<{ body: string }>('select body::text as body from record')
  expect(JSON.stringify(records.rows)).not.toContain(secret)
  const zip = await owner.download(routes.exportFolder, { params })
  const place = mkdtempSync(join(tmpdir(), 'mimamori-exported-'))
  onTestFinished(() => rmSync(place, { recursive: true }))
  expect((await unzipInto(zip.bytes, place)).kind).toBe('unzipped')
  const names = readdirSync(place, { recursive: true, withFileTypes: true }).filter((one) => one.isFile())
  expect(names.map(({ name }) => name)).toContain('assets.csv')
  expect(names.some(({ parentPath, name }) => readFileSync(join(parentPath, name)).includes(secret))).toBe(false)
})

test('the checklist shows what the register says of an item, with the devices that it rests on', async () => {
  const params = await hospital()
  await takeIn(params, '調査.xml', nmap('2026-11-10', [['192.168.1.99', 'a4:bb:6d:99:00:99', '']]))
  await takeIn(params, '台帳.csv', register)
  const { items } = await owner.ask(routes.checklist, { params })
  const suggested = items.find((item) => item.number === '2-①')?.suggested
  expect(suggested).toMatchObject({ answer: 'no' })
  expect(suggested?.because[0]?.text.ja).toBe('見つかったのに台帳にない機器が、1台あります。')
  expect(suggested?.because[0]?.facts).toMatchObject([{ slice: 'assets', name: '192.168.1.99', field: 'unlisted' }])
})

test('a file that is cut off stores nothing', async () => {
  const params = await hospital()
  const scan = nmap('2026-11-10', [['192.168.1.99', 'a4:bb:6d:99:00:99', '']])
  const seen = await owner.upload(routes.preview, { params, query: {} }, { name: '調査.xml', bytes: scan.slice(0, -60) })
  expect(seen).toMatchObject({ kind: 'error', error: { code: 'scan/truncated' } })
  expect((await owner.ask(routes.assets, { params })).total).toBe(0)
})

test('a file of more devices than any hospital has is refused before anything is held against the register', async () => {
  const params = await hospital()
  const lease = (n: number) => `10.${n >> 16}.${(n >> 8) & 255}.${n & 255},,,4000,1794000000,1,0,0,pc-${n},0`
  const head = 'address,hwaddr,client_id,valid_lifetime,expire,subnet_id,fqdn_fwd,fqdn_rev,hostname,state'
  const bytes = [head, ...Array.from({ length: 20_001 }, (_, n) => lease(n))].join('\n')
  const seen = await owner.upload(routes.preview, { params, query: {} }, { name: 'kea.csv', bytes })
  expect(seen).toMatchObject({ kind: 'error', error: { code: 'import/too-many-devices' } })
})

test('lines that were passed over are counted by their reason, and the first of them shown', async () => {
  const params = await hospital()
  const table = ['RTX# show arp', 'Interface   IP address  MAC address  TTL', 'LAN1(port1) 192.168.1.11 a4:bb:6d:10:00:01 300']
  const noise = Array.from({ length: 300 }, (_, n) => `LAN1(port1) what is this ${n}`)
  const seen = await read(params, 'ルーター.txt', [...table, ...noise].join('\n'))
  const devices = seen.files[0]?.devices
  // The router itself, by its prompt, and the one that it has met.
  expect(devices?.new).toBe(2)
  expect(devices?.skipped).toHaveLength(50)
  expect(devices?.skippedLines).toBe(devices?.reasons.reduce((sum, { lines }) => sum + lines, 0))
  expect(devices?.skippedLines).toBeGreaterThanOrEqual(300)
})

test('a list of maintenance contracts stays one, although it names devices with their serial numbers', async () => {
  const params = await hospital()
  const list =
    '会社名,電話,機器名,シリアル番号,契約開始日,契約終了日\r\n例システム株式会社,00-1111-0001,画像サーバ,SN10003,2026/4/1,2027/3/31\r\n'
  expect((await read(params, '保守契約.csv', list)).files[0]?.kind).toBe('vendor-list')
})

test('the page of imports says which formats are read, how well each is known, and calls a file as it was brought', async () => {
  const params = await hospital()
  await takeIn(params, 'switches.txt', '# show arp\n192.0.2.1 a4:bb:6d:10:00:77 LAN1\n')
  const { formats, imports } = await owner.ask(routes.imports, { params })
  expect(formats.map(({ basis }) => basis.en)[0]).toBe('Seen on real output')
  expect(formats.flatMap((group) => group.formats.map(({ id }) => id)).toSorted()).toEqual(
    loadCatalogue()
      .scanFormats.map(({ id }) => id)
      .toSorted(),
  )
  expect(imports.map(({ file }) => file)).toEqual(['switches.txt'])
})
