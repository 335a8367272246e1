import { type CalendarDate, nextNudgeOn, type Picture, type ResponseAsking, type SliceName } from '@mimamori/domain'
import type { PoolClient } from 'pg'
import { enqueueJob, type Scope } from '../../platform/index.ts'
import type { Kept } from '../kept.ts'

/** Brings to mind, by mail, that acceptances of a facility are about to end, and that vendors are to be asked again. */
export const nudgeTask = 'acceptance-nudge'

/** As much of a facility as tells what is to be brought to mind when. */
export interface Nudged {
  readonly picture: Picture
  readonly responseAsking: readonly ResponseAsking[]
}

/** The next day on which something is to be brought to mind: an acceptance comes near its end, or a vendor is to be asked again. */
export function nextDayOf({ picture, responseAsking }: Nudged, asOf: CalendarDate): CalendarDate | undefined {
  const asked = responseAsking.flatMap(({ dueOn }) => (dueOn !== undefined && dueOn > asOf ? [dueOn] : []))
  const [first] = [nextNudgeOn(picture.slices.register, asOf), ...asked].filter((day) => day !== undefined).sort()
  return first
}

/** Puts that day into the queue, where a change has moved it; one job for each facility. */
export async function planNudge(scope: Scope, client: PoolClient, before: Kept, after: Nudged): Promise<void> {
  const { asOf, picture, state } = before
  const on = nextDayOf(after, asOf)
  const { responseAsking } = before.analysis.world
  if (on === undefined || on === nextDayOf({ picture, responseAsking }, asOf)) return
  await enqueueNudge(scope, client, { facility: state.facility, on })
}

/** NOTE: without the person, who may have left by then: it is the facility's own reminder. */
export async function enqueueNudge(
  _scope: Scope,
  client: PoolClient,
  { facility, on, restMinutes }: { facility: string; on: CalendarDate; restMinutes?: number },
): Promise<void> {
  const startAt = new Date(`${on}T08:00:00+09:00`)
  await enqueueJob(client, { task: nudgeTask, input: { facility }, key: facility, startAt, restMinutes })
}

/** Holds what is installed at a facility against what is published. */
export const matchTask = 'vulnerabilities/match'

/** Of these follows what is installed, and what waits to be proven. */
const matchedSlices: ReadonlySet<SliceName> = new Set(['assets', 'software', 'claims', 'responses'])

/** A facility whose register has changed is held against the feeds anew; several changes within a moment are one run. */
export async function planMatching(
  _scope: Scope,
  client: PoolClient,
  { facility, changed, at }: { facility: string; changed: Iterable<SliceName>; at: Date },
): Promise<void> {
  if (![...changed].some((slice) => matchedSlices.has(slice))) return
  await enqueueJob(client, { task: matchTask, input: { facility }, key: facility, startAt: new Date(at.getTime() + 3_000) })
}
