import type { FindingsView } from '@mimamori/contract'
import { lasting } from '../../platform/http/index.ts'
import type { Asking } from '../asking.ts'
import { openFacility } from '../facilities/index.ts'
import type { Kept } from '../kept.ts'
import type { Services } from '../services.ts'
import { listOrder } from './order.ts'
import { withTasks } from './taken.ts'

const states = ['open', 'covered', 'accepted', 'no-longer-seen', 'done']
const unansweredRules = ['checklists/unanswered', 'checklists/carried-over']

/** NOTE: by what is kept of a revision and the states that are shown, as a page of thousands is asked for more often than it changes. */
const views = new WeakMap<Kept, Map<string, FindingsView>>()

/** The list page, from what is kept of the revision that the store has: what is done is left out unless asked for. `state`: one or several, with commas. */
export async function listFindings(services: Services, asking: Asking, facility: string, state: string | undefined): Promise<FindingsView> {
  const now = await openFacility(services, asking, facility)
  const asked = (state ?? '').split(',')
  const chosen = states.filter((one) => asked.includes(one))
  const wanted = state === 'all' ? states : chosen.length > 0 ? chosen : states.filter((one) => one !== 'done')
  const made = views.get(now) ?? new Map<string, FindingsView>()
  views.set(now, made)
  const view = made.get(wanted.join()) ?? viewOf(now, wanted)
  made.set(wanted.join(), view)
  return lasting(view)
}

function viewOf(now: Kept, wanted: readonly string[]): FindingsView {
  return {
    revision: now.state.revision,
    findings: withTasks(
      now,
      listOrder(now).filter((line) => wanted.includes(line.state)),
    ),
    unanswered: now.lines.filter((line) => line.state === 'open' && unansweredRules.includes(line.rule)).length,
  }
}
