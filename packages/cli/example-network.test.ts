import { fileURLToPath } from 'node:url'
import { loadCatalogue } from '@mimamori/catalog'
import {
  applyChanges,
  assess,
  type Change,
  date,
  hopsOf,
  minimumCut,
  type Network,
  networkOf,
  type Picture,
  printFinding,
  ruleSetFor,
  withObservations,
  withoutLink,
} from '@mimamori/domain'
import { madeId, readFolder, readScanFolder } from '@mimamori/formats'
import { describe, expect, test } from 'vitest'

const asOf = date('2026-11-20')
const catalogue = loadCatalogue()
const folderOf = (example: string) => fileURLToPath(new URL(`../../examples/${example}`, import.meta.url))

async function withScans(): Promise<Picture> {
  const { picture } = await readFolder(folderOf('hospital-180beds'), { asOf })
  const { scans } = await readScanFolder(`${folderOf('hospital-180beds')}/scans`)
  const observations = scans.flatMap((scan) => scan.observations)
  return withObservations(picture, observations, (slice, key) => madeId(slice, picture.facility, key)).picture
}

const picture = await withScans()
const { slices } = picture
const network: Network = networkOf(slices, catalogue.reference, { asOf })
const nameOf = (id: string) =>
  [slices.zones, slices.assets, slices.lines, slices.vpns, slices.remotePaths].flatMap(
    (list) => list.find((one) => one.id === id)?.name ?? [],
  )[0]

describe('the map of the hospital and its scans', () => {
  test('names the entrances: four that the house knows, and two mobile routers', () => {
    expect(network.entrances.map(({ id, asset, guarded }) => [nameOf(id), asset && nameOf(asset), guarded])).toEqual([
      ['mr-yaku', 'mr-yaku', 'unknown'],
      ['オンライン資格確認の回線', '資格確認端末', 'none'],
      ['インターネット(光)', 'インターネット境界ファイアウォール', 'firewall'],
      ['保守用の閉域網', '保守用VPNルータ', 'router'],
      ['透析の遠隔保守', undefined, 'unknown'],
      ['遠隔読影VPN', undefined, 'unknown'],
    ])
    expect(network.questions.map(({ id }) => id)).toContain('vpn-device|vpn:reading')
  })

  test('holds every device of the wire in one of seven zones', () => {
    const counts = network.nodes.flatMap(({ kind, id, count }) => (kind === 'zone' ? [[nameOf(id), count]] : []))
    expect(Object.fromEntries(counts)).toEqual({
      診療の網: 197,
      基幹の網: 7,
      資格確認の網: 1,
      '来訪者用Wi-Fi': 1,
      医療機器の網: 24,
      事務の網: 41,
      サーバ室: 10,
    })
    expect(network.assetZones.filter(({ zones }) => zones.length > 1)).toEqual([])
  })

  test('shows the way of the visitors’ Wi-Fi to the servers step by step, with the one link to cut', () => {
    const path = network.forbiddenPaths.find(({ id }) => id === 'guest-inside|zone:guest|zone:server')
    if (!path) throw new Error('no way of the visitors')
    const seen = { ...slices, ...network, networkNodes: network.nodes, networkEdges: network.edges }
    const hops = hopsOf(path, seen)
    expect(hops.map(({ node, through }) => [nameOf(node.id) ?? node.kind, ...through.map(nameOf)].join(' '))).toEqual([
      '来訪者用Wi-Fi',
      '来訪者用Wi-Fi 3階の親機',
      'hub',
      '診療の網 フロアスイッチ 3f',
      '基幹スイッチ',
      'サーバ室',
    ])
    expect(hops[2]?.evidence).toMatchObject([{ file: 'scans/2026-11/switches.txt', on: '2026-11-16' }])
    const cut = minimumCut(network, { from: path.start, to: path.target })
    expect(cut.map(({ id }) => id)).toEqual(['d:guest-base-3f~hub:d:sw-3f:port1.0.30'])
    const without = withoutLink(network.check, cut[0]?.id ?? '')
    expect(without.forbiddenPaths.filter(({ start }) => start === path.start)).toEqual([])
  })

  test('is closed by the day on which somebody takes the base off the switch', () => {
    const cutOn = date('2026-11-19')
    const link = { id: 'link:cut', fromAsset: 'd:guest-base-3f', toAsset: 'd:sw-3f', layer: 'physical', control: 'none', cutOn }
    const links = [...slices.links, link as (typeof slices.links)[number]] // ids of this example
    const after = networkOf({ ...slices, links }, catalogue.reference, { asOf })
    expect(after.forbiddenPaths.filter(({ start }) => start === 'zone:guest')).toEqual([])
  })

  /** What is tracked after a change, with the register that the look before it has written. */
  function trackedAfter(change: Change) {
    const before = assess(ruleSetFor(catalogue), { picture, catalogue, asOf })
    const changed = applyChanges(picture, [change])
    if (changed.kind === 'refused') throw new Error(changed.why)
    const register = before.tracked.map(({ row }) => row)
    const after = { ...changed.picture, slices: { ...changed.picture.slices, register } }
    return assess(ruleSetFor(catalogue), { picture: after, catalogue, asOf }).tracked
  }

  test('counts the findings of the way as done once somebody has said that the base is off the switch', () => {
    const record = { id: 'link:cut', fromAsset: 'd:guest-base-3f', toAsset: 'd:sw-3f', layer: 'physical', control: 'none', cutOn: asOf }
    const tracked = trackedAfter({ kind: 'add', slice: 'links', record } as Change) // ids of this example
    const ways = tracked.filter(({ id }) => id.startsWith('network/guest-reaches-inside'))
    expect(ways.map(({ state }) => state)).toEqual(['done', 'done', 'done'])
  })

  test('closes a way of maintenance that was given up, and counts everything that was told of it as done', () => {
    const change = { kind: 'set', slice: 'remotePaths', id: 'remote:dialysis', fields: { endedOn: asOf } } as Change // as above
    const told = trackedAfter(change).filter(({ id }) => id.includes('remote:dialysis'))
    expect(told.length).toBeGreaterThan(2)
    expect(told.filter(({ state }) => state !== 'done').map(({ id, state, why }) => [id, state, why])).toEqual([])
  })

  test('gives findings of every step with whole sentences', () => {
    const assessed = assess(ruleSetFor(catalogue), { picture, catalogue, asOf })
    const one = assessed.tracked.find(({ id }) => id === 'network/guest-reaches-inside|zone:guest,zone:server')
    const printed = one?.finding && printFinding(one.finding, one, assessed, 'ja')
    expect(printed?.title).toBe('「来訪者用Wi-Fi」から「サーバ室」に届く道があります')
    expect(printed?.reasons.map(({ text }) => text)[2]).toBe(
      '2. 「来訪者用Wi-Fi 3階の親機」は、台帳にないハブにつながっています(「フロアスイッチ 3f」の差込口port1.0.30の先)。',
    )
    for (const tracked of assessed.tracked)
      for (const lang of ['ja', 'en'] as const) {
        const texts = tracked.finding ? printFinding(tracked.finding, tracked, assessed, lang).reasons.map(({ text }) => text) : []
        expect(texts.filter((text) => /[{}]/.test(text))).toEqual([])
      }
  })
})

test.each(['clinic-1vendor', 'checkup-lab-centre'])('the example %s, which has no map, is told nothing about one', async (example) => {
  const { picture: simple } = await readFolder(folderOf(example), { asOf })
  const { tracked } = assess(ruleSetFor(catalogue), { picture: simple, catalogue, asOf })
  expect(tracked.filter(({ finding }) => finding?.area === 'network')).toEqual([])
})
