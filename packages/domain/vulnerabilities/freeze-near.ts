import { addDays } from '../calendar.ts'
import { fact } from '../finding.ts'
import { byId } from '../picture.ts'
import { defineRule } from '../rule.ts'
import { stepsOfUpdate, updateStanding } from './planned-update.ts'

/** Days on which nothing may be changed are near, and something on the same devices is due by then. */
export const freezeNear = defineRule({
  id: 'vulnerabilities/freeze-near',
  area: 'vulnerabilities',
  reads: ['plannedUpdates', 'plannedUpdateSteps', 'weaknesses', 'responseDuties', 'assets', 'periods', 'asOf'],
  each: 'plannedUpdates',
  evaluate({ plannedUpdateSteps, weaknesses, responseDuties, assets, periods, asOf }, update) {
    const { id, freezeFrom, freezeUntil } = update
    if (freezeFrom === undefined || freezeUntil === undefined || freezeUntil < asOf) return
    const standing = updateStanding(stepsOfUpdate(plannedUpdateSteps, id))
    if (standing === 'withdrawn' || standing === 'done' || freezeFrom > addDays(asOf, byId(periods, 'freeze-near')?.days ?? 0)) return
    const systems: ReadonlySet<string> = new Set(update.systems)
    const due = weaknesses.filter(
      ({ id: weakness, asset, dueOn }) =>
        dueOn !== undefined &&
        dueOn <= freezeUntil &&
        byId(responseDuties, weakness)?.isDue === true &&
        (update.assets?.includes(asset) || byId(assets, asset)?.systems?.some((system) => systems.has(system))),
    )
    if (due.length === 0) return
    const facts = [fact('plannedUpdates', id, 'freezeFrom'), ...due.slice(0, 5).flatMap(({ matches }) => fact('matches', matches[0]))]
    return {
      subjects: [id],
      parties: ['facility'],
      because: [{ say: 'freeze', with: { from: freezeFrom, until: freezeUntil, count: due.length }, facts }],
      dueOn: freezeFrom,
    }
  },
})
