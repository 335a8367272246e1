import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { routes } from '@mimamori/contract'
import { unzipInto } from '@mimamori/formats'
import { deviceRegister, devicesOf, givenServer } from '@mimamori/testing'
import { afterAll, expect, test } from 'vitest'

const server = await givenServer()
const { owner } = server
const { hospital, read, takeIn } = devicesOf(owner)
const place = mkdtempSync(join(tmpdir(), 'mimamori-hostile-'))
afterAll(() => rmSync(place, { recursive: true }))

const secret = 'Himitsu-4711'

/** Every file below a folder that holds the secret. */
function filesWith(folder: string): readonly string[] {
  return readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((one) => one.isFile() && readFileSync(join(one.parentPath, one.name)).includes(secret))
    .map(({ name }) => name)
}

test('a scan in which no device answered is told as one, and nothing of it is stored', async () => {
  const params = await hospital()
  const down = '<host><status state="down"/><address addr="10.0.0.1" addrtype="ipv4"/></host>'
  const scan = `<?xml version="1.0"?><nmaprun scanner="nmap" start="1794000000" version="7.93">${down}<runstats/></nmaprun>`
  const [file] = (await read(params, '調査.xml', scan)).files
  expect(file).toMatchObject({ kind: 'devices', outcome: 'unreadable', read: 0, changes: [] })
  expect(file?.problems.map(({ code }) => code)).toEqual(['scan/nothing-up'])
})

test('rows that only a person can tell apart are not called the same as what is here', async () => {
  const params = await hospital()
  const list = '管理番号,機器名,MACアドレス,設置場所\r\nK-1,A,a4:bb:6d:10:00:01,x\r\nK-2,B,a4:bb:6d:10:00:01,y'
  const [file] = (await read(params, '台帳.csv', list)).files
  expect(file?.devices?.conflicts).toBe(2)
  expect(file?.says.ja).not.toContain('登録するものはありません')
})

test('an Excel file that is cut off is told as one, not as a ZIP', async () => {
  const params = await hospital()
  await takeIn(params, '台帳.csv', deviceRegister)
  const { bytes } = await owner.download(routes.assetsFile, { params, query: {} })
  const seen = await owner.upload(routes.preview, { params, query: {} }, { name: '機器.xlsx', bytes: bytes.subarray(0, -400) })
  expect(seen).toMatchObject({ kind: 'error', error: { code: 'excel/truncated', file: '機器.xlsx' } })
})

test('a password that somebody wrote into the list that comes back is nowhere afterwards', async () => {
  const params = await hospital()
  await takeIn(params, '台帳.csv', deviceRegister)
  const [row] = (await owner.ask(routes.assets, { params, query: { text: 'K-001' } })).rows
  const heads = '機器名,設置場所,パスワード,備考,記録番号(変えないでください)'
  const seen = await read(params, '機器.csv', `${heads}\r\n${row?.name},2階,${secret},管理者 password: ${secret},${row?.id}`)
  expect(seen.files[0]?.problems.map(({ code, row: at }) => [code, at])).toEqual([['scan/secrets-dropped', 2]])
  expect(JSON.stringify(seen)).not.toContain(secret)
  await owner.ask(routes.applyImport, { params: { ...params, draft: seen.id }, body: {} })
  const { asset } = await owner.ask(routes.asset, { params: { ...params, asset: row?.id ?? '' } })
  expect(asset.record).toMatchObject({ room: '2階', note: '管理者 password: ***' })
  const { bytes } = await owner.download(routes.exportFolder, { params })
  expect((await unzipInto(bytes, place)).kind).toBe('unzipped')
  expect([...filesWith(place), ...filesWith(server.dataFolder)]).toEqual([])
})

const memo = '会議のメモ\n来週の予定\n'
const other = '<?xml version="1.0"?><books/>'
const screen = 'Nmap scan report for 10.0.0.1\nHost is up.\n'

test.each([
  ['a blank file', '調査.xml', ' \n\n', 'file/blank', 'file/blank'],
  ['XML of something else', '調査.xml', other, 'scan/unknown-xml', 'scan/unknown-xml'],
  ['what Nmap shows on the screen', '調査.txt', screen, 'scan/nmap-not-xml', 'scan/nmap-not-xml'],
  ['words that are called Excel', '台帳.xlsx', memo, 'excel/not-excel', 'excel/not-excel'],
  [
    'a scan of a kind that is not read',
    '調査.txt',
    'Discovered open port 80/tcp on 10.0.0.1\n',
    'import/unknown-file',
    'scan/unknown-format',
  ],
  ['a table of something else', '天気.csv', '日付,天気\n11/20,晴れ\n', 'import/unknown-file', 'scan/unknown-format'],
  ['a picture', '機器.png', '\x89PNG\r\n\x1a\n\0\x01\x02\x03\x04\x05\x06\x07\x08', 'file/not-a-table', 'scan/unknown-format'],
])('%s is refused in words of what was looked for, never for want of a column of companies', async (_, name, content, unsaid, said) => {
  const params = await hospital()
  const codes = [{}, { as: 'devices' } as const].map(async (query) => {
    const seen = await owner.upload(routes.preview, { params, query }, { name, bytes: Buffer.from(content, 'utf8') })
    return seen.kind === 'error' ? seen.error.code : 'read'
  })
  expect(await Promise.all(codes)).toEqual([unsaid, said])
})
