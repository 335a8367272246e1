import { deflateRawSync } from 'node:zlib'
import { loadCatalogue } from '@mimamori/catalog'
import { drawDrawio, layoutMap, mapModel, type PlacedMap } from '@mimamori/diagram'
import { hospitalNetwork } from '@mimamori/testing/network'
import { describe, expect, test } from 'vitest'
import { readScan } from '../open.ts'
import { readDrawioMap } from './map.ts'

const { trustClasses, assetKinds } = loadCatalogue().reference
const network = hospitalNetwork({ endpoints: 214, zones: 6 })

function ours(lang: 'ja' | 'en' = 'ja'): PlacedMap {
  return layoutMap(mapModel({ ...network, trustClasses, assetKinds, lang, path: network.path, cut: network.cut }))
}

function file(text: string) {
  return { name: '構成図.drawio', bytes: Buffer.from(text) }
}

function packed(text: string): string {
  const [before, model, after] = text.split(/(<mxGraphModel.*<\/mxGraphModel>)/s)
  return `${before}${deflateRawSync(Buffer.from(encodeURIComponent(model ?? ''))).toString('base64')}${after}`
}

describe('a drawing that came from here', () => {
  test.each(['plain', 'deflated'])('comes back with every zone, box and line, its id and its place (%s)', async (how) => {
    const map = ours()
    const text = drawDrawio(map)
    const read = await readDrawioMap(file(how === 'plain' ? text : packed(text)))
    const placed = ({ id, x, y, w, h }: { id?: string; x: number; y: number; w: number; h: number }) => `${id} ${x} ${y} ${w} ${h}`
    expect(read.zones.map(placed).toSorted()).toEqual(map.zones.map(placed).toSorted())
    expect(read.boxes.map(placed).toSorted()).toEqual(map.boxes.map(placed).toSorted())
    const zone = (box: { id?: string; zone?: string }) => `${box.id} ${box.zone}`
    expect(read.boxes.map(zone).toSorted()).toEqual(map.boxes.map(zone).toSorted())
    const ends = new Map([...read.zones, ...read.boxes].map((one) => [one.cell, one.id]))
    const lines = read.edges.map((edge) => [edge.id, ends.get(edge.from), ends.get(edge.to)].join(' '))
    expect(lines.toSorted()).toEqual(map.edges.map((edge) => [edge.id, edge.from, edge.to].join(' ')).toSorted())
    expect(read.problems).toEqual([])
  })

  test('is read as a list of devices too, and no stack is taken for a device', async () => {
    const { format, observations } = await readScan(file(drawDrawio(ours())))
    expect(format).toBe('drawio')
    expect(observations.flatMap((one) => one.names ?? [])).toEqual(expect.arrayContaining(['コアスイッチ', '資格確認ルーター']))
    expect(observations.filter((one) => one.names?.some((name) => name.includes('×')))).toEqual([])
    expect((await readScan(file(drawDrawio(ours('en'))))).format).toBe('drawio')
  })

  test('keeps names that look like mark-up as they are', async () => {
    const name = '<b>A&B</b> "1" ]]> \u0007'
    const assets = network.assets.map((asset) => (asset.id === 'n:core' ? { ...asset, name } : asset))
    const map = layoutMap(mapModel({ ...network, assets, trustClasses, assetKinds }))
    const read = await readDrawioMap(file(drawDrawio(map)))
    expect(read.boxes.find((box) => box.id === 'n:core')?.name).toBe('<b>A&B</b> "1" ]]>')
  })
})

const shape = (id: string, value: string, [x, y, w, h]: readonly [number, number, number, number], parent = '1') =>
  `<mxCell id="${id}" value="${value}" style="rounded=0;whiteSpace=wrap;html=1;" vertex="1" parent="${parent}"><mxGeometry x="${x}" y="${y}" width="${w}" height="${h}" as="geometry"/></mxCell>`

function drawing(...cells: readonly string[]) {
  return file(
    `<mxfile><diagram name="1"><mxGraphModel><root><mxCell id="0"/><mxCell id="1" parent="0"/>${cells.join('')}</root></mxGraphModel></diagram></mxfile>`,
  )
}

describe('a drawing made by hand', () => {
  test('has a zone where a rectangle merely lies around boxes', async () => {
    const read = await readDrawioMap(
      drawing(
        shape('z', '診療の網', [0, 0, 400, 300]),
        shape('a', '受付PC&lt;br&gt;10.0.0.5', [20, 40, 100, 40]),
        shape('b', 'スイッチ', [20, 120, 100, 40]),
        '<mxCell id="e" edge="1" parent="1" source="a" target="b"><mxGeometry relative="1" as="geometry"/></mxCell>',
      ),
    )
    expect(read.zones.map((zone) => [zone.cell, zone.name])).toEqual([['z', '診療の網']])
    expect(read.boxes.map((box) => [box.name, box.zone, box.kind, box.ips])).toEqual([
      ['受付PC', 'z', 'pc', ['10.0.0.5']],
      ['スイッチ', 'z', 'switch', []],
    ])
    expect(read.edges.map((edge) => [edge.from, edge.to])).toEqual([['a', 'b']])
  })

  test('has places on the page, whatever frames and groups lie between', async () => {
    const group =
      '<mxCell id="g" style="group" vertex="1" parent="1"><mxGeometry x="100" y="50" width="300" height="200" as="geometry"/></mxCell>'
    const read = await readDrawioMap(
      drawing(group, shape('z', '検査室', [10, 10, 200, 100], 'g'), shape('a', '検査サーバ', [5, 30, 80, 40], 'z')),
    )
    expect(read.boxes).toMatchObject([{ name: '検査サーバ', x: 115, y: 90, zone: 'z' }])
  })

  test('in which frames lie in a circle, or a line ends at nothing, is read but for that', async () => {
    const read = await readDrawioMap(
      drawing(
        shape('a', '甲', [0, 0, 200, 200], 'b'),
        shape('b', '乙', [0, 0, 200, 200], 'a'),
        shape('s', 'サーバ', [300, 0, 80, 40]),
        '<mxCell id="e" edge="1" parent="1" source="s"/>',
      ),
    )
    expect(read.boxes.map((box) => box.name)).toContain('サーバ')
    expect(read.problems.map((one) => [one.code, one.place.row])).toEqual([
      ['map/circle', 3],
      ['map/loose-line', 6],
    ])
  })

  test('that defines entities, is too large inside or no drawing at all, is refused', async () => {
    const bomb = '<!DOCTYPE mxfile [<!ENTITY a "aaaa">]><mxfile><diagram>&a;</diagram></mxfile>'
    await expect(readDrawioMap(file(bomb))).rejects.toMatchObject({ code: 'scan/forbidden-xml' })
    const large = deflateRawSync(Buffer.alloc(300_000, 'a')).toString('base64')
    const limits = { maxItemCharacters: 100_000 }
    await expect(readDrawioMap(file(`<mxfile><diagram>${large}</diagram></mxfile>`), limits)).rejects.toMatchObject({
      code: 'scan/damaged',
    })
    await expect(readDrawioMap(file('<mxfile><diagram name="a"/></mxfile>'))).rejects.toMatchObject({ code: 'map/no-network' })
    await expect(readDrawioMap(file('日付,天気\n'))).rejects.toMatchObject({ code: 'map/not-drawio' })
  })

  test('keeps no password that somebody wrote into a box', async () => {
    const read = await readDrawioMap(drawing(shape('a', 'サーバ&lt;br&gt;パスワード: himitsu', [0, 0, 80, 40])))
    expect(JSON.stringify(read)).not.toContain('himitsu')
    expect(read.problems.map((one) => one.code)).toEqual(['scan/secrets-dropped'])
  })

  test('of twenty thousand cells, nested as deep as that, ends', async () => {
    const deep = Array.from({ length: 19_000 }, (_, at) => shape(`c${at}`, 'サーバ', [1, 1, 9, 9], at === 0 ? '1' : `c${at - 1}`))
    expect((await readDrawioMap(drawing(...deep))).zones.length).toBe(18_999)
  })
})
