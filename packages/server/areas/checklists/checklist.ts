import type { ChecklistItemView, ChecklistView } from '@mimamori/contract'
import {
  type Answer,
  answersTo,
  byId,
  type CellState,
  type ChecklistItem,
  carryOver,
  fiscalYearEnd,
  fiscalYearName,
  having,
  isKnown,
  itemsOfSheet,
  type JoinedRow,
  type JoinedState,
  known,
  type Sheet,
  weakestAnswer,
} from '@mimamori/domain'
import { type Kept, versionKey } from '../kept.ts'
import { inBoth } from '../words.ts'
import { cardOf } from './cards.ts'
import { refsInWords, titleOfItem, wordsOfItem } from './item-words.ts'
import { checklistProblem } from './problems.ts'
import { suggestedFor } from './suggested.ts'
import { checklistTexts } from './texts.ts'

/** One sheet in the official order: the facility's own where none is named. */
export function checklistOf(now: Kept, asked: string | undefined): ChecklistView {
  const { slices } = now.picture
  const own = now.analysis.world.sheetsNow.find((one) => one.audience !== 'vendor')
  const sheet = asked === undefined ? own : byId(slices.sheets, asked)
  if (!sheet) throw checklistProblem('checklist/no-such-sheet')
  const { reference } = now.catalogue
  const edition = byId(reference.editions, sheet.edition)
  const vendorName = byId(slices.vendors, known(sheet.vendor))?.name
  const systemName = byId(slices.systems, known(sheet.system))?.name
  const last = lastYearOf(now, sheet)
  const items = itemsOfSheet(reference.items, sheet)
  return {
    sheet: { version: versionOf(now, 'sheets', sheet.id), record: sheet },
    title: checklistTexts.titles[sheet.audience],
    edition: {
      id: sheet.edition,
      short: edition?.short ?? { ja: sheet.edition, en: sheet.edition },
      issuer: edition?.issuer ?? { ja: '', en: '' },
      confidence: edition?.confidence ?? 'from-memory',
    },
    fiscalYearName: inBoth((lang) => fiscalYearName(sheet.fiscalYear, lang)),
    ...(vendorName !== undefined && { vendorName }),
    ...(systemName !== undefined && { systemName }),
    readOnly: sheet.closedOn !== undefined,
    ...(last && { lastSheet: { id: last.id, fiscalYearName: inBoth((lang) => fiscalYearName(last.fiscalYear, lang)) } }),
    yearEnd: fiscalYearEnd(sheet.fiscalYear),
    items: items.map((item) => itemView(now, sheet, item, last)),
    notCarried: last ? notCarried(now, last, sheet) : [],
  }
}

function versionOf(now: Kept, slice: 'sheets' | 'answers', id: string): number {
  return now.versions.get(versionKey(slice, id)) ?? 0
}

function itemView(now: Kept, sheet: Sheet, item: ChecklistItem, last: Sheet | undefined): ChecklistItemView {
  const { picture, catalogue } = now
  const facility = picture.slices.facility[0]
  const answers = answersTo(picture.slices.answers, sheet.id, item.id).toSorted((a, b) => ((a.part ?? '') < (b.part ?? '') ? -1 : 1))
  const row = sheet.closedOn === undefined ? rowOf(now, item) : undefined
  const words = wordsOfItem(now, item, sheet.id)
  const before = last && lastAnswer(now, item, answers[0], last)
  const card = cardOf(catalogue, item.topic, facility)
  const open = openReason(now, item, row)
  const suggested = suggestedFor(now, sheet, item)
  return {
    item: item.id,
    number: item.number,
    order: item.order,
    section: item.section,
    ...words,
    rows: [...item.rows],
    owners: [...item.owners],
    refs: [...refsInWords(item.refs, catalogue)],
    answers: answers.map((record) => ({ version: versionOf(now, 'answers', record.id), record })),
    state: row?.state ?? stateAlone(weakestAnswer(item, answers).state),
    ...(open && { open: { reason: open } }),
    ...vendorPart(now, sheet, item, row),
    evidence: evidenceOf(now, answers),
    ...(before?.answer !== undefined && { lastYear: { answer: before.answer, ...(before.checkedOn && { checkedOn: before.checkedOn }) } }),
    ...(suggested && { suggested }),
    ...(card && { card: card.id }),
  }
}

/** The joined row of an item; a vendor's sheet of another edition is joined by topic. */
function rowOf(now: Kept, item: ChecklistItem): JoinedRow | undefined {
  const { joinedRows, items } = now.analysis.world
  return byId(joinedRows, item.id) ?? joinedRows.find((row) => byId(items, row.id)?.topic === item.topic)
}

/** Of a closed sheet the sheet alone is told: nobody joins it any more. */
function stateAlone(state: CellState): JoinedState {
  if (state === 'yes') return 'agreed-yes'
  if (state === 'no' || state === 'other-party') return 'no'
  return state === 'not-applicable' ? 'not-applicable' : 'unanswered'
}

function openReason(now: Kept, item: ChecklistItem, row: JoinedRow | undefined): 'no-contract' | 'gate-no' | undefined {
  const { joinedRows, items } = now.analysis.world
  const gate = joinedRows.find((one) => byId(items, one.id)?.topic === 'gate')
  if (item.topic !== 'gate' && gate?.facility?.state === 'no') return 'gate-no'
  return item.openWithoutContract && row?.state === 'no-vendor' ? 'no-contract' : undefined
}

function vendorPart(
  now: Kept,
  sheet: Sheet,
  item: ChecklistItem,
  row: JoinedRow | undefined,
): Pick<ChecklistItemView, 'vendorYes' | 'vendorAnswers'> {
  if (sheet.audience === 'vendor' || !row || !item.owners.includes('vendor') || row.vendors.length === 0) return { vendorAnswers: [] }
  const { slices } = now.picture
  const vendorAnswers = row.vendors.map((cell) => {
    const systemName = byId(slices.systems, cell.system)?.name
    const reason = cell.state === 'silent' ? undefined : byId(slices.answers, cell.answerId)?.reason
    return {
      sheet: cell.sheet,
      vendorName: byId(slices.vendors, cell.vendor)?.name ?? '',
      state: cell.state,
      ...(systemName !== undefined && { systemName }),
      ...(cell.checkedOn && cell.state !== 'silent' && { checkedOn: cell.checkedOn }),
      ...(reason !== undefined && { reason }),
    }
  })
  // NOTE: a system that has no such thing cannot say yes, so it is no part of what the yeses are counted against.
  const count = countVendors(row)
  return { ...(count.base > 0 && { vendorYes: count }), vendorAnswers }
}

/** Vendors, not sheets: of those whom the item concerns, how many say yes on every sheet of theirs. */
function countVendors(row: JoinedRow): { yes: number; base: number } {
  const concerned = Map.groupBy(
    row.vendors.filter((cell) => cell.state !== 'not-applicable'),
    (cell) => cell.vendor,
  )
  return { yes: [...concerned.values()].filter((cells) => cells.every((cell) => cell.state === 'yes')).length, base: concerned.size }
}

function evidenceOf(now: Kept, answers: readonly Answer[]): ChecklistItemView['evidence'] {
  const ids = new Set<string>(answers.map((answer) => answer.id))
  return now.picture.slices.evidence
    .filter((one) => one.answers?.some((id) => ids.has(id)))
    .map(({ id, name, place, sha256, validUntil }) => ({
      id,
      name,
      ...(place !== undefined && { place }),
      ...(sha256 !== undefined && { sha256 }),
      ...(isKnown(validUntil) && { validUntil }),
    }))
}

/** The sheet that came before this one of the same party, of an earlier year or of another edition. */
function lastYearOf(now: Kept, sheet: Sheet): Sheet | undefined {
  const whose = (one: Sheet) => (one.audience !== 'vendor' ? 'own' : `${known(one.vendor)}|${known(one.system)}`)
  const earlier = now.picture.slices.sheets.filter(
    (one) => one.id !== sheet.id && one.closedOn !== undefined && whose(one) === whose(sheet) && one.fiscalYear <= sheet.fiscalYear,
  )
  return earlier.toSorted((a, b) => b.fiscalYear - a.fiscalYear || (a.id < b.id ? 1 : -1))[0]
}

function lastAnswer(now: Kept, item: ChecklistItem, answer: Answer | undefined, last: Sheet): Answer | undefined {
  const carried = byId(now.picture.slices.answers, answer?.carriedFrom)
  if (carried) return carried
  const { items } = now.catalogue.reference
  const there = having(now.picture.slices.answers, 'sheet', last.id)
  return there.find((one) => one.part === undefined && (one.item === item.id || byId(items, one.item)?.topic === item.topic))
}

function notCarried(now: Kept, from: Sheet, to: Sheet): ChecklistView['notCarried'] {
  const { notCarried: items } = carryOver(now.picture, from, to, now.catalogue.reference)
  return items.flatMap((id) => {
    const item = byId(now.catalogue.reference.items, id)
    return item ? [{ number: item.number, title: titleOfItem(now, item) }] : []
  })
}
