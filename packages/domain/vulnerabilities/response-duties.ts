import type { AssetDuty } from '../assets/index.ts'
import { keptEach } from '../kept-by.ts'
import { byId, type World } from '../picture.ts'
import { isKnown, known } from '../record.ts'
import { defineDerivation } from '../rule.ts'
import type { ResponseDuty, ResponseState, Weakness } from './derived/types.ts'
import { isContradicted, isCovered } from './response-states.ts'

type Seen = Pick<World, 'assetDuties' | 'contracts' | 'responses' | 'responseStates' | 'responseSteps' | 'matches' | 'installedProducts'>

/** Whose task every weakness is, by the clause of the contract, and how far it is. */
export const responseDuties = defineDerivation({
  name: 'responseDuties',
  reads: ['weaknesses', 'assetDuties', 'contracts', 'responses', 'responseStates', 'responseSteps', 'matches', 'installedProducts'],
  each: 'weaknesses',
  derive(seen, weakness): ResponseDuty {
    const { id, asset, verdict } = weakness
    const duty = byId(seen.assetDuties, asset)
    const response = responsesByPlace(seen.responses, [seen.responseStates], () => byPlace(seen)).get(placeOf(weakness))
    const contract = known(duty?.contract)
    return {
      id,
      asset,
      ...updatePartyOf(duty, seen),
      ...(contract !== undefined && { contract }),
      ...(duty?.updatePaidBy && { paidBy: duty.updatePaidBy }),
      ...(response && { response: response.id }),
      state: response?.state ?? 'new',
      isDue: verdict === 'affected' && !(response && isDealtWith(weakness, response, seen)),
    }
  },
})

const responsesByPlace = keptEach<Seen['responses'], ReadonlyMap<string, ResponseState>>()

function placeOf({ asset, product }: Pick<Weakness, 'asset' | 'product'>): string {
  return `${asset} ${product}`
}

/** Of several responses to one thing the one that was begun last. */
function byPlace({ responses, responseStates }: Pick<Seen, 'responses' | 'responseStates'>): ReadonlyMap<string, ResponseState> {
  const places = new Map<string, ResponseState>()
  for (const { id, product, assets } of responses.toSorted((a, b) => (a.openedOn < b.openedOn ? -1 : a.openedOn > b.openedOn ? 1 : 0))) {
    const state = byId(responseStates, id)
    if (state && product !== undefined) for (const asset of assets) places.set(placeOf({ asset, product }), state)
  }
  return places
}

/** Whose task updates of a device are. NOTE: where nothing is written the facility is the party: the first step is to ask who does it. */
export function updatePartyOf(
  duty: AssetDuty | undefined,
  { contracts }: Pick<World, 'contracts'>,
): Pick<ResponseDuty, 'party' | 'because'> {
  const written = duty?.statedBy === 'contract' ? byId(contracts, known(duty.contract))?.vendor : known(duty?.vendor)
  if (duty?.updateDuty === 'vendor' && written !== undefined) return { party: `vendor:${written}`, because: duty.statedBy ?? 'asset' }
  if (duty?.updateDuty === 'facility') return { party: 'facility', because: duty.statedBy ?? 'asset' }
  if (duty?.updateDuty === 'nobody') return { party: 'facility', because: 'nobody' }
  if (duty?.vendor === 'none') return { party: 'facility', because: 'no-vendor' }
  if (isKnown(duty?.vendor) && duty.contract === 'none') return { party: 'facility', because: 'no-contract' }
  return { party: 'facility', because: 'unknown' }
}

/**
 * Done but not proven is dealt with, too: what is still to do there is to read the version, which has a finding of its own. What is read
 * or found after it is to be done again.
 */
function isDealtWith(weakness: Weakness, { state, step, ended }: ResponseState, { responseSteps, ...seen }: Seen): boolean {
  if (ended) return false
  const last = byId(responseSteps, step)
  if (state === 'proven') return true
  if (state === 'done') return last !== undefined && !isContradicted(weakness, last, seen)
  return isCovered(weakness, last, seen)
}
