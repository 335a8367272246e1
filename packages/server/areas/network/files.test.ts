import { routes } from '@mimamori/contract'
import { givenServer, readPng, smallHospital } from '@mimamori/testing'
import { describe, expect, test } from 'vitest'

const server = await givenServer()
const { owner } = server
const params = await smallHospital(owner)
const guestWay = 'guest-inside|z:guest|z:server'

async function mapAs(format: 'svg' | 'drawio', path?: string) {
  const file = await owner.download(routes.networkMap, { params, query: { format, lang: 'ja', ...(path !== undefined && { path }) } })
  return { ...file, text: Buffer.from(file.bytes).toString('utf8') }
}

function shape(id: string, value: string, [x, y, w, h]: readonly [number, number, number, number], more = 'parent="1"'): string {
  return `<mxCell id="${id}" value="${value}" vertex="1" ${more}><mxGeometry x="${x}" y="${y}" width="${w}" height="${h}" as="geometry"/></mxCell>`
}

function drawing(...cells: readonly string[]) {
  const root = `<root><mxCell id="0"/><mxCell id="1" parent="0"/>${cells.join('')}</root>`
  return {
    name: '構成図.drawio',
    bytes: `<mxfile><diagram name="1"><mxGraphModel>${root}</mxGraphModel></diagram></mxfile>`,
  }
}

async function read(file: { name: string; bytes: string }) {
  const answer = await owner.upload(routes.networkDrawio, { params }, file)
  if (answer.kind === 'error') throw new Error(answer.error.code)
  return answer.value
}

test('the map as a picture is twice as large as the drawing, in colour, and the lit way is in it', async () => {
  const pictureOf = async (path?: string) => {
    const query = { format: 'png', lang: 'ja', ...(path !== undefined && { path }) } as const
    const file = await owner.download(routes.networkMap, { params, query })
    return { name: file.name, ...readPng(file.bytes) }
  }
  const [plain, lit, svg] = [await pictureOf(), await pictureOf(guestWay), await mapAs('svg')]
  const [, width, height] = /width="(\d+)" height="(\d+)"/.exec(svg.text) ?? []
  expect([plain.name, plain.width, plain.height]).toEqual([
    expect.stringMatching(/^network_.*\.png$/),
    Number(width) * 2,
    Number(height) * 2,
  ])
  expect(plain.at(0, 0)).toEqual([255, 255, 255])
  expect([plain.ink > 0.01, lit.ink === plain.ink]).toEqual([true, false])
})

describe('the map as a file', () => {
  test('is drawn as SVG, with one way lit where that is asked, and told in the trail', async () => {
    const plain = await mapAs('svg')
    expect(plain.text).toMatch(/^<svg [\s\S]*<\/svg>$/)
    const lit = await mapAs('svg', guestWay)
    expect(lit.text).toContain('ここを外す')
    expect(plain.text).not.toContain('ここを外す')
    const { lines } = await owner.ask(routes.audit, { query: {} })
    expect(lines[0]?.details.map(({ ja }) => ja).join()).toContain('ネットワークの地図')
  })

  test('comes back from draw.io with every place, and proposes nothing that is there already', async () => {
    const made = await mapAs('drawio')
    const again = await read({ name: 'network.drawio', bytes: made.text })
    expect(again).toMatchObject({ zones: [], devices: [], links: [], more: 0 })
    const placed = again.places.map(({ id }) => id)
    for (const id of ['z:guest', 'z:server', 'd:fw', 'line:internet']) expect(placed).toContain(id)
  })

  test('is printed on A3, or on four sheets of A4, signed and numbered', async () => {
    for (const tiles of ['0', '1'] as const) {
      const file = await owner.download(routes.networkMap, { params, query: { format: 'pdf', tiles } })
      expect([file.status, file.bytes.subarray(0, 5).toString()]).toEqual([200, '%PDF-'])
    }
    const { lines } = await owner.ask(routes.audit, { query: {} })
    expect(lines[0]?.details.map(({ ja }) => ja).join()).toContain('PDF')
  })

  test('with a way that is not open is refused', async () => {
    const query = { format: 'svg', path: 'guest-inside|z:guest|z:none' } as const
    expect(await owner.status(routes.networkMap, { params, query })).toBe(404)
  })
})

describe('a drawing that somebody has made', () => {
  const own = drawing(
    shape('f', '病棟', [0, 0, 400, 300], 'style="swimlane" parent="1"'),
    shape('a', 'カルテ端末 10.1.55.7', [20, 40, 120, 60], 'parent="f"'),
    shape('b', 'server', [600, 40, 120, 60]),
    '<mxCell id="l" edge="1" parent="1" source="a" target="b"/>',
  )

  test('places what the register knows by name or address, and proposes zones, devices and links', async () => {
    const found = await read(own)
    expect(found.places).toEqual([{ slice: 'assets', id: 'd:server', name: 'server', x: 600, y: 40 }])
    expect(found.zones.map(({ name }) => name)).toEqual(['病棟'])
    expect(found.devices).toMatchObject([{ cell: 'a', ips: ['10.1.55.7'], zone: { id: 'f', name: '病棟' } }])
    expect(found.links).toMatchObject([{ from: { id: 'a' }, to: { slice: 'assets', id: 'd:server' } }])
  })

  test('stores nothing', async () => {
    const before = await owner.ask(routes.network, { params })
    await read(own)
    expect(await owner.ask(routes.network, { params })).toEqual(before)
  })

  test.each([
    ['without a network in it', drawing(shape('a', 'はじめ', [0, 0, 80, 40])).bytes, 'map/no-network'],
    ['that is none of draw.io', '日付,天気\n', 'map/not-drawio'],
  ])('%s is told as such', async (_, bytes, code) => {
    await expect(read({ name: '図.drawio', bytes })).rejects.toThrow(code)
  })
})
