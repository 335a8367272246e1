import type { Condition, Criterion } from '../advisory.ts'
import type { Leaf } from './criteria.ts'
import type { Part } from './device.ts'
import { least, most, no, type Tri, unknown, yes } from './tri.ts'

/** Tokens of a condition: a node with its number of children, or a run of leaves that are alike. */
const anyToken = 0
const allToken = 1
const firstRun = 2
const parts: readonly Part[] = ['h', 'o', 'a']

/** More leaves, or more children of one node, do not fit the tokens. */
const mostTokens = 65_535

/** One condition of an advisory that holds by itself. Without tokens: it holds by any of its leaves alone. */
export interface CodedClause {
  readonly tokens: readonly number[]
  readonly leaves: readonly Leaf[]
}

type Read = (criterion: Criterion) => Leaf

/**
 * The conditions of an advisory, one of which must hold, as small numbers: leaves are numbered as they come in their clause.
 * `undefined`: they hold a negation or more than the numbers can, and are evaluated one by one as they are written.
 * NOTE: a platform that stands by itself makes nothing weak and is left out.
 */
export function clausesOf(conditions: readonly Condition[], read: Read): readonly CodedClause[] | undefined {
  const alone: Leaf[] = []
  const clauses: CodedClause[] = []
  const isWritten = conditions.every((condition) => addClauses(condition, { alone, clauses, read }))
  if (!isWritten || alone.length > mostTokens) return undefined
  return alone.length > 0 ? [{ tokens: [], leaves: alone }, ...clauses] : clauses
}

interface Collected {
  readonly alone: Leaf[]
  readonly clauses: CodedClause[]
  readonly read: Read
}

function addClauses(condition: Condition, collected: Collected): boolean {
  if (condition.kind === 'product') {
    if (condition.criterion.vulnerable) collected.alone.push(collected.read(condition.criterion))
    return true
  }
  if (condition.negate) return false
  if (condition.kind === 'any') return condition.of.every((part) => addClauses(part, collected))
  const clause = { tokens: [], leaves: [] }
  collected.clauses.push(clause)
  return writeNode(condition, clause, collected.read) && clause.leaves.length <= mostTokens
}

function writeNode(
  { kind, of }: Exclude<Condition, { kind: 'product' }>,
  clause: { readonly tokens: number[]; readonly leaves: Leaf[] },
  read: Read,
): boolean {
  const { tokens, leaves } = clause
  const at = tokens.push(kind === 'all' ? allToken : anyToken, 0) - 1
  let children = 0
  let run = -1
  for (const part of of) {
    if (part.kind !== 'product') {
      if (part.negate || !writeNode(part, clause, read)) return false
      run = -1
      children++
      continue
    }
    const leaf = read(part.criterion)
    const token = firstRun + parts.indexOf(leaf.reference.part) * 2 + (part.criterion.vulnerable ? 1 : 0)
    leaves.push(leaf)
    if (run >= 0 && tokens[run] === token) tokens[run + 1] = (tokens[run + 1] ?? 0) + 1
    else {
      run = tokens.push(token, 1) - 2
      children++
    }
  }
  tokens[at] = children
  return children <= mostTokens
}

/** Values of the leaves of a clause on one device: 0 where the register tells of no such product, else the value and one. */
export interface LeafValues {
  readonly holds: Uint8Array
  readonly own: Uint8Array
}

/** A clause that is being evaluated: where the reading stands, and what its last part gave. */
export interface ClauseReading extends LeafValues {
  readonly tokens: Uint16Array
  /** By part: what holds of a leaf of which no product is installed. */
  absent: readonly [h: Tri, o: Tri, a: Tri]
  at: number
  leaf: number
  last: Tri
  via: Tri
}

/** Evaluates tokens as `evaluate` does conditions: whether they hold by way of the product whose leaves are `own`. */
export function viaOf(reading: ClauseReading, start: number): Tri {
  reading.at = start
  reading.leaf = 0
  readToken(reading, false)
  return reading.via
}

function readToken(reading: ClauseReading, isInAll: boolean): void {
  const token = reading.tokens[reading.at] ?? 0
  const count = reading.tokens[reading.at + 1] ?? 0
  reading.at += 2
  if (token >= firstRun) readRun(reading, { token, count, isInAll })
  else readChildren(reading, { isAll: token === allToken, count })
}

function readChildren(reading: ClauseReading, { isAll, count }: { isAll: boolean; count: number }): void {
  let holds: Tri = isAll ? yes : no
  let through: Tri = no
  for (let child = 0; child < count; child++) {
    readToken(reading, isAll)
    holds = isAll ? least(holds, reading.last) : most(holds, reading.last)
    through = most(through, reading.via)
  }
  reading.last = holds
  reading.via = isAll ? least(holds, through) : through
}

function readRun(reading: ClauseReading, { token, count, isInAll }: { token: number; count: number; isInAll: boolean }): void {
  const { holds: values, own, absent } = reading
  const missing = absent[(token - firstRun) >> 1] ?? unknown
  const isWeak = (token - firstRun) % 2 === 1
  let holds: Tri = isInAll ? yes : no
  let via: Tri = no
  const end = reading.leaf + count
  for (let leaf = reading.leaf; leaf < end; leaf++) {
    const there = triOf((values[leaf] ?? 0) - 1, missing)
    holds = isInAll ? least(holds, there) : most(holds, there)
    if (isWeak) via = most(via, triOf((own[leaf] ?? 0) - 1, no))
  }
  reading.leaf = end
  reading.last = holds
  reading.via = via
}

function triOf(value: number, otherwise: Tri): Tri {
  return value === yes ? yes : value === unknown ? unknown : value === no ? no : otherwise
}
