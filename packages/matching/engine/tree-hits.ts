/** Leaves of clauses on which a pair has something to say, pair after pair: that of `n` stand from `starts[n]` to `starts[n + 1]`. */
export interface TreeHits {
  readonly starts: Uint32Array
  readonly clauses: Uint32Array
  readonly leaves: Uint16Array
  /** The value, and `weakBit` where the leaf makes its product weak. */
  readonly values: Uint8Array
}

export const weakBit = 4
export const valueBits = 3

/** Hits while they are collected, with room for more. */
export interface TreeHitBuffer {
  clauses: Uint32Array
  leaves: Uint16Array
  values: Uint8Array
  length: number
}

export function treeHitBuffer(room: number): TreeHitBuffer {
  return { clauses: new Uint32Array(room), leaves: new Uint16Array(room), values: new Uint8Array(room), length: 0 }
}

interface Hit {
  readonly clause: number
  readonly leaf: number
  readonly value: number
  readonly isWeak: boolean
}

export function pushHit(buffer: TreeHitBuffer, { clause, leaf, value, isWeak }: Hit): void {
  const { length } = buffer
  if (length === buffer.values.length) grow(buffer)
  buffer.clauses[length] = clause
  buffer.leaves[length] = leaf
  buffer.values[length] = value | (isWeak ? weakBit : 0)
  buffer.length = length + 1
}

function grow(buffer: TreeHitBuffer): void {
  const { clauses, leaves, values, length } = buffer
  const larger = treeHitBuffer(length * 2)
  larger.clauses.set(clauses)
  larger.leaves.set(leaves)
  larger.values.set(values)
  buffer.clauses = larger.clauses
  buffer.leaves = larger.leaves
  buffer.values = larger.values
}

export function treeHitsOf({ clauses, leaves, values }: TreeHitBuffer, starts: Uint32Array): TreeHits {
  return { starts, clauses, leaves, values }
}
