import { addDays, date, daysBetween } from '../calendar.ts'
import { byId, inStep, type Party, type World } from '../picture.ts'
import { defineDerivation } from '../rule.ts'
import type { PlannedVisit, ResponseDuty } from './derived/types.ts'
import { fewestDays, holds, type Window } from './fewest-days.ts'

type Seen = Pick<World, 'weaknesses' | 'responseStates' | 'plannedUpdates' | 'assets' | 'asOf'>

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
    const weaknessOf = inStep(seen.weaknesses)
    const due = Map.groupBy(
      responseDuties.filter(({ id, isDue }) => isDue && weaknessOf(id)?.dueOn !== undefined),
      ({ party }) => party,
    )
    const all = Map.groupBy(responseDuties, ({ party }) => party)
    return [...due]
      .toSorted(([one], [other]) => (one < other ? -1 : 1))
      .flatMap(([party, duties]) => visitsOf(party, { due: duties, all: all.get(party) ?? [] }, seen))
  },
})

function visitsOf(
  party: Party,
  { due, all }: { due: readonly ResponseDuty[]; all: readonly ResponseDuty[] },
  seen: Seen,
): readonly PlannedVisit[] {
  const agreed = agreedDays(all, seen)
  const jobs = Map.groupBy(
    due.filter((duty) => agreedDay(duty, seen) === undefined),
    windowsOf(seen),
  )
  const days = fewestDays(
    [...jobs.keys()],
    agreed.map(({ day }) => day),
  )
  const visits: readonly Agreed[] = [...agreed, ...days.map((day) => ({ day }))].toSorted((a, b) => a.day - b.day)
  const planned = Map.groupBy(all, (duty) => agreedDay(duty, seen))
  const fitted = Map.groupBy(jobs.keys(), (window) => visits.find(({ day }) => holds(window, day))?.day)
  const onTheWay = all.filter(({ id, isDue }) => isDue && byId(seen.weaknesses, id)?.dueOn === undefined)
  return visits.map(({ day, visit }, at): PlannedVisit => {
    const own = [...(planned.get(day) ?? []), ...(fitted.get(day) ?? []).flatMap((window) => jobs.get(window) ?? [])]
    const assets = new Set(own.map(({ asset }) => asset))
    const along = onTheWay.filter(({ asset }) => assets.has(asset))
    const clears = [...new Set([...own, ...along].map(({ id }) => id))].sort()
    const id = `${party}:${String(at + 1).padStart(3, '0')}`
    return { id, party, by: addDays(epoch, day), ...(visit && { visit }), clears, assets: [...assets].sort() }
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

/**
 * From today to the day on which it is due, less the days on which nothing may be changed; if all are such days, the first one after.
 * Work with the same days has the very same window.
 */
function windowsOf(seen: Seen): (duty: ResponseDuty) => Window {
  const { asOf } = seen
  const windows = new Map<string, Window>()
  const freezes = freezesOf(seen)
  return ({ id, asset }) => {
    const dueOn = byId(seen.weaknesses, id)?.dueOn ?? asOf
    const here = freezes.filter(({ concerns }) => concerns(asset))
    const key = [dueOn, ...here.map((freeze) => freeze.id)].join(' ')
    const whole = (): Stretch => [daysBetween(epoch, asOf), daysBetween(epoch, dueOn < asOf ? asOf : dueOn)]
    const window =
      windows.get(key) ??
      lessFreezes(
        whole(),
        here.map(({ stretch }) => stretch),
      )
    windows.set(key, window)
    return window
  }
}

type Stretch = readonly [first: number, last: number]

interface Freeze {
  readonly id: string
  readonly stretch: Stretch
  readonly concerns: (asset: ResponseDuty['asset']) => boolean
}

function freezesOf({ plannedUpdates, assets }: Seen): readonly Freeze[] {
  return plannedUpdates.flatMap(({ id, freezeFrom, freezeUntil, assets: own, systems }): readonly Freeze[] => {
    if (freezeFrom === undefined || freezeUntil === undefined || freezeUntil < freezeFrom) return []
    const concerns = (asset: ResponseDuty['asset']) =>
      own?.includes(asset) === true || (systems ?? []).some((system) => byId(assets, asset)?.systems?.includes(system))
    return [{ id, stretch: [daysBetween(epoch, freezeFrom), daysBetween(epoch, freezeUntil)], concerns }]
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
