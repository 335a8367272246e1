/**
 * The largest number of pairs in which nobody stands twice: who each of `wanting` is paired with, by augmenting ways (Kuhn). The
 * result is the same for the same order of both lists.
 */
export function largestMatching<W extends string, G extends string>(
  wanting: readonly W[],
  offersOf: (one: W) => readonly G[],
): ReadonlyMap<W, G> {
  const takenBy = new Map<G, W>()
  for (const one of wanting) place(one, offersOf, takenBy, new Set())
  return new Map([...takenBy].map(([offer, one]) => [one, offer]))
}

function place<W, G>(one: W, offersOf: (one: W) => readonly G[], takenBy: Map<G, W>, tried: Set<G>): boolean {
  for (const offer of offersOf(one)) {
    if (tried.has(offer)) continue
    tried.add(offer)
    const holder = takenBy.get(offer)
    if (holder === undefined || place(holder, offersOf, takenBy, tried)) {
      takenBy.set(offer, one)
      return true
    }
  }
  return false
}
