import { routes } from '@mimamori/contract'
import { deviceRegister, devicesOf, givenServer, nmapScan, type SeenHost } from '@mimamori/testing'
import { describe, expect, test } from 'vitest'

const server = await givenServer()
const { owner } = server
const { hospital, takeIn } = devicesOf(owner)

const first = ['192.168.1.11', 'a4:bb:6d:10:00:01', 'uketsuke-01'] as const

async function firstAsset(params: { facility: string }, text: string): Promise<string> {
  return (await owner.ask(routes.assets, { params, query: { text } })).rows[0]?.id ?? ''
}

describe('the list', () => {
  test('is searched in any width and case, narrowed, grouped, sorted and shown in windows', async () => {
    const params = await hospital()
    await takeIn(params, '台帳.csv', deviceRegister)
    const found = await owner.ask(routes.assets, { params, query: { text: 'ＧＡＺＯ-sv' } })
    expect(found.rows.map((row) => row.name)).toEqual(['GAZO-SV'])
    expect(found).toMatchObject({ total: 3, matching: 1 })
    const inRoom = await owner.ask(routes.assets, { params, query: { room: '受付', sort: 'name', order: 'down' } })
    expect(inRoom.rows.map((row) => row.tag)).toEqual(['K-002', 'K-001'])
    const grouped = await owner.ask(routes.assets, { params, query: { group: 'room', offset: 1, limit: 1 } })
    expect(grouped.groups.map(({ value, from, count }) => [value, from, count])).toEqual([
      ['サーバ室', 0, 1],
      ['受付', 1, 2],
    ])
    expect(grouped.rows.map((row) => row.room)).toEqual(['受付'])
    const nobody = await owner.ask(routes.assets, { params, query: { owner: '-' } })
    expect(nobody.matching).toBe(3)
    expect(nobody.states.find((one) => one.state === 'no-owner')?.count).toBe(3)
  })
})

describe('one device', () => {
  test('that is not there is said to be gone', async () => {
    const params = await hospital()
    const answer = await owner.call(routes.asset, { params: { ...params, asset: 'ast:none' } })
    expect(answer).toMatchObject({ kind: 'error', error: { code: 'asset/not-found' } })
  })

  test('that was merged by mistake comes back with its task, its findings and what was accepted', async () => {
    const params = await hospital()
    await takeIn(params, '台帳.csv', deviceRegister)
    const [keep, gone] = [await firstAsset(params, 'K-001'), await firstAsset(params, 'K-002')]
    const seen = await owner.ask(routes.asset, { params: { ...params, asset: gone } })
    const [noOwner, other] = seen.findings
    const { task } = await owner.ask(routes.makeTask, { params, body: { title: '管理者を決める', findings: [noOwner?.id ?? ''] } })
    const accepted = { id: other?.id ?? '', until: '2027-01-31', why: '入れ替えの予定があるため', seen: null }
    await owner.ask(routes.acceptFinding, { params, body: accepted })
    const merge = { change: { kind: 'merge' as const, slice: 'assets' as const, keep, gone } }
    await owner.ask(routes.change, { params, body: { changes: [merge] } })
    const merged = await owner.ask(routes.asset, { params: { ...params, asset: keep } })
    expect(merged.tasks.map((one) => one.task)).toEqual([task])
    expect(merged.merged).toMatchObject([{ gone, goneName: 'UKETSUKE-02' }])
    expect(merged.merged[0]?.at).toBeDefined()
    await owner.ask(routes.change, { params, body: { changes: [{ change: { kind: 'unmerge', slice: 'assets', gone } }] } })
    const back = await owner.ask(routes.asset, { params: { ...params, asset: gone } })
    expect(back.tasks.map((one) => one.task)).toEqual([task])
    expect(back.findings.find((one) => one.id === noOwner?.id)?.task?.id).toBe(task)
    expect(back.findings.find((one) => one.id === other?.id)?.state).toBe('accepted')
    const alone = await owner.ask(routes.asset, { params: { ...params, asset: keep } })
    expect(alone.tasks).toEqual([])
    expect(alone.findings.every((one) => one.state === 'open' && !one.task)).toBe(true)
  })

  test('gets what was read while it was merged, and its task stays with it; what nobody can tell is asked', async () => {
    const params = await hospital()
    await takeIn(params, '台帳.csv', deviceRegister)
    const [keep, gone] = [await firstAsset(params, 'K-001'), await firstAsset(params, 'K-002')]
    const { findings } = await owner.ask(routes.asset, { params: { ...params, asset: gone } })
    const { task } = await owner.ask(routes.makeTask, { params, body: { title: '管理者を決める', findings: [findings[0]?.id ?? ''] } })
    await owner.ask(routes.change, { params, body: { changes: [{ change: { kind: 'merge', slice: 'assets', keep, gone } }] } })
    const hosts = [
      ['192.168.1.1', 'a4:bb:6d:10:00:01', ''],
      ['192.168.1.2', 'a4:bb:6d:10:00:02', ''],
    ] as const
    await takeIn(params, '調査.xml', nmapScan('2026-11-10', hosts))
    const claimsOf = async (asset: string) => {
      const { claims, tasks } = await owner.ask(routes.asset, { params: { ...params, asset } })
      return { ips: claims.flatMap(({ claim }) => claim.record.ips ?? []), tasks: tasks.map((one) => one.task) }
    }
    expect((await claimsOf(keep)).ips.toSorted()).toEqual(['192.168.1.1', '192.168.1.2'])
    const parted = await owner.ask(routes.change, { params, body: { changes: [{ change: { kind: 'unmerge', slice: 'assets', gone } }] } })
    expect(await claimsOf(keep)).toEqual({ ips: ['192.168.1.1'], tasks: [] })
    expect(await claimsOf(gone)).toEqual({ ips: ['192.168.1.2'], tasks: [task] })
    await owner.ask(routes.undo, { params, body: { revision: parted.revision } })
    expect((await claimsOf(keep)).ips.toSorted()).toEqual(['192.168.1.1', '192.168.1.2'])
  })
})

test('a device that is gone leaves with its reason, its findings are done, and undoing brings it back', async () => {
  const params = await hospital()
  await takeIn(params, '台帳.csv', deviceRegister)
  const [row] = (await owner.ask(routes.assets, { params, query: { text: 'K-003' } })).rows
  const assets = [{ asset: row?.id as never, version: row?.version ?? 0 }] // an id without its brand
  const late = await owner.ask(routes.retireAssets, { params, body: { assets: [{ ...assets[0], version: 99 } as never], why: '廃棄した' } }) // as above
  expect(late.conflicts).toHaveLength(1)
  const { revision } = await owner.ask(routes.retireAssets, { params, body: { assets, why: '廃棄した' } })
  expect((await owner.ask(routes.assets, { params })).total).toBe(2)
  const trail = await owner.ask(routes.audit, { query: {} })
  expect(JSON.stringify(trail)).toContain('機器1台')
  const { findings } = await owner.ask(routes.findings, { params, query: { state: 'all' } })
  const own = findings.filter((one) => one.id.endsWith(row?.id ?? '-'))
  expect(own.length).toBeGreaterThan(0)
  expect(own.every(({ state }) => state === 'done')).toBe(true)
  await owner.ask(routes.undo, { params, body: { revision } })
  expect((await owner.ask(routes.asset, { params: { ...params, asset: row?.id ?? '' } })).claims).toHaveLength(1)
})

test('a disclosure sheet that is noted with the vendor is that of its device, on its page and in its findings', async () => {
  const params = await hospital()
  const add = (slice: string, record: object) => ({ change: { kind: 'add', slice, record } as never }) // a record of this slice
  const device = { id: 'ast:ct', name: 'CT', kind: 'medical-device', model: 'EX-100', vendor: 'v:ct' }
  const sheet = { id: 'mds:1', vendor: 'v:ct', product: 'CTスキャナ EX-100', kind: 'mds', receivedOn: '2026-11-02' }
  const send = (...changes: { change: never }[]) => owner.ask(routes.change, { params, body: { changes } })
  const seen = async () => {
    const { row, disclosureCameOn } = await owner.ask(routes.asset, { params: { ...params, asset: 'ast:ct' } })
    return [row.states.includes('disclosure-missing'), disclosureCameOn]
  }
  await send(add('vendors', { id: 'v:ct', name: '例医療機器株式会社' }), add('assets', device))
  expect(await seen()).toEqual([true, undefined])
  await send(add('disclosures', sheet))
  expect(await seen()).toEqual([false, '2026-11-02'])
})

test('a device that gets another name has it in its findings too', async () => {
  const params = await hospital()
  await takeIn(params, '台帳.csv', deviceRegister)
  const [row] = (await owner.ask(routes.assets, { params, query: { text: 'K-003' } })).rows
  const change = { kind: 'set' as const, slice: 'assets' as const, id: row?.id ?? '', fields: { name: '検査部の画像サーバ' } }
  await owner.ask(routes.change, { params, body: { changes: [{ change, expected: row?.version ?? 0 }] } })
  const { findings } = await owner.ask(routes.findings, { params })
  const titles = findings.filter(({ rule }) => rule === 'assets/no-owner').map(({ title }) => title.ja)
  expect(titles.filter((title) => title.startsWith('検査部の画像サーバ'))).toHaveLength(1)
  expect(titles.some((title) => title.startsWith('GAZO-SV'))).toBe(false)
})

describe('what only a person can tell', () => {
  async function waiting() {
    const params = await hospital()
    await takeIn(params, '台帳.csv', deviceRegister)
    await takeIn(params, '調査.xml', nmapScan('2026-11-10', [first]))
    await takeIn(params, '調査2.xml', nmapScan('2026-11-12', [['192.168.1.11', '', '']]))
    const view = await owner.ask(routes.assetConflicts, { params })
    return { params, view, claim: view.conflicts[0]?.claim }
  }

  test('waits with its candidates side by side and the sentence why', async () => {
    const { view } = await waiting()
    expect(view.total).toBe(1)
    const [one] = view.conflicts
    expect(one?.why.ja).toMatch(/IPアドレス/)
    expect(one?.candidates.map(({ asset }) => asset.record.tag)).toEqual(['K-001'])
    expect(one?.facts.find(({ field }) => field === 'ips')).toMatchObject({
      told: { ja: '192.168.1.11', en: '192.168.1.11' },
      assets: [{ same: true }],
    })
  })

  test('is counted beside the list, even where it may be of no device that is there', async () => {
    const params = await hospital()
    await takeIn(
      params,
      '台帳.csv',
      '管理番号,機器名,シリアル番号,MACアドレス\r\nK-1,A,SN1001,a4:bb:6d:10:00:01\r\nK-2,B,SN1001,a4:bb:6d:10:00:02',
    )
    expect(await owner.ask(routes.assets, { params })).toMatchObject({ total: 0, questions: 2 })
  })

  test('is asked once, however often the same address was seen, and one decision is for all of it', async () => {
    const { params } = await waiting()
    await takeIn(params, '調査3.xml', nmapScan('2026-11-14', [['192.168.1.11', '', '']]))
    await takeIn(params, '調査4.xml', nmapScan('2026-11-16', [['192.168.1.11', '', '', 443]]))
    const view = await owner.ask(routes.assetConflicts, { params })
    expect(view.total).toBe(1)
    const told = view.conflicts.flatMap((one) => [one.claim, ...one.earlier.map(({ claim }) => claim)])
    expect(told.map(({ record }) => record.file)).toEqual(['調査4.xml', '調査3.xml', '調査2.xml'])
    const decisions = told.map(({ record, version }) => ({ claim: record.id, version, as: 'new' as const }))
    const { revision } = await owner.ask(routes.decideConflicts, { params, body: { decisions: decisions } })
    const { rows } = await owner.ask(routes.assets, { params, query: { state: 'unlisted' } })
    expect(rows).toHaveLength(1)
    expect((await owner.ask(routes.asset, { params: { ...params, asset: rows[0]?.id ?? '' } })).claims).toHaveLength(3)
    await owner.ask(routes.undo, { params, body: { revision } })
    expect((await owner.ask(routes.assetConflicts, { params })).total).toBe(1)
  })

  test('is decided as a device of the register, and undone again', async () => {
    const { params, view, claim } = await waiting()
    const asset = view.conflicts[0]?.candidates[0]?.asset.record.id ?? ''
    const decision = { claim: claim?.record.id ?? '', version: claim?.version ?? 0, as: 'same' as const, asset }
    const { revision } = await owner.ask(routes.decideConflicts, { params, body: { decisions: [decision as never] } }) // ids without their brand
    expect((await owner.ask(routes.assetConflicts, { params })).total).toBe(0)
    const one = await owner.ask(routes.asset, { params: { ...params, asset } })
    expect(one.row.lastSeen?.on).toBe('2026-11-12')
    const twice = await owner.call(routes.decideConflicts, { params, body: { decisions: [decision as never] } }) // as above
    expect(twice).toMatchObject({ kind: 'error', error: { code: 'asset/no-conflict' } })
    await owner.ask(routes.undo, { params, body: { revision } })
    expect((await owner.ask(routes.assetConflicts, { params })).total).toBe(1)
  })

  test('is not decided two ways at once, and nothing of it is registered', async () => {
    const { params, view, claim } = await waiting()
    const one = { claim: claim?.record.id ?? '', version: claim?.version ?? 0 }
    const asset = view.conflicts[0]?.candidates[0]?.asset.record.id ?? ''
    const decisions = [{ ...one, as: 'same' as const, asset } as never, { ...one, as: 'new' as const, name: '待合の端末' } as never] // ids without their brand
    const answer = await owner.call(routes.decideConflicts, { params, body: { decisions } })
    expect(answer).toMatchObject({ kind: 'error', error: { code: 'asset/no-conflict' } })
    expect((await owner.ask(routes.assets, { params })).total).toBe(3)
  })

  test('is decided as a new device, which nobody has listed yet', async () => {
    const { params, claim } = await waiting()
    const decision = { claim: claim?.record.id ?? '', version: claim?.version ?? 0, as: 'new' as const, name: '待合の端末' }
    await owner.ask(routes.decideConflicts, { params, body: { decisions: [decision as never] } }) // ids without their brand
    const { rows } = await owner.ask(routes.assets, { params, query: { state: 'unlisted' } })
    expect(rows.map((row) => [row.name, row.ip])).toEqual([['待合の端末', '192.168.1.11']])
  })
})

describe('what is otherwise than before', () => {
  test('is told in words: what came, went and changed between the last two scans', async () => {
    const params = await hospital()
    await takeIn(params, '台帳.csv', deviceRegister)
    const second: SeenHost = ['192.168.1.12', 'a4:bb:6d:10:00:02', 'uketsuke-02']
    await takeIn(params, '十月.xml', nmapScan('2026-10-10', [[...first, 445], second]))
    await takeIn(
      params,
      '十一月.xml',
      nmapScan('2026-11-10', [
        ['192.168.1.21', 'a4:bb:6d:10:00:01', 'uketsuke-01', 3389],
        ['192.168.1.99', 'a4:bb:6d:99:00:99', ''],
      ]),
    )
    const drift = await owner.ask(routes.assetDrift, { params })
    expect(drift.before).toEqual({ from: '2026-10-10', to: '2026-10-10' })
    expect(drift.after).toEqual({ from: '2026-11-10', to: '2026-11-10' })
    expect(drift.added.map((line) => [line.unlisted, line.says[0]?.say])).toEqual([[true, 'new']])
    expect(drift.gone.map((line) => line.name)).toEqual(['UKETSUKE-02'])
    expect(drift.changed.flatMap((line) => line.says.map(({ say }) => say))).toEqual(['ip', 'port-opened', 'port-closed'])
    expect(drift.changed[0]?.says[0]?.text.ja).toContain('192.168.1.21')
    const sourceOf = (name: string) => drift.imports.find((one) => one.name === name)?.source ?? ''
    const turned = { before: sourceOf('十一月.xml'), after: sourceOf('十月.xml') }
    expect((await owner.ask(routes.assetDrift, { params, query: turned })).added.map((line) => line.name)).toEqual(['UKETSUKE-02'])
  })
})

test('labels carry a number by which the device is found again', async () => {
  const params = await hospital()
  await takeIn(params, '台帳.csv', deviceRegister)
  const { bytes } = await owner.download(routes.assetPaper, {
    params: { ...params, paper: 'labels' },
    query: { format: 'html', text: 'K-003' },
  })
  const html = new TextDecoder().decode(bytes)
  const number = /照合番号 ([0-9A-Z-]+)/.exec(html)?.[1] ?? ''
  expect(html).not.toContain('K-001')
  expect((await owner.ask(routes.assets, { params, query: { text: number } })).rows.map((row) => row.tag)).toEqual(['K-003'])
})

test('the list and the labels are made in the language that is asked for, and the Excel is read back in it', async () => {
  const params = await hospital()
  await takeIn(params, '台帳.csv', deviceRegister)
  for (const paper of ['list', 'labels'] as const) {
    const { bytes } = await owner.download(routes.assetPaper, { params: { ...params, paper }, query: { format: 'html', lang: 'en' } })
    expect(new TextDecoder().decode(bytes)).toContain('<html lang="en"')
  }
  const excel = await owner.download(routes.assetsFile, { params, query: { lang: 'en' } })
  const seen = await owner.upload(routes.preview, { params, query: {} }, { name: 'devices.xlsx', bytes: excel.bytes })
  expect(seen).toMatchObject({ kind: 'ok', value: { files: [{ kind: 'devices', read: 3, changes: [], problems: [] }] } })
})

test('a part of the register comes with the names that its records point to', async () => {
  const params = await hospital()
  await takeIn(params, '台帳.csv', deviceRegister)
  const device = await firstAsset(params, 'K-003')
  const record = { id: 'ln:1', name: '光回線', kind: 'internet', device }
  await owner.ask(routes.change, { params, body: { changes: [{ change: { kind: 'add', slice: 'lines', record } }] } })
  const view = await owner.ask(routes.register, { params: { ...params, part: 'lines' } })
  expect(view.lines?.map(({ record: line }) => line.name)).toEqual(['光回線'])
  expect(view.names.assets).toEqual([{ id: device, name: 'GAZO-SV' }])
  const one = await owner.ask(routes.asset, { params: { ...params, asset: device } })
  expect(one.lines).toHaveLength(1)
})
