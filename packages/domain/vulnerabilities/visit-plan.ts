import { addDays, date, daysBetween } from '../calendar.ts'
import { byId, type Party, type World } from '../picture.ts'
import { defineDerivation } from '../rule.ts'
import type { PlannedVisit, ResponseDuty } from './derived/types.ts'
import { fewestDays, holds, type Window } from './fewest-days.ts'

type Seen = Pick<World, 'weaknesses' | 'responseStates' | 'plannedUpdates' | 'assets' | 'asOf'>

interface Job {
  readonly duty: ResponseDuty
  readonly window: Window
}

interface Agreed {
  readonly day: number
  readonly visit?: PlannedVisit['visit']
}

const epoch = date('2020-01-01')

/**
 * The smallest number of visits of each vendor that clears what is due in time. Work of a day that is planned already is done then, and
 * takes along what can be done on it. Work that is late is to be done today; on days on which nothing may be changed, nothing is.
 */
export const visitPlan = defineDerivation({
  name: 'visitPlan',
  reads: ['responseDuties', 'weaknesses', 'responseStates', 'plannedUpdates', 'assets', 'asOf'],
  derive({ responseDuties, ...seen }) {
    const due = responseDuties.filter(({ id, isDue }) => isDue && byId(seen.weaknesses, id)?.dueOn !== undefined)
    const parties = [...new Set(due.map(({ party }) => party))].sort()
    return parties.flatMap((party) =>
      visitsOf(
        party,
        { due: due.filter((duty) => duty.party === party), all: responseDuties.filter((duty) => duty.party === party) },
        seen,
      ),
    )
  },
})

function visitsOf(
  party: Party,
  { due, all }: { due: readonly ResponseDuty[]; all: readonly ResponseDuty[] },
  seen: Seen,
): readonly PlannedVisit[] {
  const agreed = agreedDays(all, seen)
  const jobs = due.filter((duty) => agreedDay(duty, seen) === undefined).map((duty): Job => ({ duty, window: windowOf(duty, seen) }))
  const days = fewestDays(
    jobs.map(({ window }) => window),
    agreed.map(({ day }) => day),
  )
  const visits: readonly Agreed[] = [...agreed, ...days.map((day) => ({ day }))].toSorted((a, b) => a.day - b.day)
  return visits.map(({ day, visit }, at): PlannedVisit => {
    const isFirst = (job: Job) => visits.findIndex((one) => holds(job.window, one.day)) === at
    const own = [
      ...all.filter((duty) => agreedDay(duty, seen) === day).map(({ id }) => id),
      ...jobs.filter(isFirst).map(({ duty }) => duty.id),
    ]
    const assets = [...new Set(all.filter(({ id }) => own.includes(id)).map(({ asset }) => asset))].sort()
    const along = all.filter(({ id, asset, isDue }) => isDue && assets.includes(asset) && byId(seen.weaknesses, id)?.dueOn === undefined)
    const clears = [...new Set([...own, ...along.map(({ id }) => id)])].sort()
    return { id: `${party}:${String(at + 1).padStart(3, '0')}`, party, by: addDays(epoch, day), ...(visit && { visit }), clears, assets }
  })
}

/** The day on which its response is planned, if that is still to come. */
function agreedDay({ response }: ResponseDuty, { responseStates, asOf }: Seen): number | undefined {
  const state = byId(responseStates, response)
  if (state?.state !== 'planned' || state.plannedOn === undefined || state.plannedOn < asOf) return undefined
  return daysBetween(epoch, state.plannedOn)
}

function agreedDays(duties: readonly ResponseDuty[], seen: Seen): readonly Agreed[] {
  const days = new Map<number, Agreed>()
  for (const duty of duties) {
    const day = agreedDay(duty, seen)
    const visit = byId(seen.responseStates, duty.response)?.visit
    if (day !== undefined && !days.get(day)?.visit) days.set(day, { day, ...(visit && { visit }) })
  }
  return [...days.values()]
}

/** From today to the day on which it is due, less the days on which nothing may be changed; if all are such days, the first one after. */
function windowOf({ id, asset }: ResponseDuty, seen: Seen): Window {
  const { asOf } = seen
  const dueOn = byId(seen.weaknesses, id)?.dueOn ?? asOf
  return lessFreezes([daysBetween(epoch, asOf), daysBetween(epoch, dueOn < asOf ? asOf : dueOn)], freezesOf(asset, seen))
}

type Stretch = readonly [first: number, last: number]

function freezesOf(asset: ResponseDuty['asset'], { plannedUpdates, assets }: Seen): readonly Stretch[] {
  const systems: ReadonlySet<string> = new Set(byId(assets, asset)?.systems)
  return plannedUpdates.flatMap(({ freezeFrom, freezeUntil, assets: own, systems: ofSystems }): readonly Stretch[] => {
    const concerns = own?.includes(asset) || ofSystems?.some((system) => systems.has(system))
    if (!concerns || freezeFrom === undefined || freezeUntil === undefined || freezeUntil < freezeFrom) return []
    return [[daysBetween(epoch, freezeFrom), daysBetween(epoch, freezeUntil)]]
  })
}

/** The stretch without the days of these; where none is left, the first day after them. */
export function lessFreezes(stretch: Stretch, freezes: readonly Stretch[]): Window {
  let left: readonly Stretch[] = [stretch]
  for (const [from, until] of freezes)
    left = left.flatMap(([first, last]): readonly Stretch[] => {
      if (until < first || last < from) return [[first, last]]
      return [...(first < from ? [[first, from - 1] as const] : []), ...(until < last ? [[until + 1, last] as const] : [])]
    })
  if (left.length > 0) return left
  let after = stretch[1] + 1
  for (const [from, until] of freezes.toSorted((a, b) => a[0] - b[0])) if (from <= after && after <= until) after = until + 1
  return [[after, after]]
}
