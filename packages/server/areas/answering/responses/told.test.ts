import { routes } from '@mimamori/contract'
import { type Acting, type GivenVendor, givenServer, givenVendor } from '@mimamori/testing'
import { beforeAll, describe, expect, test } from 'vitest'

const server = await givenServer()
const { owner } = server
const { facility } = await owner.ask(routes.loadExample, { params: { example: 'hospital-180beds' }, body: {} })
const params = { facility }
const pdf = { name: '../../更新記録.pdf', bytes: '%PDF-1.7\n%proof\n' }
const own = 'v:rei-gazo'

const weakness = JSON.stringify({
  dataType: 'CVE_RECORD',
  dataVersion: '5.1',
  cveMetadata: { cveId: 'CVE-2099-1001', state: 'PUBLISHED', dateUpdated: '2026-11-01T00:00:00Z' },
  containers: {
    cna: {
      title: 'A weakness of a test',
      affected: [
        {
          vendor: 'Fortinet',
          product: 'FortiOS',
          defaultStatus: 'unaffected',
          versions: [{ version: '7.2.0', lessThan: '7.2.7', status: 'affected', versionType: 'semver' }],
        },
      ],
    },
  },
})

const added = (slice: string, record: object) => ({ change: { kind: 'add', slice, record } as never }) // records without branded ids
const enter = (changes: readonly { change: never }[]) => owner.ask(routes.change, { params, body: { changes: [...changes] } })
const responseOf = (id: string, vendor: string) => ({
  id,
  title: `${id}の更新`,
  product: 'fortinet:fortios',
  name: 'FortiGate-40F',
  assets: ['d:gate-reading'],
  vendor,
  openedOn: '2026-11-20',
  dueOn: '2026-11-30',
  fixedVersion: '7.2.7',
})
const tell = (response: string) =>
  owner.ask(routes.stepResponse, { params: { ...params, response }, body: { seen: 0, kind: 'told', way: 'mail' } })

let account: GivenVendor
let byLink: Acting
const linked = { place: 'link' as const }
const listed = () => byLink.ask(routes.clientResponses, { params: linked })
const step = (response: string, body: object) =>
  byLink.call(routes.stepVendorResponse, { params: { ...linked, response }, body: body as never }) // the body is what is tried
const codeOf = async (answer: Promise<{ kind: string; error?: { code: string } }>) => (await answer).error?.code ?? 'ok'

beforeAll(async () => {
  account = await givenVendor(server, facility, { vendor: own })
  const { path, code } = await owner.ask(routes.makeAnswerLink, { params: { facility, sheet: account.sheet }, body: { what: 'link' } })
  byLink = await server.guest({ token: path?.split('#')[1] ?? '', code })
  await server.takeIn('cve.json', weakness)
  await server.match(facility)
  await enter([
    added('contracts', { id: 'c:own', vendor: own, title: '画像の保守', updateDuty: 'vendor', updateClause: '第5条', updatePaidBy: 'fee' }),
    added('assets', { id: 'd:own', name: '受付の出入口', kind: 'router', vendor: own, contract: 'c:own' }),
    added('responses', responseOf('resp:own', own)),
    added('responses', responseOf('resp:quiet', own)),
    added('responses', responseOf('resp:theirs', 'v:rei-system')),
    added('plannedUpdates', {
      id: 'upd:own',
      title: '診療報酬改定の更新',
      kind: 'fee-revision',
      vendor: own,
      assets: ['d:own'],
      testBed: 'none',
      touches: [],
      rollBack: '前の版に戻す手順は書庫にある',
      note: '院内だけの覚え書き',
      dueOn: '2027-06-01',
    }),
    added('plannedUpdates', { id: 'upd:theirs', title: 'よその更新', kind: 'os', vendor: 'v:rei-system' }),
  ])
  await tell('resp:own')
  await tell('resp:theirs')
})

describe('a vendor that comes by a link', () => {
  test('reads what it was told, why it is asked, and nothing that was told to others or to nobody', async () => {
    const view = await listed()
    expect(view.facility).toBe('みまもり市立病院')
    expect(view.responses).toMatchObject([
      {
        response: 'resp:own',
        fixedVersion: '7.2.7',
        dueOn: '2026-11-30',
        devices: [{ name: '読影VPN装置', version: '7.2.4' }],
        state: 'told',
      },
    ])
    expect(view.responses[0]?.duty?.says.ja).toContain('機器の台帳')
    expect(view.updates).toMatchObject([{ update: 'upd:own', devices: [{ name: '受付の出入口' }], state: 'planned' }])
    expect(view.updates[0]?.duty).toMatchObject({ contract: '画像の保守', clause: '第5条', paidBy: 'fee' })
    const text = JSON.stringify(view)
    for (const hidden of ['resp:quiet', 'resp:theirs', 'upd:theirs', '覚え書き', '書庫', 'd:gate-reading', '10.18.40'])
      expect(text).not.toContain(hidden)
  })

  test('answers step by step, each after the other side has been read', async () => {
    expect(await codeOf(step('resp:theirs', { seen: 1, kind: 'accepted' }))).toBe('response/not-found')
    expect(await codeOf(step('resp:quiet', { seen: 0, kind: 'accepted' }))).toBe('response/not-found')
    expect(await codeOf(step('resp:own', { seen: 1, kind: 'accepted' }))).toBe('ok')
    expect(await codeOf(step('resp:own', { seen: 1, kind: 'impact', effect: 'none' }))).toBe('response/changed-meanwhile')
    expect(await codeOf(step('resp:own', { seen: 2, kind: 'not-done', notDone: 'no-budget', costYen: 120_000 }))).toBe('ok')
    expect(await codeOf(step('resp:own', { seen: 3, kind: 'planned', plannedOn: '2026-11-27' }))).toBe('ok')
    expect((await listed()).responses[0]).toMatchObject({ state: 'planned', steps: [{}, {}, { costYen: 120_000 }, {}] })
  })

  test('says how far a planned update is, and leaves the word to go to the facility', async () => {
    const update = (body: object) => byLink.call(routes.stepVendorUpdate, { params: { ...linked, update: 'upd:own' }, body: body as never }) // the body is what is tried
    expect(await codeOf(update({ seen: 0, kind: 'announced', note: '4月に配布します' }))).toBe('ok')
    expect(await codeOf(update({ seen: 1, kind: 'rolled-out' }))).toBe('response/no-such-step')
    expect(await codeOf(update({ seen: 1, kind: 'go' }))).toBe('request/bad-input')
    const other = { params: { ...linked, update: 'upd:theirs' }, body: { seen: 0, kind: 'said' as const, note: 'はい' } }
    expect(await codeOf(byLink.call(routes.stepVendorUpdate, other))).toBe('planned-update/not-found')
    const { updates } = await owner.ask(routes.plannedUpdates, { params })
    expect(updates.find((one) => one.update.record.id === 'upd:own')?.steps).toMatchObject([{ kind: 'announced', side: 'vendor' }])
  })

  test('is shown the same bytes whatever the facility does with others', async () => {
    const received = async () => JSON.stringify([await listed(), await (await account.acting.raw(routes.vendorResponses, {})).text()])
    const before = await received()
    await owner.ask(routes.stepResponse, {
      params: { ...params, response: 'resp:theirs' },
      body: { seen: 1, kind: 'said', note: 'よそへの連絡', costYen: 777_777 },
    })
    await enter([
      added('assets', { id: 'd:other', name: 'よその機器', kind: 'server', vendor: 'v:rei-system' }),
      added('contracts', { id: 'c:other', vendor: 'v:rei-system', title: 'よその契約', updateDuty: 'nobody' }),
      added('plannedUpdateSteps', {
        id: 'upd:theirs.0001',
        update: 'upd:theirs',
        side: 'facility',
        kind: 'said',
        on: '2026-11-20',
        note: 'よそ',
      }),
    ])
    expect(await received()).toBe(before)
  })
})

describe('a statement that the work is done', () => {
  const view = () => owner.ask(routes.vulnerabilityResponse, { params: { ...params, response: 'resp:own' } })
  const proof = { params: { ...linked, response: 'resp:own' } }
  let evidence: string

  test('may be shown by a file, which goes to the facility by what it is', async () => {
    const sent = await byLink.upload(routes.addVendorResponseProof, proof, pdf)
    if (sent.kind === 'error') throw new Error(sent.error.code)
    expect(sent.value.seen).toBe(5)
    evidence = sent.value.evidence
    expect((await listed()).responses[0]?.files).toEqual([{ evidence, name: '更新記録.pdf' }])
    expect((await view()).files).toMatchObject([{ evidence, name: '更新記録.pdf', sha256: expect.any(String) }])
    const lie = await byLink.upload(routes.addVendorResponseProof, proof, { name: '写真.png', bytes: 'MZ\u0000\u0000' })
    expect(lie.kind).toBe('error')
    const other = await byLink.upload(routes.addVendorResponseProof, { params: { ...linked, response: 'resp:theirs' } }, pdf)
    expect(other).toMatchObject({ kind: 'error', error: { code: 'response/not-found' } })
  })

  test('names a file of the facility to nobody', async () => {
    const own = await owner.upload(routes.addEvidence, { params }, { name: '院内.pdf', bytes: '%PDF-1.7\n%inside\n' })
    if (own.kind === 'error') throw new Error(own.error.code)
    const done = { seen: 5, kind: 'done', version: '7.2.12', signedBy: '仮名 次郎', evidence: own.value.evidence }
    expect(await codeOf(step('resp:own', done))).toBe('response/no-such-file')
    expect(await codeOf(step('resp:own', { ...done, evidence: 'ev:none' }))).toBe('response/no-such-file')
  })

  test('needs the version that runs now, which is not an earlier one than that it was to be brought to', async () => {
    const done = { seen: 5, kind: 'done', signedBy: '仮名 次郎' }
    expect(await codeOf(step('resp:own', done))).toBe('response/no-such-step')
    expect(await codeOf(step('resp:own', { ...done, version: '7.2.6' }))).toBe('response/version-still-weak')
  })

  test('proves it, for less than a reading of the version', async () => {
    expect(await codeOf(step('resp:own', { seen: 5, kind: 'done', version: '7.2.12', signedBy: '仮名 次郎', evidence }))).toBe('ok')
    expect(await view()).toMatchObject({ state: 'proven', proof: 'statement', proofConfidence: 0.8, on: '2026-11-20', daysToClose: 0 })
    expect((await listed()).responses[0]).toMatchObject({ state: 'proven', proof: 'statement' })
    const { closed } = await owner.ask(routes.vulnerabilities, { params })
    expect(closed).toMatchObject([{ response: 'resp:own', proof: 'statement', proofConfidence: 0.8 }])
  })
})

test('by an account the same is done in the name of whoever is signed in, and stands in both trails', async () => {
  await tell('resp:quiet')
  const at = { place: account.relation, response: 'resp:quiet' }
  expect(await account.acting.ask(routes.clientResponses, { params: { place: account.relation } })).toMatchObject({ by: '試験 太郎' })
  await account.acting.ask(routes.stepVendorResponse, {
    params: at,
    body: { seen: 1, kind: 'done', version: '7.2.12', signedBy: '試験 太郎' },
  })
  const view = await owner.ask(routes.vulnerabilityResponse, { params: { ...params, response: 'resp:quiet' } })
  expect(view).toMatchObject({
    proof: 'statement',
    proofConfidence: 0.6,
    steps: [{}, { by: '試験 太郎', signedBy: '試験 太郎', side: 'vendor' }],
  })
})

test('a statement on a device of unknown version, or on a weakness without a number, is held against what is published too', async () => {
  const record = weakness.replace('CVE-2099-1001', 'CVE-2099-1004').replace('Fortinet', 'Reimaker').replace('FortiOS', 'Reiswitch')
  await server.takeIn('switch.json', record)
  await enter([
    added('assets', { id: 'd:unread', name: '階のスイッチ', kind: 'switch', maker: 'Reimaker', model: 'Reiswitch' }),
    added('responses', {
      ...responseOf('resp:unread', own),
      product: 'reimaker:reiswitch',
      name: 'Reiswitch',
      assets: ['d:unread'],
      fixedVersion: '7.2.7',
    }),
  ])
  await server.match(facility)
  await tell('resp:unread')
  const signed = { seen: 1, kind: 'done', signedBy: '仮名 次郎' }
  expect(await codeOf(step('resp:unread', { ...signed, version: '7.2.4' }))).toBe('response/version-still-weak')
  expect(await codeOf(step('resp:unread', { ...signed, version: '7.2.8' }))).toBe('ok')
})
