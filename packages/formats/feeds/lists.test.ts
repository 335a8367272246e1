import { createHash } from 'node:crypto'
import { describe, expect, test } from 'vitest'
import { feedFile, kevEntry, kevOf, packed, readUntilError, readWholeFeed } from '../fixtures/feeds.ts'
import { recogniseFeed } from './recognise.ts'

const kev = kevOf([kevEntry(1, { knownRansomwareCampaignUse: 'Known' }), kevEntry(2, { dueDate: '' })])

describe('KEV', () => {
  test('tells what is used in attacks, by ransomware too, and from when', async () => {
    const { kind, items } = await readWholeFeed(feedFile(kev))
    const name = 'Example Gate Command Injection Vulnerability'
    expect(kind).toBe('kev')
    expect(items).toEqual([
      {
        kind: 'known-exploited',
        knownExploited: { cve: 'CVE-2026-0001', addedOn: '2026-10-01', dueOn: '2026-10-22', ransomware: true, name },
      },
      { kind: 'known-exploited', knownExploited: { cve: 'CVE-2026-0002', addedOn: '2026-10-01', ransomware: false, name } },
      { kind: 'about', about: { asOf: '2026-11-20T10:00:00Z', announced: 2 } },
    ])
  })

  test('is the same packed, and in UTF-16 as PowerShell writes it', async () => {
    const plain = await readWholeFeed(feedFile(kev))
    const utf16 = Buffer.concat([Buffer.from([0xff, 0xfe]), Buffer.from(kev, 'utf16le')])
    expect(await readWholeFeed(feedFile(packed(kev), 'kev.json.gz'))).toEqual(plain)
    expect(await readWholeFeed(feedFile(utf16))).toEqual(plain)
    expect(await readWholeFeed(feedFile(`\ufeff${kev}`))).toEqual(plain)
  })

  test('with a broken entry gives the others, and names the broken one with its place', async () => {
    const broken = kevOf([kevEntry(1), kevEntry(2, { dateAdded: 'soon' }), kevEntry(3)])
    const { items, problems } = await readWholeFeed(feedFile(broken, 'kev.json'))
    expect(items.flatMap((item) => (item.kind === 'known-exploited' ? [item.knownExploited.cve] : []))).toEqual([
      'CVE-2026-0001',
      'CVE-2026-0003',
    ])
    expect(problems.map(({ message, place }) => [message.ja, message.en, place])).toEqual([
      [
        '2件目(CVE-2026-0002)には載った日が必要ですが、読み取れませんでした。ほかの記録は読みました。',
        'Record 2 (CVE-2026-0002) needs the day on which it was added, which could not be read. The others were.',
        { file: 'kev.json', row: 2 },
      ],
    ])
  })

  test('that is cut off hands out what came before, and says after which record', async () => {
    const plain = await readUntilError(feedFile(kev.slice(0, -40)))
    expect(plain.items).toHaveLength(1)
    expect(plain.error).toMatchObject({ code: 'feed/truncated', message: expect.stringMatching(/^1件を読んだところで、/) })
    const noise = (at: number) => createHash('sha512').update(String(at)).digest('base64')
    const many = packed(kevOf(Array.from({ length: 5000 }, (_, at) => kevEntry(at, { notes: noise(at) }))))
    const { items, error } = await readUntilError(feedFile(many.subarray(0, -1000), 'kev.json.gz'))
    expect(items.length).toBeGreaterThan(2000)
    expect(error).toMatchObject({ code: 'feed/truncated', message: expect.stringMatching(/^\d{4}件を読んだところで、/) })
  })

  test('in Shift_JIS or with bytes that are no text names the records that it cannot read', async () => {
    const bytes = Buffer.from(kevOf([kevEntry(1), kevEntry(2, { notes: '??' })]))
    bytes.set([0x83, 0x41], bytes.indexOf('??'))
    const { items, problems } = await readWholeFeed(feedFile(bytes))
    expect(items.map(({ kind }) => kind)).toEqual(['known-exploited', 'problem', 'about'])
    expect(problems[0]?.message.en).toContain('Record 2 (CVE-2026-0002)')
  })
})

describe('EPSS', () => {
  const comma =
    '#model_version:v2026.03.14,score_date:2026-11-20T00:00:00+0000\ncve,epss,percentile\nCVE-2026-0001,0.97,0.999\nCVE-2026-0002,1e-05,0.1\n'

  test('is read with commas and headings, and with semicolons and none', async () => {
    const prediction = { kind: 'prediction', prediction: { cve: 'CVE-2026-0001', probability: 0.97, percentile: 0.999 } }
    const { items } = await readWholeFeed(feedFile(comma, 'epss.csv'))
    expect(items.slice(0, 2)).toEqual([{ kind: 'about', about: { asOf: '2026-11-20T00:00:00+0000' } }, prediction])
    expect(items).toHaveLength(3)
    const bare = await readWholeFeed(feedFile('CVE-2026-0001;0.970000000;0.999000000\r\n', 'epss.csv'))
    expect(bare.items).toEqual([prediction])
  })

  test('with a share that is none, or a line without end, names the line and goes on', async () => {
    const long = `${'x'.repeat(300_000)}\n`
    const { items, problems } = await readWholeFeed(feedFile(`${comma}CVE-2026-0003,1.5,0.1\n${long}CVE-2026-0004,0.1,0.2\n`, 'epss.csv'))
    expect(problems.map(({ place }) => place.row)).toEqual([3, 4])
    expect(items.at(-1)).toMatchObject({ prediction: { cve: 'CVE-2026-0004' } })
  })

  test('of a million lines comes line by line', async () => {
    const lines = Array.from({ length: 1_000_000 }, (_, at) => `CVE-2026-${10_000 + at},0.1,0.2`)
    const { items } = await readWholeFeed(feedFile(packed(lines.join('\n')), 'epss.csv.gz'))
    expect(items).toHaveLength(1_000_000)
  })
})

describe('ends of support', () => {
  test('are read from our own table, in Japanese or English headings', async () => {
    const end = {
      product: { cpe: 'cpe:2.3:o:example:gateos:*:*:*:*:*:*:*:*', vendor: '例ネット', product: 'GateOS' },
      range: { from: '7.0', fromIncluded: true, to: '7.1', toIncluded: false },
      endsOn: '2026-09-30',
    }
    const row = '例ネット,GateOS,cpe:/o:example:gateos,7.0,7.1'
    const ja = await readWholeFeed(feedFile(`メーカー,製品,CPE,版(から),版(より前),終了日\n${row},2026/09/30\n,,,,,\n`, '終了日.csv'))
    const en = await readWholeFeed(feedFile(`vendor,product,cpe,version_from,version_before,ends_on\n${row},2026-09-30\n`, 'ends.csv'))
    expect([ja.items, en.items]).toEqual([[{ kind: 'end-of-life', endOfLife: end }], [{ kind: 'end-of-life', endOfLife: end }]])
  })

  test('are read from lists of lines, whose product is the name of the file', async () => {
    const lines = [
      { cycle: '7.2', eol: '2027-03-31' },
      { cycle: '7.4', eol: false },
      { cycle: '11-24h2', eol: '2027-10-12' },
    ]
    const { items, problems } = await readWholeFeed(feedFile(lines, 'gateos.json'))
    expect(items[0]).toEqual({
      kind: 'end-of-life',
      endOfLife: {
        product: { product: 'gateos' },
        range: { from: '7.2', fromIncluded: true, to: '7.3', toIncluded: false },
        endsOn: '2027-03-31',
      },
    })
    expect(problems.map(({ message }) => message.en)).toEqual([
      'Record 3 (gateos 11-24h2) needs a version line in digits, which could not be read. The others were.',
    ])
  })

  test('are read from the newer interface, which names the product', async () => {
    const releases = [
      { name: '9', isEol: false, eolFrom: '2027-01-31' },
      { name: '10', isEol: false, eolFrom: null },
    ]
    const answer = {
      schema_version: '1.2.0',
      result: { name: 'gateos', label: 'GateOS', identifiers: [{ type: 'cpe', id: 'cpe:2.3:o:example:gateos' }], releases },
    }
    const { items } = await readWholeFeed(feedFile(answer))
    expect(items).toEqual([
      {
        kind: 'end-of-life',
        endOfLife: {
          product: { cpe: 'cpe:2.3:o:example:gateos:*:*:*:*:*:*:*:*', product: 'GateOS' },
          range: { from: '9', fromIncluded: true, to: '10', toIncluded: false },
          endsOn: '2027-01-31',
        },
      },
    ])
  })
})

test('what is no feed is refused in words that say what is read', async () => {
  const others = ['日付,天気\n', '<html><body/></html>', '{"users":[]}', '%PDF-1.4', '<Result><a/></Result>', '[]']
  for (const content of others) {
    const { error } = await readUntilError(feedFile(content))
    expect([content, error]).toEqual([content, expect.objectContaining({ code: 'feed/unknown-format' })])
  }
  expect(recogniseFeed(Buffer.from('{"containers":{'), 'a/CVE-2026-0001.json')).toBe('cve5')
})
