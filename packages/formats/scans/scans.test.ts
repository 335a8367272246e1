import { loadCatalogue } from '@mimamori/catalog'
import { describe, expect, test } from 'vitest'
import { planted, type ScanFile, scanFile, scanFiles } from '../fixtures/scans.ts'
import { openScan, readScan, recogniseScan } from './open.ts'
import { proposeRegister } from './register/propose.ts'
import { holdsSecret, withoutSecrets } from './secrets.ts'
import { skipReasons } from './skips.ts'

const files = Object.keys(scanFiles) as ScanFile[] // keys are the files by type

function text(content: string, name = 'a.txt') {
  return { name, bytes: Buffer.from(content) }
}

describe('secrets', () => {
  test.each(files)('planted in %s reach no output', async (file) => {
    expect(scanFiles[file].includes(planted) || file === 'netsh.txt').toBe(true)
    const read = await readScan(scanFile(file))
    expect(read.observations.length + read.accounts.length).toBeGreaterThan(0)
    expect(JSON.stringify(read)).not.toContain(planted)
  })

  test('reach no preview of a register either', async () => {
    expect(JSON.stringify((await proposeRegister(scanFile('register.csv'))).registers[0]?.columns)).not.toContain(planted)
  })

  test('that were dropped are counted and told', async () => {
    const { problems } = await readScan(scanFile('register.csv'))
    expect(problems.map((one) => one.message.ja)).toContain('パスワードや鍵が3か所にありました。読まずに捨てました。')
  })

  test.each([
    'login password Hanamaru7731',
    'pp auth username hospital Hanamaru7731',
    'ipsec ike pre-shared-key 1 text Hanamaru7731',
    'snmp-server community Hanamaru7731 RO',
    'snmp community read-only Hanamaru7731',
    'snmpwalk -v2c -c Hanamaru7731 192.0.2.1',
    'enable secret 5 Hanamaru7731',
    'crypto isakmp key Hanamaru7731 address 192.0.2.1',
    'radius-server host 192.0.2.1 key Hanamaru7731',
    'set psksecret ENC Hanamaru7731',
    'wpa-psk ascii 0 Hanamaru7731',
    'key 7 Hanamaru7731',
    'ppp auth send id Hanamaru7731',
    '初期パスワードはHanamaru7731です',
    'ＰＷ：Hanamaru7731'.normalize('NFKC'),
    '暗証番号 Hanamaru7731',
    'https://admin:Hanamaru7731@192.0.2.1/',
    'https://192.0.2.1/?token=Hanamaru7731',
    'admin:$6$salt$Hanamaru7731',
    '-----BEGIN PRIVATE KEY-----\nHanamaru7731',
  ])('are cut out of: %s', (line) => {
    expect(withoutSecrets(line)).not.toContain(planted)
    expect(withoutSecrets(withoutSecrets(line))).toBe(withoutSecrets(line))
  })

  test.each(['password-server', '電子カルテサーバ', 'Community Room 2', '192.0.2.1 lan1', 'パスワード管理端末', 'KEYENCE CV-X'])(
    'are not seen in: %s',
    (line) => {
      expect(holdsSecret(line)).toBe(false)
    },
  )
})

describe('a file', () => {
  test('is recognised by its content, whatever its name says', async () => {
    const found = await Promise.all(files.map((file) => recogniseScan({ name: 'x.bin', bytes: scanFile(file).bytes })))
    expect(new Set(found)).toEqual(new Set(loadCatalogue().scanFormats.map(({ id }) => id)))
    expect(await recogniseScan(text('日付,天気\n11/20,晴れ\n', 'a.csv'))).toBeUndefined()
    expect(await recogniseScan(text('名称,電話,備考\n例システム,00-0000-0011,\n', 'a.csv'))).toBeUndefined()
    expect(await recogniseScan(text('機器名,種別,設置場所\n心電計,医療機器,2階\n', 'a.csv'))).toBe('register')
  })

  test('keeps whatever was passed over, with its reason in both languages; every reason occurs', async () => {
    const reads = await Promise.all(
      [...files.map(scanFile), text(`# show arp\n${'x'.repeat(50)}\n`)].map((file) =>
        readScan(file, { limits: { maxLineCharacters: 400 } }),
      ),
    )
    const skipped = reads.flatMap((read) => read.skipped)
    const long = await readScan(text(`# show arp\n192.0.2.1 00:00:5e:00:53:01 LAN1\n${'x'.repeat(50)}\n`), {
      limits: { maxLineCharacters: 40 },
    })
    expect(new Set([...skipped, ...long.skipped].map((one) => one.reason))).toEqual(new Set(Object.keys(skipReasons)))
    for (const { why } of skipped) expect([why.ja.endsWith('。'), why.en.endsWith('.')]).toEqual([true, true])
  })

  test('is dated by the caller where it does not say when it was made', async () => {
    const { observations } = await readScan(scanFile('cisco.txt'), { seenAt: '2026-11-01' })
    expect(new Set(observations.map((one) => one.seenAt))).toEqual(new Set(['2026-11-01']))
  })

  test('of any size needs the memory of one entry: what was read first comes before the rest is there', async () => {
    const host = (n: number) =>
      `<host><status state="up" reason="arp-response"/><address addr="10.0.${n >> 8}.${n & 255}" addrtype="ipv4"/></host>\n`
    const xml = `<nmaprun>${Array.from({ length: 20_000 }, (_, n) => host(n)).join('')}`
    const { items } = await openScan(text(xml, 'big.xml'))
    const first = await items[Symbol.asyncIterator]().next()
    expect(first.value).toMatchObject({ kind: 'observation', observation: { row: 1 } })
    await expect(readScan(text(xml, 'big.xml'))).rejects.toMatchObject({ code: 'scan/truncated' })
  })
})

describe('a damaged file', () => {
  test.each([
    ['XML that ends too early', scanFiles['scan.xml'].slice(0, 1200), 'scan/truncated'],
    ['JSON that ends too early', scanFiles['users.json'].slice(0, -30), 'scan/truncated'],
    ['JSON with a fault', '{"data":[{"a":}]}', 'scan/damaged'],
    ['XML with a fault', '<nmaprun><host></nmaprun>', 'scan/damaged'],
    ['XML with an entity of its own', '<!DOCTYPE nmaprun [<!ENTITY a "aaaa">]><nmaprun>&a;</nmaprun>', 'scan/forbidden-xml'],
    ['XML with an entity that nobody defined', '<nmaprun><host>&a;</host></nmaprun>', 'scan/damaged'],
    ['a diagram that is not deflated', '<mxfile><diagram>AAAA</diagram></mxfile>', 'scan/damaged'],
    ['a page of the web', '<html></html>', 'file/not-a-table'],
    ['XML of something else', '<?xml version="1.0"?><books/>', 'scan/unknown-xml'],
    ['XML that ends within its first word', '<?xml version="1.0"?>\n<nmapr', 'scan/unknown-xml'],
    ['what Nmap shows on the screen', 'Starting Nmap 7.93\nNmap scan report for 10.0.0.1\nHost is up\n', 'scan/nmap-not-xml'],
    ['Nmap for grep', '# Nmap 7.93 scan initiated\nHost: 10.0.0.1 ()\tStatus: Up\n', 'scan/nmap-not-xml'],
    ['blanks alone', ' \n\n', 'file/blank'],
    ['words', '会議のメモ\n', 'scan/unknown-format'],
    ['a picture', '\x89PNG\r\n\x1a\n\0\x01\x02\x03\x04\x05\x06\x07\x08', 'scan/unknown-format'],
    ['leases that end within one', 'lease 10.0.0.1 {\n  starts 4 2026/11/10 01:00:00;\n', 'scan/truncated'],
    ['a table of something else', '日付,天気\n11/20,晴れ\n', 'scan/unknown-format'],
  ])('(%s) is refused whole', async (_, content, code) => {
    await expect(readScan(text(content))).rejects.toMatchObject({ code })
  })

  test('that is called Excel and is none is told as one', async () => {
    await expect(readScan(text('会議のメモ\n', '台帳.xlsx'))).rejects.toMatchObject({ code: 'excel/not-excel' })
  })

  test('with a single element without end is refused before it fills the memory', async () => {
    const limits = { maxItemCharacters: 300_000 }
    const long = 'a'.repeat(800_000)
    await expect(readScan(text(`<nmaprun args="${long}"/>`), { limits })).rejects.toMatchObject({ code: 'scan/damaged' })
    await expect(readScan(text(`{"data":[{"a":"${long}"}]}`), { limits })).rejects.toMatchObject({ code: 'scan/damaged' })
  })

  test('that is larger than is read is refused before it is opened', async () => {
    await expect(readScan(scanFile('scan.xml'), { limits: { maxBytes: 100 } })).rejects.toMatchObject({ code: 'file/too-large' })
  })
})
