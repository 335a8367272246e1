import type { InstalledProduct, VersionFamily } from '@mimamori/domain'
import type { ProductBook } from '../names/book.ts'
import type { ProductKey } from '../names/keys.ts'
import { groupName } from './advisory-index.ts'
import { versionOf } from './criteria.ts'
import { type Device, deviceOf, type ProductRead } from './device.ts'
import type { EditionFacts } from './editions.ts'
import type { VersionRead } from './statements.ts'

/** One key of a product in one order of versions, with its version read in it. */
export interface Place {
  readonly group: string
  readonly family: VersionFamily
  readonly version: VersionRead
}

/** A product in one version as it stands on any number of devices. */
export interface Pair {
  readonly places: readonly Place[]
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
  const interned = { pairs: new Map<string, number>(), kinds: new Map<string, number>(), devices: new Map<string, Device>() }
  const pairs: Pair[] = []
  const kinds: Kind[] = []
  const firstSlots: number[] = []
  let slots = 0
  const [pairOfRow, kindOfRow, slotOfRow] = [new Uint32Array(rows.length), new Uint32Array(rows.length), new Uint32Array(rows.length)]
  for (const at of devices.values()) {
    const installed = at.flatMap((row) => rows[row] ?? [])
    const device = once(interned.devices, JSON.stringify(installed.map(saidOf)), () => deviceOf(installed, book))
    const own = device.products.map((product) => {
      const pair = pairOf(product, device)
      return once(interned.pairs, JSON.stringify([pair.keys, pair.places, pair.facts]), () => pairs.push(pair) - 1)
    })
    const distinct = [...new Set(own)].sort((a, b) => a - b)
    const kind = once(interned.kinds, JSON.stringify([distinct, device.knows]), () => {
      firstSlots.push(slots)
      slots += distinct.length
      return kinds.push({ pairs: Uint32Array.from(distinct), knows: device.knows }) - 1
    })
    for (const [place, row] of at.entries()) {
      pairOfRow[row] = own[place] ?? 0
      kindOfRow[row] = kind
      slotOfRow[row] = (firstSlots[kind] ?? 0) + distinct.indexOf(own[place] ?? 0)
    }
  }
  return { rows, pairs, kinds, pairOfRow, kindOfRow, slotOfRow, devices }
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

function pairOf(product: ProductRead, { systems }: Device): Pair {
  const { cpe } = product.installed
  return {
    keys: product.keys.map(({ key }) => key),
    places: product.keys.flatMap((key) => placesOf(product, key)),
    facts: { ...(cpe !== undefined && { cpe }), systems },
  }
}

/** NOTE: a product of which nothing is known is compared in the order that a feed names, so it stands in both. */
function placesOf(product: ProductRead, key: ProductKey): readonly Place[] {
  const families: readonly VersionFamily[] = key.family ? [key.family] : ['dotted', 'semver']
  return families.map((family) => ({ group: groupName(key.key, family), family, version: versionOf(product, { key, family }) }))
}
