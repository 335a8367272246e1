import { routes } from '@mimamori/contract'
import { riskFactIds } from '@mimamori/domain'
import { type Acting, type GivenVendor, givenServer, givenVendor } from '@mimamori/testing'
import { beforeAll, describe, expect, test } from 'vitest'
import { screenOfFact } from './fact-screens.ts'

const server = await givenServer()
const { owner } = server
const { facility } = await owner.ask(routes.loadExample, { params: { example: 'hospital-180beds' }, body: {} })
const params = { facility }
const own = 'v:rei-gazo'

const codeOf = async (answer: Promise<{ kind: string; error?: { code: string } }>) => (await answer).error?.code ?? 'ok'
const send = (change: object, expected?: number) =>
  owner.call(routes.change, { params, body: { changes: [{ change, ...(expected !== undefined && { expected }) }] } })
const add = (slice: string, record: object) => send({ kind: 'add', slice, record })
const riskOf = (risk: string) => owner.ask(routes.risk, { params: { ...params, risk } })
const controlOf = (control: string) => owner.ask(routes.control, { params: { ...params, control } })
const decisionOf = async (risk: string, id: string) => (await riskOf(risk)).decisions.find(({ record }) => record.id === id)

test('every fact by which risks are decided has a screen on which it is entered', () => {
  expect(Object.keys(screenOfFact).sort()).toEqual([...riskFactIds].sort())
})

describe('the matrix', () => {
  test('holds all risks with what decides them, and asks first for what decides most', async () => {
    const view = await owner.ask(routes.risks, { params })
    expect(view.riskCategories).toHaveLength(9)
    expect(view.riskStates).toHaveLength(view.risks.length)
    const decides = view.questions.map((question) => question.decides)
    expect(decides).toEqual(decides.toSorted((a, b) => b - a))
    expect(view.questions.every(({ target }) => target !== undefined)).toBe(true)
  })

  test('follows a statement at once, and its undoing', async () => {
    const stateNow = async () =>
      (await owner.ask(routes.risks, { params })).controlStandings.find(({ id }) => id === 'control:mail-filter')?.state
    expect(await stateNow()).toBe('no')
    const stated = await controlOf('control:mail-filter')
    const [line] = stated.statements
    await send({ kind: 'set', slice: 'controls', id: line?.record.id, fields: { state: 'in-place' } }, line?.version)
    expect(await stateNow()).toBe('in-place')
    await owner.ask(routes.undo, { params, body: { revision: (await owner.ask(routes.risks, { params })).revision } })
    expect(await stateNow()).toBe('no')
  })

  test('of a risk or a control that is not in the catalogue nothing is told', async () => {
    expect(await codeOf(owner.call(routes.risk, { params: { ...params, risk: 'risk:none' } }))).toBe('risk/not-found')
    expect(await codeOf(owner.call(routes.control, { params: { ...params, control: 'control:none' } }))).toBe('risk/no-such-control')
  })
})

describe('one risk', () => {
  test('tells its scene, each control with its reasons, and where what is missing is entered', async () => {
    const view = await riskOf('risk:vendor-late')
    expect(view).toMatchObject({
      standing: { state: 'open', borne: 'decision:response-hours' },
      category: { name: { ja: 'インシデントレスポンス' } },
    })
    const [needed] = view.controls.filter(({ isNeeded }) => isNeeded)
    expect(needed).toMatchObject({ state: 'no', signs: [{ by: 'fact', target: { screen: 'register', id: 'contracts' } }] })
    expect(view.names.every(({ target }) => target !== undefined)).toBe(true)
  })

  test('leads from its finding to itself', async () => {
    const { findings } = await riskOf('risk:always-on')
    const [first] = findings
    const finding = await owner.ask(routes.finding, { params, query: { id: first?.id ?? '' } })
    expect(finding.action?.target).toEqual({ screen: 'risk', id: 'risk:always-on' })
  })
})

test('one control tells what opens without it and what it would close', async () => {
  const view = await controlOf('control:mail-filter')
  expect(view.closes.map(({ id }) => id)).toEqual(['risk:mail-open'])
  expect(view.opens).toEqual([])
  const kept = await controlOf('control:fax-check')
  expect(kept.opens.length).toBeGreaterThan(0)
})

describe('an agreement under which names stand', () => {
  const risk = 'risk:vendor-late'
  const id = 'decision:response-hours'
  const set = async (fields: object, forget?: readonly string[]) =>
    codeOf(send({ kind: 'set', slice: 'riskDecisions', id, fields, ...(forget && { forget }) }, (await decisionOf(risk, id))?.version))

  test('keeps its words until the names go with them', async () => {
    expect(await set({ residual: '休日も翌朝になります。' })).toBe('change/signed-terms')
    expect(await set({ residual: '休日も翌朝になります。', vendorBy: '例システム株式会社 保守担当' }, ['facilityBy'])).toBe(
      'change/signed-terms',
    )
    expect(await set({ answer: '入れないことにします。' })).toBe('change/signed-terms')
    expect(await set({ askedOn: '2026-09-11' })).toBe('ok')
    expect(await set({ residual: '休日も翌朝になります。' }, ['facilityBy', 'vendorBy'])).toBe('ok')
    expect((await riskOf(risk)).standing.borne).toBeUndefined()
  })

  test('is never given to another vendor with what the first has answered', async () => {
    expect(await set({ vendor: own })).toBe('change/not-allowed')
  })
})

describe('a vendor', () => {
  let account: GivenVendor
  let byLink: Acting
  const about = { risk: 'risk:always-on', kind: 'request', askedOn: '2026-11-20' }
  const listed = () => account.acting.ask(routes.vendorAgreements, {})
  const seen = async () => (await listed()).agreements.find(({ agreement }) => agreement === 'decision:own')?.version ?? 0
  const answer = (agreement: string, body: { seen: number; answer?: string; signedBy?: string }) =>
    byLink.call(routes.answerAgreement, { params: { place: 'link', agreement }, body })

  beforeAll(async () => {
    account = await givenVendor(server, facility, { vendor: own })
    const { path, code } = await owner.ask(routes.makeAnswerLink, { params: { facility, sheet: account.sheet }, body: { what: 'link' } })
    byLink = await server.guest({ token: path?.split('#')[1] ?? '', code })
    await add('riskDecisions', { id: 'decision:own', vendor: own, asked: '使うときだけ開いてください。', ...about })
    await add('riskDecisions', { id: 'decision:theirs', vendor: 'v:rei-system', asked: 'よそへの依頼です。', ...about })
    await add('riskDecisions', { id: 'decision:alone', asked: '院内だけの決めごとです。', ...about })
  })

  test('sees the agreements that name it and nothing else of the matrix', async () => {
    const view = await listed()
    expect(view.agreements).toMatchObject([{ agreement: 'decision:own', facility: 'みまもり市立病院', standing: 'asked' }])
    const client = await byLink.ask(routes.clientAgreements, { params: { place: 'link' } })
    expect(client.agreements.map(({ agreement }) => agreement)).toEqual(['decision:own'])
    for (const text of [JSON.stringify(view), JSON.stringify(client)])
      for (const hidden of ['よそへの依頼', '院内だけ', 'decision:theirs', 'v:rei-system', '例システム', 'vendor-late'])
        expect(text).not.toContain(hidden)
  })

  test('answers against the words that it has read, and neither for others nor without a word', async () => {
    expect(await codeOf(answer('decision:theirs', { seen: 1, answer: 'はい' }))).toBe('agreement/not-found')
    expect(await codeOf(answer('decision:alone', { seen: 1, answer: 'はい' }))).toBe('agreement/not-found')
    const version = await seen()
    expect(await codeOf(answer('decision:own', { seen: version + 1, answer: 'はい' }))).toBe('agreement/changed-meanwhile')
    expect(await codeOf(answer('decision:own', { seen: version }))).toBe('agreement/nothing-said')
    expect(await codeOf(answer('decision:own', { seen: version, answer: '次の点検で行います。' }))).toBe('ok')
    expect((await listed()).agreements).toMatchObject([{ standing: 'answered', answer: '次の点検で行います。', answeredOn: '2026-11-20' }])
  })

  test('signs once something is settled, and with both names it counts until its last day', async () => {
    expect(await codeOf(answer('decision:own', { seen: await seen(), signedBy: '仮名 次郎' }))).toBe('agreement/nothing-to-sign')
    const held = await decisionOf('risk:always-on', 'decision:own')
    const terms = { residual: '点検の日までは開いたままです。', decidedOn: '2026-11-20', until: '2027-01-31', facilityBy: '手本 一郎' }
    await send({ kind: 'set', slice: 'riskDecisions', id: 'decision:own', fields: terms }, held?.version)
    expect(await codeOf(answer('decision:own', { seen: await seen(), signedBy: '仮名 次郎' }))).toBe('ok')
    expect((await listed()).agreements).toMatchObject([{ standing: 'borne', vendorBy: '仮名 次郎', lacks: [] }])
    expect((await riskOf('risk:always-on')).standing).toMatchObject({ state: 'open', borne: 'decision:own' })
  })

  test('keeps its answer and its name once there are names under them', async () => {
    expect(await codeOf(answer('decision:own', { seen: await seen(), answer: 'やはり行いません。' }))).toBe('agreement/signed')
    expect(await codeOf(answer('decision:own', { seen: await seen(), signedBy: '別名 三郎' }))).toBe('agreement/signed')
    expect((await listed()).agreements).toMatchObject([{ answer: '次の点検で行います。', vendorBy: '仮名 次郎' }])
  })

  test('of two who sign at once only one is heard', async () => {
    const terms = { residual: '夜間は翌朝になります。', decidedOn: '2026-11-20', until: '2027-01-31', facilityBy: '手本 一郎' }
    await add('riskDecisions', { id: 'decision:twice', vendor: own, asked: '夜間も応じてください。', ...about, ...terms })
    const version = (await listed()).agreements.find(({ agreement }) => agreement === 'decision:twice')?.version ?? 0
    const codes = await Promise.all(
      ['仮名 次郎', '別名 三郎', '匿名 四郎'].map((signedBy) => codeOf(answer('decision:twice', { seen: version, signedBy }))),
    )
    expect(codes.toSorted()).toEqual(['agreement/changed-meanwhile', 'agreement/changed-meanwhile', 'ok'])
    await send({ kind: 'remove', slice: 'riskDecisions', id: 'decision:twice' }, version + 1)
    expect(await codeOf(answer('decision:twice', { seen: version + 1, answer: 'はい' }))).toBe('agreement/not-found')
  })

  test('is shown the same bytes whatever the facility settles with others', async () => {
    const received = async () => (await account.acting.raw(routes.vendorAgreements, {})).text()
    const before = await received()
    const other = await decisionOf('risk:always-on', 'decision:theirs')
    await send({ kind: 'set', slice: 'riskDecisions', id: 'decision:theirs', fields: { answer: 'よその返事' } }, other?.version)
    await add('contracts', { id: 'c:theirs', vendor: 'v:rei-system', title: 'よその契約', responseHours: 'none', updateDuty: 'nobody' })
    await add('remotePaths', { id: 'rp:theirs', name: 'よその道', vendor: 'v:rei-system', twoFactor: 'no', alwaysOn: 'yes' })
    await add('controls', { id: 'stated:theirs', control: 'control:source-limit', party: 'vendor', vendor: 'v:rei-system', state: 'no' })
    expect(await received()).toBe(before)
  })
})
