import { createHash } from 'node:crypto'
import { appendFileSync, chmodSync, readdirSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import { routes } from '@mimamori/contract'
import { closeCompiler, verify } from '@mimamori/papers'
import { givenServer } from '@mimamori/testing'
import { afterAll, describe, expect, test } from 'vitest'

const server = await givenServer()
const { owner } = server
const { facility } = await owner.ask(routes.loadExample, { params: { example: 'hospital-180beds' }, body: {} })
const params = { facility }
const silent = 'sh:2026.r7.rei-gazo.images'
afterAll(closeCompiler)

const pack = (query: { format: 'pdf' | 'zip'; copy?: 'on-site' | 'hand-over'; id?: string }) =>
  owner.download(routes.makePaper, { params: { ...params, kind: 'pack' }, query })

describe('the inspection pack', () => {
  test.each(['pdf', 'zip'] as const)('as %s is signed, intact, and the same bytes when it is asked for again', async (format) => {
    const first = await pack({ format })
    expect([first.status, first.name]).toEqual([200, expect.stringMatching(/^2026_[a-z0-9-]+_pack_on-site\.(pdf|zip)$/)])
    const report = await verify(first.bytes)
    expect(report).toMatchObject({ ok: true, intact: true })
    expect(report.signatures).toHaveLength(1)
    const again = await pack({ format })
    expect(again.bytes.equals(first.bytes)).toBe(true)
    const { made } = await owner.ask(routes.papers, { params })
    const row = made.find((one) => one.kind === 'pack' && one.checkNumber !== '')
    const byId = await pack({ format, id: made.find((one) => one.kind === 'pack')?.id ?? '' })
    expect(byId.status).toBe(200)
    expect(row).toMatchObject({ title: { ja: '検査用一式' } })
  })

  test('made before a change is re-read, and made anew after it', async () => {
    server.clock.moveMinutes(1)
    const before = await pack({ format: 'zip', copy: 'hand-over' })
    const [{ id: old } = { id: '' }] = (await owner.ask(routes.papers, { params })).made
    const facts = await owner.ask(routes.facts, { params })
    const change = { kind: 'set', slice: 'facility', id: facility, fields: { phone: '00-0000-9999' } } as const
    await owner.ask(routes.change, { params, body: { changes: [{ change, expected: facts.facility.version }] } })
    expect((await pack({ format: 'zip', copy: 'hand-over' })).bytes.equals(before.bytes)).toBe(false)
    expect((await pack({ format: 'zip', id: old })).bytes.equals(before.bytes)).toBe(true)
  })

  test('of another organisation does not exist', async () => {
    const stranger = await server.stranger()
    const [{ id } = { id: '' }] = (await owner.ask(routes.papers, { params })).made
    expect((await stranger.download(routes.makePaper, { params: { ...params, kind: 'pack' }, query: { format: 'zip', id } })).status).toBe(
      404,
    )
  })
})

describe('a check number that was typed in', () => {
  const ask = (number: string) => owner.ask(routes.checkNumber, { params, query: { number } })

  test('leads to the paper that was kept, with when, by whom and that it is intact', async () => {
    const bytes = (await pack({ format: 'pdf', copy: 'hand-over' })).bytes
    const number = (await verify(bytes)).checkNumber ?? ''
    const typed = number.toLowerCase().replaceAll('-', ' ')
    const found = await ask(typed)
    expect(found.number).toBe(number)
    expect(found.papers).toEqual([
      {
        title: expect.objectContaining({ ja: '検査用一式' }),
        format: 'pdf',
        copy: 'hand-over',
        at: expect.any(String),
        by: expect.any(String),
        state: 'intact',
      },
    ])
  })

  test('tells that the kept file was changed or is gone', async () => {
    const { bytes } = await pack({ format: 'zip', copy: 'hand-over' })
    const number = (await verify(bytes)).checkNumber ?? ''
    const hash = createHash('sha256').update(bytes).digest('hex')
    const [path = ''] = readdirSync(server.dataFolder, { recursive: true, encoding: 'utf8' }).filter((name) => name.endsWith(hash))
    const file = join(server.dataFolder, path)
    chmodSync(file, 0o600)
    appendFileSync(file, 'x')
    expect((await ask(number)).papers.map((one) => one.state)).toEqual(['changed'])
    rmSync(file)
    expect((await ask(number)).papers.map((one) => one.state)).toEqual(['gone'])
  })

  test('of a paper that stays in the house tells when it was made, though it is not kept', async () => {
    const file = await owner.download(routes.makePaper, { params: { ...params, kind: 'contact-chart' }, query: { format: 'pdf' } })
    const found = await ask((await verify(file.bytes)).checkNumber ?? '')
    expect(found.papers).toMatchObject([{ title: { ja: '連絡体制図' }, state: 'not-kept' }])
  })

  test('that no paper carries finds none, and what is no number is refused', async () => {
    expect((await ask('WGSE-AJNS-ZJG3')).papers).toEqual([])
    expect(await owner.call(routes.checkNumber, { params, query: { number: '0000' } })).toMatchObject({
      error: { code: 'paper/no-check-number' },
    })
  })

  test('of another facility or organisation is not told', async () => {
    const stranger = await server.stranger()
    const number = (await verify((await pack({ format: 'pdf', copy: 'hand-over' })).bytes)).checkNumber ?? ''
    expect(await stranger.call(routes.checkNumber, { params, query: { number } })).toMatchObject({ status: 404 })
    const { facility: other } = await owner.ask(routes.loadExample, { params: { example: 'clinic-1vendor' }, body: {} })
    expect((await owner.ask(routes.checkNumber, { params: { facility: other }, query: { number } })).papers).toEqual([])
  })
})

describe('papers of weaknesses', () => {
  const kinds = async () => (await owner.ask(routes.papers, { params })).papers.map(({ kind }) => kind)
  const make = (kind: string, query: { format: 'pdf' | 'xlsx' | 'html'; id?: string; way?: 'post' | 'fax' }) =>
    owner.download(routes.makePaper, { params: { ...params, kind }, query })
  const vendor = 'v:rei-gazo'
  const added = (slice: string, record: object) => ({ change: { kind: 'add', slice, record } as never }) // records without branded ids

  test('there is no request for updates while there is nothing to ask for', async () => {
    expect(await kinds()).not.toContain('update-request')
    expect((await make('update-request', { format: 'pdf' })).status).toBe(404)
    expect((await owner.ask(routes.vendors, { params })).toAskForUpdates).toEqual([])
  })

  test('the request of one response, of one vendor and of all is made once there is, and kept as it left the house', async () => {
    const response = {
      id: 'resp:gate',
      title: '読影用ゲートの更新',
      name: 'FortiGate-40F',
      assets: ['d:gate-reading'],
      vendor,
      openedOn: '2026-11-10',
    }
    await owner.ask(routes.change, { params, body: { changes: [added('responses', { ...response, fixedVersion: '7.2.12' })] } })
    expect(await kinds()).toContain('update-request')
    expect((await owner.ask(routes.vendors, { params })).toAskForUpdates).toEqual([vendor])
    const page = (await make('update-request', { format: 'html', id: 'resp:gate' })).bytes.toString()
    expect(page).toContain('例画像株式会社')
    expect(page).toContain('7.2.12 以上')
    for (const id of ['resp:gate', vendor, undefined])
      for (const format of ['pdf', 'xlsx'] as const) {
        const first = await make('update-request', { format, ...(id !== undefined && { id }) })
        expect(first.status).toBe(200)
        expect((await make('update-request', { format, ...(id !== undefined && { id }) })).bytes.equals(first.bytes)).toBe(true)
      }
    expect((await make('update-request', { format: 'html', id: vendor, way: 'fax' })).bytes.toString()).toContain('FAX送付状')
    expect((await make('update-request', { format: 'html', id: 'v:rei-system' })).status).toBe(404)
  })

  test('the monthly report tells how old the feeds of the installation are', async () => {
    const months = (await owner.ask(routes.papers, { params })).papers.find(({ kind }) => kind === 'monthly-report')?.months
    expect(months).toHaveLength(12)
    const page = async (id?: string) => (await make('monthly-report', { format: 'html', ...(id !== undefined && { id }) })).bytes.toString()
    expect(await page()).toContain('弱点の情報を取り込んでいないため')
    await server.takeIn(
      'kev.json',
      JSON.stringify({
        title: 'CISA Catalog of Known Exploited Vulnerabilities',
        catalogVersion: '2026.11.10',
        dateReleased: '2026-11-10T00:00:00Z',
        count: 0,
        vulnerabilities: [],
      }),
    )
    expect(await page()).toContain('読影用ゲートの更新')
    expect(await page(months?.[1])).toContain('月末ではなく')
  })
})

describe('other papers', () => {
  test.each([
    ['inspection', 'pdf'],
    ['inspection', 'xlsx'],
    ['inspection', 'html'],
    ['checklist', 'pdf'],
    ['checklist', 'xlsx'],
    ['contact-chart', 'pdf'],
    ['board', 'pdf'],
    ['board', 'html'],
    ['ten-questions', 'pdf'],
    ['vendor-request', 'pdf'],
    ['monthly-report', 'pdf'],
    ['monthly-report', 'xlsx'],
    ['plan-board', 'pdf'],
    ['plan-annex', 'xlsx'],
    ['budget-request', 'xlsx'],
    ['budget-attachment', 'docx'],
    ['committee', 'docx'],
  ] as const)('%s as %s is made in both languages', async (kind, format) => {
    for (const lang of ['ja', 'en'] as const) {
      const file = await owner.download(routes.makePaper, { params: { ...params, kind }, query: { format, lang } })
      expect([kind, lang, file.status, file.bytes.length > 1000]).toEqual([kind, lang, 200, true])
      expect(file.name).toMatch(/^[\x20-\x7e]+$/)
    }
  })

  test('a work card is made for its item', async () => {
    const view = await owner.ask(routes.checklist, { params })
    const card = view.items.find((item) => item.card !== undefined)?.card ?? ''
    const file = await owner.download(routes.makePaper, { params: { ...params, kind: 'work-card' }, query: { format: 'pdf', id: card } })
    expect(file.status).toBe(200)
  })

  test('the contact chart is no longer a task once it was printed', async () => {
    await owner.download(routes.makePaper, { params: { ...params, kind: 'contact-chart' }, query: { format: 'pdf' } })
    expect((await owner.ask(routes.home, { params })).tasks.map((task) => task.id)).not.toContain('contact-chart')
  })

  test.each(['post', 'fax', 'mail'] as const)('a request by %s is kept as it left the house', async (way) => {
    const ask = () => owner.download(routes.vendorSheetFile, { params: { ...params, sheet: silent }, query: { format: 'pdf', way } })
    const first = await ask()
    expect(first.status).toBe(200)
    expect((await ask()).bytes.equals(first.bytes)).toBe(true)
  })

  test.each([
    ['no-such-paper', 'pdf', 'paper/not-found'],
    ['board', 'zip', 'paper/no-such-format'],
    ['work-card', 'pdf', 'paper/not-found'],
  ] as const)('%s as %s is refused: %s', async (kind, format, code) => {
    expect(
      await owner
        .download(routes.makePaper, { params: { ...params, kind }, query: { format } })
        .then((file) => JSON.parse(file.bytes.toString())),
    ).toMatchObject({ error: { code } })
  })

  test.each([
    ['checklist', 'sh:nowhere'],
    ['vendor-request', 'sh:nowhere'],
    ['vendor-request', 'sh:2026.r7.own'],
    ['work-card', 'card:nowhere'],
    ['update-request', 'v:nowhere'],
    ['update-request', 'resp:nowhere'],
    ['monthly-report', '2026-12'],
    ['monthly-report', '2026-13'],
    ['monthly-report', 'resp:nowhere'],
    ['pack', 'sh:nowhere'],
    ['board', silent],
  ] as const)('%s of %s is not here: no other paper comes in its place', async (kind, id) => {
    const file = await owner.download(routes.makePaper, { params: { ...params, kind }, query: { format: 'pdf', id } })
    expect([file.status, JSON.parse(file.bytes.toString()).error.code]).toEqual([404, 'paper/not-found'])
  })

  test('a frozen paper comes under its own kind alone', async () => {
    const { made } = await owner.ask(routes.papers, { params })
    const id = made.find((one) => one.kind === 'pack')?.id ?? ''
    const file = await owner.download(routes.makePaper, { params: { ...params, kind: 'vendor-request' }, query: { format: 'pdf', id } })
    expect(file.status).toBe(404)
  })

  test('the checklist of one sheet holds that sheet alone', async () => {
    const ask = (query: { id?: string }) =>
      owner.download(routes.makePaper, { params: { ...params, kind: 'checklist' }, query: { format: 'html', ...query } })
    const [one, all] = await Promise.all([ask({ id: silent }), ask({})])
    expect(one.status).toBe(200)
    expect(one.bytes.length).toBeLessThan(all.bytes.length)
  })

  test('every paper that was made stands in the audit trail', async () => {
    const { rows } = await server.database.admin.query(
      `select detail->>'kind' as kind from audit where action = 'paper/made' and subject = $1`,
      [facility],
    )
    expect(new Set(rows.map((row) => row.kind))).toEqual(
      new Set([
        'pack',
        'inspection',
        'checklist',
        'contact-chart',
        'board',
        'ten-questions',
        'vendor-request',
        'work-card',
        'monthly-report',
        'update-request',
        'plan-board',
        'plan-annex',
        'budget-request',
        'budget-attachment',
        'committee',
      ]),
    )
  })
})
