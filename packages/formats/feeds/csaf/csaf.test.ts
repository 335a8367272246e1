import type { Advisory } from '@mimamori/matching'
import { expect, test } from 'vitest'
import { feedFile, readWholeFeed } from '../../fixtures/feeds.ts'

const version = (category: string, name: string, id: string) => ({ category, name, product: { product_id: id, name: `GateOS ${name}` } })

const tree = {
  branches: [
    {
      category: 'vendor',
      name: 'Example',
      branches: [
        {
          category: 'product_name',
          name: 'GateOS',
          branches: [
            version('product_version_range', 'vers:generic/>=7.2.0|<7.2.5', 'old'),
            version('product_version_range', 'vers:generic/<7.0|>=7.1|<=7.1.9|7.4.0', 'several'),
            version('product_version_range', 'everything before the spring', 'words'),
            version('product_version', '7.2.5', 'new'),
          ],
        },
        {
          category: 'product_name',
          name: 'Gate 40F',
          product: {
            product_id: 'box',
            name: 'Gate 40F',
            product_identification_helper: { cpe: 'cpe:2.3:h:example:gate_40f:-:*:*:*:*:*:*:*' },
          },
        },
      ],
    },
  ],
  relationships: [
    {
      category: 'installed_on',
      product_reference: 'old',
      relates_to_product_reference: 'box',
      full_product_name: { product_id: 'old on box', name: 'GateOS on Gate 40F' },
    },
  ],
}

function document(vulnerabilities: readonly object[], changed: object = {}) {
  return {
    document: {
      category: 'csaf_security_advisory',
      csaf_version: '2.0',
      title: 'GateOS - Heap overflow',
      publisher: { category: 'vendor', name: 'Example PSIRT', namespace: 'https://psirt.example.co.jp' },
      tracking: { id: 'EX-26-001', initial_release_date: '2026-10-01T00:00:00Z', current_release_date: '2026-10-02T00:00:00Z' },
      ...changed,
    },
    product_tree: tree,
    vulnerabilities,
  }
}

async function read(content: object): Promise<readonly Advisory[]> {
  const { kind, items } = await readWholeFeed(feedFile(content, 'ex-26-001.json'))
  expect(kind).toBe('csaf')
  return items.flatMap((item) => (item.kind === 'advisory' ? [item.advisory] : []))
}

const status = (product_status: object) => document([{ cve: 'CVE-2026-0001', product_status }])
const range = { from: '7.2.0', fromIncluded: true, to: '7.2.5', toIncluded: false }

test('all that a maker says of one product is one criterion, and what is fixed counts last', async () => {
  const [advisory] = await read(status({ fixed: ['new'], known_affected: ['old'], known_not_affected: ['gone'] }))
  expect(advisory).toMatchObject({ id: 'example:EX-26-001', feed: 'csaf', cves: ['CVE-2026-0001'], publishedOn: '2026-10-01' })
  expect(advisory?.conditions).toEqual([
    {
      kind: 'product',
      criterion: {
        product: { vendor: 'Example', product: 'GateOS' },
        vulnerable: true,
        versions: [
          { status: 'affected', range },
          { status: 'unaffected', range: { from: '7.2.5', fromIncluded: true, to: '7.2.5', toIncluded: true } },
        ],
        otherwise: 'unknown',
      },
    },
  ])
  expect(advisory?.unparsed).toEqual([{ text: 'gone', why: 'no-product' }])
})

test('a program that is affected on a device is a condition of both', async () => {
  const [advisory] = await read(status({ known_affected: ['old on box'] }))
  expect(advisory?.conditions).toMatchObject([
    {
      kind: 'all',
      of: [
        { criterion: { product: { product: 'GateOS' }, vulnerable: true, versions: [{ range }] } },
        { criterion: { product: { product: 'Gate 40F' }, vulnerable: false, versions: [], otherwise: 'affected' } },
      ],
    },
  ])
})

test('ranges of signs are read in their order; words that are not understood are kept', async () => {
  const [advisory] = await read(status({ under_investigation: ['box'], known_affected: ['several', 'words'] }))
  expect(advisory?.conditions).toMatchObject([
    { criterion: { product: { product: 'Gate 40F' }, versions: [], otherwise: 'unknown' } },
    {
      criterion: {
        versions: [
          { range: { to: '7.0', toIncluded: false } },
          { range: { from: '7.1', to: '7.1.9', toIncluded: true } },
          { range: { from: '7.4.0', to: '7.4.0' } },
        ],
        otherwise: 'unknown',
        text: 'everything before the spring',
      },
    },
  ])
  expect(advisory?.unparsed).toEqual([{ text: 'everything before the spring', why: 'version-phrase' }])
})

test('each weakness of a document stands for itself, with its own ways out and scores', async () => {
  const weakness = {
    product_status: { known_affected: ['box'] },
    scores: [{ products: ['box'], cvss_v3: { version: '3.1', baseScore: 9.1, vectorString: 'CVSS:3.1/AV:N' } }],
    remediations: [
      { category: 'vendor_fix', details: 'Upgrade to 7.2.5.', product_ids: ['old'] },
      { category: 'vendor_fix', details: 'Upgrade to 7.2.5.', product_ids: ['several'] },
      { category: 'workaround', details: 'Disable SSL-VPN.' },
      { category: 'none_available', details: 'No fix yet.' },
    ],
  }
  const advisories = await read(
    document([
      { ...weakness, cve: 'CVE-2026-0001' },
      { ...weakness, title: 'Another' },
    ]),
  )
  expect(advisories.map(({ id, title }) => [id, title])).toEqual([
    ['example:EX-26-001/CVE-2026-0001', 'GateOS - Heap overflow'],
    ['example:EX-26-001/2', 'Another'],
  ])
  expect(advisories[0]).toMatchObject({
    scores: [{ version: '3.1', base: 9.1, from: 'example' }],
    remedies: [
      { kind: 'fix', text: 'Upgrade to 7.2.5.' },
      { kind: 'workaround', text: 'Disable SSL-VPN.' },
      { kind: 'no-fix-yet', text: 'No fix yet.' },
    ],
  })
})

test('a document without number or publisher is told', async () => {
  const { problems } = await readWholeFeed(feedFile(document([], { publisher: {} })))
  expect(problems.map(({ message }) => message.en)).toEqual([
    'Record 1 (EX-26-001) needs the number and publisher of the document, which could not be read. The others were.',
  ])
})
