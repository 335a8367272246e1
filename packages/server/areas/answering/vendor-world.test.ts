import { type Routes, routes } from '@mimamori/contract'
import type { Change } from '@mimamori/domain'
import { type Acting, allYes, type GivenVendor, givenServer, givenVendor } from '@mimamori/testing'
import { statementsOf } from '@mimamori/testing/queries'
import * as fc from 'fast-check'
import { describe, expect, test } from 'vitest'

const server = await givenServer()
const { facility } = await server.owner.ask(routes.loadExample, { params: { example: 'hospital-180beds' }, body: {} })
const vendor = await givenVendor(server, facility)
const { acting, at } = vendor
const answeredBy = { name: '仮名 次郎' }
const hostile = '<img src=x onerror="alert(1)">&lt;b&gt;"{{7*7}}"'

async function change(...changes: readonly { change: object; expected?: number }[]): Promise<void> {
  await server.owner.ask(routes.change, { params: { facility }, body: { changes: changes as { change: Change; expected?: number }[] } }) // without branded ids
}

async function opened(id: string, item: string, text: string): Promise<void> {
  await change(
    { change: { kind: 'add', slice: 'discussions', record: { id, sheet: vendor.sheet, item, openedOn: '2026-11-20' } } },
    {
      change: {
        kind: 'add',
        slice: 'messages',
        record: { id: `${id}.0001`, discussion: id, side: 'facility', by: '見本 花子', on: '2026-11-20', text },
      },
    },
  )
}

describe('standard answers of a product', () => {
  test('are laid over as proposals, and each must be confirmed before anything is handed in', async () => {
    const { items } = await acting.ask(routes.standards)
    const shared = items.filter((item) => !item.perClient)
    const answers = Object.fromEntries(shared.map(({ item }) => [item, { answer: 'yes' as const, note: '標準' }]))
    const { id } = await acting.ask(routes.saveStandard, { body: { product: '電子カルテ Ver.8', answers } })
    const { draft } = await acting.ask(routes.saveSheetDraft, { params: at, body: { version: 0, answers: {}, answeredBy } })
    const proposed = await acting.ask(routes.proposeStandard, { params: at, body: { version: draft.version, standard: id } })
    expect(Object.keys(proposed.answers).sort()).toEqual(shared.map(({ item }) => item).sort())
    expect(Object.values(proposed.answers).every((answer) => answer.proposed)).toBe(true)
    const early = await acting.call(routes.submitSheet, { params: at, body: { version: proposed.version } })
    expect(early).toMatchObject({ kind: 'error', error: { code: 'answer/not-confirmed' } })
    const confirmed = await acting.ask(routes.saveSheetDraft, { params: at, body: { version: proposed.version, answers } })
    expect(Object.values(confirmed.draft.answers).some((answer) => answer.proposed)).toBe(false)
    const line = (await acting.ask(routes.vendorClients)).lines.find((one) => one.sheet === vendor.sheet)
    expect(line).toMatchObject({ left: 3, perClientLeft: 3, state: 'writing' })
  })

  test('take no item that is different at every client', async () => {
    const { items } = await acting.ask(routes.standards)
    const remote = items.find((item) => item.perClient)?.item ?? ''
    const refused = await acting.call(routes.saveStandard, { body: { product: 'レセコン', answers: { [remote]: { answer: 'yes' } } } })
    expect(refused).toMatchObject({ kind: 'error', error: { code: 'answer/per-client' } })
  })

  test('are laid over by an account alone: somebody by a link has none', async () => {
    const params = { place: 'link', sheet: vendor.sheet }
    expect(await acting.status(routes.proposeStandard, { params, body: { version: 0, standard: vendor.relation } })).toBe(400)
  })

  test('belong to the one company, are one per product, and go without what was handed in', async () => {
    const other = await server.stranger({ kind: 'vendor' })
    expect((await other.ask(routes.standards)).standards).toEqual([])
    const [standard] = (await acting.ask(routes.standards)).standards
    const body = { id: standard?.id ?? '', version: standard?.version ?? 0, product: '盗用', answers: {} }
    expect(await other.status(routes.saveStandard, { body })).toBe(404)
    expect(await other.status(routes.removeStandard, { params: { standard: standard?.id } })).toBe(404)
    expect(await acting.call(routes.saveStandard, { body: { product: '電子カルテ Ver.8', answers: {} } })).toMatchObject({
      error: { code: 'answer/product-taken' },
    })
    await acting.ask(routes.removeStandard, { params: { standard: standard?.id ?? '' } })
    expect((await acting.ask(routes.standards)).standards).toEqual([])
  })
})

describe('a difference that both work on', () => {
  test('shows the vendor what was written for it, and its answer reaches the facility', async () => {
    await opened('dis:one', 'r7:2-06', '当院の記録では更新済みです。どの機器のことでしょうか。')
    const line = (await acting.ask(routes.vendorClients)).lines.find((one) => one.sheet === vendor.sheet)
    expect(line?.asked).toEqual(['2-⑥'])
    const { discussions } = await acting.ask(routes.sheetToAnswer, { params: at })
    expect(discussions).toMatchObject([{ number: '2-⑥', messages: [{ side: 'facility', by: '見本 花子' }] }])
    const { evidence } = await evidenceBy(acting, '検証記録.pdf', '%PDF-1.7\n%proof\n')
    await acting.ask(routes.sayOnSheet, { params: at, body: { discussion: 'dis:one', text: hostile, evidence } })
    const [ours] = (await server.owner.ask(routes.discussions, { params: { facility } })).discussions
    expect(ours?.messages.at(-1)).toMatchObject({ side: 'vendor', by: '試験 太郎', text: hostile, evidence: { name: '検証記録.pdf' } })
    expect((await acting.ask(routes.vendorClients)).lines.find((one) => one.sheet === vendor.sheet)?.asked).toEqual([])
  })

  test('is agreed by the facility with a date; after that nobody talks it over, and nobody speaks for the other', async () => {
    const [ours] = (await server.owner.ask(routes.discussions, { params: { facility } })).discussions
    const agreed = { agreedOn: '2026-11-20', agreed: 'no' }
    await change({ change: { kind: 'set', slice: 'discussions', id: 'dis:one', fields: agreed }, expected: ours?.version ?? 0 })
    expect((await acting.ask(routes.sheetToAnswer, { params: at })).discussions[0]).toMatchObject(agreed)
    expect(await acting.status(routes.sayOnSheet, { params: at, body: { discussion: 'dis:one', text: 'まだ' } })).toBe(404)
    const forged = { id: 'dis:one.0009', discussion: 'dis:one', side: 'vendor', on: '2026-11-20', text: '同意します' }
    const refused = await server.owner.call(routes.change, {
      params: { facility },
      body: { changes: [{ change: { kind: 'add', slice: 'messages', record: forged as never } }] }, // without branded ids
    })
    expect(refused).toMatchObject({ kind: 'error', error: { code: 'change/not-allowed' } })
  })
})

async function evidenceBy(by: Acting, name: string, bytes: string) {
  const { items } = await by.ask(routes.sheetToAnswer, { params: at })
  const result = await by.upload(routes.addSheetEvidence, { params: at, query: { item: items[0]?.item ?? '' } }, { name, bytes })
  if (result.kind === 'error') throw new Error(result.error.code)
  return result.value
}

test('evidence goes to the facility by what it is and not by what it is called', async () => {
  await evidenceBy(acting, '../../台帳.pdf', '%PDF-1.7\n%a\n')
  const form = await server.owner.ask(routes.checklist, { params: { facility }, query: { sheet: vendor.sheet } })
  const names = form.items.flatMap((item) => item.evidence.map((one) => one.name))
  expect(names).toContain('台帳.pdf')
  const lies = [
    ['手順.pdf', '<html><script>alert(1)</script></html>'],
    ['写真.png', 'MZ\u0000\u0000'],
  ] as const
  for (const [name, bytes] of lies) await expect(evidenceBy(acting, name, bytes)).rejects.toThrow(/file|evidence|upload/)
})

test('what a vendor writes stays text, to the letter, in every field', async () => {
  const view = await acting.ask(routes.sheetToAnswer, { params: at })
  const wild = { answer: 'not-applicable' as const, reason: hostile, note: hostile }
  const answers = { ...allYes(view), [view.items[0]?.item ?? '']: wild }
  const by = { name: hostile, department: hostile, phone: '00-0000-0000' }
  const body = { version: view.draft.version, answers, answeredBy: by, approvedBy: hostile }
  const { draft } = await acting.ask(routes.saveSheetDraft, { params: at, body })
  const { receipt } = await acting.ask(routes.submitSheet, { params: at, body: { version: draft.version, why: hostile } })
  expect(receipt).toMatchObject({ answeredBy: by, approvedBy: hostile, why: hostile })
  const form = await server.owner.ask(routes.checklist, { params: { facility }, query: { sheet: vendor.sheet } })
  expect(form.sheet.record.answeredBy).toBe(hostile)
  expect(form.items[0]?.answers[0]?.record).toMatchObject(wild)
  const page = await server.owner.download(routes.makePaper, {
    params: { facility, kind: 'checklist' },
    query: { format: 'html', id: vendor.sheet },
  })
  expect(page.bytes.toString()).not.toContain('<img src=x')
})

test('letters that turn the reading direction or end a line are refused', async () => {
  const { draft } = await acting.ask(routes.sheetToAnswer, { params: at })
  for (const name of ['仮名\u202e次郎', '仮名\n次郎', '\u0000'])
    expect(await acting.status(routes.saveSheetDraft, { params: at, body: { version: draft.version, answeredBy: { name } } })).toBe(400)
})

describe('a change of what a vendor may not see', () => {
  /** Everything that a vendor can read. */
  async function received(of: GivenVendor): Promise<string> {
    const read = async <K extends keyof Routes>(id: K, params = {}) => of.acting.call(routes[id], { params } as never) // these routes ask for parameters alone
    return JSON.stringify([
      await read('vendorClients'),
      await read('sheetToAnswer', of.at),
      await read('clients'),
      await read('client', { relation: of.relation }),
      await read('standards'),
    ])
  }

  /** Changes of everything that is not this vendor's, with the text given. */
  async function hiddenChanges(text: string): Promise<{ change: object; expected: number }[]> {
    const { vendors, systems } = await server.owner.ask(routes.vendors, { params: { facility } })
    const facts = await server.owner.ask(routes.facts, { params: { facility } })
    const own = await server.owner.ask(routes.checklist, { params: { facility } })
    const set = (slice: string, list: readonly { version: number; record: { id: string } }[], fields: object) =>
      list.map(({ version, record }) => ({ change: { kind: 'set', slice, id: record.id, fields }, expected: version }))
    const othersOf = <T extends { record: { id: string } }>(list: readonly T[]) => list.filter(({ record }) => record.id !== vendor.vendor)
    return [
      ...set('vendors', othersOf(vendors), { name: text, contactName: text }),
      ...set(
        'systems',
        systems.filter(({ record }) => record.vendor !== vendor.vendor),
        { name: text },
      ),
      ...set('people', facts.people, { name: text, extension: '999' }),
      ...set('contacts', facts.contacts, { name: text }),
      ...set('facility', [facts.facility], { beds: 20, address: text }),
      ...set('backups', facts.backups, { restoreTestedOn: '2026-11-01' }),
      ...set(
        'answers',
        own.items.flatMap(({ answers }) => answers),
        { answer: 'no', note: text },
      ),
    ]
  }

  test('does not change one byte of what it receives, whichever it is', async () => {
    const before = await received(vendor)
    const words = fc.stringMatching(/^[ぁ-んA-Za-z]{1,20}$/)
    await fc.assert(
      fc.asyncProperty(words, fc.infiniteStream(fc.boolean()), async (text, picks) => {
        const chosen = (await hiddenChanges(text)).filter(() => picks.next().value)
        if (chosen.length > 0) await change(...chosen)
        expect(await received(vendor)).toBe(before)
      }),
      { numRuns: 10 },
    )
  })

  test('nor does another vendor that answers, or a sheet that is made for it', async () => {
    const before = await received(vendor)
    const other = await givenVendor(server, facility, { vendor: 'v:rei-kensa' })
    const theirs = await other.acting.ask(routes.sheetToAnswer, { params: other.at })
    const { draft } = await other.acting.ask(routes.saveSheetDraft, {
      params: other.at,
      body: { version: 0, answers: allYes(theirs), answeredBy },
    })
    await other.acting.ask(routes.submitSheet, { params: other.at, body: { version: draft.version } })
    expect(await received(vendor)).toBe(before)
  })
})

describe('forty clients', () => {
  /** NOTE: rows as the analysis of forty facilities leaves them; loading forty facilities would take a minute and show the same. */
  async function addClients(count: number): Promise<void> {
    const { admin } = server.database
    const viewer = acting.who?.organisation
    const [own] = (
      await admin.query('select body, terms from relation_summary s join relation r on r.id = s.relation_id where r.viewer_id = $1', [
        viewer,
      ])
    ).rows
    for (let n = 0; n < count; n++) {
      const { rows } = await admin.query(`insert into organisation (kind, name) values ('facility', $1) returning id`, [`病院${n}`])
      await admin.query(`insert into facility_state (organisation_id, facility_id, name) values ($1, 'f:x', $2)`, [rows[0].id, `病院${n}`])
      const made = await admin.query(
        `insert into relation (organisation_id, facility_id, kind, viewer_id, viewer_name, vendor, terms, state, offered_at, granted_at)
           values ($1, 'f:x', 'vendor', $2, 'x', 'v:x', $3, 'granted', now(), now()) returning id`,
        [rows[0].id, viewer, own.terms],
      )
      const [sheet] = own.body.sheets
      const body = {
        facility: `病院${n}`,
        sheets: [{ ...sheet, dueOn: `2027-01-${String(40 - n).padStart(2, '0')}`.replace(/-(3[2-9]|40)$/, '-31') }],
      }
      await admin.query(
        `insert into relation_summary (relation_id, organisation_id, facility_id, viewer_id, revision, made_on, body)
           values ($1, $2, 'f:x', $3, 1, '2026-11-20', $4)`,
        [made.rows[0].id, rows[0].id, viewer, body],
      )
    }
  }

  test('are listed by due date with what is next, and cost as many statements as one', async () => {
    const statements = statementsOf(server.database.pool)
    const few = await statements.during(() => acting.ask(routes.vendorClients))
    await addClients(40)
    const many = await statements.during(() => acting.ask(routes.vendorClients))
    expect(many.length).toBe(few.length)
    const { facilities, lines } = await acting.ask(routes.vendorClients)
    expect(facilities).toBe(41)
    const days = lines.map((line) => line.dueOn ?? '')
    expect(days.every((day, at) => at === 0 || (days[at - 1] ?? '') <= day)).toBe(true)
  })
})
