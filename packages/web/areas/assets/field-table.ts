import type { SliceName, Slices } from '@mimamori/domain'
import type { PlainKey } from '../../text/words.tsx'

/** Lists from which a field of the register chooses. */
export type NamedList = 'kinds' | 'people' | 'vendors' | 'systems' | 'contracts' | 'services' | 'lines' | 'vpns'

export interface Named {
  readonly id: string
  readonly name: string
}

/** What there is to choose from; `assets` holds those alone that the records on the page name. */
export type Names = Readonly<Record<NamedList | 'assets', readonly Named[]>>

export interface WordChoice {
  readonly value: string
  readonly word: PlainKey
}

/** How a field is asked. `none`: what stands for a fact that is known not to be there. */
export type Shape =
  | { readonly kind: 'line'; readonly most: number }
  | { readonly kind: 'note' }
  | { readonly kind: 'words' }
  | { readonly kind: 'number' }
  | { readonly kind: 'choice'; readonly choices: readonly WordChoice[] }
  | { readonly kind: 'day'; readonly none?: PlainKey }
  | { readonly kind: 'one'; readonly of: NamedList; readonly none?: PlainKey }
  | { readonly kind: 'several'; readonly of: NamedList }
  | { readonly kind: 'device'; readonly none?: PlainKey }
  | { readonly kind: 'devices' }

type OwnField<S extends SliceName> = Exclude<keyof Slices[S][number], 'id' | 'source' | 'row' | 'confirmedOn' | 'fields' | 'extra'> & string

export interface FieldOf<S extends SliceName> {
  readonly name: OwnField<S>
  readonly word: PlainKey
  readonly help?: PlainKey
  readonly as: Shape
}

export const yesNo: readonly WordChoice[] = [
  { value: 'yes', word: 'register.yes' },
  { value: 'no', word: 'register.no' },
]

export const line = (most = 200): Shape => ({ kind: 'line', most })
