const fewest = 1024

/** Whole numbers by the cost at which they were put in, the cheapest first; of equal cost the one that came last, so that a search goes on where it is. */
export class Heap {
  #costs = new Float64Array(fewest)
  #values = new Int32Array(fewest)
  #orders = new Int32Array(fewest)
  #size = 0
  #count = 0

  get size(): number {
    return this.#size
  }

  clear(): void {
    this.#size = 0
    this.#count = 0
  }

  push(cost: number, value: number): void {
    if (this.#size === this.#values.length) this.#grow()
    let at = this.#size++
    const order = this.#count++
    while (at > 0) {
      const parent = (at - 1) >> 1
      // NOTE: what comes later goes first among equals, so that a new value never stays behind a parent of its cost.
      if (cost > (this.#costs[parent] ?? 0)) break
      this.#move(parent, at)
      at = parent
    }
    this.#set(at, cost, value, order)
  }

  /** The cheapest value, or -1. */
  pop(): number {
    if (this.#size === 0) return -1
    const top = this.#values[0] ?? -1
    const last = --this.#size
    if (last > 0) this.#sink(this.#costs[last] ?? 0, this.#values[last] ?? 0, this.#orders[last] ?? 0)
    return top
  }

  #sink(cost: number, value: number, order: number): void {
    let at = 0
    for (;;) {
      let child = 2 * at + 1
      if (child >= this.#size) break
      if (child + 1 < this.#size && this.#before(this.#costs[child + 1] ?? 0, this.#orders[child + 1] ?? 0, child)) child++
      if (this.#before(cost, order, child)) break
      this.#move(child, at)
      at = child
    }
    this.#set(at, cost, value, order)
  }

  #before(cost: number, order: number, at: number): boolean {
    const there = this.#costs[at] ?? 0
    return cost < there || (cost === there && order > (this.#orders[at] ?? 0))
  }

  #move(from: number, to: number): void {
    this.#set(to, this.#costs[from] ?? 0, this.#values[from] ?? 0, this.#orders[from] ?? 0)
  }

  #set(at: number, cost: number, value: number, order: number): void {
    this.#costs[at] = cost
    this.#values[at] = value
    this.#orders[at] = order
  }

  #grow(): void {
    const larger = 2 * this.#values.length
    const [costs, values, orders] = [new Float64Array(larger), new Int32Array(larger), new Int32Array(larger)]
    costs.set(this.#costs)
    values.set(this.#values)
    orders.set(this.#orders)
    this.#costs = costs
    this.#values = values
    this.#orders = orders
  }
}
