import type { Asking } from '../asking.ts'

/** Somebody whose name stands in a history. */
export interface NamedAsking extends Asking {
  readonly personName: string
}
