import type { InstalledProduct, VersionFamily } from '@mimamori/domain'
import type { ProductBook } from '../names/book.ts'
import type { ProductKey } from '../names/keys.ts'
import type { GroupNumbers } from '../names/numbers.ts'
import { versionOf } from './criteria.ts'
import { type Device, deviceOf, type ProductRead } from './device.ts'
import { type EditionKnown, editionKnown, editionName } from './editions.ts'
import type { VersionRead } from './statements.ts'

export interface InstalledVersion extends VersionRead {
  readonly family: VersionFamily
}

/** Where pairs stand, as numbers of groups and of versions: the places of pair `n` from `starts[n]` to `starts[n + 1]`. */
export interface Standing {
  readonly starts: Uint32Array
  readonly groups: Uint32Array
  readonly versions: Uint32Array
  /** By pair the number of what is known of it beside its version. */
  readonly knowns: Uint32Array
}

/** A product in one version as it stands on any number of devices. */
export interface Pair {
  readonly keys: readonly string[]
}

/** Devices with the same pairs and the same gaps in what is known of them; all have the same answers. */
export interface Kind {
  readonly pairs: Uint32Array
  readonly knows: Device['knows']
}

/** What is installed, with everything that repeats kept once. Rows are in the order in which they came. */
export interface Fleet {
  readonly rows: readonly InstalledProduct[]
  /** In the order of their groups, as the ranges of an index lie. */
  readonly pairs: readonly Pair[]
  readonly standing: Standing
  readonly numbers: GroupNumbers
  readonly versions: readonly InstalledVersion[]
  readonly knowns: readonly EditionKnown[]
  readonly kinds: readonly Kind[]
  readonly pairOfRow: Uint32Array
  readonly kindOfRow: Uint32Array
  /** The pair of a row on its kind of device, counted over the pairs of all kinds. */
  readonly slotOfRow: Uint32Array
  readonly devices: ReadonlyMap<string, readonly number[]>
}

/** Rows of one device may lie anywhere in the list. */
export function fleetOf(rows: readonly InstalledProduct[], book: ProductBook): Fleet {
  const devices = Map.groupBy(rows.keys(), (row) => String(rows[row]?.asset))
  const pairs = pairBuilder(book.groups)
  const interned = { kinds: new Map<string, number>(), devices: new Map<string, ReadDevice>() }
  const kinds: Kind[] = []
  const firstSlots: number[] = []
  let slots = 0
  const [pairOfRow, kindOfRow, slotOfRow] = [new Uint32Array(rows.length), new Uint32Array(rows.length), new Uint32Array(rows.length)]
  for (const at of devices.values()) {
    const installed = at.flatMap((row) => rows[row] ?? [])
    const { own, knows } = once(interned.devices, JSON.stringify(installed.map(saidOf)), () => {
      const device = deviceOf(installed, book)
      return { own: device.products.map((product) => pairs.numberOf(product, device)), knows: device.knows }
    })
    const distinct = [...new Set(own)].sort((a, b) => a - b)
    const kind = once(interned.kinds, `${distinct.join()}${JSON.stringify(knows)}`, () => {
      firstSlots.push(slots)
      slots += distinct.length
      return kinds.push({ pairs: Uint32Array.from(distinct), knows }) - 1
    })
    for (const [place, row] of at.entries()) {
      pairOfRow[row] = own[place] ?? 0
      kindOfRow[row] = kind
      slotOfRow[row] = (firstSlots[kind] ?? 0) + distinct.indexOf(own[place] ?? 0)
    }
  }
  const { placeOfPair, ...told } = pairs.done()
  const placed = (numbers: Uint32Array) => numbers.map((pair) => placeOfPair[pair] ?? 0)
  return {
    ...{ rows, devices, kindOfRow, slotOfRow, numbers: book.groups, ...told },
    pairOfRow: placed(pairOfRow),
    kinds: kinds.map((kind) => ({ ...kind, pairs: placed(kind.pairs) })),
  }
}

interface ReadDevice {
  readonly own: readonly number[]
  readonly knows: Device['knows']
}

/** Everything of an installed product that decides an answer. */
function saidOf({ name, vendor, version, cpe, role }: InstalledProduct): readonly unknown[] {
  return [role, name, vendor, version, cpe]
}

function once<V>(known: Map<string, V>, key: string, make: () => V): V {
  const found = known.get(key) ?? make()
  known.set(key, found)
  return found
}

interface OpenPair extends Pair {
  readonly places: readonly (readonly [group: number, version: number])[]
  readonly known: number
}

function pairBuilder(groups: GroupNumbers) {
  const pairs: OpenPair[] = []
  const versions: InstalledVersion[] = []
  const numbers = { pairs: new Map<string, number>(), versions: new Map<string, number>(), knowns: new Map<string, number>() }
  const knowns: EditionKnown[] = []
  const versionNumber = (product: ProductRead, key: ProductKey, family: VersionFamily): number => {
    const text = key.model ? undefined : product.version
    const name = text === undefined ? family : `${family} ${text}`
    return once(numbers.versions, name, () => versions.push({ family, ...versionOf(product, { key, family }) }) - 1)
  }
  const numberOf = (product: ProductRead, { systems }: Device): number => {
    const { cpe } = product.installed
    const places = product.keys.flatMap((key) =>
      familiesOf(key).map((family) => [groups.numberOf(key.key, family), versionNumber(product, key, family)] as const),
    )
    const told = editionKnown({ ...(cpe !== undefined && { cpe }), systems })
    const edition = editionName(told)
    return once(numbers.pairs, `${places.join(' ')}|${edition}`, () => {
      const known = once(numbers.knowns, edition, () => knowns.push(told) - 1)
      return pairs.push({ places, known, keys: product.keys.map(({ key }) => key) }) - 1
    })
  }
  return { numberOf, done: () => ({ ...inOrder(pairs), versions, knowns }) }
}

/** Pairs in the order of their groups, and the place of each. */
function inOrder(pairs: readonly OpenPair[]) {
  const firstOf = (pair: number) => pairs[pair]?.places[0]?.[0] ?? 0
  const order = Uint32Array.from(pairs.keys()).sort((a, b) => firstOf(a) - firstOf(b) || a - b)
  const sorted = Array.from(order).flatMap((pair) => pairs[pair] ?? [])
  const placeOfPair = new Uint32Array(pairs.length)
  for (const [place, pair] of order.entries()) placeOfPair[pair] = place
  const starts = new Uint32Array(pairs.length + 1)
  for (const [at, { places }] of sorted.entries()) starts[at + 1] = (starts[at] ?? 0) + places.length
  const places = sorted.flatMap((pair) => pair.places)
  return {
    placeOfPair,
    pairs: sorted.map(({ keys }): Pair => ({ keys })),
    standing: {
      starts,
      groups: Uint32Array.from(places, ([group]) => group),
      versions: Uint32Array.from(places, ([, version]) => version),
      knowns: Uint32Array.from(sorted, ({ known }) => known),
    },
  }
}

/** NOTE: a product of which nothing is known is compared in the order that a feed names, so it stands in both. */
function familiesOf({ family }: ProductKey): readonly VersionFamily[] {
  return family ? [family] : ['dotted', 'semver']
}
