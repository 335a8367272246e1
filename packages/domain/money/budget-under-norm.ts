import { fact } from '../finding.ts'
import { byId } from '../picture.ts'
import { defineRule } from '../rule.ts'
import { groupedYen } from '../yen.ts'
import { latestWith } from './figures.ts'

const daysPerYear = 365

/**
 * Spent on security in the last year that tells, against the minimum of the four associations (提言1): a share of the revenue, the facility's
 * own or that of its class of beds.
 */
export const budgetUnderNorm = defineRule({
  id: 'money/budget-under-norm',
  area: 'money',
  reads: ['finances', 'lossAssumptions', 'facility'],
  evaluate({ finances, lossAssumptions, facility: [own] }) {
    const year = latestWith(finances, 'securityYen')
    const day = byId(lossAssumptions, 'param:revenue-day')
    const share = byId(lossAssumptions, 'param:security-share')?.value.low
    if (own?.kind !== 'hospital' || !year || year.securityYen === undefined || !day || day.by === 'default' || share === undefined)
      return []
    const need = Math.floor(day.value.best * daysPerYear * share)
    if (year.securityYen >= need) return []
    const say = day.by === 'class' ? 'class' : 'own'
    const values = { need: groupedYen(need), short: groupedYen(need - year.securityYen) }
    return [
      {
        subjects: [own.id],
        parties: ['facility'],
        because: [{ say, with: values, facts: [fact('finances', year.id, 'securityYen'), ...day.grounds] }],
      },
    ]
  },
})
