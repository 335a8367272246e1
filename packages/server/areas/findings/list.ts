import type { FindingsView } from '@mimamori/contract'
import { addMonths, byId, readDate } from '@mimamori/domain'
import type { Asking } from '../asking.ts'
import { changeFacility, openFacility } from '../facilities/index.ts'
import type { Services } from '../services.ts'
import { listOrder } from './order.ts'
import { findingProblem } from './problems.ts'

const states = ['open', 'covered', 'accepted', 'no-longer-seen', 'done']
const unansweredRules = ['checklists/unanswered', 'checklists/carried-over']

/** The list page, from what is kept of the revision that the store has: what is done is left out unless asked for. `state`: one or several, with commas. */
export async function listFindings(services: Services, asking: Asking, facility: string, state: string | undefined): Promise<FindingsView> {
  const now = await openFacility(services, asking, facility)
  const asked = (state ?? '').split(',').filter((one) => states.includes(one))
  const wanted = state === 'all' ? states : asked.length > 0 ? asked : states.filter((one) => one !== 'done')
  return {
    revision: now.state.revision,
    findings: listOrder(now).filter((line) => wanted.includes(line.state)),
    unanswered: now.lines.filter((line) => line.state === 'open' && unansweredRules.includes(line.rule)).length,
  }
}

const longestMonths = 24

/** 承知のうえで見送り: with a day, a reason and the name of the one who decides. */
export async function acceptFinding(
  services: Services,
  asking: Asking,
  facility: string,
  given: { id: string; until: string; why: string; by: string },
): Promise<void> {
  const until = readDate(given.until)
  const today = services.today()
  if (until === undefined || until <= today || until > addMonths(today, longestMonths)) throw findingProblem('finding/until-out-of-range')
  await changeFacility(services, asking, facility, async (now) => {
    const row = byId(now.picture.slices.register, given.id)
    const tracked = byId(now.tracked, given.id)
    if (!row || tracked?.finding === undefined) throw findingProblem('finding/not-found')
    const fields = { accepted: { until, by: given.by, why: given.why } }
    const batch = {
      changes: [{ change: { kind: 'set' as const, slice: 'register' as const, id: row.id, fields } }],
      by: 'system' as const,
      note: { action: 'finding/accepted', subject: given.id, detail: { facility, until } },
    }
    return { batch, value: undefined }
  })
}
