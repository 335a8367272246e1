import type { CriterionRead, LeafAnswer } from './criteria.ts'
import type { Tri } from './tri.ts'

/** A condition with its criteria read, and which of its leaves mean the product in question. */
export type Judged =
  | { readonly kind: 'leaf'; readonly read: CriterionRead; readonly own?: LeafAnswer; readonly holds: Tri; readonly via: Tri }
  | {
      readonly kind: 'all' | 'any'
      readonly of: readonly Judged[]
      readonly isNegated: boolean
      /** Holds on the device, by whichever product. */
      readonly holds: Tri
      /** Holds in a way in which the product in question is the weak one. */
      readonly via: Tri
      readonly isNamed: boolean
    }

export function isNamed(judged: Judged): boolean {
  return judged.kind === 'leaf' ? judged.own !== undefined : judged.isNamed
}

/** Every leaf of some conditions, in order. */
export function leavesOf(judged: readonly Judged[]): readonly Extract<Judged, { kind: 'leaf' }>[] {
  return judged.flatMap((one) => (one.kind === 'leaf' ? [one] : leavesOf(one.of)))
}
