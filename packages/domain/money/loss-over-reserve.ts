import { fact } from '../finding.ts'
import type { World } from '../picture.ts'
import { defineRule } from '../rule.ts'
import { groupedYen } from '../yen.ts'
import { latestWith } from './figures.ts'
import { meanOfEvent, yearlyFrequency } from './one-event.ts'

/** One year in so many, at least, for it to be told. */
const rarest = 100

/**
 * Money that is there for a bad year would not do: events that cost more than it on average come, together, at least once in a hundred
 * years with the controls as they stand. The damage page draws whole years; this is the calm part of it that needs no chance.
 */
export const lossOverReserve = defineRule({
  id: 'money/loss-over-reserve',
  area: 'money',
  reads: ['finances', 'damageScenarios', 'facility'],
  evaluate({ finances, damageScenarios, facility: [own] }) {
    const year = latestWith(finances, 'reserveYen')
    if (!year || year.reserveYen === undefined || !own) return []
    const reserve = year.reserveYen
    const larger = damageScenarios.filter((scenario) => scenario.isHere && meanOfEvent(scenario) > reserve)
    const chance = -Math.expm1(-larger.reduce((sum, scenario) => sum + yearlyFrequency(scenario), 0))
    if (chance < 1 / rarest) return []
    const values = { reserve: groupedYen(reserve), years: Math.round(1 / chance), count: larger.length }
    return [
      {
        subjects: [own.id],
        parties: ['facility'],
        because: [{ say: 'over', with: values, facts: [fact('finances', year.id, 'reserveYen'), ...groundsOf(larger)] }],
      },
    ]
  },
})

function groundsOf(scenarios: World['damageScenarios']) {
  const all = scenarios.flatMap(({ grounds }) => grounds)
  const keys = all.map((ground) => JSON.stringify(ground))
  return all.filter((_, at) => keys.indexOf(keys[at] ?? '') === at).slice(0, 5)
}
