import { defineDerivation } from '../rule.ts'
import type { Sheet } from './types.ts'

/** Sheets that count now: open ones of the latest year in which the facility has a sheet of its own. */
export const sheetsNow = defineDerivation({
  name: 'sheetsNow',
  reads: ['sheets'],
  derive({ sheets }) {
    const open = sheets.filter((sheet) => sheet.closedOn === undefined)
    const own = open.filter((sheet) => sheet.audience !== 'vendor')
    const year = latestYear(own.length > 0 ? own : open)
    return open.filter((sheet) => sheet.fiscalYear === year)
  },
})

function latestYear(sheets: readonly Sheet[]): number | undefined {
  return sheets.reduce<number | undefined>((latest, sheet) => (latest === undefined || sheet.fiscalYear > latest ? sheet.fiscalYear : latest), undefined)
}
