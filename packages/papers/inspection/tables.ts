import type { CalendarDate } from '@mimamori/domain'
import type { Form, FormRow } from '../checklist/form.ts'
import { askedHow } from '../checklist/form.ts'
import { itemText } from '../checklist/rows.ts'
import type { Bundle, VendorPart } from '../pack/bundle.ts'
import { chartTopic, exhibitsFor } from '../pack/exhibits.ts'
import type { Context } from '../paper/context.ts'
import { type Row, row, sayPlain, type Table, table } from '../paper/index.ts'
import { shortDay } from '../paper/made.ts'
import { type Missing, missingIn, missingInForm } from './missing.ts'

/** Two lines of writing by hand. */
const rowMm = 10
const vendorRowMm = 8.5

/** Every row of the facility's form in the official order: what is there, what is not, and who sees to it by when. */
export function itemTable(bundle: Bundle, own: Form): Table {
  const words = bundle.at.t.inspection
  const columns = [
    { title: words.number, width: 12, align: 'center', names: true },
    { title: words.question, width: 'rest' },
    { title: words.answerAndDays, width: 31 },
    { title: words.evidence, width: 31 },
    { title: words.missing, width: 32 },
    { title: words.whoAndWhen, width: 24 },
  ] as const
  return table(
    words.items,
    columns,
    own.rows.map((one) => itemRow(bundle, one)),
    rowMm,
  )
}

function itemRow(bundle: Bundle, one: FormRow): Row {
  const { at } = bundle
  return row(one.item.number, titleOf(at, one), answerAndDays(at, one), evidenceOf(bundle, one), boxes(at, missingIn(bundle, one)), '')
}

export function titleOf(at: Context, one: FormRow): string {
  return itemText(at, one) + (one.part === undefined ? '' : `(${at.t.parts[one.part]})`)
}

function answerAndDays(at: Context, one: FormRow): string {
  const words = at.t.inspection
  const { answer } = one
  const day = (text: string, on: CalendarDate | undefined) => (on === undefined ? '' : sayPlain(text, { on: shortDay(on, at.lang) }))
  const target = one.firstSaid === 'no' ? day(words.targetOn, answer?.targetOn) : ''
  return together([at.t.said[one.said], day(words.checkedOn, answer?.checkedOn), target, day(words.secondOn, answer?.recheckedOn)])
}

/** 資料5・6 総務課 書庫2: the numbers are those of the pack, the place is where the originals can be seen. */
export function evidenceOf({ at, exhibits }: Bundle, one: FormRow): string {
  const words = at.t.inspection
  if (one.item.topic === chartTopic && one.said === 'yes') return words.chart
  const byPlace = Map.groupBy(exhibitsFor(exhibits, one.answer?.id), ({ evidence }) => evidence.place || evidence.name)
  return together([...byPlace].map(([place, same]) => sayPlain(words.exhibit, { n: same.map(({ n }) => n).join(at.t.and), place })))
}

export function boxes(at: Context, missing: readonly Missing[]): string {
  const words = at.t.inspection
  return missing.length === 0 ? words.complete : together(missing.map((what) => sayPlain(words.box, { what: words.lacks[what] })))
}

/** One row per vendor's sheet: whether it came back, and which of its fields are empty. */
export function vendorTable(bundle: Bundle): Table {
  const { at, vendors } = bundle
  const words = at.t.inspection
  const columns = [
    { title: words.vendor, width: 'rest', names: true },
    { title: words.reply, width: 44 },
    { title: words.missing, width: 42 },
    { title: words.whoAndWhen, width: 26 },
  ] as const
  return table(
    words.vendors,
    columns,
    vendors.map((one) => row(vendorName(one), replyOf(at, one.form), vendorBoxes(at, one.form), '')),
    vendorRowMm,
  )
}

export function vendorName({ form }: VendorPart): string {
  return together([form.vendorName, form.systemName])
}

export function replyOf(at: Context, form: Form): string {
  const words = at.t.inspection
  if (!form.isSilent) return sayPlain(words.returnedOn, { on: shortDay(form.sheet.returnedOn, at.lang) })
  const { times, lastOn } = askedHow(form)
  return lastOn === undefined ? words.neverAsked : sayPlain(words.asked, { times, on: shortDay(lastOn, at.lang) })
}

export function vendorBoxes(at: Context, form: Form): string {
  const words = at.t.inspection
  if (form.isSilent) return sayPlain(words.box, { what: words.replyMissing })
  const all = form.rows.flatMap((one) => missingInForm(at, one))
  const kinds = [...new Set(all)]
  if (kinds.length === 0) return words.complete
  return together(kinds.map((kind) => sayPlain(words.boxMany, { what: words.lacks[kind], n: all.filter((one) => one === kind).length })))
}

function together(parts: readonly (string | undefined)[]): string {
  return parts.filter((part) => part !== undefined && part !== '').join('\n')
}
