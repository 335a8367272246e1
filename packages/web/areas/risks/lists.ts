import type { RisksView } from '@mimamori/contract'
import { date, type MatrixRow, matrixOf, type RiskLists } from '@mimamori/domain'

/** The lists of the view as the matrix and 「もしも」 read them. */
export function listsOf(view: RisksView): RiskLists {
  return { ...view, asOf: date(view.asOf) }
}

/** How the rows are narrowed. */
export interface Narrowing {
  readonly state?: MatrixRow['state']
  readonly phase?: MatrixRow['phases'][number]
  readonly party?: MatrixRow['standing']['party']
  readonly vendor?: string
  readonly category?: string
}

export function rowsOf(lists: RiskLists, { state, phase, party, vendor, category }: Narrowing): readonly MatrixRow[] {
  const rows = matrixOf(lists, {
    ...(vendor !== undefined && { vendor }),
    ...(category !== undefined && { category }),
    ...(phase !== undefined && { phase }),
  })
  return rows.filter((row) => (state === undefined || row.state === state) && (party === undefined || row.standing.party === party))
}

/** Open, care may stop, and nobody has agreed to bear it: what a hospital looks at first. */
export function urgentOf(rows: readonly MatrixRow[]): readonly MatrixRow[] {
  return rows.filter(({ state, harms, standing }) => state === 'open' && harms === 'care' && standing.borne === undefined)
}

const rank = { open: 0, unknown: 1, 'stand-in': 2, covered: 3, 'not-applicable': 4 } as const

/** Within a category what needs a hand comes first; of one state in the order of the catalogue. */
export function byState(rows: readonly MatrixRow[]): readonly MatrixRow[] {
  return rows.toSorted((a, b) => rank[a.state] - rank[b.state])
}
