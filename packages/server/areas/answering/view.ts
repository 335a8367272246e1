import { draftAnswer, type ReceiptView, receiptView, type SheetToAnswerView } from '@mimamori/contract'
import {
  type Answer,
  answersTo,
  byId,
  type ChecklistItem,
  fiscalYearEnd,
  fiscalYearName,
  known,
  replyDueOn,
  weakestAnswer,
} from '@mimamori/domain'
import { withScope } from '../../platform/index.ts'
import { isOnPaper, nameOfDocument, wordsOfItem } from '../checklists/index.ts'
import { seenAndNot } from '../relations/index.ts'
import { inBoth } from '../words.ts'
import { discussionsOf, evidenceLineOf } from './discussions.ts'
import { draftViewOf, emptyDraft, itemsOf, keyOf } from './draft.ts'
import type { Answering } from './enter.ts'
import { listReceipts, readDraft, type StoredReceipt } from './store.ts'
import { byDay, vendorTaskLine } from './tasks/lines.ts'

/** One sheet as its vendor fills it in, made of what the vendor may see and of its own draft. */
export async function sheetToAnswer(answering: Answering): Promise<SheetToAnswerView> {
  const { services, own, seen, sheet } = answering
  const { draft, receipts } = await withScope(
    services.pool,
    own,
    async (client) => ({
      draft: (await readDraft(own, client, keyOf(answering))) ?? emptyDraft,
      receipts: await listReceipts(own, client, keyOf(answering)),
    }),
    { readOnly: true },
  )
  const { slices } = seen.picture
  const system = byId(slices.systems, known(sheet.system))?.name
  const dueOn = replyDueOn(sheet, seen.catalogue.reference.periods)
  return {
    sheet: sheet.id,
    facility: answering.facilityName,
    ...(system !== undefined && { system }),
    vendorName: byId(slices.vendors, known(sheet.vendor))?.name ?? '',
    edition: nameOfDocument(sheet.edition, seen.catalogue),
    fiscalYearName: inBoth((lang) => fiscalYearName(sheet.fiscalYear, lang)),
    today: seen.asOf,
    yearEnd: fiscalYearEnd(sheet.fiscalYear),
    ...(dueOn !== undefined && { dueOn }),
    ...(sheet.returnedOn !== undefined && { returnedOn: sheet.returnedOn }),
    isClosed: sheet.closedOn !== undefined,
    onPaper: isOnPaper(sheet),
    byLink: answering.account === undefined,
    items: [...itemsOf(answering).values()].map((item) => itemToAnswer(answering, item)),
    draft: draftViewOf(draft),
    receipts: receipts.flatMap(receiptOf),
    discussions: discussionsOf(seen, sheet),
    ...(answering.account === undefined && { tasks: slices.tasks.map((task) => vendorTaskLine(seen, task, 'link')).toSorted(byDay) }),
    ...seenAndNot('vendor', { areas: [], counts: false }),
  }
}

function itemToAnswer({ seen, sheet }: Answering, item: ChecklistItem): SheetToAnswerView['items'][number] {
  const rows = answersTo(seen.picture.slices.answers, sheet.id, item.id)
  const { answer } = weakestAnswer(item, rows)
  const { short, title, question, note, confidence } = wordsOfItem(seen, item, sheet.id)
  const ids = new Set(rows.map((row) => row.id))
  return {
    item: item.id,
    number: item.number,
    short,
    title,
    question,
    ...(note && { note }),
    confidence,
    perClient: item.perClient === true,
    ...(answer?.answer !== undefined && { now: shownAnswer(answer) }),
    evidence: seen.picture.slices.evidence.filter((one) => one.answers?.some((id) => ids.has(id))).map(evidenceLineOf),
  }
}

/** Of a stored answer what a vendor writes on its form. */
export function shownAnswer({ answer, reason, checkedOn, targetOn, note }: Answer) {
  return draftAnswer.parse({
    ...(answer !== undefined && { answer }),
    ...(reason !== undefined && { reason }),
    ...(checkedOn !== undefined && { checkedOn }),
    ...(targetOn !== undefined && { targetOn }),
    ...(note !== undefined && { note }),
  })
}

/** A receipt as it was stored; one that no longer reads is left out rather than shown in part. */
export function receiptOf({ number, at, body }: StoredReceipt): ReceiptView[] {
  const read = receiptView.safeParse({ ...(typeof body === 'object' ? body : {}), number, at: new Date(at).toISOString() })
  return read.success ? [read.data] : []
}
