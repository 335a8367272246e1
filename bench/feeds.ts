import { once } from 'node:events'
import { createWriteStream, existsSync } from 'node:fs'
import { mkdtemp, rm, stat } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { finished } from 'node:stream/promises'
import { vuldefOf, vulinfo } from '../packages/formats/fixtures/feeds.ts'
import { root } from '../tools/commands/root.ts'
import { ownProcess } from './own-process.ts'
import { figureRow, heading, type Row, step } from './rows.ts'

const megabyte = 1_000_000
/** The largest file of JVN iPedia, that of 2022, has 72 MB. */
const megabytes = 72
const predictions = 360_000

interface Read {
  readonly file: string
  readonly kind: string
  readonly records: number
  readonly problems: number
  readonly unparsed: number
  readonly criteria: number
  readonly seconds: number
}

/** How fast feeds are read, and in how much memory: made ones of the size of real ones, and the folder that MIMAMORI_FEEDS names. */
export async function* benchFeeds(): AsyncGenerator<Row> {
  const place = await mkdtemp(join(tmpdir(), 'mimamori-bench-'))
  try {
    yield heading('feeds: made ones of the size of real ones, each read in a process of its own')
    for (const [name, pieces] of Object.entries(made)) {
      step(`a feed is written: ${name}`)
      const path = join(place, name)
      await write(path, pieces())
      yield* rowsOf(path)
    }
    const real = process.env['MIMAMORI_FEEDS'] ?? ''
    if (existsSync(real)) yield* realRows(real)
  } finally {
    await rm(place, { recursive: true, force: true })
  }
}

async function* rowsOf(path: string): AsyncGenerator<Row> {
  const { size } = await stat(path)
  const { output, megabytesAtMost } = ownProcess([join(root, 'bench/feeds-read.ts'), path])
  for (const read of linesOf(output)) {
    const about = `${read.kind}, ${(size / megabyte).toFixed(0)} MB`
    yield figureRow(`${about}: records`, read.records / read.seconds, { unit: 'per s' })
    yield figureRow('  rate', size / megabyte / read.seconds, { unit: 'MB/s', digits: 1 })
    yield figureRow('  memory at most', megabytesAtMost, { unit: 'MB', bar: { most: 200 } })
  }
}

function* realRows(folder: string): Generator<Row> {
  step('real feeds are read')
  const { output } = ownProcess([join(root, 'bench/feeds-read.ts'), folder])
  yield heading(`feeds: the real ones of ${folder} with 100 records or more`)
  for (const read of linesOf(output).filter(({ records }) => records >= 100)) {
    yield figureRow(`${read.file}: records`, read.records / read.seconds, { unit: 'per s' })
    yield figureRow('  conditions', read.criteria, { unit: '' })
    yield figureRow('  not understood, and kept', read.unparsed, { unit: '' })
    yield figureRow('  problems', read.problems, { unit: '' })
  }
}

function linesOf(output: string): readonly Read[] {
  const lines = output.split('\n').filter((line) => line !== '')
  return lines.map((line) => JSON.parse(line) as Read) // written by feeds-read.ts
}

const made: Readonly<Record<string, () => Iterable<string>>> = {
  'jvndb_detail_2026.rdf': () => around(vuldefOf('|').split('|'), (at) => vulinfo(`JVNDB-2026-${padded(at)}`)),
  'nvdcve-2.0-2026.json': () =>
    around(['{"format":"NVD_CVE","vulnerabilities":[', ']}'], (at) => `${at === 0 ? '' : ','}${JSON.stringify({ cve: nvdRecord(at) })}`),
  'cve5.jsonl': () => around(['', ''], (at) => `${JSON.stringify(cveRecord(at))}\n`),
  'epss.csv': function* () {
    yield '#model_version:v1,score_date:2026-11-20T00:00:00Z\ncve,epss,percentile\n'
    for (let at = 0; at < predictions; at++) yield `CVE-2026-${padded(at)},0.00043,0.08123\n`
  },
}

function* around([before = '', after = '']: readonly string[], record: (at: number) => string): Iterable<string> {
  yield before
  for (let at = 0, size = 0; size < megabytes * megabyte; at++) {
    const text = record(at)
    size += Buffer.byteLength(text)
    yield text
  }
  yield after
}

function padded(at: number): string {
  return String(at).padStart(6, '0')
}

const words = 'An improper check of what is sent to Example Gate lets somebody on the network run commands. '

/** As many criteria as a record of NVD has on average, every third pair a firmware on a device. */
function nvdRecord(at: number) {
  const cpeMatch = (product: string) => ({
    vulnerable: true,
    criteria: `cpe:2.3:o:example:${product}:*:*:*:*:*:*:*:*`,
    versionStartIncluding: '7.2.0',
    versionEndExcluding: '7.2.5',
  })
  const device = { vulnerable: false, criteria: 'cpe:2.3:h:example:gate_40f:-:*:*:*:*:*:*:*' }
  const nodes = [{ operator: 'OR', cpeMatch: Array.from({ length: 4 }, (_, one) => cpeMatch(`gate_${one}`)) }]
  return {
    id: `CVE-2026-${padded(at)}`,
    descriptions: [{ lang: 'en', value: words.repeat(4) }],
    configurations: [{ nodes }, { operator: 'AND', nodes: [...nodes, { operator: 'OR', cpeMatch: [device] }] }],
    references: Array.from({ length: 4 }, (_, one) => ({ url: `https://example.com/advisories/${at}/${one}` })),
  }
}

function cveRecord(at: number) {
  const versions = [
    { version: '7.2.0', lessThan: '7.2.5', status: 'affected', versionType: 'custom' },
    { version: '7.0.1', status: 'affected' },
  ]
  const affected = Array.from({ length: 3 }, (_, one) => ({
    vendor: 'Example',
    product: `Gate ${one}`,
    versions,
    defaultStatus: 'unaffected',
  }))
  return {
    dataType: 'CVE_RECORD',
    cveMetadata: { cveId: `CVE-2026-${padded(at)}`, state: 'PUBLISHED' },
    containers: { cna: { affected, descriptions: [{ lang: 'en', value: words.repeat(10) }] }, adp: [] },
  }
}

async function write(path: string, pieces: Iterable<string>): Promise<void> {
  const out = createWriteStream(path)
  for (const piece of pieces) if (!out.write(piece)) await once(out, 'drain')
  out.end()
  await finished(out)
}
