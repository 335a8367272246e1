import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { routes } from '@mimamori/contract'
import { readFolder, unzipInto, writeCsv, writeFolder, zipFiles } from '@mimamori/formats'
import { givenServer } from '@mimamori/testing'
import { afterAll, describe, expect, test } from 'vitest'

const server = await givenServer()
const { owner } = server
const place = await mkdtemp(join(tmpdir(), 'mimamori-imports-'))
afterAll(() => rm(place, { recursive: true, force: true }))

async function hospital(): Promise<{ facility: string }> {
  const old = (await owner.ask(routes.session)).facilities.find((one) => one.example)
  if (old) await owner.ask(routes.removeFacility, { params: { facility: old.id } })
  return owner.ask(routes.loadExample, { params: { example: 'hospital-180beds' }, body: {} })
}

async function preview(params: { facility: string }, query: object, file: { name: string; bytes: Uint8Array | string }) {
  const seen = await owner.upload(routes.preview, { params, query }, file)
  if (seen.kind === 'error') throw new Error(JSON.stringify(seen.error))
  return seen.value
}

function shiftJis(rows: readonly (readonly string[])[]): Uint8Array {
  const written = writeCsv(rows, { encoding: 'cp932', file: 'x.csv' })
  if (written.kind === 'outside') throw new Error('outside of Shift_JIS')
  return written.bytes
}

describe('a list of vendors', () => {
  const list = '取引先一覧\r\n\r\n会社名,電話,担当者\r\n㈱例システム,00-1111-0001,仮名 次郎\r\n新規医療株式会社,00-1111-0002,仮名 三郎\r\n'

  test('adds the companies that are not here, keeps the file, and merges none unasked', async () => {
    const params = await hospital()
    const before = await owner.ask(routes.vendors, { params })
    const seen = await preview(params, { as: 'vendor-list' }, { name: '取引先.csv', bytes: list })
    expect(seen.files[0]).toMatchObject({ kind: 'vendor-list', read: 2 })
    expect(seen.files[0]?.changes.some((change) => change.text.ja.includes('新規医療株式会社'))).toBe(true)
    const done = await owner.ask(routes.applyImport, { params: { ...params, draft: seen.id }, body: {} })
    const after = await owner.ask(routes.vendors, { params })
    expect(after.vendors.length).toBeGreaterThan(before.vendors.length)
    expect(after.vendors.find(({ record }) => record.name === '新規医療株式会社')?.record.source).toBeDefined()
    await owner.ask(routes.undo, { params, body: { revision: done.revision } })
    expect((await owner.ask(routes.vendors, { params })).vendors).toHaveLength(before.vendors.length)
  })

  test('is read again as a person corrects its columns, and next year’s is read so at once', async () => {
    const params = await hospital()
    const own = '会社名,設置場所,連絡用電話\r\n見本医療株式会社,2階検査室,00-1111-0009\r\n'
    const first = await preview(params, { as: 'vendor-list' }, { name: '取引先.csv', bytes: own })
    expect(first.files[0]?.columns).toMatchObject([
      { heading: '会社名', field: 'vendors.name', isSure: true, samples: ['見本医療株式会社'] },
      { heading: '設置場所', samples: ['2階検査室'] },
      { heading: '連絡用電話', field: 'vendors.phone', isSure: false },
    ])
    expect(first.files[0]?.fields).toContainEqual({ field: 'vendors.address', name: { ja: '住所', en: 'address' } })
    const columns = JSON.stringify([
      { heading: '設置場所', field: 'vendors.address' },
      { heading: '連絡用電話', field: '' },
    ])
    const again = await preview(params, { as: 'vendor-list', columns }, { name: '取引先.csv', bytes: own })
    const read = (seen: typeof first) => seen.files[0]?.columns?.map(({ field, isSure }) => [field, isSure])
    const wanted = [
      ['vendors.name', true],
      ['vendors.address', true],
      [undefined, true],
    ]
    expect(read(again)).toEqual(wanted)
    expect(again.files[0]?.problems).toEqual([])
    await owner.ask(routes.applyImport, { params: { ...params, draft: again.id }, body: {} })
    const made = (await owner.ask(routes.vendors, { params })).vendors.find(({ record }) => record.name === '見本医療株式会社')
    expect(made?.record).toMatchObject({ address: '2階検査室', extra: { 連絡用電話: '00-1111-0009' } })
    expect(read(await preview(params, { as: 'vendor-list' }, { name: '来年.csv', bytes: own }))).toEqual(wanted)
  })

  test('and a checklist are read in the encoding that a person names', async () => {
    const params = await hospital()
    const list = shiftJis([
      ['会社名', '電話'],
      ['見本商会', '00-1'],
    ])
    const seen = await preview(params, { as: 'vendor-list' }, { name: '取引先.csv', bytes: list })
    expect(seen.files[0]?.encoding).toBe('cp932')
    const query = { as: 'vendor-list', encoding: 'euc-jp' } as const
    const forced = await owner.upload(routes.preview, { params, query }, { name: '取引先.csv', bytes: list })
    expect(forced).toMatchObject({ kind: 'error', error: { code: 'list/no-name-column' } })
    const table = shiftJis([['令和7年度版 医療機関確認用'], ['番号', '回答'], ['4-①', '○']])
    const read = await preview(params, { as: 'facility-checklist', encoding: 'cp932' }, { name: '回答.csv', bytes: table })
    expect(read.files[0]).toMatchObject({ encoding: 'cp932', kind: 'facility-checklist', read: 1 })
  })

  test('is recognised without being told', async () => {
    const params = await hospital()
    expect((await preview(params, {}, { name: '取引先.csv', bytes: list })).files[0]?.kind).toBe('vendor-list')
  })
})

describe('the facility’s own answers', () => {
  test('come in from an office’s table, one line per field that changes', async () => {
    const params = await hospital()
    const table = '令和7年度版 医療機関確認用\r\n番号,回答,確認日,目標日\r\n2-⑤,いいえ,R8.11.19,R9.1.31\r\n4-①,○,R8.11.19,\r\n'
    const seen = await preview(params, { as: 'facility-checklist' }, { name: '回答.csv', bytes: table })
    expect(seen.files[0]?.changes).toContainEqual({
      text: expect.objectContaining({ ja: expect.stringMatching(/^2-⑤ .*目標日/) }),
      after: { ja: '令和9年1月31日', en: '31 January 2027' },
    })
    await owner.ask(routes.applyImport, { params: { ...params, draft: seen.id }, body: {} })
    const view = await owner.ask(routes.checklist, { params })
    expect(view.items.find((item) => item.number === '2-⑤')?.answers[0]?.record).toMatchObject({ answer: 'no', targetOn: '2027-01-31' })
  })

  test('that cannot be read in part say where; what was right is not lost', async () => {
    const params = await hospital()
    const table = '令和7年度版 医療機関確認用\r\n番号,回答,確認日\r\n2-⑤,いいえ,R8.13.1\r\n4-①,○,R8.11.19\r\n9-⑨,○,R8.11.19\r\n'
    const seen = await preview(params, { as: 'facility-checklist' }, { name: '回答.csv', bytes: table })
    expect(seen.files[0]?.problems).toEqual(
      expect.arrayContaining([
        expect.objectContaining({ code: 'value/not-a-date', row: 3 }),
        expect.objectContaining({ code: 'checklist/unknown-item', row: 5 }),
      ]),
    )
    expect(seen.files[0]?.changes.some((change) => change.text.ja.startsWith('4-①'))).toBe(true)
  })
})

describe('what is not of this facility, or older than what is here', () => {
  async function clinic(): Promise<{ facility: string }> {
    return owner.ask(routes.createFacility, { body: { name: 'みまもり第二診療所' } })
  }

  test("another facility's folder proposes nothing, names both, and registers nothing", async () => {
    const theirs = await hospital()
    const zip = await owner.download(routes.exportFolder, { params: theirs })
    const params = await clinic()
    const seen = await preview(params, {}, { name: '施設.zip', bytes: zip.bytes })
    expect(seen.files[0]).toMatchObject({ changes: [], outcome: 'unreadable', problems: [{ code: 'import/other-facility' }] })
    expect(seen.files[0]?.problems[0]?.message.ja).toMatch(/「みまもり市立病院」.*「みまもり第二診療所」/)
    await owner.ask(routes.applyImport, { params: { ...params, draft: seen.id }, body: {} })
    expect((await owner.ask(routes.facts, { params })).facility.record.name).toBe('みまもり第二診療所')
  })

  test("nor does a checklist whose title names another facility; a part of the facility's own name is its own", async () => {
    const params = await clinic()
    const table = (name: string) => `${name}\r\n令和7年度版 医療機関確認用\r\n番号,回答,確認日\r\n1-①,○,R8.11.19\r\n`
    const read = async (name: string) =>
      (await preview(params, { as: 'facility-checklist' }, { name: '回答.csv', bytes: table(name) })).files[0]
    expect(await read('みまもり市立病院')).toMatchObject({ changes: [], problems: [{ code: 'import/other-facility' }] })
    expect((await read('第二診療所'))?.changes.length).toBeGreaterThan(0)
  })

  test('an older file takes the place of a newer reply only when a person says so, and the mark of the paper stays', async () => {
    const params = await hospital()
    const { picture } = await readFolder(await unpacked(params))
    const sheet = picture.slices.sheets.find(
      (one) => one.audience === 'vendor' && one.returnedOn !== undefined && one.typedBy === undefined,
    )
    const answer = picture.slices.answers.find((one) => one.sheet === sheet?.id && one.answer === 'yes')
    const { version } = (await owner.ask(routes.checklist, { params, query: { sheet: sheet?.id } })).sheet
    const typed = { typedBy: '見本 太郎', replyBy: 'paper' as const, returnedOn: '2026-11-19' }
    const change = { kind: 'set', slice: 'sheets', id: sheet?.id, fields: typed }
    await owner.ask(routes.change, { params, body: { changes: [{ change, expected: version }] as never } })
    const number = `${answer?.item}`.replace('r7:', '')
    const bytes = `見守り 確認用シート,1\r\nID,${sheet?.id}\r\n版,r7\r\n様式,事業者確認用\r\n年度,2026\r\n届いた日,R8.11.1\r\n\r\n番号,回答\r\n${number},×\r\n`
    const seen = await preview(params, { as: 'vendor-reply', sheet: sheet?.id }, { name: '回答.csv', bytes })
    expect(seen.files[0]).toMatchObject({ outcome: 'to-check', asks: ['checklist/older-than-here'] })
    expect(seen.files[0]?.problems[0]?.message.ja).toMatch(/令和8年11月1日.*令和8年11月19日/)
    const draft = { ...params, draft: seen.id }
    expect(await owner.call(routes.applyImport, { params: draft, body: {} })).toMatchObject({ error: { code: 'import/not-agreed' } })
    await owner.ask(routes.applyImport, { params: draft, body: { agreed: ['checklist/older-than-here'] } })
    const after = (await readFolder(await unpacked(params))).picture.slices
    expect(after.answers.find((one) => one.id === answer?.id)?.answer).toBe('no')
    expect(after.sheets.find((one) => one.id === sheet?.id)).toMatchObject(typed)
  })
})

async function unpacked(params: { facility: string }): Promise<string> {
  const zip = await owner.download(routes.exportFolder, { params })
  const folder = await mkdtemp(join(place, 'out-'))
  await unzipInto(zip.bytes, folder)
  return folder
}

test('the last imports are listed with their file, and can be undone after the page is left', async () => {
  const params = await owner.ask(routes.createFacility, { body: { name: 'みまもり第三診療所' } })
  const seen = await preview(params, {}, { name: '取引先三.csv', bytes: '会社名,電話\r\n三番医療株式会社,00-1111-0003\r\n' })
  const done = await owner.ask(routes.applyImport, { params: { ...params, draft: seen.id }, body: {} })
  const listed = async () => (await owner.ask(routes.imports, { params })).imports
  expect(await listed()).toEqual([
    {
      revision: done.revision,
      at: expect.any(String),
      kind: 'vendor-list',
      file: '取引先三.csv',
      by: expect.any(String),
      changes: 2,
      undone: false,
    },
  ])
  await owner.ask(routes.undo, { params, body: { revision: done.revision } })
  expect((await listed())[0]).toMatchObject({ revision: done.revision, undone: true })
})

test('a file that was read and brings nothing new counts as read', async () => {
  const params = await hospital()
  const zip = await owner.download(routes.exportFolder, { params })
  expect((await preview(params, {}, { name: '施設.zip', bytes: zip.bytes })).files[0]).toMatchObject({ changes: [], outcome: 'read' })
})

describe('a facility folder', () => {
  async function exported(params: { facility: string }) {
    const zip = await owner.download(routes.exportFolder, { params })
    const folder = await mkdtemp(join(place, 'out-'))
    await unzipInto(zip.bytes, folder)
    return { zip, folder }
  }

  async function zipOf(folder: string, names: readonly string[]): Promise<Buffer> {
    const files = await Promise.all(names.map(async (name) => [name, await readFile(join(folder, name))] as const))
    return zipFiles(new Map(files), new Date('2026-11-20T00:00:00Z'))
  }

  test('edited elsewhere brings its changes, removals and new evidence, all in one step', async () => {
    const params = await hospital()
    const { folder } = await exported(params)
    const { picture } = await readFolder(folder)
    const sha256 = '5891b5b522d5df086d0ff0b110fbd9d21bb4fc7163af34d08286a2e846f6be03'
    const edited = {
      ...picture,
      slices: {
        ...picture.slices,
        facility: picture.slices.facility.map((one) => ({ ...one, phone: '00-0000-1234' })),
        ticks: picture.slices.ticks.slice(1),
        evidence: [...picture.slices.evidence, { id: 'ev:new' as never, name: '手順書', sha256, mediaType: 'text/plain' }].toSorted(
          (a, b) => (a.id < b.id ? -1 : 1),
        ),
      },
    }
    const again = join(place, 'edited')
    await writeFile(join(place, 'hello'), 'hello\n')
    const written = await writeFolder(edited, again, { evidence: new Map([[sha256, join(place, 'hello')]]) })
    const seen = await preview(params, { as: 'folder' }, { name: '施設.zip', bytes: await zipOf(again, written.files) })
    expect(seen.files[0]?.problems.filter((one) => one.code.startsWith('import/'))).toEqual([])
    expect(seen.files[0]?.changes.map((change) => change.text.ja)).toEqual(
      expect.arrayContaining([expect.stringContaining('手順書'), expect.stringContaining('電話')]),
    )
    const done = await owner.ask(routes.applyImport, { params: { ...params, draft: seen.id }, body: {} })
    expect(done.conflicts).toEqual([])
    const file = await owner.download(routes.evidenceFile, { params: { ...params, sha256 } })
    expect([file.status, file.bytes.toString()]).toEqual([200, 'hello\n'])
    expect((await owner.ask(routes.undo, { params, body: { revision: done.revision } })).conflicts).toEqual([])
    expect((await owner.ask(routes.facts, { params })).facility.record.phone).not.toBe('00-0000-1234')
  })

  test('whose records could not be stored is told where, before anything is registered, and the rest is registered', async () => {
    const params = await hospital()
    const { folder } = await exported(params)
    const { picture } = await readFolder(folder)
    const own = 'sh:2026.r7.own'
    const and = <T extends { readonly id: string }>(
      list: readonly T[],
      ...more: readonly ({ readonly id: string } & Readonly<Record<string, unknown>>)[]
    ) => [...list, ...more].toSorted((a, b) => (a.id < b.id ? -1 : 1)) as T[] // records as somebody's own program writes them
    const { slices } = picture
    const edited = {
      ...picture,
      slices: {
        ...slices,
        vendors: and(
          slices.vendors,
          { id: 'v:long', name: '例'.repeat(201) },
          { id: 'v:new', name: '新規医療株式会社', phone: '0'.repeat(41) },
        ),
        systems: and(slices.systems, { id: 's:new', name: '新規システム', vendor: 'v:long' }),
        sheets: and(slices.sheets, { id: 'sh:x', edition: 'r99', audience: 'vendor', fiscalYear: 2026, vendor: 'v:new' }),
        answers: and(
          slices.answers,
          { id: 'a:1', sheet: own, item: 'r7:9-99' },
          { id: 'zz:2', sheet: own, item: 'r7:2-04', answer: 'no' },
          { id: 'a:3', sheet: 'sh:x', item: 'r99:1-01' },
        ),
        evidence: and(slices.evidence, { id: 'ev:bad', name: '台帳', sha256: 'abc' }),
      },
    } as typeof picture // the same
    const again = join(place, 'bad')
    const written = await writeFolder(edited, again)
    const seen = await preview(params, { as: 'folder' }, { name: '施設.zip', bytes: await zipOf(again, written.files) })
    const told = seen.files[0]?.problems ?? []
    const codes = told.map(({ code, row, column }) => [code, row !== undefined, column])
    expect(codes).toEqual(
      expect.arrayContaining([
        ['value/too-long', true, expect.anything()],
        ['checklist/unknown-edition', false, undefined],
        ['checklist/unknown-item', true, 'A'],
        ['checklist/two-answers', true, expect.anything()],
        ['import/field-not-kept', true, 'SHA-256'],
      ]),
    )
    const done = await owner.ask(routes.applyImport, { params: { ...params, draft: seen.id }, body: {} })
    expect(done.conflicts).toEqual([])
    const { vendors } = await owner.ask(routes.vendors, { params })
    expect(vendors.find(({ record }) => record.id === 'v:new')?.record.phone).toBeUndefined()
    expect((await owner.ask(routes.facts, { params })).vendors.some(({ record }) => record.name.length > 200)).toBe(false)
  })

  test('in a folder of its own within the ZIP is found', async () => {
    const params = await hospital()
    const { zip } = await exported(params)
    const folder = await mkdtemp(join(place, 'inner-'))
    const unzipped = await unzipInto(zip.bytes, join(folder, 'my-hospital'))
    const names = unzipped.kind === 'unzipped' ? unzipped.names.map((name) => `my-hospital/${name}`) : []
    const seen = await preview(params, {}, { name: '施設.zip', bytes: await zipOf(folder, names) })
    expect(seen.files[0]).toMatchObject({ kind: 'folder', changes: [] })
  })

  test.each([
    ['leads out of the folder', '../../etc/passwd', 'import/zip-bad-name'],
    ['is absolute', '/etc/passwd', 'import/zip-bad-name'],
  ])('with a name that %s is refused', async (_what, name, code) => {
    const params = await hospital()
    const zip = await zipFiles(new Map([['facility.yaml', 'x'.repeat(20)]]), new Date('2026-11-20T00:00:00Z'))
    const evil = Buffer.from(
      zip.toString('latin1').replaceAll('facility.yaml', name.padEnd('facility.yaml'.length, 'x').slice(0, 'facility.yaml'.length)),
      'latin1',
    )
    expect(await owner.upload(routes.preview, { params, query: { as: 'folder' } }, { name: 'a.zip', bytes: evil })).toMatchObject({
      kind: 'error',
      error: { code },
    })
  })

  test('that unpacks to more than it may is refused before it fills the disk', async () => {
    const params = await hospital()
    const zip = await zipFiles(new Map([['facility.yaml', Buffer.alloc(20 * 1024 * 1024)]]), new Date('2026-11-20T00:00:00Z'))
    expect(await owner.upload(routes.preview, { params, query: { as: 'folder' } }, { name: 'a.zip', bytes: zip })).toMatchObject({
      kind: 'error',
      error: { code: 'import/zip-too-large' },
    })
  })
})
