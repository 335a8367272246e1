import { writeFileSync } from 'node:fs'
import { mkdir, mkdtemp, rm, symlink, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { feedFile, kevEntry, kevOf, packed, readAllFeeds, vuldefOf, vulinfo } from '../fixtures/feeds.ts'
import { zipFiles } from '../folder/zip.ts'

const kev = kevOf([kevEntry(1)])
const cve = (number: number) =>
  JSON.stringify({ dataType: 'CVE_RECORD', cveMetadata: { cveId: `CVE-2026-000${number}` }, containers: { cna: {} } })

let place = ''
beforeAll(async () => {
  place = await mkdtemp(join(tmpdir(), 'mimamori-feeds-'))
})
afterAll(() => rm(place, { recursive: true }))

async function folderOf(name: string, files: Readonly<Record<string, string | Uint8Array>>): Promise<string> {
  const folder = join(place, name)
  for (const [file, content] of Object.entries(files)) {
    await mkdir(join(folder, file, '..'), { recursive: true })
    await writeFile(join(folder, file), content)
  }
  return folder
}

test('a folder is read file by file in the order of names, and what is no feed in it is told', async () => {
  const folder = await folderOf('carried', {
    'kev.json.gz': packed(kev),
    'cves/2026/0xxx/CVE-2026-0001.json': cve(1),
    'cves/2026/0xxx/CVE-2026-0002.json': cve(2),
    'jvndb_detail_2026.rdf': vuldefOf(vulinfo('JVNDB-2026-000001')),
    'readme.txt': '持ち込みの手順\n',
    'empty.json': '',
    '.hidden.json': kev,
  })
  await symlink(join(folder, 'kev.json.gz'), join(folder, 'link.json.gz'))
  const { feeds, problems } = await readAllFeeds(folder)
  expect(feeds.map(({ file, kind, items }) => [file, kind, items.length])).toEqual([
    ['carried/cves/2026/0xxx/CVE-2026-0001.json', 'cve5', 1],
    ['carried/cves/2026/0xxx/CVE-2026-0002.json', 'cve5', 1],
    ['carried/jvndb_detail_2026.rdf', 'jvn-detail', 2],
    ['carried/kev.json.gz', 'kev', 2],
  ])
  expect(problems.map(({ code, place: { file } }) => [file, code])).toEqual([
    ['carried/empty.json', 'file/empty'],
    ['carried/readme.txt', 'feed/unknown-format'],
  ])
})

test('a ZIP gives the same, from memory and from the disk; one in it that is packed again too', async () => {
  const files = new Map<string, string | Uint8Array>([
    ['cves/CVE-2026-0001.json', cve(1)],
    ['cves/CVE-2026-0002.json.gz', packed(cve(2))],
    ['cves/note.txt', 'x'],
  ])
  const bytes = await zipFiles(files, new Date(0))
  const path = join(place, '情報.zip')
  writeFileSync(path, bytes)
  const read = [await readAllFeeds(feedFile(bytes, '情報.zip')), await readAllFeeds(path)]
  for (const { feeds, problems } of read) {
    expect(feeds.map(({ file, kind }) => [file, kind])).toEqual([
      ['情報.zip/cves/CVE-2026-0001.json', 'cve5'],
      ['情報.zip/cves/CVE-2026-0002.json.gz', 'cve5'],
    ])
    expect(problems.map(({ code, place: where }) => [code, where.file])).toEqual([['feed/unknown-format', '情報.zip/cves/note.txt']])
  }
})

test('a ZIP that unpacks to more than is allowed, is cut off, or names a place outside is refused', async () => {
  const bomb = await zipFiles(new Map([['kev.json', kevOf([kevEntry(1, { notes: ' '.repeat(3_000_000) })])]]), new Date(0))
  const large = readAllFeeds(feedFile(bomb, '情報.zip'), { maxUnpackedBytes: 1_000_000 })
  await expect(large).rejects.toMatchObject({ code: 'feed/too-large-inside' })
  const good = await zipFiles(new Map([['aa/kev.json', kev]]), new Date(0))
  const climbing = Buffer.from(good.toString('latin1').replaceAll('aa/kev', '../kev'), 'latin1')
  for (const bytes of [good.subarray(0, -30), climbing]) {
    const { feeds, problems } = await readAllFeeds(feedFile(bytes, '情報.zip'))
    expect([feeds, problems.map(({ code }) => code)]).toEqual([[], ['feed/zip']])
  }
})

test('a file that is not there is told as such', async () => {
  const { problems } = await readAllFeeds(join(place, 'nowhere.json'))
  expect(problems.map(({ code }) => code)).toEqual(['file/not-found'])
})
