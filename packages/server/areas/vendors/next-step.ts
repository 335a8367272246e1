import {
  addDays,
  byId,
  type CalendarDate,
  dateInWords,
  daysBetween,
  having,
  known,
  type Sheet,
  type Text,
  type Vendor,
  type VendorRequest,
} from '@mimamori/domain'
import type { Kept } from '../kept.ts'
import { fillText, inBoth, ownWords } from '../words.ts'
import { vendorTexts } from './texts.ts'

const { next, ways, times } = vendorTexts

/** 「依頼と返事の経過」 of a sheet, the oldest first. */
export function requestsOf(now: Kept, sheet: Sheet): readonly VendorRequest[] {
  return having(now.picture.slices.requests, 'sheet', sheet.id).toSorted((a, b) => (`${a.on}|${a.id}` < `${b.on}|${b.id}` ? -1 : 1))
}

/** The day until which an answer was hoped for. */
export function dueOf(now: Kept, sheet: Sheet): CalendarDate | undefined {
  const days = byId(now.catalogue.reference.periods, 'vendor-reply')?.days ?? 0
  return sheet.dueOn ?? (sheet.sentOn && addDays(sheet.sentOn, days))
}

/**
 * What to do next about a sheet: send it, wait, call, ask again in writing, turn to the second contact, and at last a
 * letter under the head's name. The steps follow what was done already.
 */
export function nextStep(now: Kept, sheet: Sheet, hasGaps: boolean): Text | undefined {
  if (sheet.returnedOn !== undefined) return hasGaps ? next.gaps : undefined
  if (sheet.sentOn === undefined) return next.send
  const requests = requestsOf(now, sheet)
  const promise = requests.findLast((one) => one.promisedOn !== undefined)?.promisedOn
  if (promise !== undefined && promise >= now.asOf) return fillText(next.promised, { on: dayText(promise) })
  const due = dueOf(now, sheet)
  const chased = requests.filter((one) => one.kind === 'chase-up')
  if (chased.length === 0 && due !== undefined && due >= now.asOf) return fillText(next.wait, { due: dayText(due) })
  return chase(now, sheet, chased)
}

const secondContactAfter = 2
const headAfter = 4

function chase(now: Kept, sheet: Sheet, chased: readonly VendorRequest[]): Text {
  const vendor = byId(now.picture.slices.vendors, known(sheet.vendor))
  const values = {
    days: daysBetween(sheet.sentOn ?? now.asOf, now.asOf),
    asked: askedHow(chased),
    head: ownWords(now.picture, now.catalogue).head,
  }
  if (chased.length === 0) return fillText(next.phone, values)
  if (chased.length < secondContactAfter) return fillText(next.again, values)
  const second = secondContact(vendor)
  if (chased.length < headAfter && second !== undefined) return fillText(next.second, { ...values, name: second })
  return fillText(next.head, values)
}

function secondContact(vendor: Vendor | undefined): string | undefined {
  return vendor?.secondContactName
}

/** 電話2回・FAX1回. */
function askedHow(chased: readonly VendorRequest[]): Text {
  const counts = new Map<VendorRequest['way'], number>()
  for (const one of chased) counts.set(one.way, (counts.get(one.way) ?? 0) + 1)
  const parts = [...counts].map(([way, n]) => fillText(times, { way: ways[way], n }))
  return { ja: parts.map((part) => part.ja).join('・'), en: parts.map((part) => part.en).join(', ') }
}

function dayText(day: CalendarDate): Text {
  return inBoth((lang) => dateInWords(day, lang))
}
