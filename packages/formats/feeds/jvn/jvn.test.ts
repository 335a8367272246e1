import { describe, expect, test } from 'vitest'
import { feedFile, readUntilError, readWholeFeed, vuldefOf, vulinfo } from '../../fixtures/feeds.ts'

async function detailOf(affected: string, impact = '') {
  const { items } = await readWholeFeed(feedFile(vuldefOf(vulinfo('JVNDB-2026-000001', { affected, impact })), 'jvndb_detail_2026.rdf'))
  const [item] = items
  if (item?.kind !== 'advisory') throw new Error('no advisory')
  return item.advisory
}

describe('the detail of JVN iPedia', () => {
  test('names products in Japanese, with their CPE name in the newer form where it has one', async () => {
    const advisory = await detailOf(
      '<Name>例ネット</Name><ProductName>例ルータ 100</ProductName><Cpe version="2.2">cpe:/h:example.co.jp:rt-100%2b</Cpe><VersionNumber>1.2.3</VersionNumber>',
    )
    expect(advisory).toMatchObject({
      id: 'JVNDB-2026-000001',
      feed: 'jvn',
      cves: ['CVE-2026-0001'],
      title: '例ルータにおける脆弱性',
      titleLang: 'ja',
      publishedOn: '2026-11-02',
      modifiedOn: '2026-11-05',
      remedies: [{ kind: 'fix', text: '開発者の情報をもとに、最新版へ更新してください。' }],
      conditions: [
        {
          kind: 'product',
          criterion: {
            product: { cpe: 'cpe:2.3:h:example.co.jp:rt-100\\+:*:*:*:*:*:*:*:*', vendor: '例ネット', product: '例ルータ 100' },
            versions: [{ status: 'affected', range: { from: '1.2.3', to: '1.2.3' } }],
            otherwise: 'unaffected',
          },
        },
      ],
    })
  })

  test('without a version says nothing of any version: a person must look', async () => {
    const { conditions, unparsed } = await detailOf('<Name>例ネット</Name><ProductName>例ルータ 200</ProductName>')
    expect(conditions).toMatchObject([{ criterion: { product: { product: '例ルータ 200' }, versions: [], otherwise: 'unknown' } }])
    expect(unparsed).toEqual([])
  })

  test('has its versions in words read as ranges; of all other versions it says that they are not affected', async () => {
    const phrases = ['2.13.0 から 2.15.0 より前のバージョン', '1.67以前', 'ファームウェア Ver.3.1 およびそれ以前']
    const { conditions, unparsed } = await detailOf(
      `<ProductName>例ルータ</ProductName>${phrases.map((phrase) => `<VersionNumber>${phrase}</VersionNumber>`).join('')}`,
    )
    expect(conditions).toMatchObject([
      {
        criterion: {
          versions: [
            { status: 'affected', range: { from: '2.13.0', fromIncluded: true, to: '2.15.0', toIncluded: false } },
            { status: 'affected', range: { to: '1.67', toIncluded: true } },
            { status: 'affected', range: { to: '3.1', toIncluded: true } },
          ],
          otherwise: 'unaffected',
        },
      },
    ])
    expect(unparsed).toEqual([])
    const every = await detailOf('<ProductName>例ルータ</ProductName><VersionNumber>すべてのバージョン</VersionNumber>')
    expect(every.conditions).toMatchObject([{ criterion: { versions: [], otherwise: 'affected' } }])
  })

  test('keeps every one of several versions, and words that were not understood', async () => {
    const { conditions, unparsed } = await detailOf(
      '<ProductName>例ルータ</ProductName><VersionNumber>1.0</VersionNumber><VersionNumber>販売店に確認した版</VersionNumber><VersionNumber>2.0</VersionNumber>',
    )
    expect(conditions).toMatchObject([
      {
        criterion: { versions: [{ range: { from: '1.0' } }, { range: { from: '2.0' } }], otherwise: 'unknown', text: '販売店に確認した版' },
      },
    ])
    expect(unparsed).toEqual([{ text: '販売店に確認した版', why: 'version-phrase' }])
  })

  test('with a score of a version that nobody knows yet is read all the same', async () => {
    const cvss = (version: string, base: string) =>
      `<Cvss version="${version}"><Severity type="Base">Critical</Severity><Base>${base}</Base><Vector>CVSS:${version}/AV:N</Vector></Cvss>`
    const { scores, unparsed } = await detailOf(
      '<ProductName>例ルータ</ProductName>',
      cvss('3.0', '9.8') + cvss('4.0', '9.3') + cvss('5.0', '極めて高い'),
    )
    expect(scores.map(({ version, base }) => [version, base])).toEqual([
      ['3.0', 9.8],
      ['4.0', 9.3],
    ])
    expect(unparsed).toEqual([{ text: 'CVSS 5.0 極めて高い CVSS:5.0/AV:N', why: 'score' }])
  })

  test('that is refused stops with the words of MyJVN', async () => {
    const { error } = await readUntilError(feedFile(vuldefOf('', 'retCd="1" errCd="MYJVN-100" errMsg="パラメタが正しくありません"')))
    expect(error).toMatchObject({
      code: 'feed/refused',
      message: '配布元が、情報の代わりに「MYJVN-100 パラメタが正しくありません」という断りの返事をしました。',
    })
  })

  test('that is cut off, damaged, or defines entities hands out what came before', async () => {
    const whole = vuldefOf(`${vulinfo('JVNDB-2026-000001')}\n${' '.repeat(70_000)}${vulinfo('JVNDB-2026-000002')}`)
    const cases = [
      [whole.slice(0, -100), 'feed/truncated'],
      [whole.replace(/<\/Affected>(?!.*<\/Affected>)/s, ''), 'feed/damaged'],
    ] as const
    for (const [content, code] of cases) {
      const { items, error } = await readUntilError(feedFile(content))
      expect(items[0]).toMatchObject({ advisory: { id: 'JVNDB-2026-000001' } })
      expect(error).toMatchObject({ code })
    }
    const bombs = ['<!DOCTYPE a [<!ENTITY a "aaaa"><!ENTITY b "&a;&a;&a;">]>', '<!DOCTYPE a [<!ENTITY x SYSTEM "file:///etc/passwd">]>']
    for (const bomb of bombs) {
      const { items, error } = await readUntilError(feedFile(whole.replace('?>', `?>${bomb}`)))
      expect([items, error]).toEqual([[], expect.objectContaining({ code: 'feed/forbidden-xml' })])
    }
  })

  test('with one record that is too large or too deep tells it, and reads the next', async () => {
    const large = vulinfo('JVNDB-2026-000001', { impact: `<ImpactItem>${'長い説明'.repeat(5000)}</ImpactItem>` })
    const deep = vulinfo('JVNDB-2026-000002', { impact: `${'<a>'.repeat(120)}${'</a>'.repeat(120)}` })
    const many = vulinfo('JVNDB-2026-000004', { impact: '<a/>'.repeat(5000) })
    const all = vuldefOf(`${large}${deep}${many}${vulinfo('JVNDB-2026-000003')}`)
    const { items } = await readWholeFeed(feedFile(all), { maxRecordBytes: 10_000 })
    expect(items.map((item) => (item.kind === 'problem' ? item.problem.code : item.kind))).toEqual([
      'feed/large-record',
      'feed/deep-record',
      'feed/large-record',
      'advisory',
      'about',
    ])
  })

  test('in another encoding that its head names is read too', async () => {
    const text = vuldefOf(vulinfo('JVNDB-2026-000001')).replace('UTF-8', 'EUC-JP').replace('例ルータにおける脆弱性', 'TITLE')
    const [before = '', after = ''] = text.replace(/[\u3000-\u9fff\uff00-\uffef]/g, '').split('TITLE')
    const bytes = Buffer.concat([Buffer.from(before), Buffer.from([0xce, 0xe3]), Buffer.from(after)])
    const { items } = await readWholeFeed(feedFile(bytes))
    expect(items[0]).toMatchObject({ advisory: { title: '例' } })
  })
})

const rss = `<?xml version="1.0" encoding="UTF-8"?>
<rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#" xmlns="http://purl.org/rss/1.0/" xmlns:dcterms="http://purl.org/dc/terms/" xmlns:sec="http://jvn.jp/rss/mod_sec/">
<channel rdf:about="https://jvndb.jvn.jp/ja/rss/jvndb.rdf"><title>JVNDB</title><dcterms:modified>2026-11-20T12:00:00+09:00</dcterms:modified></channel>
<item rdf:about="https://jvndb.jvn.jp/ja/contents/2026/JVNDB-2026-000001.html"><title>例ルータにおける脆弱性</title>
<link>https://jvndb.jvn.jp/ja/contents/2026/JVNDB-2026-000001.html</link><sec:identifier>JVNDB-2026-000001</sec:identifier>
<sec:references source="CVE" id="CVE-2026-0001">https://www.cve.org/CVERecord?id=CVE-2026-0001</sec:references>
<sec:references title="情報不足(CWE-noinfo)" id="CWE-noinfo">https://www.ipa.go.jp/security/vuln/scap/cwe.html</sec:references>
<sec:cpe version="2.2" vendor="例ネット" product="例ルータ 100">cpe:/h:example:rt100</sec:cpe>
<sec:cvss version="3.0" score="9.8" type="Base" severity="Critical" vector="CVSS:3.0/AV:N"/>
<dcterms:issued>2026-11-02T09:00+09:00</dcterms:issued><dcterms:modified>2026-11-05T09:00+09:00</dcterms:modified></item>
<item><title>番号のない記録</title></item></rdf:RDF>`

test('the news of JVN iPedia say which products are new, and nothing of their versions', async () => {
  const { kind, items, problems } = await readWholeFeed(feedFile(rss, 'jvndb.rdf'))
  expect(kind).toBe('jvn-rss')
  expect(items).toMatchObject([
    {
      advisory: {
        id: 'JVNDB-2026-000001',
        cves: ['CVE-2026-0001'],
        publishedOn: '2026-11-02',
        scores: [{ base: 9.8, from: 'JVN' }],
        conditions: [{ criterion: { product: { vendor: '例ネット', product: '例ルータ 100' }, versions: [], otherwise: 'unknown' } }],
      },
    },
    { kind: 'problem' },
    { about: { asOf: '2026-11-20T12:00:00+09:00' } },
  ])
  expect(problems[0]?.message.ja).toBe('2件目(番号のない記録)には番号が必要ですが、読み取れませんでした。ほかの記録は読みました。')
})

test('the list of products gives the number, the names and the CPE name of each', async () => {
  const list = `<?xml version="1.0" encoding="UTF-8"?><Result version="3.3" xmlns="http://jvndb.jvn.jp/myjvn/Results" xmlns:status="http://jvndb.jvn.jp/myjvn/Status"><VendorInfo xml:lang="ja">
<Vendor vid="1" vname="例ネット" cpe="cpe:/:example"><Product pid="101" pname="例ルータ 100" cpe="cpe:/h:example:rt100"/><Product pid="x" pname="例ルータ 200"/></Vendor>
<Vendor vid="2" vname="例画像" cpe=""><Product pid="201" pname="ビューア" cpe=""/></Vendor></VendorInfo>
<status:Status version="3.3" method="getProductList" retCd="0" errCd="" errMsg="" totalRes="61449" totalResRet="3" firstRes="1"/></Result>`
  const { items, problems } = await readWholeFeed(feedFile(list, 'myjvn_product.xml'))
  expect(items.flatMap((item) => (item.kind === 'jvn-product' ? [item.product] : []))).toEqual([
    { id: '101', vendor: '例ネット', product: '例ルータ 100', cpe: 'cpe:2.3:h:example:rt100:*:*:*:*:*:*:*:*' },
    { id: '201', vendor: '例画像', product: 'ビューア' },
  ])
  expect(problems).toMatchObject([{ code: 'feed/lacking-record', place: { row: 2 } }])
  expect(items.at(-1)).toEqual({ kind: 'about', about: { announced: 61_449 } })
})
