import {
  byId,
  type Change,
  type Fact,
  known,
  mayRespond,
  mayStepUpdate,
  type Picture,
  stepsOfResponse,
  stepsOfUpdate,
  type VendorId,
} from '@mimamori/domain'

/** What was said stands as it was said, and the facility speaks for itself alone. */
export function mayAddResponseStep({ slices }: Picture, change: Change): boolean {
  if (change.slice !== 'responseSteps' || change.kind !== 'add' || change.record.side !== 'facility') return false
  return mayRespond(stepsOfResponse(slices.responseSteps, change.record.response), change.record, change.record.on)
}

export function mayAddUpdateStep({ slices }: Picture, change: Change): boolean {
  if (change.slice !== 'plannedUpdateSteps' || change.kind !== 'add' || change.record.side !== 'facility') return false
  return mayStepUpdate(stepsOfUpdate(slices.plannedUpdateSteps, change.record.update), change.record)
}

/**
 * Whether this would show one vendor what another was told or has said: the steps of a response, a vendor's own of a planned update, and
 * its answer in an agreement stand with whatever vendor their record names.
 */
export function givesWordsAway({ slices }: Picture, change: Change): boolean {
  if (change.kind !== 'set') return false
  if (change.slice === 'responses') {
    const response = byId(slices.responses, change.id)
    return response !== undefined && isOther(response, change) && stepsOfResponse(slices.responseSteps, response.id).length > 0
  }
  if (change.slice === 'riskDecisions') {
    const decision = byId(slices.riskDecisions, change.id)
    return decision !== undefined && isOther(decision, change) && (decision.answer ?? decision.vendorBy) !== undefined
  }
  if (change.slice !== 'plannedUpdates') return false
  const update = byId(slices.plannedUpdates, change.id)
  if (!update || !isOther(update, change)) return false
  return stepsOfUpdate(slices.plannedUpdateSteps, update.id).some(({ side }) => side === 'vendor')
}

interface OfVendor {
  readonly vendor?: Fact<VendorId>
}

function isOther({ vendor }: OfVendor, { fields, forget }: { readonly fields: OfVendor; readonly forget?: readonly string[] }): boolean {
  if (known(vendor) === undefined) return false
  return forget?.includes('vendor') === true || (fields.vendor !== undefined && fields.vendor !== vendor)
}
