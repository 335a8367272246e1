import { boundOf, strengthsOf } from './bound.ts'
import { type Found, fillUp, foundOf, improve } from './greedy.ts'
import type { Instance } from './instance.ts'
import { beginning, costToTake, leave, open, type State, take, taken, takenIn } from './state.ts'

/** The best choice, and what no other choice can undercut: `leastYen` is the remaining loss itself where it is proven. */
export interface Searched extends Found {
  readonly leastYen: number
  readonly isProven: boolean
  readonly nodes: number
}

export interface SearchOptions {
  readonly budgetYen: number
  /** The search ends after so many nodes, with what it has and the gap that is left. A count and no clock: the same everywhere. */
  readonly nodeLimit: number
  /** A choice that is known to fit. */
  readonly start?: readonly number[]
}

/**
 * Branch and bound, the lowest bound first. Undefined where mandatory or approved measures exclude one another or cost more than the budget.
 * A choice counts as better only by more than 1e-10 of all losses.
 */
export function search(instance: Instance, { budgetYen, nodeLimit, start }: SearchOptions): Searched | undefined {
  const begin = beginning(instance)
  if (!begin || foundOf(instance, takenIn(begin)).costYen > budgetYen) return undefined
  const tolerance = 1e-10 * instance.losses.reduce((sum, one) => sum + one, 0)
  const hunt: Hunt = {
    instance,
    strengths: strengthsOf(instance),
    budgetYen,
    tolerance,
    best: firstChoice(instance, begin, { budgetYen, start }),
  }
  const queue = queueOf()
  grow(hunt, queue, { state: begin })
  let nodes = 1
  let node = queue.pop()
  while (node && node.least < hunt.best.remainingYen - tolerance && nodes < nodeLimit) {
    for (const isTaken of [true, false]) {
      const state: State = Int8Array.from(node.state)
      const isPossible = isTaken ? take(instance, state, node.branch) : leave(instance, state, node.branch)
      if (isPossible) grow(hunt, queue, { state, from: node.shares })
      nodes++
    }
    node = queue.pop()
  }
  const isProven = !node || node.least >= hunt.best.remainingYen - tolerance
  const lean = withoutIdle(instance, begin, hunt.best)
  return { ...lean, leastYen: isProven ? lean.remainingYen : (node?.least ?? 0), isProven, nodes }
}

function firstChoice(instance: Instance, begin: State, { budgetYen, start }: { budgetYen: number; start: SearchOptions['start'] }): Found {
  const filled = [true, false].map((byPrice) => fillUp(instance, begin, { budgetYen, byPrice }))
  const all = start ? [...filled, foundOf(instance, start)] : filled
  const best = all.reduce((least, one) => (one.remainingYen < least.remainingYen ? one : least))
  return improve(instance, begin, best, budgetYen)
}

interface Hunt {
  readonly instance: Instance
  readonly strengths: Float64Array
  readonly budgetYen: number
  readonly tolerance: number
  best: Found
}

interface Node {
  readonly state: State
  readonly least: number
  readonly shares: Float64Array
  readonly branch: number
}

/** Rounds of the bound at the first node and below it, where it begins from its parent's. */
const firstRounds = 60
const laterRounds = 12

/** Bounds a state; puts it in the queue unless it is finished or cannot win. */
function grow(hunt: Hunt, queue: Queue, { state, from }: { state: State; from?: Float64Array }): void {
  const { instance, budgetYen } = hunt
  const spent = foundOf(instance, takenIn(state))
  if (spent.costYen > budgetYen) return
  if (spent.remainingYen < hunt.best.remainingYen) hunt.best = spent
  for (const measure of state.keys()) {
    if (state[measure] === open && spent.costYen + costToTake(instance, state, measure) > budgetYen) leave(instance, state, measure)
  }
  const enough = hunt.best.remainingYen - hunt.tolerance
  const rounds = from ? laterRounds : firstRounds
  const { least, shares, against } = boundOf(instance, hunt.strengths, { state, budgetYen, rounds, enough, ...(from && { from }) })
  if (least >= enough) return
  if (!decideSure(instance, state, { against, room: enough - least })) return
  round(hunt, state, shares)
  const branch = branchOf(state, shares, against)
  if (branch !== undefined) queue.push({ state, least, shares, branch })
}

/** Measures whose other side alone would lift the bound above the best choice are decided. */
function decideSure(instance: Instance, state: State, { against, room }: { against: Float64Array; room: number }): boolean {
  for (const measure of state.keys()) {
    if (state[measure] !== open || Math.abs(against[measure] ?? 0) <= room) continue
    if (!((against[measure] ?? 0) > 0 ? take(instance, state, measure) : leave(instance, state, measure))) return false
  }
  return true
}

/** A choice near the shares of a bound: the largest first, then filled up. */
function round(hunt: Hunt, state: State, shares: Float64Array): void {
  const { instance, budgetYen } = hunt
  const filled: State = Int8Array.from(state)
  if (foundOf(instance, takenIn(filled)).costYen > budgetYen) return
  const order = [...state.keys()].filter((measure) => state[measure] === open && (shares[measure] ?? 0) > 0.5)
  for (const measure of order.toSorted((a, b) => (shares[b] ?? 0) - (shares[a] ?? 0))) {
    const trial: State = Int8Array.from(filled)
    if (take(instance, trial, measure) && foundOf(instance, takenIn(trial)).costYen <= budgetYen) filled.set(trial)
  }
  const found = fillUp(instance, filled, { budgetYen, byPrice: true })
  if (found.remainingYen < hunt.best.remainingYen) hunt.best = found
}

/** The open measure that is least decided and matters most. */
function branchOf(state: State, shares: Float64Array, against: Float64Array): number | undefined {
  let branch: number | undefined
  let most = -1
  for (const measure of state.keys()) {
    if (state[measure] !== open) continue
    const share = shares[measure] ?? 0
    const doubt = Math.min(share, 1 - share) + 1e-6 / (1 + Math.abs(against[measure] ?? 0))
    if (doubt > most) [branch, most] = [measure, doubt]
  }
  return branch
}

/** Takes out what takes nothing away, so that nobody pays for it. */
function withoutIdle(instance: Instance, begin: State, found: Found): Found {
  return found.chosen.reduce((all, measure) => {
    if (begin[measure] === taken) return all
    const isNeeded = all.chosen.some((one) => one !== measure && (instance.needs[one] ?? []).includes(measure))
    const without = foundOf(
      instance,
      all.chosen.filter((one) => one !== measure),
    )
    return isNeeded || without.remainingYen > all.remainingYen ? all : without
  }, found)
}

interface Queue {
  readonly push: (node: Node) => void
  readonly pop: () => Node | undefined
}

/** A heap with the lowest bound on top. */
function queueOf(): Queue {
  const heap: Node[] = []
  const leastAt = (at: number) => heap[at]?.least ?? Number.POSITIVE_INFINITY
  const swap = (a: number, b: number) => {
    const [one, other] = [heap[a], heap[b]]
    if (one && other) [heap[a], heap[b]] = [other, one]
  }
  const sink = () => {
    for (let at = 0; ; ) {
      const child = leastAt(2 * at + 2) < leastAt(2 * at + 1) ? 2 * at + 2 : 2 * at + 1
      if (leastAt(child) >= leastAt(at)) return
      swap(at, child)
      at = child
    }
  }
  return {
    push: (node) => {
      heap.push(node)
      for (let at = heap.length - 1; at > 0 && leastAt(at) < leastAt((at - 1) >> 1); at = (at - 1) >> 1) swap(at, (at - 1) >> 1)
    },
    pop: () => {
      swap(0, heap.length - 1)
      const node = heap.pop()
      sink()
      return node
    },
  }
}
