import { byId } from '../picture.ts'
import type { RiskState, RiskStateWord } from './types.ts'

type Standing = Pick<RiskState, 'id' | 'state'>

/** A risk that stands otherwise than before. */
export interface RiskShift {
  readonly id: string
  readonly from: RiskStateWord
  readonly to: RiskStateWord
}

/** What became otherwise in the matrix, apart by its direction, and how many risks of each state there were and are. */
export interface RiskShifts {
  /** Open or unknown before, and neither now. */
  readonly closed: readonly RiskShift[]
  readonly opened: readonly RiskShift[]
  readonly others: readonly RiskShift[]
  readonly counts: Readonly<Record<RiskStateWord, { readonly before: number; readonly after: number }>>
}

/** Two matrices of one catalogue compared, in its order; a risk that only one of them has is left aside. */
export function shiftsBetween(before: readonly Standing[], after: readonly Standing[]): RiskShifts {
  const shifts = before.flatMap(({ id, state: from }): readonly RiskShift[] => {
    const to = byId(after, id)?.state
    return to === undefined || to === from ? [] : [{ id, from, to }]
  })
  const closed = shifts.filter(({ from, to }) => isLoose(from) && !isLoose(to))
  const opened = shifts.filter(({ to }) => to === 'open')
  const counted = (word: RiskStateWord) => {
    const of = (states: readonly Standing[]) => states.filter(({ state }) => state === word).length
    return { before: of(before), after: of(after) }
  }
  return {
    closed,
    opened,
    others: shifts.filter((one) => !closed.includes(one) && !opened.includes(one)),
    counts: {
      covered: counted('covered'),
      'stand-in': counted('stand-in'),
      open: counted('open'),
      unknown: counted('unknown'),
      'not-applicable': counted('not-applicable'),
    },
  }
}

function isLoose(state: RiskStateWord): boolean {
  return state === 'open' || state === 'unknown'
}
