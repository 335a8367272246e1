import { addDays } from '../calendar.ts'
import { fact } from '../finding.ts'
import { byId } from '../picture.ts'
import { known } from '../record.ts'
import { defineRule } from '../rule.ts'
import { withVendor } from './parties.ts'

/** An asset whose maker has stopped giving updates, or soon will. */
export const supportEnded = defineRule({
  id: 'assets/support-ended',
  area: 'assets',
  reads: ['assets', 'periods', 'asOf'],
  each: 'assets',
  evaluate({ periods, asOf }, asset) {
    const on = known(asset.supportEndsOn)
    if (on === undefined || asset.unlisted || on > addDays(asOf, byId(periods, 'support-ending')?.days ?? 0)) return
    const say = on < asOf ? 'ended' : 'ending'
    return {
      subjects: [asset.id],
      parties: withVendor(asset),
      because: [{ say, grade: say, with: { on }, facts: [fact('assets', asset.id, 'supportEndsOn')] }],
      dueOn: on,
    }
  },
})
