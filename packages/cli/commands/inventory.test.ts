import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { afterAll, describe, expect, test } from 'vitest'
import { inventoryAnswer } from '../answers.ts'
import { runCommandLine } from '../run.ts'

const place = mkdtempSync(join(tmpdir(), 'mimamori-inventory-'))
afterAll(() => rmSync(place, { recursive: true }))

async function run(...argv: string[]) {
  const said = { out: '', err: '' }
  const status = await runCommandLine(['inventory', ...argv], {
    out: (text) => (said.out += text),
    err: (text) => (said.err += text),
    now: () => Date.UTC(2026, 10, 20),
  })
  return { status, ...said }
}

async function inventory(...argv: string[]) {
  const { status, out } = await run(...argv, '--json')
  return { status, out, answer: inventoryAnswer.parse(JSON.parse(out)) }
}

function folderWith(files: Readonly<Record<string, string>>): string {
  const folder = mkdtempSync(join(place, 'facility-'))
  const all = { 'facility.yaml': 'facility:\n  name: みまもり診療所\n', 'assets.csv': register, ...files }
  for (const [name, content] of Object.entries(all)) {
    mkdirSync(dirname(join(folder, name)), { recursive: true })
    writeFileSync(join(folder, name), content)
  }
  return folder
}

const register = `ID,機器名,種類,管理番号,MACアドレス,IPアドレス,ホスト名,確かめた日
d:karte,電子カルテサーバ,サーバ,K-1,00-80-92-00-00-01,192.168.1.10,karte-sv,2026-09-01
d:reception,受付PC,PC,K-2,00-80-92-00-00-02,,uketsuke-1,2026-09-01
`

function nmap(...hosts: readonly { readonly ip: string; readonly mac?: string; readonly port?: number }[]): string {
  const all = hosts.map(
    ({ ip, mac, port = 443 }) =>
      `<host endtime="1792000000"><status state="up" reason="arp-response"/><address addr="${ip}" addrtype="ipv4"/>${mac === undefined ? '' : `<address addr="${mac}" addrtype="mac"/>`}<ports><port protocol="tcp" portid="${port}"><state state="open"/><service name="http" product="nginx" version="1.2"/></port></ports></host>`,
  )
  return `<?xml version="1.0"?>\n<nmaprun scanner="nmap" version="7.94">${all.join('\n')}<runstats/></nmaprun>\n`
}

const [karte, reception, stranger] = ['00:80:92:00:00:01', '00:80:92:00:00:02', '00:80:92:00:00:99']

test('a folder without scans gives its register, every device once', async () => {
  const { status, answer } = await inventory(folderWith({}))
  expect([status, answer.conflicts, answer.skipped, answer.drift]).toEqual([0, [], [], undefined])
  expect(answer.assets.map(({ id, listed, identity }) => [id, listed, identity])).toEqual([
    ['d:karte', true, { rule: 'listed', reason: '台帳に書かれている機器です。' }],
    ['d:reception', true, { rule: 'listed', reason: '台帳に書かれている機器です。' }],
  ])
  expect(answer.assets[0]?.claims).toMatchObject([{ source: 'register', file: 'assets.csv', row: 2, seenOn: '2026-09-01' }])
})

describe('scans in the folder', () => {
  const scans = {
    'scans/scan.xml': nmap({ ip: '192.168.1.10', mac: karte }, { ip: '192.168.1.77', mac: stranger }, { ip: '192.168.1.99' }),
    'scans/core/router.txt': `SW1#show ip arp
Internet  192.168.1.77   5  0080.9200.0099  ARPA  Vlan10
Internet  192.168.1.99   5  02aa.0000.0001  ARPA  Vlan10
neither a row nor a heading
SW1#show running-config
snmp-server community Himitsu99 RO
`,
  }

  test('are held against the register: each device once, with what each source says and why', async () => {
    const { status, answer } = await inventory(folderWith(scans))
    expect(status).toBe(0)
    const found = answer.assets.map(({ name, listed, claims }) => [
      name,
      listed,
      claims.map(({ source, identity }) => `${source} ${identity.rule}`),
    ])
    expect(found).toEqual(
      expect.arrayContaining([
        ['電子カルテサーバ', true, ['register listed', 'nmap mac']],
        ['受付PC', true, ['register listed']],
        ['192.168.1.77', false, ['arp nothing-known', 'nmap nothing-known']],
      ]),
    )
    expect(answer.assets.find(({ name }) => name === '192.168.1.77')).toMatchObject({
      addresses: [{ ip: '192.168.1.77', mac: stranger }],
      software: [{ name: 'nginx', version: '1.2' }],
      lastSeenOn: '2026-10-15',
    })
  })

  test('that share an address alone are never joined, and wait for a person', async () => {
    const folder = folderWith({ 'scans/scan.xml': nmap({ ip: '192.168.1.10' }) })
    const { answer } = await inventory(folder)
    expect(answer.conflicts).toMatchObject([
      { assets: ['d:karte'], rule: 'ip-alone', claims: [{ source: 'nmap', file: 'scans/scan.xml', seenOn: '2026-10-15' }] },
    ])
    expect(answer.assets.find(({ id }) => id === 'd:karte')?.claims).toHaveLength(1)
  })

  test('tell every line that was passed over, and no secret is in any output', async () => {
    const folder = folderWith(scans)
    const { answer, out } = await inventory(folder)
    expect(answer.skipped.map(({ file, row, why }) => [file, row, why])).toEqual([
      ['scans/core/router.txt', 4, '読み方の分からない行です。'],
      ['scans/core/router.txt', 5, '一覧表ではない内容なので、読んでいません。'],
    ])
    const words = await run(folder)
    expect(`${out}${words.out}${words.err}`).not.toContain('Himitsu99')
  })

  test('that are cut off or of no known kind give nothing, are told, and the command ends with 3', async () => {
    const cut = nmap({ ip: '192.168.1.77', mac: stranger }).slice(0, 200)
    const { status, answer } = await inventory(folderWith({ 'scans/cut.xml': cut, 'scans/note.txt': 'メモ\n', 'scans/.DS_Store': 'x' }))
    expect([status, answer.assets.length]).toEqual([3, 2])
    expect(answer.problems.map(({ code, file }) => [code, file])).toEqual([
      ['scan/truncated', 'scans/cut.xml'],
      ['scan/unknown-format', 'scans/note.txt'],
    ])
    expect(answer.skipped.map(({ file }) => file)).toEqual(['scans/cut.xml', 'scans/note.txt'])
  })
})

describe('two imports', () => {
  const folder = folderWith({})
  const [before, after] = ['10', '11'].map((month) => join(folder, '..', `2026-${month}`)) as [string, string] // two of two
  mkdirSync(before)
  mkdirSync(after)
  writeFileSync(join(before, 'scan.xml'), nmap({ ip: '192.168.1.10', mac: karte }, { ip: '192.168.1.20', mac: reception }))
  writeFileSync(join(after, 'scan.xml'), nmap({ ip: '192.168.2.10', mac: karte, port: 3389 }, { ip: '192.168.1.77', mac: stranger }))

  test('say what came, went, moved and changed', async () => {
    const { status, answer } = await inventory(folder, '--before', before, '--after', after)
    const says = (part: 'added' | 'gone' | 'moved' | 'changed') => answer.drift?.[part].map(({ name, say }) => `${name} ${say}`)
    expect(status).toBe(0)
    expect(says('added')).toEqual(['192.168.1.77 new'])
    expect(says('gone')).toEqual(['受付PC gone'])
    expect(says('moved')).toEqual(['電子カルテサーバ moved-network'])
    expect(says('changed')).toEqual(['電子カルテサーバ ip', '電子カルテサーバ port-opened', '電子カルテサーバ port-closed'])
  })

  test.each([
    ['ja', ['台帳にない機器:1', '見えなくなったもの:1', '受付PC:前は見えていましたが、今回は見えません。']],
    ['en', ['Not in the register: 1', 'Gone: 1', '受付PC: It was seen before and was not seen this time.']],
  ])('are told in words (%s)', async (lang, lines) => {
    const { out } = await run(folder, '--before', before, '--after', after, '--lang', lang)
    for (const line of lines) expect(out).toContain(line)
  })

  test('may lie in the folder itself, and are named from there', async () => {
    const whole = folderWith({
      'scans/2026-10/scan.xml': nmap({ ip: '192.168.1.10', mac: karte }),
      'scans/2026-11/scan.xml': nmap({ ip: '192.168.1.10', mac: karte }, { ip: '192.168.1.77', mac: stranger }),
    })
    const { answer } = await inventory(whole, '--before', 'scans/2026-10', '--after', 'scans/2026-11')
    expect([answer.drift?.added.length, answer.drift?.gone.length, answer.assets.length]).toEqual([1, 0, 3])
  })

  test('keep the records of both months apart, though the folders are called the same and the source tells no time', async () => {
    const arp = 'SW1#show ip arp\nInternet  192.168.1.77   5  0080.9200.0099  ARPA  Vlan10\n'
    const [one, other] = [folderWith({ 'scans/arp.txt': arp }), folderWith({ 'scans/arp.txt': arp })]
    const { answer } = await inventory(folder, '--before', join(one, 'scans'), '--after', join(other, 'scans'))
    const found = answer.assets.find(({ name }) => name === '192.168.1.77')
    expect(found?.claims.map(({ source, identity }) => `${source} ${identity.rule}`).toSorted()).toEqual(['arp mac', 'arp nothing-known'])
  })

  test('go together: one of them alone is wrong usage, and a folder that is not there is bad input', async () => {
    expect((await run(folder, '--before', before)).status).toBe(2)
    const { status, err } = await run(folder, '--before', before, '--after', join(place, 'nowhere'), '--json')
    expect([status, JSON.parse(err).error.code]).toEqual([3, 'folder/not-found'])
  })
})

test('the help of the command names every format that is read, and how well it is known', async () => {
  const { out } = await run('--help')
  expect(out).toContain('nmap: NmapのXML - 実際の出力で確かめた形式 - Nmap 5.51、6.40、7.93の出力')
  expect(out).toContain('dhcp-kea: Kea DHCP leases - Written from memory - No real output seen')
})
