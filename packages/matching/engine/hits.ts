import { placeOf } from '../versions/sorted.ts'
import { type AdvisoryIndex, flags, type Group } from './advisory-index.ts'
import { isSilentOf, triOfStatus } from './criteria.ts'
import { type EditionKnown, type EditionTest, editionHolds, editionKnown } from './editions.ts'
import type { Kind, Pair, Place } from './fleet.ts'
import { type AnswerBuffer, type AnswerLists, answerBuffer, listsOf, type Places, placesFor, tellAnswer } from './lists.ts'
import { readStatements, statusAt } from './statements.ts'
import { pushHit, type TreeHitBuffer, type TreeHits, treeHitBuffer, treeHitsOf } from './tree-hits.ts'
import { least, no, type Tri, unknown, yes } from './tri.ts'

/** What the index says of pairs, before any device is looked at. */
export interface Hits {
  /** By pair: advisories that hold by one leaf alone. */
  readonly answers: AnswerLists
  readonly trees: TreeHits
}

interface Scan {
  readonly index: AdvisoryIndex
  readonly answers: AnswerBuffer
  readonly seen: Places
  readonly trees: TreeHitBuffer
  /** Of the pair that is being read: its number and one, and whether leaves that say no are told too. */
  stamp: number
  tellsNo: boolean
  pair: Pair | undefined
  known: EditionKnown | undefined
}

const someRoom = 64

/** NOTE: that a product is there and says no matters only where its absence would not say no as well. */
export function tellsNoOf(pairs: number, kinds: readonly Kind[]): Uint8Array {
  const tells = new Uint8Array(pairs)
  for (const { pairs: there, knows } of kinds) {
    if (knows.h && knows.o && knows.a) continue
    for (const pair of there) tells[pair] = 1
  }
  return tells
}

export function hitsOf(index: AdvisoryIndex, pairs: readonly Pair[], tellsNo: Uint8Array): Hits {
  const scan: Scan = {
    index,
    answers: answerBuffer(someRoom),
    seen: placesFor(index.ids.length),
    trees: treeHitBuffer(someRoom),
    ...{ stamp: 0, tellsNo: false, pair: undefined, known: undefined },
  }
  const [answerStarts, treeStarts] = [new Uint32Array(pairs.length + 1), new Uint32Array(pairs.length + 1)]
  for (const [at, pair] of pairs.entries()) {
    scan.stamp = at + 1
    scan.tellsNo = tellsNo[at] === 1
    scan.pair = pair
    scan.known = undefined
    for (const place of pair.places) readPlace(scan, place)
    answerStarts[at + 1] = scan.answers.length
    treeStarts[at + 1] = scan.trees.length
  }
  return { answers: listsOf(scan.answers, answerStarts), trees: treeHitsOf(scan.trees, treeStarts) }
}

function readPlace(scan: Scan, place: Place): void {
  const group = scan.index.groups.get(place.group)
  if (!group) return
  const { key } = place.version
  const rank = key ? placeOf(group.ends, key) : undefined
  if (rank === undefined) readWithout(scan, group)
  else readRanges(scan, group, rank)
  for (let at = group.rare; at < group.end; at++) readRare(scan, { at, group, place, rank })
}

function readRanges(scan: Scan, { start, rare }: Group, rank: number): void {
  const { low, high, flags: rowFlags } = scan.index
  const { tellsNo } = scan
  for (let at = start; at < rare; at++) {
    if ((low[at] ?? 0) <= rank && rank <= (high[at] ?? 0)) tell(scan, at, (rowFlags[at] ?? 0) & flags.value)
    else if (tellsNo && (rowFlags[at] ?? 0) & flags.tree) tell(scan, at, no)
  }
}

/** The version is missing or cannot be read. */
function readWithout(scan: Scan, { start, rare }: Group): void {
  for (let at = start; at < rare; at++) tell(scan, at, ((scan.index.flags[at] ?? 0) & flags.missing) >> flags.missingShift)
}

function tell({ index, answers, seen, trees, stamp, tellsNo }: Scan, at: number, value: number): void {
  const [flag, owner] = [index.flags[at] ?? 0, index.owners[at] ?? 0]
  if (flag & flags.tree) {
    if (value > no || tellsNo) pushHit(trees, { clause: owner, leaf: index.leaves[at] ?? 0, value, isWeak: (flag & flags.weak) > 0 })
  } else if (value > no) tellAnswer(answers, seen, { stamp, advisory: owner, value })
}

interface Rare {
  readonly at: number
  readonly group: Group
  readonly place: Place
  readonly rank: number | undefined
}

function readRare(scan: Scan, { at, group, place, rank }: Rare): void {
  const { index } = scan
  const flag = index.flags[at] ?? 0
  const isInside = rank !== undefined && (index.low[at] ?? 0) <= rank && rank <= (index.high[at] ?? 0)
  const version = flag & flags.unreadable ? slowly(index, { at, group, place }) : quickly(flag, { isInside, isKnown: rank !== undefined })
  const test = index.editionTests[(index.editions[group.firstEdition + at - group.rare] ?? 0) - 1]
  tell(scan, at, version === no || !test ? version : least(version, editionOf(scan, test)))
}

function editionOf(scan: Scan, test: EditionTest): Tri {
  scan.known ??= editionKnown(scan.pair?.facts ?? { systems: [] })
  return editionHolds(test, scan.known)
}

function quickly(flag: number, { isInside, isKnown }: { readonly isInside: boolean; readonly isKnown: boolean }): Tri {
  const bits = isKnown ? (isInside ? flag & flags.value : no) : (flag & flags.missing) >> flags.missingShift
  return bits === yes ? yes : bits === unknown ? unknown : no
}

function slowly({ unreadable }: AdvisoryIndex, { at, group: { family }, place: { version } }: Omit<Rare, 'rank'>): Tri {
  const read = unreadable.get(at)
  if (!read) return unknown
  const { criterion, update } = read
  const found = statusAt(readStatements(criterion, { update, family }), criterion.otherwise, version)
  return isSilentOf(criterion) && found.status === 'unknown' && !found.range ? no : triOfStatus(found.status)
}
