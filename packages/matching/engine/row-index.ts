import type { VersionFamily } from '@mimamori/domain'
import { compareKeys } from '../versions/key.ts'
import { placeOf, type SortedKeys, sortedKeys } from '../versions/sorted.ts'
import { type EndNumbers, endNumbers } from './end-numbers.ts'
import type { Fleet, InstalledVersion } from './fleet.ts'
import { type AnswerBuffer, answerBuffer, type Places } from './lists.ts'

/** Numbers in lists: list `n` stands from `starts[n]` to `starts[n + 1]`. */
export interface NumberLists {
  readonly starts: Uint32Array
  readonly numbers: Uint32Array
}

/** Pairs of a group in the order of their versions; those without a version that can be read stand first. */
export interface GroupedPairs {
  readonly starts: Uint32Array
  readonly pairs: Uint32Array
  readonly versions: Uint32Array
  readonly ranks: Int32Array
}

/** What is installed, by product and version: a new advisory meets the rows that it may concern, and no others. */
export interface RowIndex {
  readonly fleet: Fleet
  /** By group. */
  readonly grouped: GroupedPairs
  /** Ends of ranges as ranks among the versions that are installed. */
  readonly endsOf: (family: VersionFamily) => EndNumbers
  /** By version of the fleet its rank among them. */
  readonly ranks: Int32Array
  /** Rows of a pair, and kinds of devices on which it stands. */
  readonly rowsOfPair: NumberLists
  readonly kindsOfPair: NumberLists
  /** What one advisory after the other writes down: pairs that it concerns. */
  readonly found: FoundPairs
}

export interface FoundPairs {
  readonly buffer: AnswerBuffer
  readonly places: Places
}

/** Rows for which the advisory holds, or may hold. */
export interface RowsFound {
  readonly rows: Uint32Array
  readonly value: 1 | 2
}

export const unranked = -1
const someRoom = 1024

export function rowIndexOf(fleet: Fleet): RowIndex {
  const sorted = sortedByFamily(fleet.versions)
  const ends = new Map([...sorted].map(([family, keys]) => [family, endNumbers(family, (key) => placeOf(keys, key))]))
  const ranks = Int32Array.from(fleet.versions, ({ family, key }) => {
    const keys = sorted.get(family)
    return key && keys ? placeOf(keys, key) : unranked
  })
  return {
    fleet,
    grouped: groupedPairs(fleet, ranks),
    ranks,
    endsOf: (family) => ends.get(family) ?? endNumbers(family, () => 0),
    rowsOfPair: gathered(fleet.pairs.length, fleet.pairOfRow),
    kindsOfPair: kindsOf(fleet),
    found: { buffer: answerBuffer(someRoom), places: new Uint32Array(fleet.pairs.length) },
  }
}

function sortedByFamily(versions: readonly InstalledVersion[]): ReadonlyMap<VersionFamily, SortedKeys> {
  const sorted = new Map<VersionFamily, SortedKeys>()
  for (const [family, all] of Map.groupBy(versions, (version) => version.family)) {
    const keys = all.flatMap(({ key }) => (key ? [key] : [])).sort(compareKeys)
    sorted.set(family, sortedKeys(keys.filter((key, at) => at === 0 || compareKeys(keys[at - 1] ?? [], key) !== 0)))
  }
  return sorted
}

function groupedPairs({ standing, numbers }: Fleet, rankOfVersion: Int32Array): GroupedPairs {
  const { starts, numbers: places } = gathered(numbers.count, standing.groups)
  const rankAt = (place: number) => rankOfVersion[standing.versions[place] ?? 0] ?? unranked
  for (let group = 0; group < numbers.count; group++)
    if ((starts[group + 1] ?? 0) - (starts[group] ?? 0) > 1)
      places.subarray(starts[group], starts[group + 1]).sort((a, b) => rankAt(a) - rankAt(b) || a - b)
  const pairOfPlace = new Uint32Array(standing.groups.length)
  for (let pair = 0; pair + 1 < standing.starts.length; pair++) pairOfPlace.fill(pair, standing.starts[pair], standing.starts[pair + 1])
  return {
    starts,
    pairs: places.map((place) => pairOfPlace[place] ?? 0),
    versions: places.map((place) => standing.versions[place] ?? 0),
    ranks: Int32Array.from(places, rankAt),
  }
}

/** For each number the places at which it stands. */
function gathered(count: number, numbers: Uint32Array): NumberLists {
  const starts = new Uint32Array(count + 1)
  for (const number of numbers) starts[number + 1] = (starts[number + 1] ?? 0) + 1
  for (let number = 0; number < count; number++) starts[number + 1] = (starts[number + 1] ?? 0) + (starts[number] ?? 0)
  const [next, places] = [starts.slice(), new Uint32Array(numbers.length)]
  for (let at = 0; at < numbers.length; at++) {
    const number = numbers[at] ?? 0
    const to = next[number] ?? 0
    places[to] = at
    next[number] = to + 1
  }
  return { starts, numbers: places }
}

function kindsOf({ kinds, pairs }: Fleet): NumberLists {
  const slots = kinds.reduce((sum, { pairs: there }) => sum + there.length, 0)
  const [pairOfSlot, kindOfSlot] = [new Uint32Array(slots), new Uint32Array(slots)]
  let slot = 0
  for (const [kind, { pairs: there }] of kinds.entries())
    for (const pair of there) {
      pairOfSlot[slot] = pair
      kindOfSlot[slot++] = kind
    }
  const { starts, numbers } = gathered(pairs.length, pairOfSlot)
  return { starts, numbers: numbers.map((at) => kindOfSlot[at] ?? 0) }
}

export function listAt({ starts, numbers }: NumberLists, at: number): Uint32Array {
  return numbers.subarray(starts[at], starts[at + 1])
}
