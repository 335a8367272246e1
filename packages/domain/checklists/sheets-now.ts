import { known } from '../record.ts'
import { defineDerivation } from '../rule.ts'
import { isOwnSheet } from './effective.ts'
import type { Sheet } from './types.ts'

/**
 * Sheets that count now: of the open ones, every party's latest. NOTE: a vendor's sheet is judged by that vendor's
 * sheets alone; by the facility's year a vendor would learn what it may not see.
 */
export const sheetsNow = defineDerivation({
  name: 'sheetsNow',
  reads: ['sheets'],
  derive({ sheets }) {
    const open = sheets.filter((sheet) => sheet.closedOn === undefined)
    const latest = new Map<string, number>()
    for (const sheet of open) latest.set(partyOf(sheet), Math.max(sheet.fiscalYear, latest.get(partyOf(sheet)) ?? 0))
    return open.filter((sheet) => sheet.fiscalYear === latest.get(partyOf(sheet)))
  },
})

function partyOf(sheet: Sheet): string {
  return isOwnSheet(sheet) ? 'own' : `${known(sheet.vendor) ?? ''}|${known(sheet.system) ?? ''}`
}
