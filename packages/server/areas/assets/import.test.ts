import { routes } from '@mimamori/contract'
import { devicesOf, givenServer, nmapScan as nmap, deviceRegister as register } from '@mimamori/testing'
import { describe, expect, test } from 'vitest'

const { owner } = await givenServer()
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
    expect(file?.devices).toMatchObject({ known: 1, new: 1, conflicts: 0, format: { id: 'nmap', basis: 'real-output' } })
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
