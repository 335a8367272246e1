import type { Facility } from '../facilities/index.ts'
import { byId, type Slices } from '../picture.ts'
import { isKnown, type Text } from '../record.ts'
import { audienceOf } from './new-sheet.ts'
import type { ChecklistItem, FormAudience, ItemVariant } from './types.ts'

/** Which wording and which work cards suit a facility; never what is asked of it. */
export type FacilitySize = 'clinic' | 'hospital' | 'large-hospital'

/** Our own division. */
const largeFromBeds = 200

/** Only a hospital reads the wording for hospitals; everybody else is closer to a clinic. */
export function sizeOf(facility: Pick<Facility, 'kind' | 'beds'> | undefined): FacilitySize {
  if (facility?.kind !== 'hospital') return 'clinic'
  return isKnown(facility.beds) && facility.beds >= largeFromBeds ? 'large-hospital' : 'hospital'
}

/** Who reads an item: the audience of the form and, on the facility's own, its size. */
export interface ItemReader {
  readonly audience: FormAudience
  readonly size: FacilitySize
}

/** The reader of the facility's own form. */
export function ownReader(slices: Pick<Slices, 'facility'>): ItemReader {
  const [facility] = slices.facility
  return { audience: audienceOf(facility?.kind), size: sizeOf(facility) }
}

/** The reader of one sheet. */
export function readerOfSheet(slices: Pick<Slices, 'facility' | 'sheets'>, sheet: string): ItemReader {
  const own = ownReader(slices)
  return { ...own, audience: byId(slices.sheets, sheet)?.audience ?? own.audience }
}

export interface ItemWords {
  readonly title: Text
  readonly question: Text
  readonly whereToLook?: Text
  readonly note?: Text
}

/** What an item says to this reader: the words of its audience first, then those of its size, then its own. */
export function itemWords(item: ChecklistItem, { audience, size }: ItemReader): ItemWords {
  const variants = [audience, ...(audience === 'vendor' ? [] : [size])].flatMap(
    (name) => item.variants?.find((one) => one.for === name) ?? [],
  )
  const own = audience === 'vendor' && item.vendorTitle ? { ...item, title: item.vendorTitle, question: item.vendorTitle } : item
  const pick = <K extends keyof ItemWords & keyof ItemVariant>(key: K) => variants.find((one) => one[key] !== undefined)?.[key] ?? own[key]
  const whereToLook = audience === 'vendor' ? undefined : pick('whereToLook')
  const note = pick('note')
  return {
    title: pick('title') ?? own.title,
    question: pick('question') ?? own.question,
    ...(whereToLook && { whereToLook }),
    ...(note && { note }),
  }
}
