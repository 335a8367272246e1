import { placeOf } from '../versions/sorted.ts'
import type { AdvisoryIndex } from './advisory-index.ts'
import type { Fleet, Kind } from './fleet.ts'
import { type AnswerBuffer, type AnswerLists, answerBuffer, boundsFor, listsOf, type Places, placesFor, tellAnswer } from './lists.ts'
import { type Demanded, slowly, withEdition } from './rare.ts'
import { pushHit, type TreeHitBuffer, type TreeHits, treeHitBuffer, treeHitsOf } from './tree-hits.ts'
import { no, type Tri, unknown, yes } from './tri.ts'
import { boundedWords, firstEnd, flags, lastBegin, leafOf, rareWords, shift, wholeWords } from './words.ts'

/** What the index says of pairs, before any device is looked at. */
export interface Hits {
  /** By pair: advisories that hold by one leaf alone. */
  readonly answers: AnswerLists
  readonly trees: TreeHits
}

interface Scan extends Demanded {
  readonly index: AdvisoryIndex
  readonly answers: AnswerBuffer
  readonly seen: Places
  readonly trees: TreeHitBuffer
  /** Of the pair that is being read: its number and one, and whether leaves that say no are told too. */
  stamp: number
  tellsNo: boolean
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

/** Pairs are read in the order in which their ranges lie in memory. */
export function hitsOf(index: AdvisoryIndex, fleet: Fleet, tellsNo: Uint8Array): Hits {
  const { pairs, standing, versions } = fleet
  const scan: Scan = {
    index,
    answers: answerBuffer(someRoom),
    seen: placesFor(index.ids.length),
    trees: treeHitBuffer(someRoom),
    ...{ stamp: 0, tellsNo: false, pair: undefined, known: undefined },
  }
  const [answerBounds, treeBounds] = [boundsFor(pairs.length), boundsFor(pairs.length)]
  const [groups, ranks] = [groupsOf(index, fleet), ranksOf(index, fleet)]
  for (const pair of inOrder(index, fleet, groups)) {
    scan.stamp = pair + 1
    scan.tellsNo = tellsNo[pair] === 1
    scan.pair = pairs[pair]
    scan.known = undefined
    answerBounds.starts[pair] = scan.answers.length
    treeBounds.starts[pair] = scan.trees.length
    const end = standing.starts[pair + 1] ?? 0
    for (let place = standing.starts[pair] ?? 0; place < end; place++) {
      const [group, version] = [groups[standing.groups[place] ?? 0] ?? nowhere, standing.versions[place] ?? 0]
      if (group === nowhere) continue
      const rank = ranks[version] ?? nowhere
      readGroup(scan, group, rank)
      for (let at = index.rares[group] ?? 0; at < (index.starts[group + 1] ?? 0); at += rareWords) {
        const isSlow = ((index.words[at] ?? 0) & flags.unreadable) > 0
        const [leaf, installed] = isSlow ? [index.unreadable.get(at), versions[version]] : []
        readRare(scan, at, leaf && installed ? slowly(leaf, installed) : quickly(index.words, at, rank))
      }
    }
    answerBounds.ends[pair] = scan.answers.length
    treeBounds.ends[pair] = scan.trees.length
  }
  return { answers: listsOf(scan.answers, answerBounds), trees: treeHitsOf(scan.trees, treeBounds) }
}

/** How many ranges all pairs meet: what a plain reading has to test. */
export function testsOf(index: AdvisoryIndex, fleet: Fleet): number {
  const { starts, wholes, rares } = index
  const groups = groupsOf(index, fleet)
  return fleet.standing.groups.reduce((sum, there) => {
    const group = groups[there] ?? nowhere
    if (group === nowhere) return sum
    const [start, whole, rare, end] = [starts[group] ?? 0, wholes[group] ?? 0, rares[group] ?? 0, starts[group + 1] ?? 0]
    return sum + (whole - start) / boundedWords + (rare - whole) / wholeWords + (end - rare) / rareWords
  }, 0)
}

/** By group of the fleet its number in the index. */
function groupsOf(index: AdvisoryIndex, { groups }: Fleet): Int32Array {
  let before: string | undefined
  let there: ReturnType<AdvisoryIndex['groups']['get']>
  return Int32Array.from(groups, ({ key, family }) => {
    if (key !== before) there = index.groups.get(key)
    before = key
    return there?.find((group) => group.family === family)?.number ?? nowhere
  })
}

/** By version of the fleet its rank in the index. */
function ranksOf(index: AdvisoryIndex, { versions }: Fleet): Int32Array {
  return Int32Array.from(versions, ({ family, key }) => {
    const sorted = index.versions.get(family)
    return key && sorted ? placeOf(sorted, key) : nowhere
  })
}

/** Pairs by the first of their groups in the index; those that have none there are left out. */
function inOrder(index: AdvisoryIndex, { pairs, standing }: Fleet, groups: Int32Array): Uint32Array {
  const firsts = new Int32Array(pairs.length).fill(nowhere)
  const starts = new Uint32Array(index.starts.length)
  for (let pair = 0; pair < pairs.length; pair++) {
    const end = standing.starts[pair + 1] ?? 0
    let first = nowhere
    for (let place = standing.starts[pair] ?? 0; place < end && first === nowhere; place++)
      first = groups[standing.groups[place] ?? 0] ?? nowhere
    firsts[pair] = first
    if (first !== nowhere) starts[first + 1] = (starts[first + 1] ?? 0) + 1
  }
  for (let group = 1; group < starts.length; group++) starts[group] = (starts[group] ?? 0) + (starts[group - 1] ?? 0)
  const order = new Uint32Array(starts.at(-1) ?? 0)
  for (let pair = 0; pair < pairs.length; pair++) {
    const first = firsts[pair] ?? nowhere
    if (first === nowhere) continue
    const at = starts[first] ?? 0
    order[at] = pair
    starts[first] = at + 1
  }
  return order
}

function readGroup(scan: Scan, group: number, rank: number): void {
  const { index, tellsNo } = scan
  const { words } = index
  const [wholes, rares] = [index.wholes[group] ?? 0, index.rares[group] ?? 0]
  const [begin, end] = [lastBegin(rank), firstEnd(rank)]
  for (let at = index.starts[group] ?? 0; at < wholes; at += boundedWords) {
    const [first, second] = [words[at] ?? 0, words[at + 1] ?? 0]
    if (rank === nowhere) tellBounded(scan, at, (first & flags.missing) >> flags.missingShift)
    else if (first <= begin && second >= end) tellBounded(scan, at, first & flags.value)
    else if (tellsNo && first & flags.tree) tellBounded(scan, at, no)
  }
  for (let at = wholes; at < rares; at += wholeWords) {
    const first = words[at] ?? 0
    const value = rank === nowhere ? (first & flags.missing) >> flags.missingShift : first & flags.value
    tell(scan, { flag: first, owner: words[at + 1] ?? 0, leaf: first >> shift, value })
  }
}

function tellBounded(scan: Scan, at: number, value: number): void {
  const { words } = scan.index
  const third = words[at + 2] ?? 0
  tell(scan, { flag: words[at] ?? 0, owner: third >> shift, leaf: leafOf(words[at + 1] ?? 0, third), value })
}

interface Told {
  readonly flag: number
  readonly owner: number
  readonly leaf: number
  readonly value: number
}

function tell({ answers, seen, trees, stamp, tellsNo }: Scan, { flag, owner, leaf, value }: Told): void {
  if (flag & flags.tree) {
    if (value > no || tellsNo) pushHit(trees, { clause: owner, leaf, value, isWeak: (flag & flags.weak) > 0 })
  } else if (value > no) tellAnswer(answers, seen, { stamp, advisory: owner, value })
}

function readRare(scan: Scan, at: number, version: Tri): void {
  const { words, editionTests } = scan.index
  const edition = words[at + boundedWords] ?? 0
  tellBounded(scan, at, withEdition(version, editionTests[edition - 1], scan))
}

function quickly(words: Int32Array, at: number, rank: number): Tri {
  const [first, second] = [words[at] ?? 0, words[at + 1] ?? 0]
  const isInside = first <= lastBegin(rank) && second >= firstEnd(rank)
  const bits = rank === nowhere ? (first & flags.missing) >> flags.missingShift : isInside ? first & flags.value : no
  return bits === yes ? yes : bits === unknown ? unknown : no
}
