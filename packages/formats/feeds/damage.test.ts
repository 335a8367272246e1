import { existsSync } from 'node:fs'
import { bytesKept } from '@mimamori/testing/memory'
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { UserError } from '../errors.ts'
import { feedFile, kevEntry, kevOf, packed, readAllFeeds, readUntilError, vuldefOf, vulinfo } from '../fixtures/feeds.ts'
import { openFeedBytes } from './open.ts'

const cve = JSON.stringify({
  dataType: 'CVE_RECORD',
  cveMetadata: { cveId: 'CVE-2026-0001' },
  containers: {
    cna: { affected: [{ vendor: 'Example', product: 'Gate', versions: [{ version: '7.2.0', lessThan: '7.2.5', status: 'affected' }] }] },
  },
})

const files = [
  feedFile(kevOf([kevEntry(1), kevEntry(2)]), 'kev.json'),
  feedFile(`${cve}\n${cve.replace('0001', '0002')}\n`, 'cve.jsonl'),
  feedFile(`[${cve},${cve.replace('0001', '0002')}]`, 'cve.json'),
  feedFile('cve,epss,percentile\nCVE-2026-0001,0.1,0.2\n', 'epss.csv'),
  feedFile(vuldefOf(vulinfo('JVNDB-2026-000001') + vulinfo('JVNDB-2026-000002')), 'jvndb.rdf'),
  feedFile(packed(kevOf([kevEntry(1)])), 'kev.json.gz'),
  feedFile('vendor,product,ends_on\n例ネット,GateOS,2026-09-30\n', 'ends.csv'),
]

/** A feed with a piece taken out, doubled or overwritten, as a broken copy has it. */
const damaged = fc
  .record({
    file: fc.constantFrom(...files),
    from: fc.nat(3000),
    length: fc.nat(200),
    what: fc.constantFrom('cut', 'gap', 'twice', 'noise'),
    noise: fc.uint8Array({ maxLength: 20 }),
  })
  .map(({ file, from, length, what, noise }) => {
    const at = from % file.bytes.length
    const [before, piece, after] = [file.bytes.subarray(0, at), file.bytes.subarray(at, at + length), file.bytes.subarray(at + length)]
    const middle = what === 'twice' ? [piece, piece] : what === 'noise' ? [noise] : []
    return { name: file.name, bytes: Buffer.concat(what === 'cut' ? [before] : [before, ...middle, after]) }
  })

test('a damaged feed of any kind is read or stops with a sentence for the user, never with a fault of ours', async () => {
  await fc.assert(
    fc.asyncProperty(damaged, async (file) => {
      const { error } = await readUntilError(file)
      expect(error === undefined || error instanceof UserError ? undefined : error).toBeUndefined()
    }),
    { numRuns: 400 },
  )
})

/** Pieces of a feed of so many megabytes: a record without end, then the rest. */
async function* endlessRecord(megabytes: number): AsyncIterable<Uint8Array> {
  yield Buffer.from('{"catalogVersion":"1","vulnerabilities":[{"cveID":"CVE-2026-0001","notes":"')
  const piece = Buffer.alloc(64 * 1024, 'x')
  for (let at = 0; at < megabytes * 16; at++) yield piece
  yield Buffer.from(`"},${JSON.stringify(kevEntry(2))}]}`)
}

test('a record of 200 MB is passed over in the memory of its limit', async () => {
  const before = bytesKept() + process.memoryUsage().external
  let most = 0
  const codes: string[] = []
  const watched = async function* () {
    for await (const piece of endlessRecord(200)) {
      most = Math.max(most, process.memoryUsage().external + process.memoryUsage().heapUsed)
      yield piece
    }
  }
  const { items } = await openFeedBytes(watched(), { name: 'kev.json' })
  for await (const item of items) codes.push(item.kind === 'problem' ? item.problem.code : item.kind)
  expect(codes).toEqual(['feed/large-record', 'known-exploited', 'about'])
  expect(most - before).toBeLessThan(120_000_000)
})

test('brackets or elements without end are refused in bounded memory', async () => {
  const brackets = await readUntilError(feedFile(`{"catalogVersion":"1","vulnerabilities":[{"a":${'['.repeat(2_000_000)}`))
  expect(brackets.error).toMatchObject({ code: 'feed/truncated' })
  const lines = [cve, `{"a":${'['.repeat(2_000_000)}`, `{"a":${'['.repeat(999)}${']'.repeat(999)}}`, cve].join('\n')
  const { items } = await readUntilError(feedFile(lines, 'cve.jsonl'))
  expect(items.map((item) => (item.kind === 'problem' ? item.problem.code : item.kind))).toEqual([
    'advisory',
    'feed/broken-record',
    'feed/deep-record',
    'advisory',
  ])
  const elements = await readUntilError(feedFile(vuldefOf(`<Vulinfo>${'<a>'.repeat(500_000)}`)))
  expect(elements.error).toMatchObject({ code: 'feed/damaged' })
})

const realFeeds = process.env['MIMAMORI_FEEDS'] ?? ''

test.runIf(existsSync(realFeeds))('real feeds, where MIMAMORI_FEEDS names a folder of them, are read without a problem', async () => {
  const { feeds } = await readAllFeeds(realFeeds)
  expect(feeds.length).toBeGreaterThan(0)
  for (const { file, items } of feeds) expect([file, items.filter(({ kind }) => kind === 'problem')]).toEqual([file, []])
})
