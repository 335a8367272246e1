import type { JoinedView } from '@mimamori/contract'
import { byId, daysBetween, having, type JoinedCell, type JoinedRow, known, type Sheet } from '@mimamori/domain'
import type { Kept } from '../kept.ts'
import { nameOfDocument, shortTitleOf, titleOfItem, wordsOfItem } from './item-words.ts'

/** 突き合わせ: one row per item of the facility's sheet, one column per vendor sheet. */
export function joinedOf(now: Kept): JoinedView {
  const { sheetsNow, joinedRows } = now.analysis.world
  const own = sheetsNow.find((sheet) => sheet.audience !== 'vendor')
  const sheets = sheetsNow.filter((sheet) => sheet.audience === 'vendor' && known(sheet.vendor) !== undefined)
  const order = (row: JoinedRow) => byId(now.catalogue.reference.items, row.id)?.order ?? 0
  return {
    edition: nameOfDocument(own?.edition ?? '', now.catalogue),
    revision: now.state.revision,
    columns: sheets.map((sheet) => columnOf(now, sheet)),
    rows: joinedRows.toSorted((a, b) => order(a) - order(b)).map((row) => rowView(now, row, own)),
  }
}

/** True for a sheet whose answers came on paper and were typed in; the mark never goes. */
export function isOnPaper(sheet: Sheet): boolean {
  return sheet.typedBy !== undefined || sheet.replyBy === 'paper'
}

/** What a vendor's sheet has come to; `partial`: it came back with items left empty. */
export function sheetState(now: Kept, sheet: Sheet): 'not-sent' | 'silent' | 'partial' | 'returned' {
  if (sheet.returnedOn === undefined) return sheet.sentOn === undefined ? 'not-sent' : 'silent'
  return sheetsWithGaps(now.analysis).has(sheet.id) ? 'partial' : 'returned'
}

const withGaps = new WeakMap<Kept['analysis'], ReadonlySet<string>>()

/** Kept with the analysis, so that a list of many sheets goes through the findings once. */
function sheetsWithGaps(analysis: Kept['analysis']): ReadonlySet<string> {
  const found =
    withGaps.get(analysis) ?? new Set<string>(having(analysis.findings, 'rule', 'checklists/vendor-partial').flatMap((one) => one.subjects))
  withGaps.set(analysis, found)
  return found
}

function columnOf(now: Kept, sheet: Sheet): JoinedView['columns'][number] {
  const { slices } = now.picture
  const vendor = known(sheet.vendor) ?? ''
  const systemName = byId(slices.systems, known(sheet.system))?.name
  return {
    sheet: sheet.id,
    vendor,
    vendorName: byId(slices.vendors, vendor)?.name ?? '',
    ...(systemName !== undefined && { systemName }),
    state: sheetState(now, sheet),
    ...(sheet.sentOn && sheet.returnedOn === undefined && { days: daysBetween(sheet.sentOn, now.asOf) }),
    onPaper: isOnPaper(sheet),
  }
}

function rowView(now: Kept, row: JoinedRow, own: Sheet | undefined): JoinedView['rows'][number] {
  const { picture, catalogue } = now
  const item = byId(catalogue.reference.items, row.id)
  const title = item && (own ? wordsOfItem(now, item, own.id).title : titleOfItem(now, item))
  const named = title ?? { ja: row.number, en: row.number }
  const note = byId(picture.slices.answers, row.facility?.answerId)?.note
  return {
    item: row.id,
    number: row.number,
    title: named,
    short: (item && shortTitleOf(now, item)) ?? named,
    state: row.state,
    facilityOnly: item !== undefined && !item.owners.includes('vendor'),
    ...(row.facility && { facility: { ...cellView(now, row.facility), ...(note !== undefined && { note }) } }),
    cells: row.vendors.map((cell) => ({ sheet: cell.sheet, ...cellView(now, cell), ...reasonOf(now, cell) })),
  }
}

/** NOTE: what a silent vendor's sheet holds (a proposal of last year, a draft) is not its answer and is not shown as one. */
function cellView(now: Kept, cell: JoinedCell) {
  const answer = cell.state === 'silent' ? undefined : byId(now.picture.slices.answers, cell.answerId)
  return {
    state: cell.state,
    ...(answer?.answer !== undefined && { answer: answer.answer }),
    ...(answer?.checkedOn && { checkedOn: answer.checkedOn }),
  }
}

function reasonOf(now: Kept, cell: JoinedCell): { reason?: string } {
  const reason = cell.state === 'silent' ? undefined : byId(now.picture.slices.answers, cell.answerId)?.reason
  return reason === undefined ? {} : { reason }
}
