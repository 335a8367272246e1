import { routes } from '@mimamori/contract'
import { date } from '@mimamori/domain'
import { type Acting, allYes, givenServer, givenVendor } from '@mimamori/testing'
import { describe, expect, test } from 'vitest'

const server = await givenServer()
const { owner } = server
const colleague = await server.person({ role: 'editor', name: '事務 次郎' })
const hospital = await owner.ask(routes.loadExample, { params: { example: 'hospital-180beds' }, body: {} })
const other = await server.person({ role: 'editor', name: '事務 三郎' })

async function newFacility(): Promise<{ facility: string }> {
  return owner.ask(routes.createFacility, { body: { name: 'みまもり診療所' } })
}

const both = (text: string) => ({ ja: text, en: text })

const phoneOf = async (params: { facility: string }) => (await owner.ask(routes.facts, { params })).facility.record.phone

async function setPhone(acting: Acting, params: { facility: string }, phone: string): Promise<number> {
  const { facility } = await acting.ask(routes.facts, { params })
  const change = { kind: 'set', slice: 'facility', id: params.facility, fields: { phone } } as const
  return (await acting.ask(routes.change, { params, body: { changes: [{ change, expected: facility.version }] } })).revision
}

const undo = (acting: Acting, params: { facility: string }, revision: number) => acting.call(routes.undo, { params, body: { revision } })
const undone = (acting: Acting, params: { facility: string }, revision: number) => acting.ask(routes.undo, { params, body: { revision } })
const listed = async (acting: Acting, params: { facility: string }) => (await acting.ask(routes.lastChanges, { params })).changes

describe('the last changes', () => {
  test('are told newest first, with who, when, and what became of what', async () => {
    const params = await newFacility()
    await setPhone(owner, params, '00-0000-0001')
    await setPhone(colleague, params, '00-0000-0002')
    const [last, before] = await listed(owner, params)
    expect(last).toMatchObject({ by: '事務 次郎', isMine: false, author: 'person', state: 'can-undo', more: 0 })
    expect(last?.lines).toEqual([
      {
        text: { ja: '施設を変更:みまもり診療所(電話)', en: expect.any(String) },
        before: both('00-0000-0001'),
        after: both('00-0000-0002'),
      },
    ])
    expect(before).toMatchObject({ by: '見本 花子', isMine: true, state: 'built-on', under: { revision: last?.revision, by: '事務 次郎' } })
    expect(before?.lines).toEqual([expect.objectContaining({ after: both('00-0000-0001'), now: both('00-0000-0002') })])
  })

  test('name a record that is gone by the name that it had', async () => {
    const params = await newFacility()
    const add = { kind: 'add', slice: 'contacts', record: { id: 'c:1' as never, kind: 'police', name: '見本警察署' } } as const
    const { versions } = await owner.ask(routes.change, { params, body: { changes: [{ change: add }] } })
    const expected = versions[0]?.version ?? 0
    await owner.ask(routes.change, { params, body: { changes: [{ change: { kind: 'remove', slice: 'contacts', id: 'c:1' }, expected }] } })
    expect((await listed(owner, params))[0]?.lines[0]?.text.ja).toBe('連絡先から外す:見本警察署')
  })
})

describe('undoing', () => {
  test('goes back step by step on one record', async () => {
    const params = await newFacility()
    const first = await setPhone(owner, params, '00-0000-0001')
    const second = await setPhone(owner, params, '00-0000-0002')
    expect((await undone(owner, params, second)).conflicts).toEqual([])
    expect((await undone(owner, params, first)).conflicts).toEqual([])
    expect(await phoneOf(params)).toBeUndefined()
  })

  test('is undone itself, and then the change can be undone once more', async () => {
    const params = await newFacility()
    const first = await setPhone(owner, params, '00-0000-0001')
    const back = await undone(owner, params, first)
    const again = await undone(owner, params, back.revision)
    expect(await phoneOf(params)).toBe('00-0000-0001')
    const [last, undoing, change] = await listed(owner, params)
    expect([last?.state, undoing?.state, change?.state]).toEqual(['can-undo', 'undone', 'can-undo'])
    await undone(owner, params, again.revision)
    expect(await phoneOf(params)).toBeUndefined()
    expect((await listed(owner, params)).map(({ state }) => state).slice(0, 4)).toEqual(['can-undo', 'undone', 'can-undo', 'undone'])
    expect(await undo(owner, params, first)).toMatchObject({ error: { code: 'undo/already' } })
  })

  test('is refused with both values where somebody has built on it', async () => {
    const params = await newFacility()
    const first = await setPhone(owner, params, '00-0000-0001')
    await setPhone(colleague, params, '00-0000-0002')
    const { conflicts } = await undone(owner, params, first)
    expect(conflicts).toMatchObject([{ slice: 'facility', theirs: { phone: '00-0000-0002' }, by: '事務 次郎' }])
    expect(await phoneOf(params)).toBe('00-0000-0002')
    expect((await listed(owner, params)).at(1)?.state).toBe('built-on')
  })

  test('leaves what somebody has written in another field of the same record, and the day on which they looked at it', async () => {
    const params = await newFacility()
    const add = { kind: 'add', slice: 'contacts', record: { id: 'c:1' as never, kind: 'police', name: '見本警察署' } } as const
    await owner.ask(routes.change, { params, body: { changes: [{ change: add }] } })
    const contact = async () => (await owner.ask(routes.facts, { params })).contacts[0]
    const set = async (acting: Acting, fields: object) => {
      const change = { kind: 'set', slice: 'contacts', id: 'c:1', fields } as never
      return acting.ask(routes.change, { params, body: { changes: [{ change, expected: (await contact())?.version ?? 0 }] } })
    }
    const first = await set(owner, { phone: '110' })
    server.clock.moveMinutes(24 * 60)
    await set(colleague, { hours: '終日' })
    expect((await listed(owner, params)).slice(0, 2).map(({ state }) => state)).toEqual(['can-undo', 'can-undo'])
    expect((await undone(owner, params, first.revision)).conflicts).toEqual([])
    expect((await contact())?.record).toMatchObject({ hours: '終日', confirmedOn: '2026-11-21' })
    expect((await contact())?.record.phone).toBeUndefined()
    server.clock.moveMinutes(-24 * 60)
  })

  test('of two people at once is done by one of them', async () => {
    const params = await newFacility()
    const revision = await setPhone(owner, params, '00-0000-0001')
    const coordinator = await server.person({ role: 'manager', name: '総務 四郎' })
    const results = await Promise.all([undo(owner, params, revision), undo(coordinator, params, revision)])
    expect(results.map(({ kind }) => kind).toSorted()).toEqual(['error', 'ok'])
    expect(results.find(({ kind }) => kind === 'error')).toMatchObject({ error: { code: 'undo/already' } })
  })

  test('of what others have changed is for those who coordinate; one’s own is for whoever enters', async () => {
    const params = await newFacility()
    const revision = await setPhone(colleague, params, '00-0000-0001')
    expect(await undo(other, params, revision)).toMatchObject({ kind: 'error', error: { code: 'undo/not-yours' } })
    expect((await listed(other, params))[0]).toMatchObject({ state: 'kept', kept: 'not-yours' })
    expect((await undone(colleague, params, revision)).conflicts).toEqual([])
    const second = await setPhone(colleague, params, '00-0000-0002')
    expect((await undone(await server.person({ role: 'manager' }), params, second)).conflicts).toEqual([])
    expect(await undo(await server.person({ role: 'reader' }), params, second)).toMatchObject({ status: 403 })
  })

  test('of an import takes all of it back', async () => {
    const params = await newFacility()
    const list = '事業者,システム\r\n例システム株式会社,電子カルテ\r\n見本医療機器株式会社,画像\r\n'
    const seen = await colleague.upload(routes.preview, { params, query: { as: 'vendor-list' } }, { name: '取引先.csv', bytes: list })
    if (seen.kind === 'error') throw new Error(seen.error.code)
    const { revision } = await colleague.ask(routes.applyImport, { params: { ...params, draft: seen.value.id }, body: {} })
    expect((await owner.ask(routes.facts, { params })).vendors).toHaveLength(2)
    expect((await listed(owner, params))[0]).toMatchObject({ author: 'import', state: 'can-undo' })
    expect((await undone(owner, params, revision)).conflicts).toEqual([])
    const after = await owner.ask(routes.facts, { params })
    expect([after.vendors, after.systems]).toEqual([[], []])
  })
})

describe('the last imports', () => {
  test('say why the one of somebody else has no way back, and offer it to whoever brought the file', async () => {
    const params = await newFacility()
    const list = '事業者,システム\r\n例システム株式会社,電子カルテ\r\n'
    const seen = await colleague.upload(routes.preview, { params, query: { as: 'vendor-list' } }, { name: '取引先.csv', bytes: list })
    if (seen.kind === 'error') throw new Error(seen.error.code)
    const { revision } = await colleague.ask(routes.applyImport, { params: { ...params, draft: seen.value.id }, body: {} })
    const imports = async (acting: Acting) => (await acting.ask(routes.imports, { params })).imports
    expect(await imports(other)).toMatchObject([{ revision, undone: false, kept: 'not-yours' }])
    for (const acting of [colleague, owner]) expect((await imports(acting))[0]?.kept).toBeUndefined()
    await undone(colleague, params, revision)
    expect((await imports(other))[0]).toMatchObject({ undone: true })
    expect((await imports(other))[0]?.kept).toBeUndefined()
  })

  test('say so where the file was read into the sheet of a year that is closed', async () => {
    const params = await newFacility()
    const table = '見守り チェックリスト,1\r\n版,r7\r\n\r\n番号,回答,確認日\r\n1-①,○,R8.11.19\r\n'
    const seen = await owner.upload(routes.preview, { params, query: { as: 'facility-checklist' } }, { name: '回答.csv', bytes: table })
    if (seen.kind === 'error') throw new Error(seen.error.code)
    await owner.ask(routes.applyImport, { params: { ...params, draft: seen.value.id }, body: {} })
    const first = async () => (await owner.ask(routes.imports, { params })).imports[0]
    expect((await first())?.kept).toBeUndefined()
    server.clock.moveMinutes(135 * 24 * 60)
    await owner.ask(routes.startYear, { params, body: { fiscalYear: 2027, edition: 'r7' } })
    expect(await first()).toMatchObject({ undone: false, kept: 'closed-year' })
    server.clock.moveMinutes(-135 * 24 * 60)
  })
})

describe('what stands as it is', () => {
  test('is a facility that came as a whole', async () => {
    const { rows } = await server.database.admin.query(
      `select min(l.revision)::int as revision from change_log l where l.facility_id = $1 and l.organisation_id = $2`,
      [hospital.facility, owner.who?.organisation],
    )
    expect(await undo(owner, hospital, rows[0].revision)).toMatchObject({ error: { code: 'undo/whole' } })
    expect((await listed(owner, hospital)).map(({ revision }) => revision)).not.toContain(rows[0].revision)
  })

  test('is an approval that was decided, and words to the other side', async () => {
    const params = await newFacility()
    const letter = { id: 'ok:1' as never, about: 'request', title: '依頼文', draftedOn: date('2026-11-20'), state: 'waiting' } as const
    const box = { id: 'box:1' as never, approval: 'ok:1' as never, place: 1, label: '院長' }
    const add = (slice: string, record: object) => ({ change: { kind: 'add', slice, record } as never })
    const put = await owner.ask(routes.change, { params, body: { changes: [add('approvals', letter), add('approvalBoxes', box)] } })
    const marked = await owner.ask(routes.decideApproval, {
      params: { ...params, approval: 'ok:1' },
      body: { box: 'box:1', mark: 'approved' },
    })
    for (const { revision } of [put, marked]) expect(await undo(owner, params, revision)).toMatchObject({ error: { code: 'undo/decided' } })
  })

  test('is a paper that was made: undoing changes the records and not the paper', async () => {
    const params = await newFacility()
    const revision = await setPhone(owner, params, '00-0000-0001')
    await owner.download(routes.makePaper, { params: { ...params, kind: 'board' }, query: { format: 'html', copy: 'hand-over' } })
    const before = (await owner.ask(routes.papers, { params })).made
    await undone(owner, params, revision)
    expect((await owner.ask(routes.papers, { params })).made).toEqual(before)
  })

  test('is the sheet of a closed year', async () => {
    const params = await newFacility()
    const view = await owner.ask(routes.checklist, { params })
    const answer = view.items[0]?.answers[0]
    const change = {
      kind: 'set',
      slice: 'answers',
      id: answer?.record.id ?? '',
      fields: { answer: 'yes', checkedOn: date('2026-11-20') },
    } as const
    const { revision } = await owner.ask(routes.change, { params, body: { changes: [{ change, expected: answer?.version ?? 0 }] } })
    server.clock.moveMinutes(135 * 24 * 60)
    await owner.ask(routes.startYear, { params, body: { fiscalYear: 2027, edition: 'r7' } })
    expect(await undo(owner, params, revision)).toMatchObject({ error: { code: 'change/closed-year' } })
    expect((await listed(owner, params)).find((one) => one.revision === revision)).toMatchObject({ state: 'kept', kept: 'closed-year' })
    server.clock.moveMinutes(-135 * 24 * 60)
  })
})

describe('on a sheet that its vendor has handed in', () => {
  test('neither the vendor’s answers nor what the facility had written on it before are taken back; words that were said stay', async () => {
    const params = hospital
    const vendor = await givenVendor(server, params.facility)
    const sheet = async () => owner.ask(routes.checklist, { params, query: { sheet: vendor.sheet } })
    const answer = (await sheet()).items[0]?.answers[0]
    const noted = await owner.ask(routes.change, {
      params,
      body: {
        changes: [
          {
            change: { kind: 'set', slice: 'answers', id: answer?.record.id ?? '', fields: { note: '電話で聞いた' } },
            expected: answer?.version ?? 0,
          },
        ],
      },
    })
    const view = await vendor.acting.ask(routes.sheetToAnswer, { params: vendor.at })
    const { draft } = await vendor.acting.ask(routes.saveSheetDraft, {
      params: vendor.at,
      body: { version: 0, answers: allYes(view), answeredBy: { name: '仮名 次郎' } },
    })
    const { conflicts } = await vendor.acting.ask(routes.submitSheet, { params: vendor.at, body: { version: draft.version } })
    expect(conflicts).toEqual([])
    const before = (await sheet()).items
    const [handedIn] = await listed(owner, params)
    expect(handedIn).toMatchObject({ author: 'vendor', state: 'kept', kept: 'vendor-answer' })
    expect(await undo(owner, params, handedIn?.revision ?? 0)).toMatchObject({ error: { code: 'undo/vendor-answer' } })
    expect(await undo(owner, params, noted.revision)).toMatchObject({ error: { code: 'undo/submitted' } })
    expect((await sheet()).items).toEqual(before)
    const discussion = { id: 'dis:one', sheet: vendor.sheet, item: answer?.record.item, openedOn: '2026-11-20' }
    const message = {
      id: 'dis:one.0001',
      discussion: 'dis:one',
      side: 'facility',
      by: '見本 花子',
      on: '2026-11-20',
      text: '更新済みですか。',
    }
    const add = (slice: string, record: object) => ({ change: { kind: 'add', slice, record } as never })
    const said = await owner.ask(routes.change, { params, body: { changes: [add('discussions', discussion), add('messages', message)] } })
    expect(await undo(owner, params, said.revision)).toMatchObject({ error: { code: 'undo/said' } })
  })
})

test('a record without a name is told by its words, never by an id of ours', async () => {
  const params = await newFacility()
  const { task } = await owner.ask(routes.makeTask, { params, body: { title: '更新を頼む' } })
  const told = JSON.stringify((await owner.ask(routes.lastChanges, { params })).changes.map(({ lines }) => lines))
  expect(told).toContain('更新を頼む')
  expect(told).not.toContain(task)
  expect(told).not.toContain('note:')
})
