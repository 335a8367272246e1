import type { World } from '@mimamori/domain'

/** So many drawings of one network are kept: both languages, and what a few people have unfolded or lit. */
const mostKept = 8

interface Drawn<T> {
  readonly of: readonly unknown[]
  readonly made: T
}

/**
 * What is drawn of a network, made once and given to everybody who asks for the same until something in it is another object.
 * NOTE: by the links and not by the revision: a change that leaves the network alone leaves its drawing alone.
 */
export class KeptDrawings<T> {
  readonly #drawn = new WeakMap<World['networkEdges'], readonly Drawn<T>[]>()

  /** `of` is everything from which it is made. */
  get({ networkEdges }: Pick<World, 'networkEdges'>, of: readonly unknown[], make: () => T): T {
    const all = this.#drawn.get(networkEdges) ?? []
    const found = all.find((one) => one.of.length === of.length && of.every((part, at) => part === one.of[at]))
    const drawn = found ?? { of, made: make() }
    this.#drawn.set(networkEdges, [drawn, ...all.filter((one) => one !== found)].slice(0, mostKept))
    return drawn.made
  }
}
