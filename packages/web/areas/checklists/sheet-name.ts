import type { ChecklistView } from '@mimamori/contract'
import type { Words } from '../../text/words.tsx'

/** How a sheet is called: the facility's own, or a vendor's with its system. */
export function sheetName({ sheet, title, vendorName, systemName }: ChecklistView, t: Words['t'], say: Words['say']): string {
  if (sheet.record.audience !== 'vendor') return t('checklist.own')
  if (vendorName === undefined) return say(title)
  return systemName === undefined ? vendorName : t('vendor.andSystem', { vendor: vendorName, system: systemName })
}
