import { fiscalYearOf } from './calendar.ts'
import { applyChanges } from './change.ts'
import { audienceOf, type ChecklistReference, isOwnSheet, latestEditionWith, newSheet, ownSheet } from './checklists/index.ts'
import type { CalendarDate } from './ids.ts'
import { byId, type Picture } from './picture.ts'

/**
 * The picture with a sheet of the facility's own, which nobody has filled in, where it has no open one: a facility
 * without a checklist has everything to answer and not nothing.
 */
export function withOwnSheet(
  picture: Picture,
  { reference, asOf }: { reference: Pick<ChecklistReference, 'editions' | 'items'>; asOf: CalendarDate },
): { readonly picture: Picture; readonly added: boolean } {
  const { facility, sheets } = picture.slices
  if (sheets.some((sheet) => isOwnSheet(sheet) && sheet.closedOn === undefined)) return { picture, added: false }
  const audience = audienceOf(facility[0]?.kind)
  const edition = latestEditionWith(reference, audience)
  const sheet = edition && ownSheet({ fiscalYear: facility[0]?.fiscalYear ?? fiscalYearOf(asOf), edition: edition.id, audience })
  if (!sheet || byId(sheets, sheet.id)) return { picture, added: false }
  const applied = applyChanges(picture, newSheet(sheet, reference.items))
  return applied.kind === 'applied' ? { picture: applied.picture, added: true } : { picture, added: false }
}
