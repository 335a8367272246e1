import {
  type Answer,
  byId,
  type CalendarDate,
  type ChecklistItem,
  type Confidence,
  type Edition,
  having,
  itemsOfSheet,
  type JoinedState,
  known,
  type PrintedRow,
  type Sheet,
  stateOfAnswer,
  type Text,
  type VendorRequest,
} from '@mimamori/domain'
import type { Context } from '../paper/context.ts'

/**
 * What a row says on paper. `open`: may stay empty because there is no contract. `silent`: the vendor has not returned
 * its sheet. Only `unanswered` and `carried-over` are 未記入.
 */
export type Said = 'yes' | 'no' | 'not-applicable' | 'other-party' | 'unanswered' | 'carried-over' | 'open' | 'silent'

/** One printed row of a form; an item that the form prints under two headings has two. */
export interface FormRow {
  readonly item: ChecklistItem
  readonly part?: PrintedRow
  readonly title: string
  readonly confidence: Confidence
  readonly said: Said
  /** The first answer where a second check changed it; the form keeps both. */
  readonly firstSaid: Said
  readonly answer?: Answer
}

export interface Form {
  readonly sheet: Sheet
  readonly edition?: Edition
  readonly rows: readonly FormRow[]
  readonly vendorName?: string
  readonly systemName?: string
  readonly requests: readonly VendorRequest[]
  readonly isSilent: boolean
}

/** The facility's own form of this year, if there is one. */
export function facilityForm(at: Context): Form | undefined {
  const sheet = sheetsNow(at).find((one) => one.audience !== 'vendor')
  return sheet && formOf(at, sheet)
}

/** Every vendor's form of this year, in order of the vendor's reading and of the system. */
export function vendorForms(at: Context): readonly Form[] {
  const order = (form: Form) =>
    `${vendorOf(at, form.sheet)?.kana ?? form.vendorName ?? ''}|${form.vendorName ?? ''}|${form.systemName ?? ''}|${form.sheet.id}`
  return sheetsNow(at)
    .filter((sheet) => sheet.audience === 'vendor' && known(sheet.vendor) !== undefined)
    .map((sheet) => formOf(at, sheet))
    .toSorted((a, b) => (order(a) < order(b) ? -1 : 1))
}

/** The sheets that count now, as the copy may show them. */
function sheetsNow(at: Context): readonly Sheet[] {
  return at.world.sheetsNow.flatMap((sheet) => byId(at.slices.sheets, sheet.id) ?? [])
}

function vendorOf(at: Context, sheet: Sheet) {
  return byId(at.slices.vendors, known(sheet.vendor))
}

export function formOf(at: Context, sheet: Sheet): Form {
  const items = itemsOfSheet(at.world.items, sheet)
  const isSilent = sheet.audience === 'vendor' && sheet.returnedOn === undefined
  const edition = byId(at.world.editions, sheet.edition)
  const vendorName = vendorOf(at, sheet)?.name
  const systemName = byId(at.slices.systems, known(sheet.system))?.name
  return {
    sheet,
    rows: items.flatMap((item) => rowsOf(at, sheet, item, isSilent)),
    requests: having(at.slices.requests, 'sheet', sheet.id).toSorted((a, b) => (`${a.on}|${a.id}` < `${b.on}|${b.id}` ? -1 : 1)),
    isSilent,
    ...(edition && { edition }),
    ...(vendorName !== undefined && { vendorName }),
    ...(systemName !== undefined && { systemName }),
  }
}

function rowsOf(at: Context, sheet: Sheet, item: ChecklistItem, isSilent: boolean): readonly FormRow[] {
  const own = having(at.slices.answers, 'sheet', sheet.id).filter((answer) => answer.item === item.id)
  const parts: readonly (PrintedRow | undefined)[] = item.rows.length > 1 ? item.rows : [undefined]
  return parts.map((part) => {
    const answer =
      own.find((one) => part !== undefined && one.part === part) ??
      own.find((one) => one.part === undefined) ??
      (part === undefined ? own[0] : undefined)
    const said = saidIn(at, sheet, item, answer, isSilent)
    return {
      item,
      title: withoutParts(at, item, titleOf(item, sheet)[at.lang]),
      confidence: sheet.audience === 'vendor' ? (item.vendorConfidence ?? item.confidence) : item.confidence,
      said,
      firstSaid: answer?.answer === 'no' && said === 'yes' ? 'no' : said,
      ...(answer && { answer }),
      ...(part && { part }),
    }
  })
}

function saidIn(at: Context, sheet: Sheet, item: ChecklistItem, answer: Answer | undefined, isSilent: boolean): Said {
  const said = stateOfAnswer(answer)
  if (said !== 'unanswered') return isSilent && sheet.audience === 'vendor' ? 'silent' : said
  if (isSilent) return 'silent'
  return mayStayOpen(at, sheet, item) ? 'open' : 'unanswered'
}

/** What the joined rows and the vendor's system say: no vendor, or a system whose contract is stated to be none. */
function mayStayOpen(at: Context, sheet: Sheet, item: ChecklistItem): boolean {
  if (!item.openWithoutContract) return false
  if (sheet.audience !== 'vendor') return joinedState(at, item) === 'no-vendor'
  return byId(at.slices.systems, known(sheet.system))?.contract === 'none'
}

export function joinedState(at: Context, item: ChecklistItem): JoinedState | undefined {
  return byId(at.world.joinedRows, item.id)?.state
}

/** Titles of items that are printed twice name both headings; a row stands under one of them. */
function withoutParts(at: Context, item: ChecklistItem, title: string): string {
  if (item.rows.length < 2) return title
  const names = item.rows.map((row) => at.t.parts[row]).join(at.t.and)
  return title.replace(`(${names})`, '').trimEnd()
}

function titleOf(item: ChecklistItem, sheet: Sheet): Text {
  if (sheet.audience === 'vendor') return item.vendorTitle ?? item.title
  return item.variants?.find((variant) => variant.for === sheet.audience)?.title ?? item.title
}

const asks: ReadonlySet<VendorRequest['kind']> = new Set(['request', 'chase-up', 'second-contact', 'head-letter'])

/** 依頼{n}回・最終{日付}: how often a vendor was asked, and when last. */
export function askedHow(form: Form): { readonly times: number; readonly lastOn?: CalendarDate } {
  const asked = form.requests.filter((request) => asks.has(request.kind))
  const lastOn = asked.at(-1)?.on
  const times = asked.length === 0 && form.sheet.sentOn !== undefined ? 1 : asked.length
  const on = lastOn ?? form.sheet.sentOn
  return { times, ...(on !== undefined && { lastOn: on }) }
}
