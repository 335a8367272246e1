import { type Change, latestEditionWith, type Sheet, vendorSheets } from '@mimamori/domain'
import type { Asking } from '../asking.ts'
import { checklistProblem } from '../checklists/index.ts'
import { changeFacility } from '../facilities/index.ts'
import type { Kept } from '../kept.ts'
import type { Services } from '../services.ts'

/** One sheet for every system that has a vendor and no sheet this year; in the edition of the facility's own sheet. */
export async function makeVendorSheets(services: Services, asking: Asking, facility: string): Promise<{ made: number }> {
  const { value } = await changeFacility(services, asking, facility, async (now) => {
    const own = now.analysis.world.sheetsNow.find((sheet) => sheet.audience !== 'vendor')
    if (!own) throw checklistProblem('checklist/no-such-sheet')
    const changes = sheetsToMake(now, own)
    const made = changes.filter((change) => change.slice === 'sheets').length
    return {
      batch: {
        changes: changes.map((change) => ({ change })),
        by: 'system' as const,
        note: { action: 'vendor-sheets/made', detail: { made } },
      },
      value: { made },
    }
  })
  return value
}

/** Sheets that are missing, in the edition of the facility's own; in the newest before it where vendors' questions are not loaded. */
function sheetsToMake(now: Kept, own: Sheet): readonly Change[] {
  const { items } = now.catalogue.reference
  const hasQuestions = items.some((item) => item.edition === own.edition && item.owners.includes('vendor'))
  const edition = hasQuestions ? own.edition : (latestEditionWith(now.catalogue.reference, 'vendor', own.fiscalYear)?.id ?? own.edition)
  return vendorSheets(now.picture, items, { fiscalYear: own.fiscalYear, edition })
}
