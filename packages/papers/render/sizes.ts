import type { Paper } from '../paper/index.ts'

/** Points, and leading in ems, of one kind of paper. */
export interface Sizes {
  readonly body: number
  readonly lead: number
  readonly small: number
  readonly table: number
  readonly facts: number
  readonly h1: number
  readonly h2: number
  readonly h3: number
  readonly number: number
  readonly 'page-title': number
  readonly 'cover-title': number
  readonly foot: number
  readonly leading: number
  /** Between the lines of a small paragraph. */
  readonly close: number
  /** Between the lines of a table cell. */
  readonly tight: number
  /** Bottom margin in millimetres. */
  readonly bottom: number
}

const usual: Sizes = {
  body: 11,
  lead: 12.5,
  small: 10.2,
  table: 9.75,
  facts: 10.2,
  h1: 16.5,
  h2: 13,
  h3: 11.5,
  number: 20,
  'page-title': 20,
  'cover-title': 24,
  foot: 9,
  leading: 0.85,
  close: 0.7,
  tight: 0.32,
  bottom: 19,
}

/** Readable at 200 dpi: nothing under 12 pt. */
const fax: Sizes = {
  ...usual,
  body: 12.5,
  lead: 13,
  small: 12,
  table: 12,
  facts: 12,
  h1: 17,
  h2: 14,
  h3: 13,
  foot: 12,

  leading: 0.8,
  bottom: 25,
}

/** For the night desk. */
const large: Sizes = { ...usual, body: 16, lead: 17, small: 14, table: 16, facts: 16, h1: 19, h2: 18, h3: 16, foot: 10 }

const sizes: Readonly<Record<Paper['type'], Sizes>> = { usual, fax, large }

export function sizesOf(paper: Paper): Sizes {
  return sizes[paper.type]
}
