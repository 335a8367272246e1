import type { VendorSummary } from '@mimamori/contract'
import {
  addDays,
  answersTo,
  byId,
  having,
  isOpenTask,
  itemsOfSheet,
  known,
  replyDueOn,
  type Sheet,
  sideToSpeak,
  visitsOf,
  type WorkTask,
  weakestAnswer,
  withoutProvenance,
} from '@mimamori/domain'
import { isOnPaper } from '../checklists/index.ts'
import type { Kept } from '../kept.ts'
import { vendorAgreementsOf } from '../risks/index.ts'
import { vendorTaskSummary } from '../tasks/index.ts'
import { vendorResponsesOf, vendorUpdatesOf } from '../vulnerabilities/index.ts'

/** What the list of a vendor's clients says of this facility: the vendor's own sheets and tasks, and nothing that it may not see. */
export function vendorSummaryOf(now: Kept, vendor: string): VendorSummary {
  const sheets = now.analysis.world.sheetsNow.filter((sheet) => sheet.audience === 'vendor' && known(sheet.vendor) === vendor)
  const { tasks, contactChanges } = now.picture.slices
  const handed = tasks.filter((task) => task.vendor === vendor && isListed(now, task))
  return {
    facility: now.state.name,
    sheets: sheets.map((sheet) => sheetSummary(now, sheet, vendor)),
    tasks: handed.map((task) => vendorTaskSummary(now, task)),
    contactChanges: contactChanges.filter((change) => change.vendor === vendor).map(withoutProvenance),
    visits: visitsOf(now.picture.slices, vendor).map(({ visit, steps, ...standing }) => ({
      ...standing,
      visit: withoutProvenance(visit),
      steps: steps.map(withoutProvenance),
    })),
    responses: vendorResponsesOf(now, vendor),
    updates: vendorUpdatesOf(now, vendor),
    agreements: vendorAgreementsOf(now, vendor),
  }
}

const closedShownDays = 60

/** Open ones, and for a while those that were closed. */
function isListed(now: Kept, task: WorkTask): boolean {
  return isOpenTask(task) || (task.doneOn !== undefined && task.doneOn >= addDays(now.asOf, -closedShownDays))
}

function sheetSummary(now: Kept, sheet: Sheet, vendor: string): VendorSummary['sheets'][number] {
  const { slices } = now.picture
  const system = byId(slices.systems, known(sheet.system))
  const items = itemsOfSheet(now.catalogue.reference.items, sheet)
  const dueOn = replyDueOn(sheet, now.catalogue.reference.periods)
  const answered = items.filter((item) => weakestAnswer(item, answersTo(slices.answers, sheet.id, item.id)).state !== 'unanswered')
  return {
    sheet: sheet.id,
    // A system that has gone to another vendor is no longer this one's to see.
    ...(system && known(system.vendor) === vendor && { system: system.name }),
    edition: sheet.edition,
    ...(dueOn !== undefined && { dueOn }),
    ...(sheet.returnedOn !== undefined && { returnedOn: sheet.returnedOn }),
    items: items.length,
    answered: answered.length,
    onPaper: isOnPaper(sheet),
    asked: having(slices.discussions, 'sheet', sheet.id)
      .filter((discussion) => sideToSpeak(slices.messages, discussion) === 'vendor')
      .map((discussion) => byId(items, discussion.item)?.number ?? discussion.item),
  }
}
