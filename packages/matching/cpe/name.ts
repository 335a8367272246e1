/** The eleven attributes of a well-formed name, in the order of the formatted string (NISTIR 7695, section 5.2). */
export const cpeAttributes = [
  'part',
  'vendor',
  'product',
  'version',
  'update',
  'edition',
  'language',
  'swEdition',
  'targetSw',
  'targetHw',
  'other',
] as const

export type CpeAttribute = (typeof cpeAttributes)[number]

/**
 * `any`: no restriction; `na`: there is no such thing. A value is in lower case, and all but letters, digits and `_` stands behind a
 * backslash; a bare `*` or `?` at an end stands for other characters.
 */
export type CpeValue = { readonly kind: 'any' } | { readonly kind: 'na' } | { readonly kind: 'value'; readonly value: string }

export type CpeName = Readonly<Record<CpeAttribute, CpeValue>>

/** Why a text is no CPE name. */
export type CpeProblem =
  | 'not-cpe'
  | 'too-long'
  | 'number-of-parts'
  | 'part'
  | 'character'
  | 'escape'
  | 'wildcard-inside'
  | 'hyphen-alone'
  | 'empty-part'

export interface CpeRefusal {
  readonly kind: 'refused'
  readonly why: CpeProblem
  /** The attribute in which it was found. */
  readonly attribute?: CpeAttribute
}

export type CpeReading = { readonly kind: 'name'; readonly name: CpeName } | CpeRefusal

export const anyValue: CpeValue = { kind: 'any' }
export const naValue: CpeValue = { kind: 'na' }

/** A name that restricts nothing. */
export const emptyName: CpeName = {
  part: anyValue,
  vendor: anyValue,
  product: anyValue,
  version: anyValue,
  update: anyValue,
  edition: anyValue,
  language: anyValue,
  swEdition: anyValue,
  targetSw: anyValue,
  targetHw: anyValue,
  other: anyValue,
}

export function refused(why: CpeProblem, attribute?: CpeAttribute): CpeRefusal {
  return attribute === undefined ? { kind: 'refused', why } : { kind: 'refused', why, attribute }
}
