import { addDays } from '../calendar.ts'
import { fact } from '../finding.ts'
import { byId } from '../picture.ts'
import { defineRule } from '../rule.ts'
import { partiesOf, partyOfResponse } from './duty-parties.ts'
import { gapsOf, stepsOfUpdate } from './planned-update.ts'

/** A planned update that must run on a day and lacks a trial, a way back or the word to go. */
export const updateNotReady = defineRule({
  id: 'vulnerabilities/update-not-ready',
  area: 'vulnerabilities',
  reads: ['plannedUpdates', 'plannedUpdateSteps', 'periods'],
  each: 'plannedUpdates',
  evaluate({ plannedUpdateSteps, periods }, update) {
    const steps = stepsOfUpdate(plannedUpdateSteps, update.id)
    const gaps = gapsOf(update, steps)
    if (update.dueOn === undefined || gaps.length === 0) return
    const facts = [fact('plannedUpdates', update.id), ...steps.map(({ id }) => fact('plannedUpdateSteps', id))]
    return {
      subjects: [update.id],
      parties: partiesOf(partyOfResponse(update)),
      because: gaps.map((say) => ({ say, grade: say, with: { on: update.dueOn ?? '' }, facts })),
      dueOn: addDays(update.dueOn, -(byId(periods, 'update-ready')?.days ?? 0)),
    }
  },
})
