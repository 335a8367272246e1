import {
  byId,
  type Change,
  known,
  mayRespond,
  mayStep,
  mayStepUpdate,
  type Picture,
  type ResponseStep,
  stepsOfResponse,
  stepsOfUpdate,
  stepsOfVisit,
  type VendorId,
} from '@mimamori/domain'

/**
 * Whether a vendor may add this about its own people and work: a change of its contact that waits for the facility, a visit, its own
 * steps of one, of a response and of a planned update, and the file that such a step names. NOTE: but for its word in an agreement nothing is ever set or taken away, and every kind of change that is not named here is refused.
 */
export function mayWork(before: Picture, change: Change, vendor: VendorId): boolean {
  if (change.slice === 'riskDecisions') return mayAnswerDecision(before, change, vendor)
  if (change.kind !== 'add') return false
  switch (change.slice) {
    case 'contactChanges': {
      const { record } = change
      return record.vendor === vendor && record.state === 'waiting' && record.settledOn === undefined && record.settledBy === undefined
    }
    case 'visits':
      return change.record.vendor === vendor
    case 'visitSteps': {
      const { record } = change
      const visit = byId(before.slices.visits, record.visit)
      // The first step comes in one batch with its visit.
      const isOwn = visit ? visit.vendor === vendor : record.kind === 'asked'
      return isOwn && record.side === 'vendor' && mayStep(stepsOfVisit(before.slices.visitSteps, record.visit), record)
    }
    case 'responseSteps': {
      const { record } = change
      const response = byId(before.slices.responses, record.response)
      const isOwn = response !== undefined && known(response.vendor) === vendor
      return isOwn && record.side === 'vendor' && mayTake(before, record)
    }
    case 'plannedUpdateSteps': {
      const { record } = change
      const update = byId(before.slices.plannedUpdates, record.update)
      const isOwn = update !== undefined && known(update.vendor) === vendor
      return isOwn && record.side === 'vendor' && mayStepUpdate(stepsOfUpdate(before.slices.plannedUpdateSteps, record.update), record)
    }
    // The file that a step of the same batch names.
    case 'evidence':
      return change.record.answers === undefined
    default:
      return false
  }
}

/** NOTE: days ahead of today are refused by the act itself; here it is only held against what was said before. */
function mayTake({ slices }: Picture, record: ResponseStep): boolean {
  return mayRespond(stepsOfResponse(slices.responseSteps, record.response), record, record.on)
}

const ownWords = ['answer', 'answeredOn', 'vendorBy']

/** Its answer to an agreement that names it, and its name under it. */
function mayAnswerDecision({ slices }: Picture, change: Change, vendor: VendorId): boolean {
  if (change.slice !== 'riskDecisions' || change.kind !== 'set') return false
  const isOwn = byId(slices.riskDecisions, change.id)?.vendor === vendor
  return isOwn && Object.keys(change.fields).every((field) => ownWords.includes(field)) && (change.forget ?? []).length === 0
}

/** The facility answers: it settles a change of contact that waits, and takes its own steps of a visit. */
export function maySettle(before: Picture, change: Change): boolean {
  if (change.slice === 'visitSteps' && change.kind === 'add') {
    const { record } = change
    const isThere = byId(before.slices.visits, record.visit) !== undefined
    return isThere && record.side === 'facility' && mayStep(stepsOfVisit(before.slices.visitSteps, record.visit), record)
  }
  if (change.slice !== 'contactChanges' || change.kind !== 'set') return false
  const isWaiting = byId(before.slices.contactChanges, change.id)?.state === 'waiting'
  const settles = Object.keys(change.fields).every((field) => ['state', 'settledOn', 'settledBy'].includes(field))
  return isWaiting && settles && (change.forget ?? []).length === 0
}
