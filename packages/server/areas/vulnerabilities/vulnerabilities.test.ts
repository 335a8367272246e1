import { readFile } from 'node:fs/promises'
import { routes } from '@mimamori/contract'
import { devicesOf, type GivenVendor, givenServer, givenVendor } from '@mimamori/testing'
import { knownExploitedFile } from '@mimamori/testing/fixtures'
import { beforeAll, describe, expect, test } from 'vitest'

const server = await givenServer()
const { owner } = server
const { facility } = await owner.ask(routes.loadExample, { params: { example: 'hospital-180beds' }, body: {} })
const params = { facility }
const gate = 'd:gate-reading'
const cve = 'CVE-2099-1001'

/** What CISA says with it: no attack runs by itself. */
const ssvc = {
  id: 'CVE-2099-1001',
  role: 'CISA Coordinator',
  options: [{ Exploitation: 'active' }, { Automatable: 'no' }, { 'Technical Impact': 'total' }],
  version: '2.0.3',
  timestamp: '2026-11-10T00:00:00Z',
}

function cveRecord({ id, last, product = 'FortiOS' }: { id: string; last: string; product?: string }): string {
  return JSON.stringify({
    dataType: 'CVE_RECORD',
    dataVersion: '5.1',
    cveMetadata: { cveId: id, state: 'PUBLISHED', dateUpdated: '2026-11-01T00:00:00Z' },
    containers: {
      cna: {
        title: `An outsider can run code in ${product}`,
        affected: [
          {
            vendor: 'Fortinet',
            product,
            defaultStatus: 'unaffected',
            versions: [{ version: '7.2.0', lessThanOrEqual: last, status: 'affected', versionType: 'semver' }],
          },
        ],
      },
      adp: [{ metrics: [{ other: { type: 'ssvc', content: ssvc } }] }],
    },
  })
}

const kev = knownExploitedFile(cve)

const overview = () => owner.ask(routes.vulnerabilities, { params })
const rowOf = async (asset: string) => {
  const { visits, others, calm, open } = await overview()
  return [...visits.flatMap(({ rows }) => rows), ...others, ...calm, ...open].find(({ shown }) => shown.some((one) => one.asset === asset))
}

beforeAll(async () => {
  await server.takeIn('cve.json', cveRecord({ id: cve, last: '7.2.4' }))
  await server.takeIn('kev.json', kev)
  await server.match(facility)
})

describe('a device behind a line that is always on, with a version whose weakness is used in attacks', () => {
  test('stands in a visit of its vendor, with its reason', async () => {
    const { visits, headline } = await overview()
    const visit = visits.find(({ rows }) => rows.some(({ shown }) => shown[0]?.asset === gate))
    expect(visit).toMatchObject({ vendor: 'v:rei-gazo', vendorName: '例画像株式会社' })
    expect(await rowOf(gate)).toMatchObject({
      version: '7.2.4',
      verdict: 'affected',
      exposure: 'remote-path',
      knownExploited: true,
      ransomware: true,
      first: { advisory: cve },
      vendor: 'v:rei-gazo',
      state: 'new',
      isDue: true,
    })
    expect(headline).toMatchObject({ openFromOutside: 1, exploited: 1 })
  })

  test('is counted on the first page, and its twin is not', async () => {
    expect((await owner.ask(routes.home, { params })).counts.weak).toBe(1)
  })

  test('its twin that lies switched off is calm, and says why', async () => {
    const { calm } = await overview()
    const twin = calm.find(({ shown }) => shown[0]?.asset === 'd:gate-reading-spare')
    expect(twin).toMatchObject({ exposure: 'none', action: 'next-upgrade' })
    expect(twin?.exposureSays.ja).toContain('電源を切って')
  })

  test('a device with a later version is not in the list, and one can ask why', async () => {
    expect(await rowOf('d:firewall')).toBeUndefined()
    const why = await owner.ask(routes.whyAffected, { params, query: { installed: 'd:firewall|firmware', advisory: cve } })
    expect(why).toMatchObject({ verdict: 'not-affected', sources: [{ feed: 'cve5', id: cve }] })
    expect(why.says.ja).toContain('7.2.8')
    const other = await owner.ask(routes.whyAffected, { params, query: { installed: `${gate}|firmware`, advisory: cve } })
    expect(other.verdict).toBe('affected')
  })

  test('the page of the device and that of the weakness tell the same', async () => {
    const device = await owner.ask(routes.vulnerableDevice, { params: { ...params, asset: gate } })
    const matches = device.products.flatMap((product) => product.matches)
    expect(matches).toMatchObject([{ advisory: cve, verdict: 'affected', knownExploitedOn: '2026-11-10', ransomware: 'yes' }])
    const page = await owner.ask(routes.advisory, { params: { ...params, advisory: cve } })
    expect(page.devices.map(({ asset }) => asset).sort()).toEqual([gate, 'd:gate-reading-spare'])
    expect(page.records).toMatchObject([{ feed: 'cve5', id: cve }])
  })

  test('held against the feeds once more, nothing is written', async () => {
    const { revision } = await overview()
    expect((await server.match(facility)).changed).toBe(0)
    expect((await overview()).revision).toBe(revision)
  })

  test('a link that is cut makes what stood behind it less urgent in the next answer', async () => {
    const added = (slice: string, record: object) => ({ change: { kind: 'add', slice, record } as never }) // records without branded ids
    const [zone, asset, link] = ['z:tried', 'd:tried', 'lk:tried']
    const about = { name: '試しの装置', kind: 'firewall', maker: 'Fortinet', model: 'FortiGate-40F', os: 'FortiOS', firmware: '7.2.3' }
    await owner.ask(routes.change, {
      params,
      body: {
        changes: [
          added('zones', { id: zone, name: '試しの区画', trust: 'office' }),
          added('assets', { id: asset, zones: [zone], ...about }),
          added('links', { id: link, fromLine: 'line:internet', toZone: zone, layer: 'l3', control: 'none' }),
        ],
      },
    })
    await server.match(facility)
    expect(await rowOf(asset)).toMatchObject({ exposure: 'internet', action: 'days-3-forensics' })
    const { links } = await owner.ask(routes.network, { params })
    const expected = links.find(({ record }) => record.id === link)?.version ?? 0
    const cut = { kind: 'set', slice: 'links', id: link, fields: { cutOn: '2026-11-20' } } as never // an id without its brand
    await owner.ask(routes.change, { params, body: { changes: [{ change: cut, expected }] } })
    const after = await rowOf(asset)
    expect(after).toMatchObject({ exposure: 'internal', action: 'days-14' })
    const { asset: device } = await owner.ask(routes.asset, { params: { ...params, asset } })
    const gone = { kind: 'remove', slice: 'assets', id: asset } as never // an id without its brand
    await owner.ask(routes.change, { params, body: { changes: [{ change: gone, expected: device.version }] } })
    expect(await rowOf(asset)).toBeUndefined()
  })
})

describe('a response', () => {
  let vendor: GivenVendor
  let other: GivenVendor
  let response: string
  const vendorSees = async (of: GivenVendor) => of.acting.ask(routes.vendorResponses)
  const view = () => owner.ask(routes.vulnerabilityResponse, { params: { ...params, response } })
  const received = async (of: GivenVendor) => (await of.acting.raw(routes.vendorResponses, {})).text()

  beforeAll(async () => {
    vendor = await givenVendor(server, facility, { vendor: 'v:rei-gazo' })
    other = await givenVendor(server, facility, { vendor: 'v:rei-system' })
  })

  test('is opened from a row, and its vendor is told of the devices and of nothing else', async () => {
    const before = await received(other)
    const row = await rowOf(gate)
    const opened = await owner.ask(routes.openResponses, { params, body: { rows: [row?.id ?? ''], told: { way: 'screen' } } })
    response = opened.responses[0] ?? ''
    const { responses } = await vendorSees(vendor)
    expect(responses).toMatchObject([
      { response, state: 'told', devices: [{ name: '読影VPN装置', version: '7.2.4' }], steps: [{ kind: 'told', side: 'facility' }] },
    ])
    expect(await received(other)).toBe(before)
    for (const hidden of ['ファイアウォール', '予備', '10.18.40', gate]) expect(await received(vendor)).not.toContain(hidden)
    const again = await owner.call(routes.openResponses, { params, body: { rows: [row?.id ?? ''] } })
    expect(again).toMatchObject({ kind: 'error', error: { code: 'vulnerabilities/taken-already' } })
  })

  test('is answered by its vendor alone, each step after the other side has been read', async () => {
    const step = (of: GivenVendor, body: object) =>
      of.acting.call(routes.stepVendorResponse, { params: { place: of.relation, response }, body } as never) // the body is what is tried
    expect(await step(other, { seen: 1, kind: 'accepted' })).toMatchObject({ kind: 'error', error: { code: 'response/not-found' } })
    expect((await step(vendor, { seen: 1, kind: 'accepted' })).kind).toBe('ok')
    expect(await step(vendor, { seen: 1, kind: 'done' })).toMatchObject({ kind: 'error', error: { code: 'response/changed-meanwhile' } })
    expect(await step(vendor, { seen: 2, kind: 'planned' })).toMatchObject({ kind: 'error', error: { code: 'response/no-such-step' } })
    expect((await step(vendor, { seen: 2, kind: 'planned', plannedOn: '2026-11-24', costYen: 80_000 })).kind).toBe('ok')
    expect(await view()).toMatchObject({ state: 'planned', plannedOn: '2026-11-24', costYen: 80_000, vendorName: '例画像株式会社' })
    expect((await rowOf(gate))?.state).toBe('planned')
  })

  test('keeps what only the facility may say from its vendor', async () => {
    await owner.ask(routes.stepResponse, {
      params: { ...params, response },
      body: { seen: 3, kind: 'said', note: '夜間でお願いします', costYen: 99_999 },
    })
    const text = await received(vendor)
    expect(text).toContain('夜間でお願いします')
    expect(text).not.toContain('99999')
  })

  test('is proven when the version is read again and is not affected, on the day of the reading', async () => {
    server.clock.set('2026-11-25T03:00:00Z')
    const console = await readFile('examples/hospital-180beds-after-update/fortigate-dokuei.txt', 'utf8')
    const draft = await devicesOf(owner).read(params, 'fortigate-dokuei.txt', console)
    await owner.ask(routes.applyImport, { params: { ...params, draft: draft.id }, body: {} })
    await server.match(facility)
    const proven = await view()
    expect(proven).toMatchObject({ state: 'proven', proof: 'read-again', on: '2026-11-24', daysToClose: 4 })
    expect(proven.devices).toMatchObject([{ asset: gate, version: '7.2.12', isOpen: false, readOn: '2026-11-24', knownBy: 'console' }])
    expect(proven.steps.at(-1)).toMatchObject({ kind: 'proven', on: '2026-11-24', version: '7.2.12' })
    const { closed, medianDays, headline } = await overview()
    expect(closed).toMatchObject([{ response, days: 4, closedOn: '2026-11-24', proof: 'read-again' }])
    expect(medianDays).toBe(4)
    expect(headline.exploited).toBe(0)
    expect(await rowOf(gate)).toBeUndefined()
    expect((await server.match(facility)).changed).toBe(0)
  })
})

describe('what is not there', () => {
  const code = async (answer: Promise<{ kind: string; error?: { code: string } }>) => (await answer).error?.code

  test('is told as such', async () => {
    const device = owner.call(routes.vulnerableDevice, { params: { ...params, asset: 'd:none' } })
    expect(await code(device)).toBe('vulnerabilities/no-such-device')
    const advisory = owner.call(routes.advisory, { params: { ...params, advisory: 'CVE-2099-9999' } })
    expect(await code(advisory)).toBe('vulnerabilities/no-such-advisory')
    const rows = owner.call(routes.openResponses, { params, body: { rows: ['d:none|firmware'] } })
    expect(await code(rows)).toBe('vulnerabilities/no-such-row')
    const update = owner.call(routes.stepPlannedUpdate, {
      params: { ...params, update: 'upd:none' },
      body: { seen: 0, kind: 'said', note: 'はい' },
    })
    expect(await code(update)).toBe('planned-update/not-found')
  })
})

const added = (slice: string, record: object) => ({ change: { kind: 'add', slice, record } as never }) // records without branded ids

describe('a planned update', () => {
  const steps = (body: object) => owner.call(routes.stepPlannedUpdate, { params: { ...params, update: 'upd:fees' }, body: body as never }) // the body is what is tried
  const update = async () => (await owner.ask(routes.plannedUpdates, { params })).updates.find((one) => one.update.record.id === 'upd:fees')

  test('says what is missing, and is rolled out only after the facility has said go', async () => {
    const record = {
      id: 'upd:fees',
      title: '診療報酬改定の更新',
      kind: 'fee-revision',
      dueOn: '2027-06-01',
      testBed: 'none',
      touches: [],
      rollBack: '前の版に戻す',
    }
    await owner.ask(routes.change, { params, body: { changes: [added('plannedUpdates', record)] } })
    expect(await update()).toMatchObject({ state: 'planned', gaps: ['no-go'] })
    expect(await steps({ seen: 0, kind: 'rolled-out' })).toMatchObject({ kind: 'error', error: { code: 'response/no-such-step' } })
    for (const [seen, kind] of ['go', 'rolled-out', 'done'].entries()) expect((await steps({ seen, kind, costYen: 1000 })).kind).toBe('ok')
    expect(await update()).toMatchObject({ state: 'done', gaps: [], costYen: 3000 })
  })
})

test('a warning waits until somebody has looked, and is answered by a response', async () => {
  const warning = {
    id: 'warn:tried',
    from: 'association',
    issuer: '例県病院協会',
    title: '注意喚起',
    action: '更新する',
    urgency: 'soon',
    receivedOn: '2026-11-20',
  }
  await owner.ask(routes.change, { params, body: { changes: [added('warnings', warning)] } })
  const state = async () => (await owner.ask(routes.warnings, { params })).warnings.find((one) => one.warning.record.id === warning.id)
  expect(await state()).toMatchObject({ state: 'waits', responses: [] })
  const response = { id: 'resp:tried', title: '注意喚起への対応', assets: [], vendor: 'none', warning: warning.id, openedOn: '2026-11-20' }
  await owner.ask(routes.change, { params, body: { changes: [added('responses', response)] } })
  expect(await state()).toMatchObject({ state: 'answered', responses: ['resp:tried'] })
})

test('words of versions that nobody understands are kept for a person to read', async () => {
  const odd = cveRecord({ id: 'CVE-2099-1003', last: '7.2.4' }).replace(
    /"versions":\[.*?\]/,
    '"versions":[{"version":"builds of spring, see the letter","status":"affected"}]',
  )
  await server.takeIn('odd.json', odd)
  const { unread } = await owner.ask(routes.unreadAdvisories, { params })
  expect(unread).toMatchObject([{ id: 'CVE-2099-1003', parts: [{ text: expect.stringContaining('builds of spring') }] }])
})
