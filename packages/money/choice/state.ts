import type { Instance } from './instance.ts'

/** Each measure is open, in or out. */
export type State = Int8Array<ArrayBuffer>
export const open = 0
export const taken = 1
export const left = 2

/** Takes a measure with all that it needs, and leaves what cannot stand beside them. False where that contradicts what is decided. */
export function take(instance: Instance, state: State, measure: number): boolean {
  for (const one of instance.needs[measure] ?? []) {
    if (state[one] === left) return false
    state[one] = taken
    for (const other of instance.excludes[one] ?? []) if (!leave(instance, state, other)) return false
  }
  return true
}

/** Leaves a measure, and with it all that need it. */
export function leave(instance: Instance, state: State, measure: number): boolean {
  for (const one of instance.neededBy[measure] ?? []) {
    if (state[one] === taken) return false
    state[one] = left
  }
  return true
}

export function takenIn(state: State): readonly number[] {
  return [...state.keys()].filter((at) => state[at] === taken)
}

/** The state in which only what is mandatory or approved is decided; undefined where they exclude one another. */
export function beginning(instance: Instance): State | undefined {
  const state = new Int8Array(instance.costs.length)
  return instance.first.every((measure) => take(instance, state, measure)) ? state : undefined
}

/** What a measure would cost now, with whatever it needs that is not in yet. */
export function costToTake({ needs, costs }: Instance, state: State, measure: number): number {
  return (needs[measure] ?? []).reduce((sum, one) => sum + (state[one] === taken ? 0 : (costs[one] ?? 0)), 0)
}
