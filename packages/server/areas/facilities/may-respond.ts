import { type Change, mayRespond, mayStepUpdate, type Picture, stepsOfResponse, stepsOfUpdate } from '@mimamori/domain'

/** What was said stands as it was said, and the facility speaks for itself alone. */
export function mayAddResponseStep({ slices }: Picture, change: Change): boolean {
  if (change.slice !== 'responseSteps' || change.kind !== 'add' || change.record.side !== 'facility') return false
  return mayRespond(stepsOfResponse(slices.responseSteps, change.record.response), change.record, change.record.on)
}

export function mayAddUpdateStep({ slices }: Picture, change: Change): boolean {
  if (change.slice !== 'plannedUpdateSteps' || change.kind !== 'add' || change.record.side !== 'facility') return false
  return mayStepUpdate(stepsOfUpdate(slices.plannedUpdateSteps, change.record.update), change.record)
}
