import { byId, dateInWords, type JoinedCell, type JoinedRow } from '@mimamori/domain'
import type { FormRow, Said } from '../checklist/form.ts'
import { askedHow, joinedState } from '../checklist/form.ts'
import { editionLine } from '../checklist/model.ts'
import { itemText } from '../checklist/rows.ts'
import {
  type Block,
  type Cell,
  heading,
  line,
  paragraph,
  type Rich,
  type Row,
  row,
  say,
  sayPlain,
  sayWhere,
  small,
  table,
} from '../paper/index.ts'
import { shortDay } from '../paper/made.ts'
import type { Bundle, VendorPart } from './bundle.ts'
import { chartTopic, exhibitsFor } from './exhibits.ts'
import { partNamed } from './part-names.ts'

const notePrefix = '※'
/** More sheets than this go into a second table, so that columns stay wide enough to write in. */
const columnsPerTable = 12

/** 総括表, the facility's side: every printed row with answer, days and the page of its evidence. */
export function summaryBlocks(bundle: Bundle): readonly Block[] {
  const { at, own } = bundle
  const words = at.t.summary
  if (!own) return [heading(1, words.heading, { anchor: 'summary' }), paragraph(at.t.checklist.noForm)]
  const notes = notesOf(bundle)
  const forms = { facility: partNamed(bundle, 'facility'), vendors: partNamed(bundle, 'vendors') }
  return [
    heading(1, words.heading, { anchor: 'summary', beside: editionLine(at, own) }),
    small(sayWhere(bundle.vendors.length > 0 ? words.lead : words.leadAlone, forms), { withNext: true }),
    table(
      words.heading,
      columnsOf(bundle),
      own.rows.map((one) => summaryRow(bundle, one, notes)),
      9,
    ),
    ...notes.map((note) => small(note.text)),
    ...vendorNotes(bundle),
  ]
}

function columnsOf({ at }: Bundle) {
  const words = at.t.summary
  return [
    { title: words.number, width: 12, align: 'center', names: true },
    { title: words.question, width: 'rest' },
    { title: words.answer, width: 19, align: 'center' },
    { title: words.first, width: 18, align: 'center' },
    { title: words.target, width: 18, align: 'center' },
    { title: words.second, width: 18, align: 'center' },
    { title: words.evidence, width: 29 },
  ] as const
}

interface Note {
  readonly item: string
  readonly sign: string
  readonly text: Rich
}

function summaryRow(bundle: Bundle, one: FormRow, notes: readonly Note[]): Row {
  const { at } = bundle
  const { answer } = one
  const sign = notes.find((note) => note.item === one.item.id)?.sign
  const part = one.part === undefined ? '' : `(${at.t.parts[one.part]})`
  const answerCell: Cell = { text: at.t.said[one.said], align: 'center', ...(joinedState(at, one.item) === 'differs' && { framed: true }) }
  return row(
    one.item.number,
    itemText(at, one) + part,
    answerCell,
    shortDay(answer?.checkedOn, at.lang),
    one.firstSaid === 'no' ? shortDay(answer?.targetOn, at.lang) : '',
    one.firstSaid === 'no' ? shortDay(answer?.recheckedOn, at.lang) : '',
    line(sign === undefined ? '' : `${sign} `, evidenceCell(bundle, one)),
  )
}

const exhibitsShown = 2

/** 資料3 (31頁): each row leads to a page within seconds; the contact chart is in the pack itself. */
function evidenceCell(bundle: Bundle, one: FormRow): Rich {
  const words = bundle.at.t.summary
  if (one.item.topic === chartTopic && one.said === 'yes') return sayWhere(words.chartAt, { page: partNamed(bundle, 'chart') })
  const exhibits = exhibitsFor(bundle.exhibits, one.answer?.id)
  const shown = exhibits.slice(0, exhibitsShown).map(({ n, anchor }) => {
    const name = sayPlain(words.evidenceName, { n })
    return sayWhere(words.evidenceAt, { page: { anchor, name } }, { n })
  })
  const more = exhibits.length - shown.length
  return together([...shown, ...(more > 0 ? [say(words.evidenceMore, { n: more })] : [])], '\n')
}

function together(parts: readonly Rich[], between: string): Rich {
  return line(...parts.flatMap((part, n) => (n === 0 ? [part] : [between, part])))
}

/** ※1, ※2 …: items on which facility and vendors differ, in both sides' words. */
function notesOf(bundle: Bundle): readonly Note[] {
  const { at, own } = bundle
  const differing = (own?.rows ?? []).filter(
    (one, n, all) => joinedState(at, one.item) === 'differs' && all.findIndex((o) => o.item.id === one.item.id) === n,
  )
  return differing.flatMap((one, n) => {
    const joined = byId(at.world.joinedRows, one.item.id)
    if (!joined) return []
    const sign = `${notePrefix}${n + 1}`
    const others = otherAnswers(bundle, one, joined)
    return [
      {
        item: one.item.id,
        sign,
        text: say(at.t.summary.noteDiffers, { n: n + 1, number: one.item.number, us: at.us, own: wordOf(bundle, one.said), others }),
      },
    ]
  })
}

/** 例システム株式会社(電子カルテ)「いいえ」、3社「はい」: names where they are few. */
function otherAnswers(bundle: Bundle, own: FormRow, joined: JoinedRow): string {
  const { at } = bundle
  const differing = joined.vendors.filter((cell) => isAnswer(cell) && cell.state !== own.said)
  const bySaid = Map.groupBy(differing, (cell) => cell.state)
  const sides = [...bySaid].map(([said, cells]) => {
    const names = cells.map((cell) => nameOfCell(bundle, cell))
    const vendor = names.length > namesShown ? sayPlain(at.t.summary.noteMany, { n: names.length }) : names.join(at.t.and)
    return sayPlain(at.t.summary.noteOther, { vendor, said: wordOf(bundle, said) })
  })
  return sides.join(at.t.comma)
}

const namesShown = 2

function nameOfCell({ vendors }: Bundle, cell: JoinedCell): string {
  const form = vendors.find((one) => one.form.sheet.id === cell.sheet)?.form
  return vendorAndSystem([form?.vendorName, form?.systemName].filter((name) => name !== undefined))
}

function vendorAndSystem(names: readonly string[]): string {
  const [vendor = '', system] = names
  return system === undefined ? vendor : `${vendor}(${system})`
}

function isAnswer(cell: JoinedCell): boolean {
  return cell.state === 'yes' || cell.state === 'no' || cell.state === 'other-party' || cell.state === 'not-applicable'
}

/** はい without its sign. */
function wordOf({ at }: Pick<Bundle, 'at'>, said: Said): string {
  return at.t.said[said].replace(/^[○×／※□…]\s*/, '')
}

function vendorNotes(bundle: Bundle): readonly Block[] {
  const { at, vendors, companies, silentCompanies } = bundle
  if (vendors.length === 0) return []
  const silent = vendors.filter((one) => one.form.isSilent).map((one) => small(silentNote(bundle, one)))
  const replied = small(sayWhere(at.t.summary.replied, { page: partNamed(bundle, 'vendors') }, { n: companies - silentCompanies }))
  return [replied, ...silent]
}

function silentNote({ at }: Bundle, { form, trackAnchor }: VendorPart): Rich {
  const { times, lastOn } = askedHow(form)
  const where = { page: { anchor: trackAnchor, name: at.t.pack.parts.progress } }
  const names = { vendor: form.vendorName ?? '', system: form.systemName ?? '' }
  if (lastOn === undefined) return sayWhere(at.t.summary.noteSilentNever, where, names)
  return sayWhere(at.t.summary.noteSilent, where, { ...names, times, on: dateInWords(lastOn, at.lang) })
}

/** 総括表, the vendors' side: items down, sheets across, signs only; the key below names the columns. */
export function vendorSummaryBlocks(bundle: Bundle): readonly Block[] {
  const { at, own, vendors } = bundle
  const words = at.t.summary
  if (!own || vendors.length === 0) return []
  const groups = Array.from({ length: Math.ceil(vendors.length / columnsPerTable) }, (_, n) =>
    vendors.slice(n * columnsPerTable, (n + 1) * columnsPerTable),
  )
  return [
    heading(1, words.headingVendors, { anchor: 'summary-vendors', beside: editionLine(at, own) }),
    small(words.leadVendors, { withNext: true }),
    ...groups.flatMap((group) => signTable(bundle, group)),
    small(words.legend),
    keyTable(bundle),
  ]
}

function signTable(bundle: Bundle, vendors: readonly VendorPart[]): readonly Block[] {
  const { at, own } = bundle
  const words = at.t.summary
  const width = 9
  const columns = [
    { title: words.number, width: 12, align: 'center' as const, names: true as const },
    { title: words.question, width: 'rest' as const },
    { title: at.us, width: 16, align: 'center' as const },
    ...vendors.map((one) => ({ title: String(one.n), width, align: 'center' as const })),
  ]
  const rows = (own?.rows ?? []).filter((one) => one.item.owners.includes('vendor')).map((one) => signRow(bundle, one, vendors))
  return [{ ...table(words.headingVendors, columns, rows, 6.5), whole: true }]
}

function signRow({ at }: Bundle, one: FormRow, vendors: readonly VendorPart[]): Row {
  const part = one.part === undefined ? '' : `(${at.t.parts[one.part]})`
  const signs = vendors.map(({ form }) => {
    const same = form.rows.find((other) => other.item.topic === one.item.topic && (other.part ?? one.part) === one.part)
    return at.t.signs[same?.said ?? 'none']
  })
  return row(one.item.number, itemText(at, one) + part, at.t.signs[one.said], ...signs)
}

function keyTable({ at, vendors }: Bundle): Block {
  const words = at.t.summary
  const columns = [
    { title: words.column, width: 12, align: 'center', names: true },
    { title: words.vendor, width: 'rest' },
    { title: words.system, width: 48 },
    { title: words.returned, width: 22, align: 'center' },
    { title: words.page, width: 12, align: 'right' },
  ] as const
  const rows = vendors.map(({ n, form, anchor }) =>
    row(String(n), form.vendorName ?? '', form.systemName ?? '', form.isSilent ? words.silent : shortDay(form.sheet.returnedOn, at.lang), [
      { pageOf: anchor },
    ]),
  )
  return table(words.vendor, columns, rows)
}
