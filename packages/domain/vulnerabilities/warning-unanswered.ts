import { addDays } from '../calendar.ts'
import { fact, noneWith } from '../finding.ts'
import { byId, having } from '../picture.ts'
import { defineRule } from '../rule.ts'
import type { Warning } from './types.ts'

/** A warning of which nobody has looked whether it concerns something here, or that does and is not being answered. */
export const warningUnanswered = defineRule({
  id: 'vulnerabilities/warning-unanswered',
  area: 'vulnerabilities',
  reads: ['warnings', 'responses', 'periods'],
  each: 'warnings',
  evaluate({ responses, periods }, warning) {
    if (warning.concerns === 'no' || warning.urgency === 'to-know' || having(responses, 'warning', warning.id).length > 0) return
    const say = warning.concerns === undefined ? 'not-looked' : 'no-response'
    return {
      subjects: [warning.id],
      parties: ['facility'],
      because: [
        {
          say,
          grade: warning.urgency,
          with: { on: warning.receivedOn },
          facts: [fact('warnings', warning.id), noneWith('responses', 'warning', warning.id)],
        },
      ],
      dueOn: firstOf(warning, addDays(warning.receivedOn, byId(periods, 'warning-look')?.days ?? 0)),
    }
  },
})

/** Looking comes before the day on which the warning itself asks for the work. */
function firstOf({ dueOn }: Warning, lookOn: NonNullable<Warning['dueOn']>): NonNullable<Warning['dueOn']> {
  return dueOn !== undefined && dueOn < lookOn ? dueOn : lookOn
}
