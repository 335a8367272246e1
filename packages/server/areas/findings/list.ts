import type { FindingsView } from '@mimamori/contract'
import { withScope } from '../../platform/index.ts'
import type { Asking } from '../asking.ts'
import { countOpen, listLines, openFacility } from '../facilities/index.ts'
import type { Services } from '../services.ts'
import { withTask } from './taken.ts'

const states = ['open', 'covered', 'accepted', 'no-longer-seen', 'done']
const unansweredRules = ['checklists/unanswered', 'checklists/carried-over']

/** The list page, from its table: what is done is left out unless asked for. `state`: one or several, with commas. */
export async function listFindings(services: Services, asking: Asking, facility: string, state: string | undefined): Promise<FindingsView> {
  const now = await openFacility(services, asking, facility)
  const asked = (state ?? '').split(',').filter((one) => states.includes(one))
  const wanted = state === 'all' ? states : asked.length > 0 ? asked : states.filter((one) => one !== 'done')
  return withScope(
    services.pool,
    asking,
    async (client) => ({
      revision: now.state.revision,
      findings: (await listLines(asking, client, { facility, states: wanted })).map((line) => withTask(now, line)),
      unanswered: await countOpen(asking, client, { facility, rules: unansweredRules }),
    }),
    { readOnly: true },
  )
}
