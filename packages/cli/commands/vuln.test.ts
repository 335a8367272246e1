import { existsSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { gzipSync } from 'node:zlib'
import { afterAll, describe, expect, test } from 'vitest'
import { runCommand as run } from '../fixtures/run-command.ts'
import { vulnExplainAnswer, vulnMatchAnswer } from '../vulnerabilities/answers.ts'

const place = mkdtempSync(join(tmpdir(), 'mimamori-vuln-'))
afterAll(() => rmSync(place, { recursive: true }))

function folderWith(files: Readonly<Record<string, string | Uint8Array>>): string {
  const folder = mkdtempSync(join(place, 'part-'))
  for (const [name, content] of Object.entries(files)) {
    mkdirSync(dirname(join(folder, name)), { recursive: true })
    writeFileSync(join(folder, name), content)
  }
  return folder
}

function assetsFile(...rows: string[]): string {
  return join(folderWith({ 'devices.csv': `id,name,vendor,product,version,cpe,zone\n${rows.join('\n')}\n` }), 'devices.csv')
}

async function match(assets: string, feeds: string) {
  const { status, out, err } = await run('vuln', 'match', '--assets', assets, '--feeds', feeds, '--json')
  return { status, err, answer: vulnMatchAnswer.parse(JSON.parse(out)) }
}

async function explain(asset: string, cve: string, assets: string, feeds = folderWith(ordinary)) {
  const { out } = await run('vuln', 'explain', asset, cve, '--assets', assets, '--feeds', feeds, '--json')
  return vulnExplainAnswer.parse(JSON.parse(out))
}

/** A record in the shape of CVE 5 of a product that is weak below a version. */
function cveRecord(id: string, product: { vendor: string; product: string; versions: readonly object[] }): string {
  const cna = {
    affected: [{ ...product, defaultStatus: 'unaffected' }],
    descriptions: [{ lang: 'en', value: 'A made-up weakness.' }],
    title: `Weakness of ${product.product}`,
    references: [],
  }
  return JSON.stringify({
    ...{ dataType: 'CVE_RECORD', dataVersion: '5.1' },
    cveMetadata: { cveId: id, state: 'PUBLISHED', dateUpdated: '2026-11-01T00:00:00.000Z' },
    containers: { cna },
  })
}

const gate = cveRecord('CVE-2099-0001', {
  ...{ vendor: 'Fortinet', product: 'FortiOS' },
  versions: [{ version: '7.2.0', lessThan: '7.2.6', status: 'affected', versionType: 'semver' }],
})
const worded = cveRecord('CVE-2099-0002', {
  ...{ vendor: 'Fortinet', product: 'FortiOS' },
  versions: [{ version: 'those of the blue box', status: 'affected' }],
})
const exploited = JSON.stringify({
  ...{ title: 'Catalog', catalogVersion: '2026.11.10', dateReleased: '2026-11-10T00:00:00.000Z', count: 1 },
  vulnerabilities: [
    {
      ...{ cveID: 'CVE-2099-0001', vendorProject: 'Fortinet', product: 'FortiOS', vulnerabilityName: 'Made-up' },
      ...{ dateAdded: '2026-11-02', dueDate: '2026-11-23', knownRansomwareCampaignUse: 'Known' },
    },
  ],
})
const predicted = '#model_version:v2025.03.14,score_date:2026-11-10T12:55:00Z\ncve,epss,percentile\nCVE-2099-0001,0.91,0.99\n'
const ordinary = { 'a/record.json': gate, 'b/one.bin': exploited, 'b/two.txt': gzipSync(predicted) }

const devices = assetsFile(
  'gate,入口の装置,Fortinet,FortiGate-40F,7.2.4,,dmz',
  'spare,予備,Fortinet,FortiGate-40F,7.2.4,,none',
  'inside,中の装置,,,,cpe:2.3:o:fortinet:fortios:7.2.4:*:*:*:*:*:*:*,サーバの区画',
  'new,更新した装置,Fortinet,FortiOS,7.2.12,,dmz',
  'open,版の分からない装置,Fortinet,FortiOS,,,',
)

describe('a list of devices held against feeds', () => {
  test('tells what is weak with its urgency here, and is calm about the twin that nothing can reach', async () => {
    const { status, answer } = await match(devices, folderWith(ordinary))
    expect(status).toBe(0)
    const byAsset = (asset: string) => answer.matches.filter((one) => one.asset === asset)
    expect(byAsset('gate')).toMatchObject([
      {
        ...{ product: 'FortiGate-40F', version: '7.2.4', advisory: 'CVE-2099-0001', cves: ['CVE-2099-0001'], verdict: 'affected' },
        ...{ exposure: 'internet', knownExploited: true, ransomware: true, epss: 0.91, fixedVersion: '7.2.6', party: 'facility' },
        urgency: { table: 'bod-26-04', action: 'days-3-forensics', dueDays: 3, assumed: ['automatable', 'impact'] },
        ...{ dueOn: '2026-11-23', sources: ['cve5:CVE-2099-0001'] },
      },
    ])
    expect(byAsset('spare')).toMatchObject([
      { exposure: 'none', urgency: { action: 'next-upgrade', dueDays: null }, dueOn: null, verdict: 'affected' },
    ])
    expect(byAsset('spare')[0]?.reason.ja).toContain('どこからも届かない')
    expect(byAsset('inside')).toMatchObject([{ exposure: 'internal', product: 'fortios', version: null, verdict: 'affected' }])
    expect(byAsset('new')).toEqual([])
    expect(byAsset('open')).toMatchObject([{ verdict: 'unknown', exposure: 'unknown', version: null }])
    expect(answer.matches[0]?.asset).toBe('gate')
  })

  test('tells of every feed by what is in it, whatever its file is called', async () => {
    const { answer } = await match(devices, folderWith(ordinary))
    expect(answer.feeds.toSorted((a, b) => (a.kind < b.kind ? -1 : 1))).toEqual([
      { kind: 'cve5', files: 1, records: 1, asOf: '2026-11-01' },
      { kind: 'epss', files: 1, records: 1, asOf: '2026-11-10T12:55:00Z' },
      { kind: 'kev', files: 1, records: 1, asOf: '2026-11-10T00:00:00.000Z' },
    ])
  })

  test('lists what it could not read of a record and says whether the product is here', async () => {
    const { answer } = await match(devices, folderWith({ 'x.json': worded }))
    expect(answer.unparsed).toEqual([{ advisory: 'CVE-2099-0002', text: 'those of the blue box', why: expect.any(String), here: true }])
    expect(answer.matches.every(({ verdict }) => verdict === 'unknown')).toBe(true)
  })

  test('names a file that is no feed, and reads the others', async () => {
    const { status, answer, err } = await match(devices, folderWith({ ...ordinary, 'c/notes.txt': 'Meeting on Monday.\n' }))
    expect(status).toBe(0)
    expect(answer.skipped).toMatchObject([{ file: expect.stringMatching(/c\/notes\.txt$/) }])
    expect(err).toContain('notes.txt')
    expect(answer.matches.length).toBeGreaterThan(0)
  })

  test('counts a device as reachable where one of its rows names a zone that nobody knows', async () => {
    const { answer } = await match(assetsFile('a,,Fortinet,FortiOS,7.2.4,,none', 'a,,Fortinet,FortiGate-40F,,,屋上'), folderWith(ordinary))
    expect(answer.matches[0]).toMatchObject({ asset: 'a', exposure: 'unknown' })
  })

  test('ends with 3 where a feed breaks off, and still tells what was read', async () => {
    const cut = gzipSync(predicted).subarray(0, 40)
    const { status, answer } = await match(devices, folderWith({ ...ordinary, 'b/two.txt': cut }))
    expect(status).toBe(3)
    expect(answer.problems).toMatchObject([{ file: expect.stringMatching(/two\.txt$/) }])
    expect(answer.matches[0]).toMatchObject({ asset: 'gate' })
  })

  test('names a row that says too little, and a zone that it does not know, which then counts as reachable', async () => {
    const { status, answer } = await match(assetsFile('a,,,,,,', '端末 B,,Fortinet,FortiOS,7.2.4,,屋上'), folderWith(ordinary))
    expect(status).toBe(0)
    expect(answer.problems).toMatchObject([
      { code: 'assets-file/lacking-row', row: 2 },
      { code: 'assets-file/unknown-zone', row: 3 },
    ])
    expect(answer.matches).toMatchObject([
      { asset: '端末 B', exposure: 'unknown', urgency: { assumed: expect.arrayContaining(['exposed']) } },
    ])
  })
})

describe('the question why', () => {
  test('is answered step by step for a device that is weak, for one that is not, and for one of which a fact is missing', async () => {
    const weak = await explain('gate', 'cve-2099-0001', devices)
    expect(weak).toMatchObject({ verdict: 'affected', advisory: 'CVE-2099-0001', exposure: 'internet' })
    expect(weak.steps).toContainEqual({ test: 'version', left: expect.stringContaining('7.2.6'), right: '7.2.4', result: 'yes' })
    expect(weak.reason.ja).toContain('7.2.4')
    const updated = await explain('new', 'CVE-2099-0001', devices)
    expect(updated).toMatchObject({ verdict: 'not-affected', steps: expect.arrayContaining([expect.objectContaining({ result: 'no' })]) })
    expect(await explain('版の分からない装置', 'CVE-2099-0001', devices)).toMatchObject({ asset: 'open', verdict: 'unknown' })
  })

  test('says so where the record names no product of the device, and where no record is at hand', async () => {
    const other = assetsFile('pc,,Microsoft,Windows 11 Pro,10.0.22631,,office')
    expect(await explain('pc', 'CVE-2099-0001', other)).toMatchObject({ verdict: 'not-affected', product: null, steps: [] })
    expect(await explain('gate', 'CVE-2099-9999', devices)).toMatchObject({ verdict: 'unknown', product: null, sources: [] })
  })

  test('is refused for a device that nobody has', async () => {
    const { status, err } = await run('vuln', 'explain', 'nobody', 'CVE-2099-0001', '--assets', devices, '--feeds', folderWith(ordinary))
    expect(status).toBe(3)
    expect(err).toContain('nobody')
  })
})

describe('wrong use', () => {
  test('is told: no feeds, places that are not there, a list without headings', async () => {
    const feeds = folderWith(ordinary)
    expect((await run('vuln', 'match', '--assets', devices)).status).toBe(2)
    expect((await run('vuln', 'watch', '--assets', devices, '--feeds', feeds)).status).toBe(2)
    expect((await run('vuln', 'match', '--assets', devices, '--feeds', join(place, 'none'))).status).toBe(3)
    expect((await run('vuln', 'match', '--assets', join(place, 'none'), '--feeds', feeds)).status).toBe(3)
    const plain = join(folderWith({ 'devices.csv': 'a,b\n1,2\n' }), 'devices.csv')
    const { status, err } = await run('vuln', 'match', '--assets', plain, '--feeds', feeds, '--json')
    expect(status).toBe(3)
    expect(JSON.parse(err)).toMatchObject({ error: { code: 'assets-file/no-columns', row: 1 } })
  })

  test('the schema of each answer can be asked for', async () => {
    expect(JSON.parse((await run('schema', 'vuln', 'match')).out)).toMatchObject({ properties: { matches: { type: 'array' } } })
    expect(JSON.parse((await run('schema', 'vuln', 'explain')).out)).toMatchObject({ properties: { steps: { type: 'array' } } })
    const { status, err } = await run('schema', 'vuln')
    expect(status).toBe(2)
    expect(err).toContain('explain')
  })
})

describe('the hospital of the examples', () => {
  const hospital = join(import.meta.dirname, '../../../examples/hospital-180beds')

  test('is told of the gate behind the maintenance line, with the vendor by contract, and is calm about its spare', async () => {
    const { status, answer } = await match(hospital, folderWith(ordinary))
    expect(status).toBe(0)
    expect(answer.matches.filter(({ product }) => product === 'FortiGate-40F')).toMatchObject([
      {
        asset: 'd:gate-reading',
        exposure: 'remote-path',
        urgency: { action: 'days-3-forensics' },
        party: 'vendor:v:rei-gazo',
        dueOn: '2026-11-23',
      },
      { asset: 'd:gate-reading-spare', exposure: 'none', urgency: { action: 'next-upgrade' }, dueOn: null },
    ])
  }, 120_000)

  /** Real feeds are no part of the product; the folder that MIMAMORI_FEEDS names has them. */
  const real = process.env['MIMAMORI_FEEDS'] ?? ''
  test.runIf(existsSync(real))(
    'is on fire with the real feeds for the right reason',
    async () => {
      const { answer } = await match(hospital, real)
      const gates = answer.matches.filter(({ asset, advisory }) => asset.startsWith('d:gate-reading') && advisory === 'CVE-2024-21762')
      expect(gates).toMatchObject([
        { asset: 'd:gate-reading', knownExploited: true, ransomware: true, exposure: 'remote-path' },
        { asset: 'd:gate-reading-spare', exposure: 'none', urgency: { action: 'next-upgrade' } },
      ])
    },
    300_000,
  )
})
