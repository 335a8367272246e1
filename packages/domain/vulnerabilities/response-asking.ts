import { nextWorkingDay } from '../asking/index.ts'
import { addDays } from '../calendar.ts'
import type { CalendarDate, VendorId } from '../ids.ts'
import { byId, type World } from '../picture.ts'
import { isKnown, known } from '../record.ts'
import { defineDerivation } from '../rule.ts'
import type { ResponseAsking, ResponseState } from './derived/types.ts'
import { standingOf, stepsOfResponse } from './response.ts'
import type { VulnerabilityResponse } from './types.ts'

type Seen = Pick<World, 'responseSteps' | 'responseStates' | 'assetDuties' | 'contracts' | 'vendors' | 'periods' | 'holidays' | 'asOf'>

/**
 * What comes next where a vendor that was told is silent, once the day that it named has passed without a word, and once what held
 * for a while has ended: reminder, telephone, second contact, the company of the contract, a letter of the head. Whatever the vendor
 * says next begins it anew.
 */
export const responseAsking = defineDerivation({
  name: 'responseAsking',
  reads: ['responses', 'responseSteps', 'responseStates', 'assetDuties', 'contracts', 'vendors', 'periods', 'holidays', 'asOf'],
  each: 'responses',
  derive(seen, response) {
    const { vendor } = response
    const state = byId(seen.responseStates, response.id)
    const waits = state && isKnown(vendor) ? waitOf(response, state, seen) : undefined
    return waits && isKnown(vendor) ? askingOf({ response, vendor }, waits, seen) : undefined
  },
})

interface Wait {
  readonly why: ResponseAsking['why']
  /** Times that the vendor was told since it last said something. */
  readonly asked: number
  readonly last: CalendarDate
}

function waitOf(
  { id }: VulnerabilityResponse,
  { state, plannedOn, until }: ResponseState,
  { responseSteps, asOf }: Seen,
): Wait | undefined {
  if (state === 'proven') return undefined
  const steps = stepsOfResponse(responseSteps, id)
  const told = steps
    .slice(steps.findLastIndex(({ side, kind }) => side === 'vendor' || kind === 'planned') + 1)
    .filter(({ kind }) => kind === 'told')
  const last = told.at(-1)?.on
  const said = standingOf(steps).state
  const day = lastPlanned(steps)
  if (said === 'told' && day !== undefined && day < asOf) return { why: 'visit-passed', asked: told.length, last: last ?? day }
  // A word alone, or that it was opened again, answers nothing: from that day on the vendor is waited for anew.
  const spoken = last ?? steps.at(-1)?.on
  if (said === 'told' && spoken !== undefined) return { why: 'silent', asked: Math.max(told.length, 1), last: spoken }
  if (state === 'planned' && plannedOn !== undefined) return { why: 'visit-passed', asked: 0, last: plannedOn }
  return until !== undefined ? { why: 'ended', asked: 0, last: until } : undefined
}

/** The day that was planned, if nothing but reminders has come after it. */
function lastPlanned(steps: ReturnType<typeof stepsOfResponse>): CalendarDate | undefined {
  const last = steps.findLast(({ kind }) => kind !== 'told' && kind !== 'said')
  return last?.kind === 'planned' ? last.plannedOn : undefined
}

function askingOf(
  { response, vendor }: { response: VulnerabilityResponse; vendor: VendorId },
  { why, asked, last }: Wait,
  seen: Seen,
): ResponseAsking {
  const prime = primeOf(response, vendor, seen)
  const plan = planFor({ hasSecond: byId(seen.vendors, vendor)?.secondContactName !== undefined, hasPrime: prime !== undefined })
  // The request itself is the first of them; of a day that has passed and of an end nobody has been asked yet.
  const step = plan[why === 'silent' ? asked - 1 : asked]
  const head = { id: response.id, vendor, why, asked }
  if (step === undefined) return { ...head, state: 'all-taken' }
  const dueOn = nextWorkingDay(asked === 0 ? addDays(last, 1) : replyDay(response, last, seen), seen.holidays)
  return { ...head, state: dueOn > seen.asOf ? 'waiting' : 'due', step, ...(step === 'prime-vendor' && prime && { to: prime }), dueOn }
}

/** A week after it was told; where the work is due before that, on the day after, and never on the day itself. */
function replyDay({ dueOn }: VulnerabilityResponse, last: CalendarDate, { periods }: Seen): CalendarDate {
  const usual = addDays(last, byId(periods, 'response-reply')?.days ?? 0)
  const next = addDays(last, 1)
  if (dueOn === undefined || dueOn >= usual) return usual
  return dueOn > next ? dueOn : next
}

type Step = NonNullable<ResponseAsking['step']>

function planFor({ hasSecond, hasPrime }: { hasSecond: boolean; hasPrime: boolean }): readonly Step[] {
  return [
    'remind',
    'phone',
    ...(hasSecond ? (['second-contact'] as const) : []),
    ...(hasPrime ? (['prime-vendor'] as const) : []),
    'head-letter',
  ]
}

/** The company that the contract of one of the devices is with, where it is another one. */
function primeOf({ assets }: VulnerabilityResponse, vendor: VendorId, { assetDuties, contracts }: Seen): VendorId | undefined {
  return assets
    .map((asset) => byId(contracts, known(byId(assetDuties, asset)?.contract))?.vendor)
    .find((one) => one !== undefined && one !== vendor)
}
