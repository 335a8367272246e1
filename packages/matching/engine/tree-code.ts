import type { Condition, Criterion } from '../advisory.ts'
import type { Part } from './device.ts'
import { least, most, no, type Tri, unknown, yes } from './tri.ts'

/**
 * Tokens of a condition, each a kind in the upper four bits and a number in the others: a node with its number of children, a run of
 * leaves that are alike, or such a run that is the whole of an OR.
 */
const anyKind = 0
const allKind = 1
const runKind = 2
const orRunKind = 8
const parts: readonly Part[] = ['h', 'o', 'a']

/** More children of one node, or leaves of one run, do not fit a token; and more leaves no range. */
const mostInToken = 4095
const mostLeaves = 65_535

function tokenOf(kind: number, count: number): number {
  return kind * 4096 + count
}

export interface CodedLeaf {
  readonly criterion: Criterion
  readonly part: Part
}

export interface Code {
  readonly tokens: readonly number[]
  readonly leaves: readonly CodedLeaf[]
}

type PartOf = (criterion: Criterion) => Part

/**
 * The conditions of an advisory, one of which must hold, as small numbers: leaves are numbered as they come. `undefined`: they hold a
 * negation or more than the numbers can, and are evaluated one by one as they are written.
 */
export function codeOf(conditions: readonly Condition[], partOf: PartOf): Code | undefined {
  const code = { tokens: [], leaves: [] }
  return writeNode({ kind: 'any', of: conditions }, { ...code, partOf }) && code.leaves.length <= mostLeaves ? code : undefined
}

interface Writing {
  readonly tokens: number[]
  readonly leaves: CodedLeaf[]
  readonly partOf: PartOf
}

/** `false`: the node does not fit. */
function writeNode({ kind, of }: { readonly kind: 'all' | 'any'; readonly of: readonly Condition[] }, writing: Writing): boolean {
  const { tokens } = writing
  const at = tokens.push(0) - 1
  let children = 0
  let before: Condition['kind'] | undefined
  for (const part of of) {
    const canJoin = before === 'product'
    before = part.kind
    if (part.kind === 'product') {
      if (writeLeaf(part.criterion, { writing, canJoin })) children++
      continue
    }
    if (part.negate || !writeNode(part, writing)) return false
    children++
  }
  tokens[at] = tokenOf(kind === 'all' ? allKind : anyKind, children)
  const [run = 0] = tokens.slice(at + 1)
  if (kind === 'any' && children === 1 && at > 0 && tokens.length === at + 2) tokens.splice(at, 2, run + (orRunKind - runKind) * 4096)
  return children <= mostInToken
}

/** Whether the leaf began a run of its own. */
function writeLeaf(criterion: Criterion, { writing, canJoin }: { readonly writing: Writing; readonly canJoin: boolean }): boolean {
  const { tokens, leaves, partOf } = writing
  const part = partOf(criterion)
  leaves.push({ criterion, part })
  const kind = runKind + parts.indexOf(part) * 2 + (criterion.vulnerable ? 1 : 0)
  const last = tokens.at(-1) ?? 0
  if (canJoin && last >> 12 === kind && last % 4096 < mostInToken) {
    tokens[tokens.length - 1] = last + 1
    return false
  }
  tokens.push(tokenOf(kind, 1))
  return true
}

/** Whether an advisory holds for a product by one leaf alone: no AND, and a platform says nothing by itself. */
export function isSimple(conditions: readonly Condition[]): boolean {
  return conditions.every(
    (condition) => condition.kind === 'product' || (condition.kind === 'any' && !condition.negate && isSimple(condition.of)),
  )
}

/** Values of the leaves on one device: 0 where the register tells of no such product, else the value and one. */
export interface LeafValues {
  readonly holds: Uint8Array
  readonly own: Uint8Array
  readonly knows: Readonly<Record<Part, boolean>>
}

/** Where an advisory's tokens begin, and its leaves that mean the product in question, sorted. */
export interface Viewed {
  readonly start: number
  readonly values: LeafValues
  readonly ownLeaves: Uint16Array
}

/** Evaluates tokens as `evaluate` does conditions: whether they hold by way of the product whose leaves are `own`. */
export function viaOf(tokens: Uint16Array, { start, values, ownLeaves }: Viewed): Tri {
  const walk = { tokens, at: start + 1, leaf: 0, holds: no as Tri, via: no as Tri, values } // no is the one of three values to begin with
  let [found, next]: [Tri, number] = [no, 0]
  // NOTE: records list hundreds of conditions; one without a leaf of the product cannot make it weak and is passed over.
  for (let child = (tokens[start] ?? 0) % 4096; child > 0 && next < ownLeaves.length; child--) {
    const size = sizeAt(tokens, walk.at)
    while ((ownLeaves[next] ?? 0) < walk.leaf && next < ownLeaves.length) next++
    if ((ownLeaves[next] ?? 0) < walk.leaf + size.leaves && next < ownLeaves.length) {
      read(walk, false)
      found = most(found, walk.via)
      continue
    }
    walk.at += size.tokens
    walk.leaf += size.leaves
  }
  return found
}

interface Walk {
  readonly tokens: Uint16Array
  readonly values: LeafValues
  at: number
  leaf: number
  holds: Tri
  via: Tri
}

function sizeAt(tokens: Uint16Array, at: number): { readonly tokens: number; readonly leaves: number } {
  let [left, place, leaves] = [1, at, 0]
  while (left > 0) {
    const token = tokens[place++] ?? 0
    left += token >> 12 >= runKind ? -1 : (token % 4096) - 1
    if (token >> 12 >= runKind) leaves += token % 4096
  }
  return { tokens: place - at, leaves }
}

function read(walk: Walk, isInAll: boolean): void {
  const token = walk.tokens[walk.at++] ?? 0
  const [kind, count] = [token >> 12, token % 4096]
  if (kind >= runKind) {
    readRun(walk, { kind, count, isAll: isInAll && kind < orRunKind })
    return
  }
  const isAll = kind === allKind
  let [holds, through]: [Tri, Tri] = [isAll ? yes : no, no]
  for (let child = 0; child < count; child++) {
    read(walk, isAll)
    holds = isAll ? least(holds, walk.holds) : most(holds, walk.holds)
    through = most(through, walk.via)
  }
  walk.holds = holds
  walk.via = isAll ? least(holds, through) : through
}

function readRun(walk: Walk, { kind, count, isAll }: { readonly kind: number; readonly count: number; readonly isAll: boolean }): void {
  const { holds, own, knows } = walk.values
  const run = kind - (kind >= orRunKind ? orRunKind : runKind)
  const absent: Tri = knows[parts[run >> 1] ?? 'a'] ? no : unknown
  let [all, through]: [Tri, Tri] = [isAll ? yes : no, no]
  for (const end = walk.leaf + count; walk.leaf < end; walk.leaf++) {
    const there = triOf((holds[walk.leaf] ?? 0) - 1, absent)
    all = isAll ? least(all, there) : most(all, there)
    if (run % 2 === 1) through = most(through, triOf((own[walk.leaf] ?? 0) - 1, no))
  }
  walk.holds = all
  walk.via = through
}

function triOf(value: number, otherwise: Tri): Tri {
  return value === yes ? yes : value === unknown ? unknown : value === no ? no : otherwise
}
