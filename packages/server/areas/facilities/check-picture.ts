import {
  answerFaults,
  type Change,
  deltaOf,
  networkFaults,
  newRangeFaults,
  type Picture,
  type Reference,
  sliceNames,
} from '@mimamori/domain'
import { versionKey } from '../kept.ts'
import { checkClosedYears, checkReferences } from './may-change.ts'
import { facilityProblem } from './problems.ts'
import type { Author } from './records/store.ts'

interface Made {
  readonly changes: readonly Change[]
  readonly by: Author
  /** Editions and items of the catalogue, those that the organisation loaded itself among them. */
  readonly reference: Pick<Reference, 'editions' | 'items' | 'lossParameters'>
}

/**
 * What must hold of the whole, whoever makes the change. NOTE: a record is retired only when nothing names it any more,
 * in the same batch at the latest: its tombstone keeps the statement and is no record that a reference could lead to.
 */
export function checkPicture(before: Picture, after: Picture, { changes, by, reference }: Made): void {
  checkClosedYears(before.slices, after.slices, changes, by)
  const touched = sliceNames.flatMap((slice) => {
    const { changed, gone } = deltaOf(before.slices[slice], after.slices[slice])
    return [...changed.map(({ id }) => ({ slice, id, gone: false })), ...gone.map((id) => ({ slice, id, gone: true }))]
  })
  const merged = new Set(changes.flatMap((change) => (change.kind === 'merge' ? [versionKey(change.slice, change.gone)] : [])))
  checkReferences(
    after.slices,
    touched.filter((one) => !one.gone),
    touched.filter((one) => one.gone && !merged.has(versionKey(one.slice, one.id))),
  )
  if (by !== 'person' && by !== 'vendor' && by !== 'import') return
  const [fault] = answerFaults(before.slices, after.slices, reference)
  if (fault) throw facilityProblem(`change/${fault.why}`)
  const [ofNetwork] = networkFaults(before.slices, after.slices)
  if (ofNetwork) throw facilityProblem(`change/${ofNetwork.why}`)
  if (by !== 'import' && newRangeFaults(before.slices, after.slices, reference).length > 0) throw facilityProblem('change/impossible-range')
}
