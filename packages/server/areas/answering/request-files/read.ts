import { type DraftAnswer, draftAnswer, type RequestFileView, type RequestHead } from '@mimamori/contract'
import { type ChecklistItem, itemsOfSheet, type Sheet, weakestAnswer } from '@mimamori/domain'
import { type ChecklistRead, readChecklistFile } from '@mimamori/formats'
import { nameOfDocument } from '../../checklists/index.ts'
import type { Services } from '../../services.ts'
import { answeringProblem } from '../problems.ts'
import { titleForVendor } from '../standards.ts'

/** 依頼ファイル: what it asks, of whom, and what it answers already. */
export async function readRequestFile(services: Services, file: { name: string; bytes: Uint8Array }): Promise<RequestFileView> {
  const { catalogue } = services
  const read = await readChecklistFile(file, { items: catalogue.reference.items, today: services.today() })
  if (read.header.audience !== 'vendor') throw answeringProblem('request-file/not-for-vendors')
  const items = itemsOfRequest(services, read.header.edition)
  return {
    today: services.today(),
    head: headOf(read),
    editionName: nameOfDocument(read.header.edition, catalogue),
    items: items.map((item) => ({
      item: item.id,
      number: item.number,
      title: titleForVendor(services, item),
      perClient: item.perClient === true,
    })),
    answers: Object.fromEntries(
      items.flatMap((item) => {
        const answer = answerIn(read, item)
        return answer ? [[item.id, answer]] : []
      }),
    ),
    problems: read.problems.map(({ message, action, place }) => ({ message, action, ...(place.row !== undefined && { row: place.row }) })),
  }
}

export function itemsOfRequest({ catalogue }: Services, edition: string): readonly ChecklistItem[] {
  return itemsOfSheet(catalogue.reference.items, { edition: edition as Sheet['edition'], audience: 'vendor' }) // none where there is no such edition
}

function headOf({ header }: ChecklistRead): RequestHead {
  const { edition, sheetId, facilityName, vendorName, vendorLabel, systemName, systemLabel, fiscalYear, dueOn } = header
  const known = {
    sheet: sheetId,
    facility: facilityName,
    vendor: vendorName,
    vendorName: vendorLabel ?? vendorName,
    system: systemName,
    systemName: systemLabel ?? systemName,
    fiscalYear,
    dueOn,
  }
  return { edition, ...Object.fromEntries(Object.entries(known).filter(([, value]) => value !== undefined)) }
}

/** An item that was answered by its parts counts by the weakest of them. */
function answerIn({ answers }: ChecklistRead, item: ChecklistItem): DraftAnswer | undefined {
  const rows = answers
    .filter((one) => one.item.id === item.id)
    .map(({ fields, part }, at) => ({ id: String(at), sheet: '', item: item.id, ...(part && { part }), ...fields }) as never) // as a stored answer
  const { answer } = weakestAnswer(item, rows)
  if (answer?.answer === undefined) return undefined
  const { answer: word, reason, checkedOn, targetOn, note } = answer
  return draftAnswer.parse({
    answer: word,
    ...(reason !== undefined && { reason }),
    ...(checkedOn !== undefined && { checkedOn }),
    ...(targetOn !== undefined && { targetOn }),
    ...(note !== undefined && { note }),
  })
}
