import { routes } from '@mimamori/contract'
import type { Change } from '@mimamori/domain'
import { closeCompiler } from '@mimamori/papers'
import { givenServer } from '@mimamori/testing'
import { afterAll, describe, expect, test } from 'vitest'

const server = await givenServer()
const { owner } = server
const { facility } = await owner.ask(routes.loadExample, { params: { example: 'hospital-180beds' }, body: {} })
const params = { facility }
afterAll(closeCompiler)

const vendors = () => owner.ask(routes.vendors, { params })
const change = (...changes: readonly unknown[]) =>
  owner.call(routes.change, { params, body: { changes: changes.map((one) => ({ change: one })) as never } }) // the contract's schema reads them
const silent = (await vendors()).sheets.find((line) => line.state === 'waiting')?.sheet ?? ''

/** A letter with two boxes that waits for approval. */
async function drafted(id: string) {
  const letter = {
    id,
    about: 'request',
    title: '確認用シートの依頼',
    sheets: [silent],
    draftedOn: '2026-11-20',
    draftedBy: '見本 花子',
    state: 'waiting',
  }
  const box = (place: number, label: string) =>
    ({ kind: 'add', slice: 'approvalBoxes', record: { id: `${id}.${place}`, approval: id, place, label } }) as unknown as Change // without its branded ids
  return change({ kind: 'add', slice: 'approvals', record: letter }, box(1, '課長'), box(2, '院長'))
}
const mark = (approval: string, place: number, how: 'approved' | 'proxy' | 'returned' | 'afterwards', acting = owner) =>
  acting.call(routes.decideApproval, { params: { facility, approval }, body: { box: `${approval}.${place}`, mark: how } })
const stateOf = async (id: string) => (await vendors()).approvals.find(({ record }) => record.id === id)?.record

describe('a letter put up for approval', () => {
  test('makes its sheet wait, and goes on when the last box is marked', async () => {
    await drafted('ok:a')
    const waiting = (await vendors()).sheets.find((line) => line.sheet === silent)
    expect(waiting).toMatchObject({
      asking: { state: 'awaiting-approval', approval: 'ok:a' },
      next: { ja: expect.stringContaining('決裁待ち') },
    })
    await mark('ok:a', 1, 'approved')
    expect(await stateOf('ok:a')).toMatchObject({ state: 'waiting' })
    await mark('ok:a', 2, 'proxy')
    expect(await stateOf('ok:a')).toMatchObject({ state: 'approved', way: 'screen', approvedOn: '2026-11-20' })
    const box = (await vendors()).approvalBoxes.find(({ record }) => record.id === 'ok:a.2')?.record
    expect(box).toMatchObject({ mark: 'proxy', by: '見本 花子', on: '2026-11-20' })
    expect(await mark('ok:a', 2, 'approved')).toMatchObject({ kind: 'error', error: { code: 'approval/no-such-box' } })
  })

  test('is returned by one who returns it', async () => {
    await drafted('ok:b')
    await mark('ok:b', 1, 'returned')
    expect(await stateOf('ok:b')).toMatchObject({ state: 'returned' })
  })

  test('is never marked, or approved on the screen, by a plain change; on paper it needs its day', async () => {
    await drafted('ok:c')
    const refused = { kind: 'error', error: { code: 'change/not-allowed' } }
    const set = (fields: unknown) => change({ kind: 'set', slice: 'approvals', id: 'ok:c', fields })
    expect(await change({ kind: 'set', slice: 'approvalBoxes', id: 'ok:c.1', fields: { mark: 'approved' } })).toMatchObject(refused)
    expect(await set({ state: 'approved', way: 'screen', approvedOn: '2026-11-20' })).toMatchObject(refused)
    expect(await set({ state: 'approved', way: 'paper' })).toMatchObject(refused)
    const version = (await vendors()).approvals.find(({ record }) => record.id === 'ok:c')?.version ?? 0
    const paper = {
      kind: 'set',
      slice: 'approvals',
      id: 'ok:c',
      fields: { state: 'approved', way: 'paper', approvedOn: '2026-11-19', documentNumber: '総第12号' },
    }
    const answer = await owner.call(routes.change, { params, body: { changes: [{ change: paper, expected: version }] } })
    expect(answer).toMatchObject({ kind: 'ok' })
  })

  test('is not approved by boxes that are only to be seen afterwards: somebody must decide', async () => {
    await drafted('ok:d')
    await mark('ok:d', 2, 'afterwards')
    expect(await stateOf('ok:d')).toMatchObject({ state: 'waiting' })
    expect(await mark('ok:d', 1, 'afterwards')).toMatchObject({ kind: 'error', error: { code: 'approval/nobody-decides' } })
    await mark('ok:d', 1, 'proxy')
    expect(await stateOf('ok:d')).toMatchObject({ state: 'approved', way: 'screen' })
  })

  test('is seen afterwards, in the same box, by the one for whom another decided: once, while it waits and after', async () => {
    const head = await server.person({ role: 'owner', name: '院長 三郎' })
    const seen = async (place: number) => (await vendors()).approvalBoxes.find(({ record }) => record.id === `ok:h.${place}`)?.record
    await drafted('ok:h')
    await mark('ok:h', 1, 'proxy')
    expect(await mark('ok:h', 1, 'afterwards')).toMatchObject({ kind: 'error', error: { code: 'approval/own-proxy' } })
    expect(await mark('ok:h', 1, 'afterwards', head)).toMatchObject({ kind: 'ok' })
    expect(await stateOf('ok:h')).toMatchObject({ state: 'waiting' })
    await mark('ok:h', 2, 'proxy')
    expect(await stateOf('ok:h')).toMatchObject({ state: 'approved', way: 'screen' })
    expect(await mark('ok:h', 2, 'afterwards', head)).toMatchObject({ kind: 'ok' })
    for (const place of [1, 2])
      expect(await seen(place)).toMatchObject({ mark: 'proxy', by: '見本 花子', seenBy: '院長 三郎', seenOn: '2026-11-20' })
    expect(await mark('ok:h', 2, 'afterwards', head)).toMatchObject({ kind: 'error', error: { code: 'approval/no-such-box' } })
    expect(await mark('ok:h', 2, 'approved', head)).toMatchObject({ kind: 'error', error: { code: 'approval/no-such-box' } })
    const paper = await owner.download(routes.makePaper, { params: { facility, kind: 'approval' }, query: { format: 'html', id: 'ok:h' } })
    expect(paper.bytes.toString()).toMatch(/後閲[^後]*院長 三郎/)
  })

  test('is said to be seen afterwards by no plain change', async () => {
    await drafted('ok:i')
    for (const fields of [{ seenOn: '2026-11-20' }, { seenBy: '院長 三郎' }])
      expect(await change({ kind: 'set', slice: 'approvalBoxes', id: 'ok:i.1', fields })).toMatchObject({
        error: { code: 'change/not-allowed' },
      })
    const record = { id: 'ok:i.3', approval: 'ok:i', place: 3, label: '理事長', seenBy: '院長 三郎' }
    expect(await change({ kind: 'add', slice: 'approvalBoxes', record })).toMatchObject({ error: { code: 'change/not-allowed' } })
  })

  test('keeps the marks of two who decide at once, and of one box the first', async () => {
    const head = await server.person({ role: 'owner', name: '院長 太郎' })
    const office = await server.person({ role: 'manager', name: '事務長 二郎' })
    await drafted('ok:e')
    const both = await Promise.all([mark('ok:e', 1, 'approved', office), mark('ok:e', 2, 'approved', head)])
    expect(both.map(({ kind }) => kind)).toEqual(['ok', 'ok'])
    expect(await stateOf('ok:e')).toMatchObject({ state: 'approved', way: 'screen' })
    const marks = (await vendors()).approvalBoxes.filter(({ record }) => record.approval === 'ok:e')
    expect(new Set(marks.map(({ record }) => record.by))).toEqual(new Set(['事務長 二郎', '院長 太郎']))
    await drafted('ok:f')
    const one = await Promise.all([mark('ok:f', 1, 'approved', office), mark('ok:f', 1, 'returned', head)])
    expect(one.map(({ kind }) => kind).toSorted()).toEqual(['error', 'ok'])
  })

  test('takes the day on which it went out, its number and its scan after it was decided, and nothing else', async () => {
    const set = async (fields: object) => {
      const version = (await vendors()).approvals.find(({ record }) => record.id === 'ok:d')?.version ?? 0
      const one = { kind: 'set', slice: 'approvals', id: 'ok:d', fields }
      return owner.call(routes.change, { params, body: { changes: [{ change: one, expected: version }] } })
    }
    const scan = await owner.upload(routes.addEvidence, { params, query: {} }, { name: '決裁.pdf', bytes: '%PDF-1.7\n' })
    const evidence = scan.kind === 'ok' ? scan.value.evidence : ''
    expect(await set({ issuedOn: '2026-11-20', documentNumber: '総第13号', scan: evidence })).toMatchObject({ kind: 'ok' })
    expect(await stateOf('ok:d')).toMatchObject({ issuedOn: '2026-11-20', documentNumber: '総第13号', scan: evidence })
    for (const fields of [{ title: '別の件' }, { approvedOn: '2026-11-01' }, { state: 'waiting' }])
      expect(await set(fields)).toMatchObject({ kind: 'error', error: { code: 'change/not-allowed' } })
  })

  test('has boxes that can be renamed, added and taken off for as long as nobody has marked them, six at most', async () => {
    await drafted('ok:g')
    const box = async (place: number) => (await vendors()).approvalBoxes.find(({ record }) => record.id === `ok:g.${place}`)
    const send = async (one: object, expected?: number) =>
      owner.call(routes.change, { params, body: { changes: [{ change: one, ...(expected !== undefined && { expected }) }] } })
    const rename = async (place: number, label: string) =>
      send({ kind: 'set', slice: 'approvalBoxes', id: `ok:g.${place}`, fields: { label } }, (await box(place))?.version ?? 0)
    const add = (place: number) =>
      send({ kind: 'add', slice: 'approvalBoxes', record: { id: `ok:g.${place}`, approval: 'ok:g', place, label: '係' } })
    expect(await rename(1, '総務課長')).toMatchObject({ kind: 'ok' })
    for (const place of [3, 4, 5, 6]) expect(await add(place)).toMatchObject({ kind: 'ok' })
    const refused = { kind: 'error', error: { code: 'change/not-allowed' } }
    const seventh = { kind: 'add', slice: 'approvalBoxes', record: { id: 'ok:g.7', approval: 'ok:g', place: 6, label: '係' } }
    expect(await send(seventh)).toMatchObject(refused)
    expect(await send({ kind: 'remove', slice: 'approvalBoxes', id: 'ok:g.6' }, (await box(6))?.version ?? 0)).toMatchObject({ kind: 'ok' })
    await mark('ok:g', 1, 'approved')
    expect(await rename(1, '別の人')).toMatchObject(refused)
    expect(await send({ kind: 'remove', slice: 'approvalBoxes', id: 'ok:g.1' }, (await box(1))?.version ?? 0)).toMatchObject(refused)
    expect((await box(1))?.record).toMatchObject({ label: '総務課長', mark: 'approved' })
  })

  test('prints its form with boxes and number', async () => {
    const paper = await owner.download(routes.makePaper, { params: { facility, kind: 'approval' }, query: { format: 'html', id: 'ok:c' } })
    expect(paper.bytes.toString()).toContain('総第12号')
  })
})

describe('a notice to a body outside', () => {
  const body = { toBody: 'association' as const, toName: '例県医師会', toMail: 'jimu@association.example' }
  const notice = (id: string) => ({
    kind: 'add',
    slice: 'requests',
    record: { id, sheet: silent, kind: 'notice', way: 'post', on: '2026-11-20', toBody: 'association' },
  })
  const paper = () =>
    owner.download(routes.makePaper, { params: { facility, kind: 'vendor-notice' }, query: { format: 'html', id: silent } })

  test('is neither made nor recorded before the facility has consented, and not after the consent was taken back', async () => {
    expect((await paper()).status).toBe(404)
    expect(await change(notice('rq:n1'))).toMatchObject({ kind: 'error', error: { code: 'change/not-allowed' } })
    await owner.ask(routes.consentToNotice, { params: { facility, sheet: silent }, body })
    expect((await paper()).bytes.toString()).toContain('例県医師会 御中')
    expect(await change(notice('rq:n1'))).toMatchObject({ kind: 'ok' })
    await owner.ask(routes.withdrawNoticeConsent, { params: { facility, sheet: silent } })
    expect((await paper()).status).toBe(404)
    const again = await owner.call(routes.withdrawNoticeConsent, { params: { facility, sheet: silent } })
    expect(again).toMatchObject({ kind: 'error', error: { code: 'mail/no-consent' } })
  })

  test('is consented to by name, which the audit trail keeps, and by nobody below とりまとめ担当', async () => {
    const editor = await server.person({ role: 'editor' })
    expect(await editor.status(routes.consentToNotice, { params: { facility, sheet: silent }, body })).toBe(403)
    const { rows } = await server.database.admin.query(`select count(*)::int as n from audit where action = 'notice/consented'`)
    expect(rows[0].n).toBe(1)
  })
})
