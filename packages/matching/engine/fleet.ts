import type { InstalledProduct, VersionFamily } from '@mimamori/domain'
import type { ProductBook } from '../names/book.ts'
import type { ProductKey } from '../names/keys.ts'
import { versionOf } from './criteria.ts'
import { type Device, deviceOf, type ProductRead } from './device.ts'
import type { EditionFacts } from './editions.ts'
import type { VersionRead } from './statements.ts'

/** What is installed of one product key in one order of versions. */
export interface ProductGroup {
  readonly key: string
  readonly family: VersionFamily
}

export interface InstalledVersion extends VersionRead {
  readonly family: VersionFamily
}

/** Where pairs stand, as numbers of groups and versions: the places of pair `n` from `starts[n]` to `starts[n + 1]`. */
export interface Standing {
  readonly starts: Uint32Array
  readonly groups: Uint32Array
  readonly versions: Uint32Array
}

/** A product in one version as it stands on any number of devices. */
export interface Pair {
  readonly keys: readonly string[]
  readonly facts: EditionFacts
}

/** Devices with the same pairs and the same gaps in what is known of them; all have the same answers. */
export interface Kind {
  readonly pairs: Uint32Array
  readonly knows: Device['knows']
}

/** What is installed, with everything that repeats kept once. Rows are in the order in which they came. */
export interface Fleet {
  readonly rows: readonly InstalledProduct[]
  readonly pairs: readonly Pair[]
  readonly standing: Standing
  readonly groups: readonly ProductGroup[]
  readonly versions: readonly InstalledVersion[]
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
  const pairs = pairBuilder()
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
  return { rows, ...pairs.done(), kinds, pairOfRow, kindOfRow, slotOfRow, devices }
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

function pairBuilder() {
  const [pairs, groups, versions]: [Pair[], ProductGroup[], InstalledVersion[]] = [[], [], []]
  const numbers = { pairs: new Map<string, number>(), groups: new Map<string, number>(), versions: new Map<string, number>() }
  const [starts, standingGroups, standingVersions]: [number[], number[], number[]] = [[0], [], []]
  const placeOf = (product: ProductRead, key: ProductKey, family: VersionFamily): readonly [group: number, version: number] => {
    const group = once(numbers.groups, `${key.key}|${family}`, () => groups.push({ key: key.key, family }) - 1)
    const text = key.model ? undefined : product.version
    const name = text === undefined ? family : `${family} ${text}`
    return [group, once(numbers.versions, name, () => versions.push({ family, ...versionOf(product, { key, family }) }) - 1)]
  }
  const numberOf = (product: ProductRead, { systems }: Device): number => {
    const { cpe } = product.installed
    const places = product.keys.flatMap((key) => familiesOf(key).map((family) => placeOf(product, key, family)))
    return once(numbers.pairs, `${places.join(' ')}|${JSON.stringify([cpe, systems])}`, () => {
      for (const [group, version] of places) {
        standingGroups.push(group)
        standingVersions.push(version)
      }
      starts.push(standingGroups.length)
      return pairs.push({ keys: product.keys.map(({ key }) => key), facts: { ...(cpe !== undefined && { cpe }), systems } }) - 1
    })
  }
  const done = () => ({
    pairs,
    groups,
    versions,
    standing: { starts: Uint32Array.from(starts), groups: Uint32Array.from(standingGroups), versions: Uint32Array.from(standingVersions) },
  })
  return { numberOf, done }
}

/** NOTE: a product of which nothing is known is compared in the order that a feed names, so it stands in both. */
function familiesOf({ family }: ProductKey): readonly VersionFamily[] {
  return family ? [family] : ['dotted', 'semver']
}
