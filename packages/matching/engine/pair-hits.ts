import { compareKeys } from '../versions/key.ts'
import { isSilentOf, valueOf } from './criteria.ts'
import { editionHolds } from './editions.ts'
import type { Pair, Place } from './fleet.ts'
import { type AdvisoryIndex, flags, type Group, leafId } from './index-build.ts'
import { rankOf } from './pieces.ts'
import { readStatements, statusAt } from './statements.ts'
import { least, no, type Tri, unknown, yes } from './tri.ts'

/** What the index says of one pair, before any device is looked at. */
export interface PairHits {
  /** Advisories that hold by one leaf alone, and how. */
  readonly advisories: Uint32Array
  readonly values: Uint8Array
  /** Advisories whose conditions name the pair, sorted; their leaves stand from `starts[n]` to `starts[n + 1]`. */
  readonly trees: Uint32Array
  readonly starts: Uint32Array
  readonly leaves: Uint16Array
  readonly leafValues: Uint8Array
  /** Of `trees` those of which a weak leaf holds or may hold. */
  readonly candidates: Uint32Array
}

const noHits: PairHits = {
  advisories: new Uint32Array(),
  values: new Uint8Array(),
  trees: new Uint32Array(),
  starts: new Uint32Array(1),
  leaves: new Uint16Array(),
  leafValues: new Uint8Array(),
  candidates: new Uint32Array(),
}

interface Found {
  readonly simple: Map<number, Tri>
  readonly trees: number[]
  readonly weak: Set<number>
}

/** Three small numbers in one that sorts by advisory, then leaf. */
const treeFactor = 65_536 * 4

export function pairHits(index: AdvisoryIndex, pair: Pair): PairHits {
  const found: Found = { simple: new Map(), trees: [], weak: new Set() }
  for (const place of pair.places) {
    const group = index.groups.get(place.group)
    if (group) readGroup(index, { group, place, pair, found })
  }
  return found.simple.size === 0 && found.trees.length === 0 ? noHits : packed(found)
}

interface Asked {
  readonly group: Group
  readonly place: Place
  readonly pair: Pair
  readonly found: Found
}

/** A rank that no range holds. */
const noRank = -1

function readGroup(index: AdvisoryIndex, asked: Asked): void {
  const { low, high, flags: rowFlags, advisories, leaves } = index
  const { group, place, found } = asked
  const rank = place.version.key ? placeOf(group, place) : noRank
  for (let at = group.start; at < group.end; at++) {
    const flag = rowFlags[at] ?? 0
    const isInside = rank !== noRank && (low[at] ?? 0) <= rank && rank <= (high[at] ?? 0)
    if (isInside || rank === noRank || flag & (flags.tree | flags.unreadable)) {
      const advisory = advisories[at] ?? 0
      const value = valueAt(index, { ...asked, at, isInside })
      if (flag & flags.tree) {
        const leaf = leaves[at] ?? 0
        found.trees.push(advisory * treeFactor + leaf * 4 + value)
        if (value > no && flag & flags.weak) found.weak.add(advisory)
      } else if (value > no && value > (found.simple.get(advisory) ?? no)) found.simple.set(advisory, value)
    }
  }
}

/** Twice the number of ends before the version, and one if it is an end itself. */
function placeOf({ ends }: Group, { version }: Place): number {
  const key = version.key ?? []
  const at = rankOf(ends, key)
  const end = ends[at]
  return end && compareKeys(end, key) === 0 ? at * 2 + 1 : at * 2
}

function valueAt(
  index: AdvisoryIndex,
  { at, isInside, group, place, pair }: Asked & { readonly at: number; readonly isInside: boolean },
): Tri {
  const flag = index.flags[at] ?? 0
  const leaf = leafId(index.advisories[at] ?? 0, index.leaves[at] ?? 0)
  const version =
    flag & flags.unreadable ? slowly(index, { leaf, group, place }) : quickly(flag, { isInside, isKnown: place.version.key !== undefined })
  if (version === no || !(flag & flags.edition)) return version
  return least(version, editionHolds(index.editions.get(leaf) ?? [], pair.facts))
}

function quickly(flag: number, { isInside, isKnown }: { readonly isInside: boolean; readonly isKnown: boolean }): Tri {
  const bits = isKnown ? (isInside ? flag & flags.value : no) : (flag & flags.missing) >> flags.missingShift
  return bits === yes ? yes : bits === unknown ? unknown : no
}

function slowly(index: AdvisoryIndex, { leaf, group, place }: { leaf: number; group: Group; place: Place }): Tri {
  const read = index.unreadable.get(leaf)
  if (!read) return unknown
  const found = statusAt(
    readStatements(read.criterion, { update: read.update, family: group.family }),
    read.criterion.otherwise,
    place.version,
  )
  return isSilentOf(read.criterion) && found.status === 'unknown' && !found.range ? no : valueOf(found.status)
}

function packed({ simple, trees, weak }: Found): PairHits {
  const sorted = Float64Array.from(trees).sort()
  const [names, starts, candidates]: [number[], number[], number[]] = [[], [], []]
  const [leaves, leafValues] = [new Uint16Array(sorted.length), new Uint8Array(sorted.length)]
  for (const [at, hit] of sorted.entries()) {
    const advisory = Math.floor(hit / treeFactor)
    if (names.at(-1) !== advisory) {
      if (weak.has(advisory)) candidates.push(names.length)
      names.push(advisory)
      starts.push(at)
    }
    leaves[at] = (hit % treeFactor) >> 2
    leafValues[at] = hit % 4
  }
  starts.push(sorted.length)
  return {
    advisories: Uint32Array.from(simple.keys()),
    values: Uint8Array.from(simple.values()),
    trees: Uint32Array.from(names),
    starts: Uint32Array.from(starts),
    leaves,
    leafValues,
    candidates: Uint32Array.from(candidates),
  }
}
