import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { loadCatalogue } from '@mimamori/catalog'
import { routes } from '@mimamori/contract'
import { assess, date, ruleSetFor, toldOnce } from '@mimamori/domain'
import { encodeText, readFolder, unzipInto, zipFiles } from '@mimamori/formats'
import { type Acting, givenServer } from '@mimamori/testing'
import { describe, expect, test } from 'vitest'

const server = await givenServer()
const { owner } = server
const example = 'hospital-180beds'
const silent = 'sh:2026.r7.rei-gazo.images'

async function hospital(acting: Acting = owner): Promise<{ facility: string }> {
  const session = await acting.ask(routes.session)
  const old = session.facilities.find((one) => one.example)
  if (old) await acting.ask(routes.removeFacility, { params: { facility: old.id } })
  return acting.ask(routes.loadExample, { params: { example }, body: {} })
}

const reply = (rows: string) =>
  `見守り 確認用シート,1\r\n版,r7\r\n事業者,例画像(株)\r\nシステム,画像\r\n回答した人,仮里 良子\r\n\r\n番号,回答,確認日,備考\r\n${rows}`

async function stateOf(params: { facility: string }, number: string): Promise<string | undefined> {
  return (await owner.ask(routes.joined, { params })).rows.find((row) => row.number === number)?.state
}

describe('the hospital of 180 beds', () => {
  test('shows three things for today, whom one waits for, and the stage with what is missing', async () => {
    const params = await hospital()
    const home = await owner.ask(routes.home, { params })
    expect(home).toMatchObject({
      example: true,
      setupDone: true,
      inspection: { on: '2026-12-04', days: 14 },
      editionMissing: { id: 'r8' },
      counts: { items: 19, differs: 2, vendors: 9, silent: 1 },
      waiting: [{ vendorName: '例画像株式会社', days: 21, sheet: silent }],
      level: { next: 1, target: 2 },
    })
    expect(home.tasks.length).toBeGreaterThan(3)
    expect(new Set(home.tasks.map((task) => task.id)).size).toBe(home.tasks.length)
    expect(home.tasks.find((task) => task.id === 'rule:checklists/unanswered')?.title.ja).toBe('検査までに埋める欄を書く(あと6か所)')
  })

  test('a task put off is not shown today, counts for this person alone, and is back tomorrow', async () => {
    const params = await hospital()
    const colleague = await server.person({ role: 'editor' })
    const [first] = (await owner.ask(routes.home, { params })).tasks
    await owner.ask(routes.notToday, { params, body: { task: first?.id ?? '' } })
    const mine = await owner.ask(routes.home, { params })
    expect(mine.notToday).toEqual([first?.id])
    expect(mine.tasks.at(-1)?.id).toBe(first?.id)
    expect((await colleague.ask(routes.home, { params })).notToday).toEqual([])
    server.clock.moveMinutes(24 * 60)
    expect((await owner.ask(routes.home, { params })).notToday).toEqual([])
    server.clock.moveMinutes(-24 * 60)
  })

  test('knows how it stands with every vendor, and the words of the next step', async () => {
    const params = await hospital()
    const { sheets, phoneWords } = await owner.ask(routes.vendors, { params })
    const line = sheets.find((one) => one.sheet === silent)
    expect(line).toMatchObject({ state: 'waiting', days: 21 })
    expect(line?.next?.ja).toMatch(/^依頼から21日、返事がありません/)
    expect(sheets.filter((one) => one.onPaper).map((one) => one.vendorName)).toEqual(['例透析株式会社'])
    expect(phoneWords.opening.ja).toContain('みまもり市立病院の見本 花子です')
  })

  test('has findings with reasons, clauses and a next step, the most urgent first', async () => {
    const params = await hospital()
    const { findings } = await owner.ask(routes.findings, { params })
    expect(findings.map((one) => one.urgency)).toEqual(findings.map((one) => one.urgency).toSorted((a, b) => b - a))
    const differs = findings.find((one) => one.rule === 'checklists/differs' && one.itemNumber === '2-⑥')
    const view = await owner.ask(routes.finding, { params, query: { id: differs?.id ?? '' } })
    expect(view.reasons).toHaveLength(2)
    expect(view.refs[0]).toMatchObject({ clause: '2-⑥', edition: { ja: '令和7年度版' } })
    expect(view.action?.target.screen).toBe('joined')
    expect(view.card).toBeDefined()
    expect([...view.title.ja, ...view.title.en].join('')).not.toMatch(/[{}]/)
  })

  test('is gone with all its rows and files once removed', async () => {
    const params = await hospital()
    const { rows: before } = await server.database.admin.query('select sha256 from evidence_file')
    expect(before.length).toBeGreaterThan(0)
    await owner.ask(routes.removeFacility, { params })
    for (const table of ['facility_state', 'record', 'change_log', 'finding', 'put_off', 'import_draft', 'frozen_paper']) {
      const { rows } = await server.database.admin.query(`select count(*)::int as n from ${table} where facility_id = $1`, [
        params.facility,
      ])
      expect([table, rows[0]?.n]).toEqual([table, 0])
    }
    expect((await server.database.admin.query('select 1 from evidence_file')).rowCount).toBe(0)
    expect(await owner.status(routes.home, { params })).toBe(404)
  })
})

describe('a vendor’s reply', () => {
  test('that comes as a file is shown first, then registered, turns the joined row, and can be undone', async () => {
    const params = await hospital()
    expect(await stateOf(params, '1-①')).toBe('vendor-silent')
    const file = { name: '回答.csv', bytes: reply('1-①,○,R8.11.19,\r\n2-②,済,R8.11.19,\r\n2-⑤,×,R8.11.19,調べています\r\n') }
    const seen = await owner.upload(routes.preview, { params, query: { as: 'vendor-reply', sheet: silent } }, file)
    if (seen.kind === 'error') throw new Error(JSON.stringify(seen.error))
    expect(seen.value.files[0]).toMatchObject({ kind: 'vendor-reply', read: 3 })
    expect(seen.value.files[0]?.changes).toContainEqual({
      text: expect.objectContaining({ ja: expect.stringContaining('2-⑤') }),
      after: { ja: 'いいえ', en: 'no' },
    })
    expect(await stateOf(params, '1-①')).toBe('vendor-silent')

    const done = await owner.ask(routes.applyImport, { params: { ...params, draft: seen.value.id }, body: {} })
    expect(done.conflicts).toEqual([])
    expect(await stateOf(params, '1-①')).toBe('agreed-yes')
    const home = await owner.ask(routes.home, { params })
    expect(home.counts.silent).toBe(0)
    expect(home.waiting).toEqual([])
    const { sheets } = await owner.ask(routes.vendors, { params })
    expect(sheets.find((one) => one.sheet === silent)).toMatchObject({
      state: 'partial',
      returnedOn: '2026-11-20',
      requests: expect.arrayContaining([expect.objectContaining({ kind: 'reply', person: '仮里 良子' })]),
    })

    expect(await owner.status(routes.applyImport, { params: { ...params, draft: seen.value.id }, body: {} })).toBe(404)
    expect((await owner.ask(routes.undo, { params, body: { revision: done.revision } })).conflicts).toEqual([])
    expect(await stateOf(params, '1-①')).toBe('vendor-silent')
  })

  test('finds its sheet by the names in the file, as Shift_JIS too', async () => {
    const params = await hospital()
    const file = await owner.download(routes.vendorSheetFile, { params: { ...params, sheet: silent }, query: { format: 'csv' } })
    expect(file.name).toMatch(/^[\x20-\x7e]+\.csv$/)
    const bytes = encodeText(reply('1-①,はい,2026/11/19,\r\n'), 'cp932')
    const seen = await owner.upload(routes.preview, { params }, { name: '回答.csv', bytes })
    expect(seen).toMatchObject({
      kind: 'ok',
      value: { files: [{ kind: 'vendor-reply', says: { ja: expect.stringContaining('例画像株式会社') } }] },
    })
  })

  test('in an Excel that the product made comes back by item number', async () => {
    const params = await hospital()
    const file = await owner.download(routes.vendorSheetFile, { params: { ...params, sheet: silent }, query: { format: 'xlsx' } })
    expect([file.status, file.name]).toEqual([200, expect.stringMatching(/^2026_.*\.xlsx$/)])
    const seen = await owner.upload(routes.preview, { params }, { name: file.name, bytes: file.bytes })
    expect(seen).toMatchObject({ kind: 'ok', value: { files: [{ kind: 'vendor-reply' }] } })
  })

  test('that was changed by a colleague meanwhile overwrites nothing', async () => {
    const params = await hospital()
    const seen = await owner.upload(
      routes.preview,
      { params, query: { sheet: silent } },
      { name: '回答.csv', bytes: reply('1-①,○,R8.11.19,\r\n') },
    )
    if (seen.kind === 'error') throw new Error(seen.error.code)
    const view = await owner.ask(routes.checklist, { params, query: { sheet: silent } })
    const answer = view.items.find((item) => item.number === '1-①')?.answers[0]
    const change = { kind: 'set', slice: 'answers', id: answer?.record.id ?? '', fields: { answer: 'no' } } as const
    await owner.ask(routes.change, { params, body: { changes: [{ change, expected: answer?.version ?? 0 }] } })
    const result = await owner.ask(routes.applyImport, { params: { ...params, draft: seen.value.id }, body: {} })
    expect(result.conflicts).toMatchObject([{ id: answer?.record.id, theirs: { answer: 'no' } }])
    expect(await stateOf(params, '1-①')).toBe('vendor-silent')
  })

  test('is forgotten after a day, and at once when it is thrown away', async () => {
    const params = await hospital()
    const seen = await owner.upload(
      routes.preview,
      { params, query: { sheet: silent } },
      { name: '回答.csv', bytes: reply('1-①,○,R8.11.19,\r\n') },
    )
    const draft = seen.kind === 'ok' ? seen.value.id : ''
    server.clock.moveMinutes(24 * 60 + 1)
    expect(await owner.status(routes.applyImport, { params: { ...params, draft }, body: {} })).toBe(404)
    server.clock.moveMinutes(-(24 * 60 + 1))
    await owner.ask(routes.dropImport, { params: { ...params, draft } })
    expect(await owner.status(routes.applyImport, { params: { ...params, draft }, body: {} })).toBe(404)
  })

  test.each([
    ['a program', 'a.xlsx', Buffer.from('MZ\x90\x00'), /./],
    ['no table at all', 'a.csv', 'ただの文章です。\r\n', /checklist\/|list\//],
    [
      'another edition',
      'a.csv',
      '見守り 確認用シート,1\r\n版,r6\r\n\r\n番号,回答,確認日\r\n1-①,○,R8.11.19\r\n',
      /checklist\/other-edition/,
    ],
    ['an old Excel', 'a.xls', Buffer.concat([Buffer.from('d0cf11e0a1b11ae1', 'hex'), Buffer.alloc(600)]), /excel\//],
  ])('that is %s keeps nothing and says what to do', async (_what, name, bytes, code) => {
    const params = await hospital()
    const count = async () =>
      (
        await server.database.admin.query(
          `select (select count(*)::int from import_draft) + (select count(*)::int from evidence_file) as n`,
        )
      ).rows[0]?.n
    const before = await count()
    const result = await owner.upload(routes.preview, { params, query: { sheet: silent } }, { name, bytes })
    expect(result).toMatchObject({
      kind: 'error',
      error: { code: expect.stringMatching(code), message: { ja: expect.any(String) }, action: { ja: expect.any(String) } },
    })
    expect(await count()).toBe(before)
  })
})

describe('evidence', () => {
  test('is kept under its hash, tied to its answer, and comes back as a download', async () => {
    const params = await hospital()
    const view = await owner.ask(routes.checklist, { params })
    const answer = view.items[0]?.answers[0]?.record.id ?? ''
    const bytes = Buffer.from('%PDF-1.7\n%test\n')
    const added = await owner.upload(
      routes.addEvidence,
      { params, query: { answers: answer, place: '3階サーバ室の棚' } },
      { name: '台帳.pdf', bytes },
    )
    if (added.kind === 'error') throw new Error(added.error.code)
    const after = await owner.ask(routes.checklist, { params })
    expect(after.items[0]?.evidence).toContainEqual({
      id: added.value.evidence,
      name: '台帳.pdf',
      place: '3階サーバ室の棚',
      sha256: added.value.sha256,
    })
    const file = await owner.download(routes.evidenceFile, { params: { ...params, sha256: added.value.sha256 } })
    expect([file.status, file.name, file.bytes.equals(bytes)]).toEqual([200, '台帳.pdf', true])
  })

  test('whose name lies about what it is is refused, and nothing of it is kept', async () => {
    const params = await hospital()
    const result = await owner.upload(routes.addEvidence, { params }, { name: '台帳.pdf', bytes: Buffer.from('MZ program') })
    expect(result).toMatchObject({ kind: 'error', error: { code: 'file/program' } })
    const lying = await owner.upload(routes.addEvidence, { params }, { name: '台帳.png', bytes: Buffer.from('%PDF-1.7\n') })
    expect(lying).toMatchObject({ kind: 'error', error: { code: 'file/name-and-content-differ' } })
    expect(
      (await owner.ask(routes.checklist, { params })).items.flatMap((item) => item.evidence).some((one) => one.name.startsWith('台帳.')),
    ).toBe(false)
  })
})

describe('the facility folder', () => {
  test('exported and assessed gives the same findings as the screen', async () => {
    const params = await hospital()
    const shown = await owner.ask(routes.findings, { params, query: { state: 'all' } })
    const zip = await owner.download(routes.exportFolder, { params })
    const folder = await mkdtemp(join(tmpdir(), 'mimamori-export-'))
    try {
      expect((await unzipInto(zip.bytes, folder)).kind).toBe('unzipped')
      const { picture, problems } = await readFolder(folder)
      expect(problems).toEqual([])
      const catalogue = loadCatalogue()
      const { tracked } = assess(ruleSetFor(catalogue), { picture, catalogue, asOf: date('2026-11-20') })
      const pairs = (list: readonly { id: string; state: string }[]) => list.map(({ id, state }) => `${id} ${state}`).toSorted()
      expect(pairs(toldOnce(tracked, catalogue))).toEqual(pairs(shown.findings))
      expect(tracked.length).toBeGreaterThan(20)
    } finally {
      await rm(folder, { recursive: true, force: true })
    }
  })

  test('brought back unchanged has nothing to register; with a change it proposes that one alone', async () => {
    const params = await hospital()
    const zip = await owner.download(routes.exportFolder, { params })
    const same = await owner.upload(routes.preview, { params }, { name: 'folder.zip', bytes: zip.bytes })
    expect(same).toMatchObject({ kind: 'ok', value: { files: [{ kind: 'folder', changes: [], problems: [] }] } })
    const facts = await owner.ask(routes.facts, { params })
    const change = { kind: 'set', slice: 'facility', id: params.facility, fields: { phone: '00-0000-9999' } } as const
    await owner.ask(routes.change, { params, body: { changes: [{ change, expected: facts.facility.version }] } })
    const again = await owner.upload(routes.preview, { params }, { name: 'folder.zip', bytes: zip.bytes })
    expect(again).toMatchObject({ kind: 'ok', value: { files: [{ changes: [], problems: [{ code: 'import/changed-since' }] }] } })
  })

  test.each([
    ['is damaged', Buffer.from('PK\x03\x04 broken'), 'import/zip-damaged'],
    ['holds no facility', undefined, 'folder/no-facility-file'],
  ])('that %s keeps nothing', async (_what, bytes, code) => {
    const params = await hospital()
    const zip = bytes ?? (await zipFiles(new Map([['a.txt', 'x']]), new Date(0)))
    expect(await owner.upload(routes.preview, { params, query: { as: 'folder' } }, { name: 'folder.zip', bytes: zip })).toMatchObject({
      kind: 'error',
      error: { code },
    })
  })
})
