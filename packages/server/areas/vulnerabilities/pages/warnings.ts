import type { WarningsView } from '@mimamori/contract'
import { versionedList } from '../../facilities/index.ts'
import type { Kept } from '../../kept.ts'

/** Warnings that a person entered: those that wait first, then the latest. */
export function warningsOf(now: Kept): WarningsView {
  const { warnings, responses } = now.picture.slices
  const lines = versionedList(now, 'warnings', warnings).map((warning): WarningsView['warnings'][number] => {
    const { id, concerns, checkedOn } = warning.record
    const own = responses.filter((response) => response.warning === id).map((response): string => response.id)
    const state = own.length > 0 ? 'answered' : concerns === 'no' ? 'not-concerned' : concerns === 'yes' || checkedOn ? 'concerns' : 'waits'
    return { warning, state, responses: own }
  })
  return { revision: now.state.revision, today: now.asOf, warnings: lines.toSorted(byState) }
}

type Line = WarningsView['warnings'][number]

function byState(a: Line, b: Line): number {
  const rank = ({ state }: Line) => (state === 'waits' ? 0 : state === 'concerns' ? 1 : 2)
  return rank(a) - rank(b) || (a.warning.record.receivedOn > b.warning.record.receivedOn ? -1 : 1)
}
