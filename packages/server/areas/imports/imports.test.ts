import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { routes } from '@mimamori/contract'
import { readFolder, unzipInto, writeFolder, zipFiles } from '@mimamori/formats'
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
      after: '令和9年1月31日',
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
