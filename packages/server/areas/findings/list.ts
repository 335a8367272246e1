import type { FindingsView } from '@mimamori/contract'
import type { Asking } from '../asking.ts'
import { openFacility } from '../facilities/index.ts'
import type { Services } from '../services.ts'
import { listOrder } from './order.ts'
import { withTasks } from './taken.ts'

const states = ['open', 'covered', 'accepted', 'no-longer-seen', 'done']
const unansweredRules = ['checklists/unanswered', 'checklists/carried-over']

/** The list page, from what is kept of the revision that the store has: what is done is left out unless asked for. `state`: one or several, with commas. */
export async function listFindings(services: Services, asking: Asking, facility: string, state: string | undefined): Promise<FindingsView> {
  const now = await openFacility(services, asking, facility)
  const asked = (state ?? '').split(',').filter((one) => states.includes(one))
  const wanted = state === 'all' ? states : asked.length > 0 ? asked : states.filter((one) => one !== 'done')
  return {
    revision: now.state.revision,
    findings: withTasks(
      now,
      listOrder(now).filter((line) => wanted.includes(line.state)),
    ),
    unanswered: now.lines.filter((line) => line.state === 'open' && unansweredRules.includes(line.rule)).length,
  }
}
