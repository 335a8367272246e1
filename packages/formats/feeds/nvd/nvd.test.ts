import type { Advisory } from '@mimamori/matching'
import { describe, expect, test } from 'vitest'
import { feedFile, readWholeFeed } from '../../fixtures/feeds.ts'

const cpe = (rest: string) => `cpe:2.3:${rest}`
const gate = cpe('o:example:gateos:*:*:*:*:*:*:*:*')
const box = cpe('h:example:gate_40f:-:*:*:*:*:*:*:*')

function answer(cve: object) {
  return {
    resultsPerPage: 1,
    startIndex: 0,
    totalResults: 700,
    format: 'NVD_CVE',
    version: '2.0',
    timestamp: '2026-11-20T10:00:00.000',
    vulnerabilities: [{ cve }],
  }
}

function cve(configurations: readonly object[], changed: object = {}) {
  return {
    id: 'CVE-2026-0001',
    published: '2026-10-01T09:00:00.000',
    lastModified: '2026-10-02T09:00:00.000',
    vulnStatus: 'Analyzed',
    descriptions: [
      { lang: 'es', value: 'x' },
      { lang: 'en', value: 'A flaw in Example GateOS.' },
    ],
    configurations,
    ...changed,
  }
}

async function read(content: object): Promise<Advisory> {
  const { items } = await readWholeFeed(feedFile(content))
  const [advisory] = items.flatMap((item) => (item.kind === 'advisory' ? [item.advisory] : []))
  if (!advisory) throw new Error('no advisory')
  return advisory
}

const match = (criteria: string, changed: object = {}) => ({ vulnerable: true, criteria, ...changed })
const matches = (...cpeMatch: readonly object[]) => read(answer(cve([{ nodes: [{ operator: 'OR', negate: false, cpeMatch }] }])))
const one = (version: string) => ({ from: version, fromIncluded: true, to: version, toIncluded: true })

describe('a configuration of NVD', () => {
  test('that wants a firmware on a device is a condition of both, in 2.0 and in 1.1', async () => {
    const range = { versionStartIncluding: '7.2.0', versionEndExcluding: '7.2.5' }
    const newer = await read(
      answer(
        cve([
          {
            operator: 'AND',
            nodes: [
              { operator: 'OR', cpeMatch: [match(gate, range)] },
              { operator: 'OR', cpeMatch: [match(box, { vulnerable: false })] },
            ],
          },
        ]),
      ),
    )
    const older = await read({
      CVE_data_type: 'CVE',
      CVE_data_numberOfCVEs: '1',
      CVE_Items: [
        {
          cve: {
            CVE_data_meta: { ID: 'CVE-2026-0001' },
            description: { description_data: [{ lang: 'en', value: 'A flaw in Example GateOS.' }] },
          },
          configurations: {
            nodes: [
              {
                operator: 'AND',
                children: [
                  { operator: 'OR', children: [], cpe_match: [{ vulnerable: true, cpe23Uri: gate, ...range }] },
                  { operator: 'OR', children: [], cpe_match: [{ vulnerable: false, cpe23Uri: box }] },
                ],
                cpe_match: [],
              },
            ],
          },
          publishedDate: '2026-10-01T09:00Z',
          lastModifiedDate: '2026-10-02T09:00Z',
        },
      ],
    })
    const firmware = {
      product: { cpe: gate },
      vulnerable: true,
      versions: [{ status: 'affected', range: { from: '7.2.0', fromIncluded: true, to: '7.2.5', toIncluded: false } }],
      otherwise: 'unaffected',
    }
    const device = { product: { cpe: cpe('h:example:gate_40f:*:*:*:*:*:*:*:*') }, vulnerable: false, versions: [], otherwise: 'affected' }
    expect(newer.conditions).toEqual([
      {
        kind: 'all',
        of: [
          { kind: 'product', criterion: firmware },
          { kind: 'product', criterion: device },
        ],
      },
    ])
    expect(older).toEqual(newer)
  })

  test('is negated where it says so, and joined by OR where it says nothing', async () => {
    const { conditions } = await read(
      answer(
        cve([
          {
            negate: true,
            nodes: [
              { operator: 'OR', cpeMatch: [match(gate)] },
              { operator: 'AND', negate: true, cpeMatch: [match(gate), match(box)] },
            ],
          },
        ]),
      ),
    )
    expect(conditions).toMatchObject([{ kind: 'any', negate: true, of: [{ kind: 'product' }, { kind: 'all', negate: true }] }])
  })
})

describe('the version of a CPE name of NVD', () => {
  test('that is one version affects that version alone, without the signs of the name; its update stays in the name', async () => {
    const { conditions } = await matches(match(cpe('o:example:gateos:15.2\\(1\\)s:p3:*:*:*:*:*:*')))
    expect(conditions).toMatchObject([
      {
        criterion: {
          product: { cpe: cpe('o:example:gateos:*:p3:*:*:*:*:*:*') },
          versions: [{ status: 'affected', range: one('15.2(1)s') }],
          otherwise: 'unaffected',
        },
      },
    ])
  })

  test('that is any affects all versions; one that says "no version" is never all versions', async () => {
    const { conditions } = await matches(match(gate), match(cpe('o:example:gateos:-:*:*:*:*:*:*:*')))
    expect(conditions).toMatchObject([
      { kind: 'any', of: [{ criterion: { versions: [], otherwise: 'affected' } }, { criterion: { versions: [], otherwise: 'unknown' } }] },
    ])
  })

  test('that is a pattern, and a name that is none, are told and not guessed at', async () => {
    const { conditions, unparsed } = await matches(match(cpe('o:example:gateos:7.2*:*:*:*:*:*:*:*')), match('cpe:2.3:o:example'))
    expect(conditions).toMatchObject([{ criterion: { versions: [], otherwise: 'unknown' } }])
    expect(unparsed.map(({ why }) => why)).toEqual(['version', 'condition'])
  })
})

test('an answer of NVD says how many there are beyond its page, and a rejected record affects nothing', async () => {
  const metrics = {
    cvssMetricV31: [{ source: 'nvd@nist.gov', cvssData: { version: '3.1', baseScore: 9.8, vectorString: 'CVSS:3.1/AV:N' } }],
    cvssMetricV2: [{ cvssData: { baseScore: 7.5 } }],
  }
  const { items, problems } = await readWholeFeed(
    feedFile(
      answer(cve([], { vulnStatus: 'Rejected', metrics, references: [{ url: 'https://example.com/a' }, { url: 'javascript:alert(1)' }] })),
    ),
  )
  expect(items).toMatchObject([
    {
      advisory: {
        withdrawn: true,
        title: 'A flaw in Example GateOS.',
        publishedOn: '2026-10-01',
        scores: [
          { version: '3.1', base: 9.8, from: 'nvd@nist.gov' },
          { version: '2.0', base: 7.5, from: 'NVD' },
        ],
        links: ['https://example.com/a'],
      },
    },
    { about: { asOf: '2026-11-20T10:00:00.000', announced: 700 } },
  ])
  expect(problems).toEqual([])
})

test('nodes that lie deeper in each other than any real ones are told, and the rest is read', async () => {
  const deep = Array.from({ length: 40 }).reduce<object>((children) => ({ operator: 'OR', children: [children] }), {
    operator: 'OR',
    cpe_match: [],
  })
  const { unparsed } = await read({ CVE_Items: [{ cve: { CVE_data_meta: { ID: 'CVE-2026-0001' } }, configurations: { nodes: [deep] } }] })
  expect(unparsed).toEqual([{ text: 'nodes', why: 'condition' }])
})
