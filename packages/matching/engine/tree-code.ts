import type { Condition, Criterion } from '../advisory.ts'
import type { Part } from './device.ts'
import { least, most, no, type Tri, unknown, yes } from './tri.ts'

/** Tokens of a condition: a node with its number of children, or a run of leaves that are alike. */
const anyToken = 0
const allToken = 1
const firstRun = 2
const parts: readonly Part[] = ['h', 'o', 'a']

/** More leaves, or more children of one node, do not fit the tokens. */
export const mostTokens = 65_535

export interface CodedLeaf {
  readonly criterion: Criterion
  readonly part: Part
}

/**
 * The conditions of an advisory, one of which must hold, as small numbers: leaves are numbered as they come. `undefined`: they hold a
 * negation or more than the numbers can, and are evaluated one by one as they are written.
 */
export function codeOf(conditions: readonly Condition[], partOf: (criterion: Criterion) => Part) {
  const tokens: number[] = []
  const leaves: CodedLeaf[] = []
  const write = (kind: 'all' | 'any', of: readonly Condition[]): boolean => {
    const at = tokens.push(kind === 'all' ? allToken : anyToken, 0) - 1
    let children = 0
    let run = -1
    for (const part of of) {
      if (part.kind !== 'product') {
        if (part.negate || !write(part.kind, part.of)) return false
        run = -1
        children++
        continue
      }
      const leaf = { criterion: part.criterion, part: partOf(part.criterion) }
      const token = firstRun + parts.indexOf(leaf.part) * 2 + (part.criterion.vulnerable ? 1 : 0)
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
  const isWritten = write('any', conditions) && leaves.length <= mostTokens
  return isWritten ? { tokens, leaves } : undefined
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

/** Evaluates tokens as `evaluate` does conditions: whether they hold by way of the product whose leaves are `own`. */
export function viaOf(tokens: Uint16Array, { start, values }: { readonly start: number; readonly values: LeafValues }): Tri {
  let at = start
  let leaf = 0
  let holds: Tri = no
  let via: Tri = no
  const run = (token: number, count: number, isAll: boolean) => {
    const absent: Tri = values.knows[parts[(token - firstRun) >> 1] ?? 'a'] ? no : unknown
    const isWeak = (token - firstRun) % 2 === 1
    holds = isAll ? yes : no
    via = no
    for (let left = count; left > 0; left--, leaf++) {
      const there = triOf((values.holds[leaf] ?? 0) - 1, absent)
      holds = isAll ? least(holds, there) : most(holds, there)
      if (isWeak) via = most(via, triOf((values.own[leaf] ?? 0) - 1, no))
    }
  }
  const read = (isInAll: boolean) => {
    const token = tokens[at++] ?? 0
    const count = tokens[at++] ?? 0
    if (token >= firstRun) return run(token, count, isInAll)
    const isAll = token === allToken
    let [all, through]: [Tri, Tri] = [isAll ? yes : no, no]
    for (let child = 0; child < count; child++) {
      read(isAll)
      all = isAll ? least(all, holds) : most(all, holds)
      through = most(through, via)
    }
    holds = all
    via = isAll ? least(all, through) : through
  }
  read(false)
  return via
}

function triOf(value: number, otherwise: Tri): Tri {
  return value === yes ? yes : value === unknown ? unknown : value === no ? no : otherwise
}
