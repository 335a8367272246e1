import type { ChecklistView } from '@mimamori/contract'
import type { Words } from '../../text/words.tsx'

/** How a sheet is called: the facility's own, or a vendor's with its system. */
export function sheetName(view: ChecklistView, t: Words['t'], say: Words['say']): string {
  const { sheet, title, vendorName, systemName, readOnly, fiscalYearName } = view
  if (sheet.record.audience !== 'vendor') return readOnly ? t('checklist.ownOf', { year: say(fiscalYearName) }) : t('checklist.own')
  if (vendorName === undefined) return say(title)
  return systemName === undefined ? vendorName : t('vendor.andSystem', { vendor: vendorName, system: systemName })
}
