import { byId, type Entry, type NetworkNode, type Text } from '@mimamori/domain'
import { kindName, same } from '../assets/index.ts'
import type { Kept } from '../kept.ts'
import { fillText } from '../words.ts'

export type Names = Record<string, Text>

/** Records that a point, a link or a question of the map may be of. */
const namedSlices = ['zones', 'assets', 'lines', 'vpns', 'remotePaths', 'facility'] as const

const hubWords: Text = { ja: '台帳にないハブ({device} {port})', en: 'hub that nobody listed ({device} {port})' }
const unknownHub: Text = { ja: '台帳にないハブ', en: 'hub that nobody listed' }

/** The names of these ids; what has none, such as a block of addresses, is left out. */
export function namesOfIds(now: Pick<Kept, 'picture' | 'analysis'>, ids: Iterable<string>): Names {
  const names: Names = {}
  for (const id of ids) {
    const name = nameOf(now, id)
    if (name) names[id] = name
  }
  return names
}

export function nameOf({ picture, analysis }: Pick<Kept, 'picture' | 'analysis'>, id: string): Text | undefined {
  for (const slice of namedSlices) {
    const name = nameIn(byId<Entry>(picture.slices[slice], id))
    if (name !== undefined) return same(name)
  }
  const node = id.startsWith('hub:') ? byId(analysis.world.networkNodes, id) : undefined
  return node && hubName(node, byId(picture.slices.assets, node.asset)?.name)
}

function nameIn(record: Entry | undefined): string | undefined {
  const name: unknown = record && Reflect.get(record, 'name')
  return typeof name === 'string' ? name : undefined
}

function hubName({ port }: NetworkNode, device: string | undefined): Text {
  return device === undefined || port === undefined ? unknownHub : fillText(hubWords, { device, port })
}

/** Everything that a node points to by id, itself among it. */
export function idsOfNode({ id, asset, zone, line, vpn, remotePath, behind }: NetworkNode): readonly string[] {
  return [id, asset, zone, line, vpn, remotePath, ...(behind ?? [])].filter((one) => one !== undefined)
}

/** Names of the kinds of these devices, by `kind:<kind>`. */
export function namesOfKinds(now: Pick<Kept, 'catalogue'>, kinds: Iterable<string>): Names {
  const all = now.catalogue.reference.assetKinds.filter(({ id }) => new Set(kinds).has(id))
  return Object.fromEntries(all.map(({ id }) => [`kind:${id}`, kindName(now, id) ?? same(id)]))
}
