import type { Instance } from './instance.ts'
import { costToTake, open, type State, taken } from './state.ts'

/** What no choice below a state can undercut, and how the measures stood (0 to 1 each) where that was found. */
export interface Bound {
  readonly least: number
  readonly shares: Float64Array
  /** What the remaining loss would at least rise by, were an open measure decided against its side. */
  readonly against: Float64Array
}

/** An effect of 1 leaves nothing; its logarithm is cut here, far below a yen. */
const least = 1e-13

/** −ln of what each measure leaves: measure × scenario. */
export function strengthsOf({ keeps }: Instance): Float64Array {
  return keeps.map((keep) => -Math.log(Math.max(least, keep)))
}

/**
 * The loss that remains is convex in the measures' shares: Σ loss × exp(−Σ strength × share). Its tangent at any point lies below it
 * everywhere, and the least of a tangent under the budget is a knapsack with shares: a bound that holds, whichever point was taken. The point
 * is moved toward the best one (Frank and Wolfe) for some rounds. Prerequisites and exclusions are left out of it: that only lowers it.
 */
export function boundOf(instance: Instance, strengths: Float64Array, at: Place): Bound {
  const begun = beginningOf(instance, strengths, at)
  const { shares, logs, free } = begun
  let best: Bound = { least: 0, shares, against: new Float64Array(shares.length) }
  for (let round = 0; round < at.rounds; round++) {
    const tangent = tangentOf(instance, strengths, begun)
    const { target, least: value, price } = knapsack(instance, tangent, begun)
    if (value > best.least || round === 0) {
      best = { least: value, shares: Float64Array.from(shares), against: againstOf(instance, tangent.gains, { free, price }) }
    }
    if (value >= at.enough) break
    moveToward(instance, strengths, { target, logs, begun })
  }
  return { ...best, shares: Float64Array.from(shares) }
}

interface Place {
  readonly state: State
  readonly budgetYen: number
  /** Where the search above ended. */
  readonly from?: Float64Array
  readonly rounds: number
  /** A bound from here on is as good as any. */
  readonly enough: number
}

interface Begun {
  readonly shares: Float64Array
  /** Σ strength × share of each scenario. */
  readonly logs: Float64Array
  readonly free: readonly number[]
  readonly budgetLeft: number
}

function beginningOf(instance: Instance, strengths: Float64Array, { state, budgetYen, from }: Place): Begun {
  const { costs, losses } = instance
  const budgetLeft = costs.reduce((money, cost, measure) => money - (state[measure] === taken ? cost : 0), budgetYen)
  const free = [...state.keys()].filter((measure) => state[measure] === open && costToTake(instance, state, measure) <= budgetLeft)
  const wanted = free.reduce((sum, measure) => sum + (from?.[measure] ?? 0) * (costs[measure] ?? 0), 0)
  const scale = wanted > budgetLeft ? budgetLeft / wanted : 1
  const shares = new Float64Array(costs.length)
  for (const measure of state.keys()) if (state[measure] === taken) shares[measure] = 1
  for (const measure of free) shares[measure] = (from?.[measure] ?? 0) * scale
  const logs = new Float64Array(losses.length)
  for (const [measure, share] of shares.entries()) {
    if (share === 0) continue
    for (let at = 0; at < logs.length; at++) logs[at] = (logs[at] ?? 0) + share * (strengths[measure * logs.length + at] ?? 0)
  }
  return { shares, logs, free, budgetLeft }
}

interface Tangent {
  /** The loss at shares of 0 by the tangent, measures that are in at 1. */
  readonly atNone: number
  /** By what a whole measure lowers the tangent. */
  readonly gains: Float64Array
}

function tangentOf({ losses }: Instance, strengths: Float64Array, { shares, logs, free }: Begun): Tangent {
  const width = losses.length
  const gains = new Float64Array(shares.length)
  const weights = losses.map((loss, at) => loss * Math.exp(-(logs[at] ?? 0)))
  let atNone = weights.reduce((sum, weight) => sum + weight, 0)
  for (const measure of free) {
    let gain = 0
    for (let at = 0; at < width; at++) gain += (weights[at] ?? 0) * (strengths[measure * width + at] ?? 0)
    gains[measure] = gain
    atNone += gain * (shares[measure] ?? 0)
  }
  return { atNone, gains }
}

interface Filled {
  readonly target: Float64Array
  readonly least: number
  /** Gain per yen of the measure that only partly fits; 0 where all fit. */
  readonly price: number
}

function knapsack({ costs }: Instance, { atNone, gains }: Tangent, { shares, free, budgetLeft }: Begun): Filled {
  const worth = (measure: number) => (gains[measure] ?? 0) / ((costs[measure] ?? 0) + 1e-9)
  const target = Float64Array.from(shares)
  let [money, value, price] = [budgetLeft, atNone, 0]
  for (const measure of free.toSorted((a, b) => worth(b) - worth(a))) {
    const cost = costs[measure] ?? 0
    const share = cost <= money ? 1 : money / cost
    if (share < 1 && price === 0) price = (gains[measure] ?? 0) / cost
    target[measure] = share
    money -= cost * share
    value -= (gains[measure] ?? 0) * share
  }
  return { target, least: value, price }
}

function againstOf({ costs }: Instance, gains: Float64Array, { free, price }: { free: readonly number[]; price: number }): Float64Array {
  const against = new Float64Array(gains.length)
  for (const measure of free) against[measure] = (gains[measure] ?? 0) - price * (costs[measure] ?? 0)
  return against
}

interface Move {
  readonly target: Float64Array
  readonly logs: Float64Array
  readonly begun: Begun
}

/** To the least of the loss on the line from the shares to the target; halving on its slope. */
function moveToward({ losses }: Instance, strengths: Float64Array, { target, logs, begun: { shares, free } }: Move): void {
  const width = losses.length
  const ahead = new Float64Array(width)
  for (const measure of free) {
    const step = (target[measure] ?? 0) - (shares[measure] ?? 0)
    if (step === 0) continue
    for (let at = 0; at < width; at++) ahead[at] = (ahead[at] ?? 0) + step * (strengths[measure * width + at] ?? 0)
  }
  const slope = (part: number) => {
    let sum = 0
    for (let at = 0; at < width; at++) {
      const step = ahead[at] ?? 0
      sum -= (losses[at] ?? 0) * step * Math.exp(-((logs[at] ?? 0) + part * step))
    }
    return sum
  }
  let [low, high] = [0, 1]
  if (slope(1) <= 0) low = 1
  else
    for (let round = 0; round < 7; round++) {
      const middle = (low + high) / 2
      if (slope(middle) < 0) low = middle
      else high = middle
    }
  for (const measure of free) shares[measure] = (shares[measure] ?? 0) + low * ((target[measure] ?? 0) - (shares[measure] ?? 0))
  for (let at = 0; at < width; at++) logs[at] = (logs[at] ?? 0) + low * (ahead[at] ?? 0)
}
