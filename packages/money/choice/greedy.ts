import { costOf, type Instance, leftOf, remainingOf } from './instance.ts'
import { costToTake, open, type State, take, taken, takenIn } from './state.ts'

/** A set of measures that can be had, what it costs over all years and what it leaves. */
export interface Found {
  readonly chosen: readonly number[]
  readonly costYen: number
  readonly remainingYen: number
}

export function foundOf(instance: Instance, chosen: readonly number[]): Found {
  const sorted = chosen.toSorted((a, b) => a - b)
  return { chosen: sorted, costYen: costOf(instance, sorted), remainingYen: remainingOf(instance, sorted) }
}

/**
 * Fills up a state: again and again the open measure that takes away most for its price, or most at all. Good, not best: overlapping
 * effects can cost it a seventh. The search begins with it.
 */
export function fillUp(instance: Instance, state: State, { budgetYen, byPrice }: { budgetYen: number; byPrice: boolean }): Found {
  const filled: State = Int8Array.from(state)
  let best = nextBest(instance, filled, { budgetYen, byPrice })
  while (best !== undefined) {
    take(instance, filled, best)
    best = nextBest(instance, filled, { budgetYen, byPrice })
  }
  return foundOf(instance, takenIn(filled))
}

function nextBest(instance: Instance, state: State, { budgetYen, byPrice }: { budgetYen: number; byPrice: boolean }): number | undefined {
  const chosen = takenIn(state)
  const spent = costOf(instance, chosen)
  const left = leftOf(instance, chosen)
  let best: number | undefined
  let bestWorth = 0
  for (const measure of state.keys()) {
    if (state[measure] !== open) continue
    const cost = costToTake(instance, state, measure)
    if (spent + cost > budgetYen) continue
    const gain = gainOf(instance, { left, state, measure })
    const worth = byPrice ? gain / (cost + 1) : gain
    if (worth > bestWorth && take(instance, Int8Array.from(state), measure)) [best, bestWorth] = [measure, worth]
  }
  return best
}

/** What a measure takes away of what is left, with whatever it needs that is not in yet. */
function gainOf({ keeps, needs }: Instance, { left, state, measure }: { left: Float64Array; state: State; measure: number }): number {
  const added = (needs[measure] ?? []).filter((one) => state[one] !== taken)
  let gain = 0
  for (let at = 0; at < left.length; at++) {
    let keep = 1
    for (const one of added) keep *= keeps[one * left.length + at] ?? 1
    gain += (left[at] ?? 0) * (1 - keep)
  }
  return gain
}

/** Takes one measure out, puts another in, fills up again, as long as that helps. */
export function improve(instance: Instance, begin: State, found: Found, budgetYen: number): Found {
  let best = found
  for (let isBetter = true; isBetter; ) {
    isBetter = false
    for (const without of best.chosen) {
      if (begin[without] === taken) continue
      const next = swapped(instance, begin, { best, without, budgetYen })
      if (next.remainingYen >= best.remainingYen * (1 - 1e-12)) continue
      best = next
      isBetter = true
      break
    }
  }
  return best
}

function swapped(
  instance: Instance,
  begin: State,
  { best, without, budgetYen }: { best: Found; without: number; budgetYen: number },
): Found {
  const state: State = Int8Array.from(begin)
  const stays = best.chosen.filter((one) => !(instance.needs[one] ?? []).includes(without))
  for (const one of stays) take(instance, state, one)
  if (state[without] === open) state[without] = 2
  return fillUp(instance, state, { budgetYen, byPrice: true })
}
