/** Whole numbers by the cost at which they were put in, the cheapest first; of equal cost the one that came first. */
export class Heap {
  readonly #costs: number[] = []
  readonly #values: number[] = []
  readonly #orders: number[] = []
  #count = 0

  get size(): number {
    return this.#values.length
  }

  clear(): void {
    this.#costs.length = 0
    this.#values.length = 0
    this.#orders.length = 0
    this.#count = 0
  }

  push(cost: number, value: number): void {
    let at = this.#values.length
    const order = this.#count++
    while (at > 0) {
      const parent = (at - 1) >> 1
      if (!this.#before(cost, order, parent)) break
      this.#move(parent, at)
      at = parent
    }
    this.#set(at, cost, value, order)
  }

  /** The cheapest value, or -1. */
  pop(): number {
    const top = this.#values[0] ?? -1
    const cost = this.#costs.pop() ?? 0
    const value = this.#values.pop() ?? 0
    const order = this.#orders.pop() ?? 0
    const size = this.#values.length
    if (size === 0) return top
    let at = 0
    for (;;) {
      let child = 2 * at + 1
      if (child >= size) break
      if (child + 1 < size && this.#isLess(child + 1, child)) child++
      if (this.#before(cost, order, child)) break
      this.#move(child, at)
      at = child
    }
    this.#set(at, cost, value, order)
    return top
  }

  #before(cost: number, order: number, at: number): boolean {
    const there = this.#costs[at] ?? 0
    return cost < there || (cost === there && order < (this.#orders[at] ?? 0))
  }

  #isLess(a: number, b: number): boolean {
    return this.#before(this.#costs[a] ?? 0, this.#orders[a] ?? 0, b)
  }

  #move(from: number, to: number): void {
    this.#set(to, this.#costs[from] ?? 0, this.#values[from] ?? 0, this.#orders[from] ?? 0)
  }

  #set(at: number, cost: number, value: number, order: number): void {
    this.#costs[at] = cost
    this.#values[at] = value
    this.#orders[at] = order
  }
}
