import {
  byId,
  type CalendarDate,
  dateInWords,
  daysBetween,
  having,
  known,
  type Sheet,
  type Text,
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

/** What to do next about a sheet, in words; the step itself comes from the schedule. */
export function nextStep(now: Kept, sheet: Sheet, hasGaps: boolean): Text | undefined {
  if (sheet.returnedOn !== undefined) return hasGaps ? next.gaps : undefined
  const step = byId(now.analysis.world.askingSteps, sheet.id)
  if (!step) return undefined
  if (step.why === 'promised' && step.promisedOn) return fillText(next.promised, { on: dayText(step.promisedOn) })
  if (step.why === 'reply-awaited' && step.dueOn) return awaited(now, sheet, { step: step.step, due: dayText(step.dueOn) })
  return step.why === 'silent' || step.why === 'promise-passed'
    ? fillText(next[step.step ?? 'all-taken'], valuesOf(now, sheet))
    : next[step.why]
}

/** Before the first reminder there is only the day; after it, how often it was asked and what comes on that day. */
function awaited(now: Kept, sheet: Sheet, ahead: { readonly step: string | undefined; readonly due: Text }): Text {
  const title = now.catalogue.reference.askingPlan.find((one) => one.id === ahead.step)?.title
  const isAgain = requestsOf(now, sheet).some((one) => again.has(one.kind))
  if (!isAgain || !title) return fillText(next['reply-awaited'], { due: ahead.due })
  return fillText(next['awaited-again'], { ...valuesOf(now, sheet), title, due: ahead.due })
}

function valuesOf(now: Kept, sheet: Sheet): Readonly<Record<string, string | number | Text>> {
  const vendor = byId(now.picture.slices.vendors, known(sheet.vendor))
  const chased = requestsOf(now, sheet).filter((one) => again.has(one.kind))
  return {
    days: daysBetween(sheet.sentOn ?? now.asOf, now.asOf),
    asked: askedHow(chased),
    head: ownWords(now.picture, now.catalogue).head,
    name: vendor?.secondContactName ?? '',
  }
}

const again: ReadonlySet<VendorRequest['kind']> = new Set(['chase-up', 'second-contact', 'head-letter'])

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
