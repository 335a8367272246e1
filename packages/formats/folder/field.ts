import type { CalendarDate, Entry, Fact, SliceName, Slices, Text } from '@mimamori/domain'
import type * as z from 'zod'

/** Names of a choice: the first is written, all are read, as is the code itself. */
export type Words = Readonly<Record<string, readonly [string, ...string[]]>>

export type Shape =
  | { readonly kind: 'text' }
  | { readonly kind: 'whole'; readonly min: number; readonly max: number }
  | { readonly kind: 'decimal'; readonly min: number; readonly max: number }
  | { readonly kind: 'date'; readonly isPast?: true }
  | { readonly kind: 'word'; readonly words: Words }
  | { readonly kind: 'words'; readonly words: Words }
  | { readonly kind: 'year' }
  | { readonly kind: 'mark' }
  | { readonly kind: 'edition' }
  | { readonly kind: 'item' }
  | { readonly kind: 'ref'; readonly to: SliceName }
  | { readonly kind: 'refs'; readonly to: SliceName }
  | { readonly kind: 'names'; readonly of?: 'block' | 'vlan' }
  | { readonly kind: 'json'; readonly schema: z.ZodType }
  | { readonly kind: 'group'; readonly fields: AnyFields }

/** One column of a list, one key of a YAML entry: the one definition that reader, writer and documentation use. */
export interface AnyField {
  /** Heading of the column; the key of a YAML file is the name of the field. */
  readonly ja: string
  /** Other headings that mean the same. */
  readonly also: readonly string[]
  readonly shape: Shape
  /** May also say that there is none, or that the question does not arise. */
  readonly isFact: boolean
  readonly about: Text
}

export interface Field<T> extends AnyField {
  /** Never set: binds the column to the type of the field. */
  readonly holds?: (value: T) => T
}

export interface RequiredField<T> extends Field<T> {
  readonly required: true
}

type Own<S extends SliceName> = Omit<Slices[S][number], keyof Entry>
type FieldOf<R, K extends keyof R> = object extends Pick<R, K> ? Field<NonNullable<R[K]>> : RequiredField<NonNullable<R[K]>>

/** A field for every key of the records of a slice, a required one for every required key: none can be forgotten. */
export type FieldsOf<S extends SliceName> = { readonly [K in keyof Own<S>]-?: FieldOf<Own<S>, K> }

export type AnyFields = Readonly<Record<string, AnyField>>

interface Naming {
  readonly also?: readonly string[]
}

function field<T>(ja: string, about: Text, shape: Shape, { also = [] }: Naming = {}): Field<T> {
  return { ja, also, about, shape, isFact: false }
}

export function must<T>(plain: Field<T>): RequiredField<T> {
  return { ...plain, required: true }
}

export function isRequired(plain: AnyField): boolean {
  return 'required' in plain
}

export function fact<T>(plain: Field<T>): Field<Fact<T>> {
  return { ja: plain.ja, also: plain.also, about: plain.about, shape: plain.shape, isFact: true }
}

export function text<T extends string = string>(ja: string, about: Text, naming?: Naming): Field<T> {
  return field(ja, about, { kind: 'text' }, naming)
}

export function whole(ja: string, about: Text, range: { readonly min: number; readonly max: number } & Naming): Field<number> {
  return field(ja, about, { kind: 'whole', min: range.min, max: range.max }, range)
}

export function decimal(ja: string, about: Text, range: { readonly min: number; readonly max: number } & Naming): Field<number> {
  return field(ja, about, { kind: 'decimal', min: range.min, max: range.max }, range)
}

export function day(ja: string, about: Text, naming?: Naming): Field<CalendarDate> {
  return field(ja, about, { kind: 'date' }, naming)
}

/** A day on which something was done, which cannot lie ahead. */
export function pastDay(ja: string, about: Text, naming?: Naming): Field<CalendarDate> {
  return field(ja, about, { kind: 'date', isPast: true }, naming)
}

export function word<T extends string>(
  ja: string,
  about: Text,
  words: Readonly<Record<T, readonly [string, ...string[]]>>,
  naming?: Naming,
): Field<T> {
  return field(ja, about, { kind: 'word', words }, naming)
}

export function wordList<T extends string>(
  ja: string,
  about: Text,
  words: Readonly<Record<T, readonly [string, ...string[]]>>,
  naming?: Naming,
): Field<readonly T[]> {
  return field(ja, about, { kind: 'words', words }, naming)
}

export function fiscalYear(ja: string, about: Text, naming?: Naming): Field<number> {
  return field(ja, about, { kind: 'year' }, naming)
}

export function mark<T extends string>(ja: string, about: Text, naming?: Naming): Field<T> {
  return field(ja, about, { kind: 'mark' }, naming)
}

export function edition<T extends string>(ja: string, about: Text, naming?: Naming): Field<T> {
  return field(ja, about, { kind: 'edition' }, naming)
}

export function item<T extends string>(ja: string, about: Text, naming?: Naming): Field<T> {
  return field(ja, about, { kind: 'item' }, naming)
}

export function ref<T extends string>(ja: string, to: SliceName, about: Text, naming?: Naming): Field<T> {
  return field(ja, about, { kind: 'ref', to }, naming)
}

export function refs<T extends string>(ja: string, to: SliceName, about: Text, naming?: Naming): Field<readonly T[]> {
  return field(ja, about, { kind: 'refs', to }, naming)
}

export function names<T extends string = string>(ja: string, about: Text, naming?: Naming): Field<readonly T[]> {
  return field(ja, about, { kind: 'names' }, naming)
}

/** Blocks of addresses, or numbers of VLANs. */
export function numbersOf(of: 'block' | 'vlan', ja: string, about: Text, naming?: Naming): Field<readonly string[]> {
  return field(ja, about, { kind: 'names', of }, naming)
}

/** A value that only a machine writes, as JSON. */
export function json<T>(ja: string, about: Text, schema: z.ZodType): Field<T> {
  return field(ja, about, { kind: 'json', schema })
}

/** Several columns that stand or fall together. */
export function group<T>(ja: string, about: Text, fields: { readonly [K in keyof T]-?: FieldOf<T, K> }): Field<T> {
  return field(ja, about, { kind: 'group', fields })
}

export const yesNoWords = {
  yes: ['はい', 'あり', '有', '○', 'する', 'ある'],
  no: ['いいえ', 'なし', '無', '×', 'しない', 'ない'],
} as const satisfies Words

export function yesNo(ja: string, about: Text, naming?: Naming): Field<'yes' | 'no'> {
  return word(ja, about, yesNoWords, naming)
}
