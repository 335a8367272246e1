import { type Composed, compose, type Folding } from './compose.ts'
import type { MapFacts } from './facts.ts'
import { outsideFoldingWithin } from './outside.ts'
import type { Placement } from './places.ts'
import type { MapBudget } from './types.ts'

/** More boxes than this, nobody reads. */
export const mostBoxes = 60

/** What is seen at once, without scrolling, by whoever opens the map. */
export const firstSight: MapBudget = { boxes: 24, first: true }

/** The same network with as little folded as fits; zones fold before anything else of the network is hidden. */
export function composeWithin(placement: Placement, facts: MapFacts, unfolded: ReadonlySet<string>): Composed {
  const budget = facts.input.budget ?? { boxes: mostBoxes }
  const folding = foldingWithin(placement, facts, budget)
  return compose(placement, facts, { ...folding, unfolded })
}

function foldingWithin(placement: Placement, facts: MapFacts, { boxes, first }: MapBudget): Folding {
  const none: Folding = {
    by: 'name',
    zones: new Set(),
    outside: outsideFoldingWithin(placement, facts),
    own: false,
    core: false,
    merged: false,
    entrances: false,
    unfolded: new Set(),
  }
  const fits = (folding: Folding) => compose(placement, facts, folding).boxes.length <= boxes
  const least: readonly Folding[] = first
    ? [{ ...none, by: 'class', core: true }]
    : [none, { ...none, by: 'switch' }, { ...none, by: 'kind' }]
  for (const folding of least) if (fits(folding)) return folding
  const last = least.at(-1) ?? none
  const zones = zonesToFold(compose(placement, facts, last), boxes)
  const core = { ...last, zones, core: true }
  const own = { ...core, own: true }
  const merged = { ...own, merged: true }
  const entrances = { ...merged, entrances: true }
  return [{ ...last, zones }, core, own, merged, entrances].find(fits) ?? { ...entrances, outside: 'network' }
}

/** The zones of most boxes first, and no more of them than needed. */
function zonesToFold({ boxes }: Composed, most: number): ReadonlySet<string> {
  const counts = new Map<string, number>()
  for (const box of boxes)
    if (box.zone !== undefined && (box.role === 'stack' || box.role === 'device')) counts.set(box.zone, (counts.get(box.zone) ?? 0) + 1)
  const largest = [...counts].filter(([, count]) => count > 1).toSorted(([a, m], [b, n]) => n - m || (a < b ? -1 : 1))
  const folded = new Set<string>()
  let left = boxes.length
  for (const [zone, count] of largest) {
    if (left <= most) break
    folded.add(zone)
    left -= count - 1
  }
  return folded
}
