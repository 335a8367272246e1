import type { Advisory, Condition } from '@mimamori/matching'
import { describe, expect, test } from 'vitest'
import { feedFile, readWholeFeed } from '../../fixtures/feeds.ts'

interface Made {
  readonly affected?: readonly object[]
  readonly cna?: object
  readonly adp?: readonly object[]
  readonly about?: object
}

/** A record of a made-up product in the form of CVE 5.1. */
function record({ affected = [], cna = {}, adp = [], about = {} }: Made = {}) {
  return {
    dataType: 'CVE_RECORD',
    dataVersion: '5.1',
    cveMetadata: {
      cveId: 'CVE-2026-0001',
      state: 'PUBLISHED',
      datePublished: '2026-10-01T09:00:00Z',
      dateUpdated: '2026-10-02T09:00:00Z',
      ...about,
    },
    containers: { cna: { title: 'Command injection in Example Gate', providerMetadata: { shortName: 'example' }, affected, ...cna }, adp },
  }
}

function product(versions: readonly object[], changed: object = {}) {
  return { vendor: 'Example', product: 'Gate', versions, ...changed }
}

async function advisoriesOf(content: string | object, name?: string): Promise<readonly Advisory[]> {
  const { kind, items } = await readWholeFeed(feedFile(content, name))
  expect(kind).toBe('cve5')
  return items.flatMap((item) => (item.kind === 'advisory' ? [item.advisory] : []))
}

async function criteriaOf(made: Made) {
  const [advisory] = await advisoriesOf(record(made))
  const leaf = (condition: Condition) => (condition.kind === 'product' ? [condition.criterion] : [])
  return { criteria: advisory?.conditions.flatMap(leaf) ?? [], unparsed: advisory?.unparsed }
}

const one = (version: string) => ({ from: version, fromIncluded: true, to: version, toIncluded: true })

describe('versions of a CVE record', () => {
  test('of entries the first that holds decides, so it stands last among ours', async () => {
    const { criteria } = await criteriaOf({
      affected: [
        product([
          { version: '7.2.5', status: 'unaffected' },
          { version: '7.2.0', lessThan: '7.2.9', status: 'affected', versionType: 'semver' },
        ]),
      ],
    })
    expect(criteria).toEqual([
      {
        product: { vendor: 'Example', product: 'Gate', versionType: 'semver' },
        vulnerable: true,
        versions: [
          { status: 'affected', range: { from: '7.2.0', fromIncluded: true, to: '7.2.9', toIncluded: false } },
          { status: 'unaffected', range: one('7.2.5') },
        ],
        otherwise: 'unknown',
      },
    ])
  })

  test('a change holds from its version to the end of the entry', async () => {
    const { criteria } = await criteriaOf({
      affected: [
        product([{ version: '10.1', lessThan: '10.2', status: 'affected', changes: [{ at: '10.1.8', status: 'unaffected' }] }], {
          defaultStatus: 'unaffected',
        }),
      ],
    })
    expect(criteria[0]?.versions).toEqual([
      { status: 'affected', range: { from: '10.1', fromIncluded: true, to: '10.2', toIncluded: false } },
      { status: 'unaffected', range: { from: '10.1.8', fromIncluded: true, to: '10.2', toIncluded: false } },
    ])
    expect(criteria[0]?.otherwise).toBe('unaffected')
  })

  test('0, unspecified and * are open ends; a blank behind a version and the signs of CPE names do not count', async () => {
    const { criteria } = await criteriaOf({
      affected: [
        product([
          { version: '0', lessThanOrEqual: '5.1', status: 'affected' },
          { version: 'unspecified', lessThan: '4', status: 'affected' },
          { version: '3.0', lessThan: '*', status: 'affected' },
          { version: '*', status: 'affected' },
          { version: '10.2.9-h1 ', status: 'affected' },
          { version: '15.2\\(1\\)S', status: 'affected' },
        ]),
      ],
    })
    expect(criteria[0]?.versions.map(({ range }) => range)).toEqual([
      one('15.2(1)S'),
      one('10.2.9-h1'),
      {},
      { from: '3.0', fromIncluded: true },
      { to: '4', toIncluded: false },
      { to: '5.1', toIncluded: true },
    ])
  })

  test('words that are not understood as a whole are kept, and make unknown what nothing else says', async () => {
    const { criteria, unparsed } = await criteriaOf({
      affected: [
        product(
          [
            { version: 'ask your dealer (build 7 or so)', status: 'affected' },
            { version: '7.2.1', status: 'affected' },
          ],
          { defaultStatus: 'unaffected' },
        ),
      ],
    })
    expect(criteria[0]).toMatchObject({
      versions: [{ range: one('7.2.1') }],
      otherwise: 'unknown',
      text: 'ask your dealer (build 7 or so)',
    })
    expect(unparsed).toEqual([{ text: 'ask your dealer (build 7 or so)', why: 'version-phrase' }])
  })

  test('words where one version should stand are read, and leave other versions to what the record says of them', async () => {
    const entries = [
      { version: 'Gate 7.0.5, 7.0.4', status: 'affected' },
      { version: '5.1.1 and earlier', status: 'affected' },
      { version: '4.x', status: 'unaffected' },
    ]
    const { criteria, unparsed } = await criteriaOf({ affected: [product(entries)] })
    expect(criteria[0]).toMatchObject({
      versions: [
        { status: 'unaffected', range: { from: '4', to: '5', toIncluded: false } },
        { status: 'affected', range: { to: '5.1.1', toIncluded: true } },
        { status: 'affected', range: one('7.0.5') },
        { status: 'affected', range: one('7.0.4') },
      ],
      otherwise: 'unknown',
    })
    expect(unparsed).toEqual([])
  })

  test('n/a, all versions, and all versions that are not affected are told apart', async () => {
    const of = async (version: string, status: string) =>
      (await criteriaOf({ affected: [product([{ version, status }], { defaultStatus: 'unaffected' })] })).criteria[0]
    expect(await of('n/a', 'affected')).toMatchObject({ versions: [], otherwise: 'unknown' })
    expect(await of('All versions', 'affected')).toMatchObject({ versions: [], otherwise: 'affected' })
    expect(await of('All versions', 'unknown')).toMatchObject({ versions: [{ status: 'unknown', range: {} }], otherwise: 'unaffected' })
  })

  test('each CPE name is a product of its own, those that differ in the version alone are one', async () => {
    const cpe = (rest: string) => `cpe:2.3:o:example:${rest}:*:*:*:*:*:*`
    const cpes = [cpe('gate:7.2.0:-'), cpe('gate:7.2.1:-'), cpe('gate_vm:*:*')]
    const { criteria } = await criteriaOf({ affected: [product([], { cpes })] })
    expect(criteria.map((criterion) => [criterion.product.cpe, criterion.versions.map(({ range }) => range.from)])).toEqual([
      ['cpe:2.3:o:example:gate:*:-:*:*:*:*:*:*', ['7.2.0', '7.2.1']],
      ['cpe:2.3:o:example:gate_vm:*:*:*:*:*:*:*:*', []],
    ])
  })

  test('a record whose product is n/a is told as one without product', async () => {
    const { criteria, unparsed } = await criteriaOf({
      affected: [{ vendor: 'n/a', product: 'n/a', versions: [{ version: 'n/a', status: 'affected' }] }],
    })
    expect([criteria, unparsed]).toEqual([[], [{ text: 'n/a n/a', why: 'no-product' }]])
  })
})

describe('what others add to a CVE record', () => {
  const ssvc = {
    type: 'ssvc',
    content: {
      timestamp: '2026-10-03T00:00:00Z',
      options: [{ Exploitation: 'active' }, { Automatable: 'yes' }, { 'Technical Impact': 'total' }],
    },
  }

  test("CISA's decision points come with it", async () => {
    const [advisory] = await advisoriesOf(record({ adp: [{ title: 'CISA ADP Vulnrichment', metrics: [{ other: ssvc }] }] }))
    expect(advisory?.decision).toEqual({ exploitation: 'active', automatable: true, impact: 'total', on: '2026-10-03' })
  })

  test('does not make unknown what the maker says of all other versions', async () => {
    const added = {
      vendor: 'example',
      product: 'gate',
      cpes: ['cpe:2.3:o:example:gate:7.2.0:*:*:*:*:*:*:*'],
      defaultStatus: 'unknown',
      versions: [{ version: '7.2.0', status: 'affected' }],
    }
    const { criteria } = await criteriaOf({
      affected: [product([{ version: '7.2.0', status: 'affected' }], { defaultStatus: 'unaffected' })],
      adp: [{ affected: [added, { ...added, product: 'other' }] }],
    })
    expect(criteria.map(({ otherwise }) => otherwise)).toEqual(['unaffected', 'unaffected', 'unknown'])
  })

  test('scores of every version are shown with their giver; one that nobody knows yet stops nothing', async () => {
    const metrics = [
      { cvssV3_1: { version: '3.1', baseScore: 9.8, vectorString: 'CVSS:3.1/AV:N' } },
      { cvssV9_0: { version: '9.0', baseScore: 77 } },
    ]
    const [advisory] = await advisoriesOf(record({ cna: { metrics } }))
    expect(advisory?.scores).toEqual([{ version: '3.1', base: 9.8, vector: 'CVSS:3.1/AV:N', from: 'example' }])
    expect(advisory?.unparsed).toEqual([{ text: 'CVSS 9.0 77', why: 'score' }])
  })
})

describe('a file of CVE records', () => {
  const first = record()
  const second = record({ about: { cveId: 'CVE-2026-0002', state: 'REJECTED' } })

  test('is one record, a list, or one record a line', async () => {
    const texts = [
      JSON.stringify(first, undefined, 2),
      JSON.stringify([first, second]),
      `${JSON.stringify(first)}\n${JSON.stringify(second)}\n`,
    ]
    const read = await Promise.all(texts.map((text) => advisoriesOf(text)))
    expect(read.map((advisories) => advisories.map(({ id }) => id))).toEqual([
      ['CVE-2026-0001'],
      ['CVE-2026-0001', 'CVE-2026-0002'],
      ['CVE-2026-0001', 'CVE-2026-0002'],
    ])
    expect(read[1]?.map(({ withdrawn }) => withdrawn)).toEqual([undefined, true])
  })

  test('with a broken line gives the lines before and after it', async () => {
    const lines = [first, second, record({ about: { cveId: 'CVE-2026-0003' } })].map((one) => JSON.stringify(one))
    const { items, problems } = await readWholeFeed(feedFile([lines[0], lines[1]?.slice(0, 200), lines[2]].join('\n'), 'cve.jsonl'))
    expect(items.map((item) => (item.kind === 'advisory' ? item.advisory.id : item.kind))).toEqual([
      'CVE-2026-0001',
      'problem',
      'CVE-2026-0003',
    ])
    expect(problems[0]).toMatchObject({ code: 'feed/broken-record', place: { row: 2 } })
  })
})
