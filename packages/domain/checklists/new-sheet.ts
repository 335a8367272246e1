import type { Change } from '../change-type.ts'
import { type AnswerId, type CalendarDate, type EditionId, entityId, type SheetId, type SystemId, type VendorId } from '../ids.ts'
import { having, type Picture, type Slices } from '../picture.ts'
import { isKnown, known } from '../record.ts'
import { itemsOfSheet } from './effective.ts'
import type { Answer, ChecklistItem, FormAudience, Sheet } from './types.ts'

/** The answer of a sheet to an item has one id for ever, so that a file that comes back finds it. */
export function answerIdOf(sheet: string, item: string, part?: string): AnswerId {
  return entityId(`${sheet}.${item.replace(/^[^:]*:/, '')}${part === undefined ? '' : `.${part}`}`)
}

/** The id of a party's sheet: year, edition, and the vendor and system it is for. */
export function sheetIdOf(sheet: { fiscalYear: number; edition: string; vendor?: VendorId; system?: SystemId }): SheetId {
  const whose =
    sheet.vendor === undefined
      ? 'own'
      : [sheet.vendor, sheet.system]
          .filter((id) => id !== undefined)
          .map(shortId)
          .join('.')
  return entityId(`sh:${sheet.fiscalYear}.${sheet.edition}.${whose}`)
}

function shortId(id: string): string {
  return id.replace(/^[a-z]+:/, '')
}

/** A sheet with one answer row for each of its items from the start: a state that rests on an absent row could leak. */
export function newSheet(sheet: Sheet, items: readonly ChecklistItem[]): readonly Change[] {
  const answers = itemsOfSheet(items, sheet).map((item): Answer => ({ id: answerIdOf(sheet.id, item.id), sheet: sheet.id, item: item.id }))
  return [{ kind: 'add', slice: 'sheets', record: sheet }, ...answers.map((record): Change => ({ kind: 'add', slice: 'answers', record }))]
}

/** The facility's own sheet of a year. */
export function ownSheet(of: { fiscalYear: number; edition: EditionId; audience: Exclude<FormAudience, 'vendor'> }): Sheet {
  return { id: sheetIdOf(of), ...of, vendor: 'not-applicable', system: 'not-applicable' }
}

/** Systems with a vendor that have no sheet of this year; a sheet for a vendor without a system stands for all of its systems. */
export function systemsWithoutSheet({ slices: { systems, sheets } }: Picture, fiscalYear: number): Slices['systems'] {
  return systems.filter((system) => {
    if (!isKnown(system.vendor)) return false
    const ofVendor = having(sheets, 'vendor', system.vendor)
    return !ofVendor.some((sheet) => sheet.fiscalYear === fiscalYear && (!isKnown(sheet.system) || sheet.system === system.id))
  })
}

/** One sheet for every system with a vendor that has none this year, each with its answer rows. */
export function vendorSheets(
  picture: Picture,
  items: readonly ChecklistItem[],
  year: { fiscalYear: number; edition: EditionId },
): readonly Change[] {
  return systemsWithoutSheet(picture, year.fiscalYear).flatMap(({ id: system, vendor: fact }) => {
    const vendor = known(fact)
    if (vendor === undefined) return []
    return newSheet({ id: sheetIdOf({ ...year, vendor, system }), ...year, audience: 'vendor', vendor, system }, items)
  })
}

/** Which audience's form a kind of facility fills in. */
export function audienceOf(kind: string | undefined): Exclude<FormAudience, 'vendor'> {
  if (kind === 'pharmacy') return 'pharmacy'
  return kind === 'checkup-centre' || kind === 'laboratory' || kind === 'checkup-lab-centre' ? 'checkup-centre' : 'facility'
}

/** All answers of a sheet to one item, the whole item first. */
export function answersTo(answers: readonly Answer[], sheet: SheetId, item: string): readonly Answer[] {
  return having(answers, 'sheet', sheet).filter((answer) => answer.item === item)
}

/** The sheet as sent on a day, with the day on which an answer is hoped for. */
export function sentSheet(sheet: SheetId, on: CalendarDate, dueOn: CalendarDate): Change {
  return { kind: 'set', slice: 'sheets', id: sheet, fields: { sentOn: on, dueOn } }
}
