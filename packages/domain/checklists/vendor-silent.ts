import { addDays } from '../calendar.ts'
import type { DraftReason } from '../finding.ts'
import { fact } from '../finding.ts'
import { byId, having } from '../picture.ts'
import { isKnown } from '../record.ts'
import { defineRule } from '../rule.ts'
import type { Sheet, VendorRequest } from './types.ts'

/** A vendor that was asked for its sheet and has not returned it. */
export const vendorSilent = defineRule({
  id: 'checklists/vendor-silent',
  area: 'checklists',
  reads: ['sheetsNow', 'requests', 'periods'],
  each: 'sheetsNow',
  evaluate({ requests, periods }, sheet) {
    if (!isKnown(sheet.vendor) || sheet.sentOn === undefined || sheet.returnedOn !== undefined) return
    return {
      subjects: [sheet.id, sheet.vendor],
      parties: [`vendor:${sheet.vendor}`, 'facility'],
      because: [
        { say: 'asked', with: { on: sheet.sentOn }, facts: [fact('sheets', sheet.id, 'sentOn'), fact('sheets', sheet.id, 'returnedOn')] },
        ...chased(sheet, requests),
      ],
      dueOn: sheet.dueOn ?? addDays(sheet.sentOn, byId(periods, 'vendor-reply')?.days ?? 0),
    }
  },
})

/** How often the vendor was asked again makes the silence graver, and is the facility's work done. */
function chased(sheet: Sheet, requests: readonly VendorRequest[]): readonly DraftReason[] {
  const again = having(requests, 'sheet', sheet.id).filter((request) => request.kind === 'chase-up')
  const last = again.reduce<string>((latest, request) => (request.on > latest ? request.on : latest), '')
  if (last === '') return []
  const facts = again.map((request) => fact('requests', request.id))
  return [{ say: 'chased', with: { times: again.length, last }, facts, aside: true, grade: again.length >= 3 ? 'chased-often' : 'usual' }]
}
