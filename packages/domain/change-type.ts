import type { CalendarDate } from './ids.ts'
import type { Picture, SliceName, Slices } from './picture.ts'

type OptionalKey<S extends SliceName> = {
  [K in keyof Slices[S][number]]-?: object extends Pick<Slices[S][number], K> ? K : never
}[keyof Slices[S][number]]

export type Fields<S extends SliceName> = Partial<Omit<Slices[S][number], 'id'>>

/** A record of one slice comes, or fields of it change. `forget` = these fields become unknown. */
export type ChangeOf<S extends SliceName> =
  | { readonly kind: 'add'; readonly slice: S; readonly record: Slices[S][number] }
  | {
      readonly kind: 'set'
      readonly slice: S
      readonly id: string
      readonly fields: Fields<S>
      readonly forget?: readonly OptionalKey<S>[]
    }

/** What needs no field of a record is the same for every slice. */
type AnyChange =
  /** The source no longer tells of the record. */
  | { readonly kind: 'remove'; readonly slice: SliceName; readonly id: string }
  /** A person states that what the record stands for is gone. The store wants nothing to name it any more. */
  | {
      readonly kind: 'retire'
      readonly slice: SliceName
      readonly id: string
      readonly on: CalendarDate
      readonly by: string
      readonly why: string
    }
  /** `gone` is the same thing as `keep`: references move, an alias stays. */
  | { readonly kind: 'merge'; readonly slice: SliceName; readonly keep: string; readonly gone: string }
  | { readonly kind: 'unmerge'; readonly slice: SliceName; readonly gone: string }

/** The only way to alter a picture, in the store and in "what if" alike. */
export type Change = { [S in SliceName]: ChangeOf<S> }[SliceName] | AnyChange

export type ChangeRefusal = 'no-such-record' | 'id-taken' | 'bad-id' | 'already-merged'

export type ChangeResult =
  | { readonly kind: 'applied'; readonly picture: Picture; readonly undo: readonly Change[] }
  | { readonly kind: 'refused'; readonly why: ChangeRefusal }
