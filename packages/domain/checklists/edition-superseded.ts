import { fact } from '../finding.ts'
import { byId } from '../picture.ts'
import { defineRule } from '../rule.ts'
import { isOwnSheet } from './effective.ts'
import type { Edition, Sheet } from './types.ts'

/** The facility answers an edition that a newer one has replaced. */
export const editionSuperseded = defineRule({
  id: 'checklists/edition-superseded',
  area: 'checklists',
  reads: ['sheetsNow', 'editions', 'asOf'],
  each: 'sheetsNow',
  evaluate({ editions, asOf }, sheet) {
    const now = byId(editions, sheet.edition)
    if (!isOwnSheet(sheet) || now?.validFrom === undefined) return
    const newer = editions.filter(
      (edition) =>
        edition.validFrom !== undefined && edition.validFrom > (now.validFrom ?? '') && edition.validFrom <= asOf && isFor(edition, sheet),
    )
    const [next] = newer.toSorted((a, b) => ((a.validFrom ?? '') < (b.validFrom ?? '') ? 1 : -1))
    if (!next) return
    const say = next.itemsLoaded ? 'newer' : 'newer-without-items'
    return {
      subjects: [sheet.id],
      parties: ['facility'],
      because: [{ say, with: { year: next.fiscalYear ?? 0 }, grade: say, facts: [fact('sheets', sheet.id, 'edition')] }],
    }
  },
})

function isFor(edition: Edition, sheet: Sheet): boolean {
  return edition.audiences.includes(sheet.audience) || (sheet.audience !== 'vendor' && edition.audiences.includes('facility'))
}
