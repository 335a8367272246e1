import type { DraftReason } from '../finding.ts'
import { fact } from '../finding.ts'
import type { ItemId, VendorId } from '../ids.ts'
import { byId, type Party } from '../picture.ts'
import { type ClauseRef, known } from '../record.ts'
import type { Answer, ChecklistItem, Sheet } from './types.ts'

/** Who must act on an answer of this sheet: the facility alone, or the vendor whose sheet it is and the facility. */
export function partiesOf(vendor: VendorId | undefined): readonly [Party, ...Party[]] {
  return vendor === undefined ? ['facility'] : [`vendor:${vendor}`, 'facility']
}

/** Item and sheet tell the answers of one item apart, also where a vendor has two systems. */
export function subjectsOf(answer: Answer): readonly [string, string] {
  return [answer.item, answer.sheet]
}

/** The open sheet of an answer, if it counts now. */
export function sheetOf(sheets: readonly Sheet[], answer: Answer): Sheet | undefined {
  return byId(sheets, answer.sheet)
}

export function vendorOf(sheet: Sheet): VendorId | undefined {
  return known(sheet.vendor)
}

/** The item's number in its edition and the clauses that it goes back to. */
export function clausesOf(items: readonly ChecklistItem[], id: ItemId): readonly ClauseRef[] {
  const item = byId(items, id)
  return item ? [{ edition: item.edition, clause: item.number, confidence: item.confidence }, ...item.refs] : []
}

/** A reason that rests on some fields of one answer. */
export function becauseOf(answer: Answer, say: string, fields: readonly string[], more: Partial<DraftReason> = {}): DraftReason {
  return { say, facts: fields.map((field) => fact('answers', answer.id, field)), ...more }
}
