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
