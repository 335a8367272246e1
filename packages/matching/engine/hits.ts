import { placeOf } from '../versions/sorted.ts'
import type { AdvisoryIndex } from './advisory-index.ts'
import type { Fleet, Kind } from './fleet.ts'
import { type AnswerBuffer, type AnswerLists, answerBuffer, listsOf, type Places, tellAnswer } from './lists.ts'
import { type EditionAnswers, editionAnswers, slowly } from './rare.ts'
import { pushHit, type TreeHitBuffer, type TreeHits, treeHitBuffer, treeHitsOf } from './tree-hits.ts'
import { least, no, type Tri, unknown, yes } from './tri.ts'
import { allRanks, firstEnd, flags, lastBegin, leafOf, longWords, lowBits, rareWords, shift, shortWords } from './words.ts'

/** What the index says of pairs, before any device is looked at. */
export interface Hits {
  /** By pair: advisories that hold by one leaf alone. */
  readonly answers: AnswerLists
  readonly trees: TreeHits
}

interface Scan {
  readonly index: AdvisoryIndex
  readonly answers: AnswerBuffer
  readonly places: Places
  readonly trees: TreeHitBuffer
  readonly editions: EditionAnswers
  /** Of the pair that is being read: where its answers begin, and whether leaves that say no are told too. */
  start: number
  tellsNo: boolean
  /** Places of ranges, to be written over. */
  inside: Uint32Array
}

const someRoom = 1024
const nowhere = -1

/** NOTE: that a product is there and says no matters only where its absence would not say no as well. */
export function tellsNoOf(pairs: number, kinds: readonly Kind[]): Uint8Array {
  const tells = new Uint8Array(pairs)
  for (const { pairs: there, knows } of kinds) {
    if (knows.h && knows.o && knows.a) continue
    for (const pair of there) tells[pair] = 1
  }
  return tells
}

/** NOTE: pairs are in the order of their groups, so that the ranges are read from the first to the last. */
export function hitsOf(index: AdvisoryIndex, fleet: Fleet, tellsNo: Uint8Array): Hits {
  const { pairs, standing } = fleet
  const scan: Scan = {
    index,
    answers: answerBuffer(someRoom),
    places: new Uint32Array(index.ids.length),
    trees: treeHitBuffer(someRoom),
    editions: editionAnswers(index.editionTests, fleet.knowns),
    ...{ start: 0, tellsNo: false, inside: new Uint32Array(someRoom) },
  }
  const [answerStarts, treeStarts] = [new Uint32Array(pairs.length + 1), new Uint32Array(pairs.length + 1)]
  const ranks = ranksOf(index, fleet)
  for (let pair = 0; pair < pairs.length; pair++) {
    scan.start = scan.answers.length
    scan.tellsNo = tellsNo[pair] === 1
    const end = standing.starts[pair + 1] ?? 0
    for (let place = standing.starts[pair] ?? 0; place < end; place++) {
      const [group, version] = [standing.groups[place] ?? 0, standing.versions[place] ?? 0]
      const rank = ranks[version] ?? nowhere
      const next = index.starts[group + 1] ?? 0
      // NOTE: groups that were first met after the index was made stand behind its last.
      if (next <= (index.starts[group] ?? 0)) continue
      if (rank === nowhere) readWithout(scan, group)
      else readGroup(scan, group, rank)
      if ((index.rares[group] ?? 0) < next) readRares(scan, { group, rank, pair, fleet, version })
    }
    answerStarts[pair + 1] = scan.answers.length
    treeStarts[pair + 1] = scan.trees.length
  }
  return { answers: listsOf(scan.answers, answerStarts), trees: treeHitsOf(scan.trees, treeStarts) }
}

/** How many ranges all pairs meet: what a plain reading has to test. */
export function testsOf({ starts, shorts, rares }: AdvisoryIndex, { standing }: Fleet): number {
  return standing.groups.reduce((sum, group) => {
    const [start, short, rare, end] = [starts[group] ?? 0, shorts[group] ?? 0, rares[group] ?? 0, starts[group + 1] ?? 0]
    return end === 0 ? sum : sum + (short - start) / longWords + (rare - short) / shortWords + (end - rare) / rareWords
  }, 0)
}

/** By version of the fleet its rank in the index. */
function ranksOf(index: AdvisoryIndex, { versions }: Fleet): Int32Array {
  return Int32Array.from(versions, ({ family, key }) => {
    const sorted = index.versions.get(family)
    return key && sorted ? placeOf(sorted, key) : nowhere
  })
}

function readGroup(scan: Scan, group: number, rank: number): void {
  const { words, shorts, rares } = scan.index
  const [short, rare] = [shorts[group] ?? 0, rares[group] ?? 0]
  const count = selected(scan, { start: scan.index.starts[group] ?? 0, end: short, rank })
  for (let at = 0; at < count; at++) {
    const place = scan.inside[at] ?? 0
    tellLong(scan, place, (words[place] ?? 0) & flags.value)
  }
  for (let at = short; at < rare; at += shortWords) {
    const first = words[at] ?? 0
    const only = first >> shift
    if (only === allRanks || only === rank) tellShort(scan, at, first & flags.value)
    else if (scan.tellsNo && first & flags.tree) tellShort(scan, at, no)
  }
  if (scan.tellsNo) tellOutside(scan, { start: scan.index.starts[group] ?? 0, end: short, rank })
}

interface Ranges {
  readonly start: number
  readonly end: number
  readonly rank: number
}

/**
 * Writes down which long ranges hold a rank, and how many. NOTE: without a branch, since nobody can foretell it: of two differences
 * below 2³¹ neither is negative if no sign is set in either; what does not hold is written over by the next.
 */
function selected(scan: Scan, { start, end, rank }: Ranges): number {
  if (scan.inside.length < end - start) scan.inside = new Uint32Array(2 * (end - start))
  const { words } = scan.index
  const { inside } = scan
  const [last, first] = [lastBegin(rank), firstEnd(rank)]
  let count = 0
  for (let at = start; at < end; at += longWords) {
    inside[count] = at
    count += 1 + (((last - (words[at] ?? 0)) | ((words[at + 1] ?? 0) - first)) >> 31)
  }
  return count
}

function tellOutside(scan: Scan, { start, end, rank }: Ranges): void {
  const { words } = scan.index
  const [last, first] = [lastBegin(rank), firstEnd(rank)]
  for (let at = start; at < end; at += longWords) {
    const begin = words[at] ?? 0
    const isInside = begin <= last && (words[at + 1] ?? 0) >= first
    if (!isInside && begin & flags.tree) tellLong(scan, at, no)
  }
}

/** The version is missing or cannot be read. */
function readWithout(scan: Scan, group: number): void {
  const { words, starts, shorts, rares } = scan.index
  const [start, short, rare] = [starts[group] ?? 0, shorts[group] ?? 0, rares[group] ?? 0]
  const missing = (at: number) => ((words[at] ?? 0) & flags.missing) >> flags.missingShift
  for (let at = start; at < short; at += longWords) tellLong(scan, at, missing(at))
  for (let at = short; at < rare; at += shortWords) tellShort(scan, at, missing(at))
}

function tellLong(scan: Scan, at: number, value: number): void {
  const { words } = scan.index
  const third = words[at + 2] ?? 0
  tell(scan, { flag: words[at] ?? 0, owner: third >> shift, leaf: leafOf(words[at + 1] ?? 0, third), value })
}

function tellShort(scan: Scan, at: number, value: number): void {
  const { words } = scan.index
  const second = words[at + 1] ?? 0
  tell(scan, { flag: words[at] ?? 0, owner: second >> shift, leaf: second & lowBits, value })
}

interface Told {
  readonly flag: number
  readonly owner: number
  readonly leaf: number
  readonly value: number
}

function tell({ answers, places, trees, start, tellsNo }: Scan, { flag, owner, leaf, value }: Told): void {
  if (flag & flags.tree) {
    if (value > no || tellsNo) pushHit(trees, { clause: owner, leaf, value, isWeak: (flag & flags.weak) > 0 })
  } else if (value > no) tellAnswer(answers, places, { start, advisory: owner, value })
}

interface AskedRares {
  readonly group: number
  readonly rank: number
  readonly pair: number
  readonly version: number
  readonly fleet: Fleet
}

function readRares(scan: Scan, { group, rank, pair, version, fleet }: AskedRares): void {
  const { words, rares, starts, unreadable } = scan.index
  const known = fleet.standing.knowns[pair] ?? 0
  const end = starts[group + 1] ?? 0
  for (let at = rares[group] ?? 0; at < end; at += rareWords) {
    const isSlow = ((words[at] ?? 0) & flags.unreadable) > 0
    const [unread, installed] = isSlow ? [unreadable.get(at), fleet.versions[version]] : []
    const value = unread && installed ? slowly(unread, installed) : quickly(words, at, rank)
    if (value === no && !scan.tellsNo) continue
    const edition = words[at + longWords] ?? 0
    tellLong(scan, at, value === no || edition === 0 ? value : least(value, scan.editions(edition - 1, known)))
  }
}

function quickly(words: Int32Array, at: number, rank: number): Tri {
  const [first, second] = [words[at] ?? 0, words[at + 1] ?? 0]
  const isInside = first <= lastBegin(rank) && second >= firstEnd(rank)
  const bits = rank === nowhere ? (first & flags.missing) >> flags.missingShift : isInside ? first & flags.value : no
  return bits === yes ? yes : bits === unknown ? unknown : no
}
