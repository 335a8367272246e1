import { type ContactKind, having, type OutsideContact, type Person, type Vendor } from '@mimamori/domain'
import { byCallOrder, type Context, contextOf, isThere, markOf, nameWithKana, type PaperInput } from '../paper/context.ts'
import {
  type Block,
  type Cell,
  type Column,
  emptyRows,
  heading,
  type Paper,
  paragraph,
  type Rich,
  type Row,
  row,
  say,
  sayPlain,
  small,
  table,
} from '../paper/index.ts'
import { dayWithYear } from '../paper/made.ts'

/** `full`: names and night numbers, inside the house. `large`: the same at 16 pt, numbers below each other. `offices`: leaves the house. */
type Detail = 'full' | 'large' | 'offices'

/** 連絡体制図 as one sheet to hang beside the telephone; `large` is the 16 pt print for the night desk. */
export function contactChartPaper(input: PaperInput, options: { readonly large?: boolean } = {}): Paper {
  const at = contextOf(input)
  return {
    kind: 'contact-chart',
    lang: at.lang,
    copy: at.copy,
    title: at.t.chart.title,
    facility: at.facilityName,
    type: options.large ? 'large' : 'usual',
    frozen: at.frozen,
    blocks: chartBlocks(at, options),
  }
}

/** The chart: inside, vendors, outside. A copy that leaves the house names posts and offices, no persons and no night numbers. */
export function chartBlocks(at: Context, more: { readonly anchor?: string; readonly large?: boolean } = {}): readonly Block[] {
  const words = at.t.chart
  const detail: Detail = at.copy === 'hand-over' ? 'offices' : more.large ? 'large' : 'full'
  const beside = say(words.version, { on: dayWithYear(at.asOf, at.lang) })
  return [
    heading(1, words.heading, { ...(detail !== 'large' && { beside }), ...(more.anchor !== undefined && { anchor: more.anchor }) }),
    ...(detail === 'large' ? [small(beside)] : []),
    { kind: 'frame', blocks: [paragraph([{ bold: words.safety }])] },
    ...(detail === 'offices' ? [small(words.officesOnly)] : []),
    heading(2, words.inside),
    insideTable(at, detail),
    heading(2, words.vendors),
    vendorTable(at, detail),
    heading(2, words.outside),
    outsideTable(at, detail),
    ...(detail === 'offices' ? [] : [small(words.handwritten)]),
  ]
}

/** Rows to write in, where somebody new is not in the program yet. */
const spareRows = 1

function spare(detail: Detail, columns: number): readonly Row[] {
  return detail === 'offices' ? [] : emptyRows(spareRows, columns)
}

function insideTable(at: Context, detail: Detail): Block {
  const words = at.t.chart
  const people = at.slices.people
    .filter((person) => isThere(person, at.asOf) && (person.callOrder !== undefined || (person.roles?.length ?? 0) > 0))
    .toSorted(byCallOrder)
  const order: Column = { title: words.order, width: 10, align: 'center', names: true }
  const columns: Readonly<Record<Detail, readonly Column[]>> = {
    full: [
      order,
      { title: words.post, width: 46 },
      { title: words.name, width: 'rest' },
      { title: words.phone, width: 34 },
      { title: words.night, width: 34 },
    ],
    large: [order, { title: words.name, width: 'rest' }, { title: words.phone, width: 72 }],
    offices: [order, { title: words.post, width: 'rest' }, { title: words.mainNumber, width: 44 }],
  }
  const rows = people.map((person, n) => row(String(n + 1), ...personCells(at, person, detail)))
  return table(words.inside, columns[detail], [...rows, ...spare(detail, columns[detail].length)])
}

function personCells(at: Context, person: Person, detail: Detail): readonly (Rich | Cell)[] {
  const post = postOf(at, person)
  if (detail === 'offices') return [post, numberOr(at, at.facility?.phone)]
  const extension = person.extension === undefined ? '' : sayPlain(at.t.chart.extension, { n: person.extension })
  const day = together([extension, person.phone])
  if (detail === 'full') return [post, nameWithKana(person), ...numbers(at, day, person.privatePhone)]
  return [[{ bold: nameWithKana(person) }, `\n${post}`], numberOr(at, together([day, atNight(at, person.privatePhone)]))]
}

function postOf(at: Context, person: Person): string {
  const roles = (person.roles ?? []).map((role) => at.t.chart.role[role]).join(at.t.and)
  return together([[person.department, person.post].filter((part) => part !== undefined && part !== '').join(' '), roles])
}

/** A line without any number asks for one to be written in. */
function numberOr(at: Context, number: string | undefined): string {
  return number === undefined || number === '' ? at.t.chart.writeIn : number
}

/** The same for numbers side by side: the request reaches over all their columns. */
function numbers(at: Context, ...each: readonly (string | undefined)[]): readonly (string | Cell)[] {
  const hasAny = each.some((number) => number !== undefined && number !== '')
  return hasAny ? each.map((number) => number ?? '') : [{ text: at.t.chart.writeIn, span: each.length }]
}

/** What there is of these, one below the other. */
function together(parts: readonly (string | undefined)[]): string {
  return parts.filter((part) => part !== undefined && part !== '').join('\n')
}

function atNight(at: Context, number: string | undefined): string | undefined {
  return number === undefined ? undefined : `${at.t.chart.nightShort}${at.t.colon}${number}`
}

function vendorTable(at: Context, detail: Detail): Block {
  const words = at.t.chart
  const vendors = at.slices.vendors.toSorted((a, b) => ((a.kana ?? a.name) < (b.kana ?? b.name) ? -1 : 1))
  if (vendors.length === 0) return paragraph(words.none)
  const company: Column = { title: detail === 'offices' ? words.companyOnly : words.company, width: 'rest' }
  const number = (title: string): Column => ({ title, width: 31.5 })
  const columns: Readonly<Record<Detail, readonly Column[]>> = {
    full: [company, { title: words.systems, width: 27 }, number(words.phoneDay), number(words.night), number(words.fax)],
    large: [company, { title: words.number, width: 72 }],
    offices: [company, { title: words.systems, width: 60 }, { title: words.phoneDay, width: 44 }],
  }
  return table(
    words.vendors,
    columns[detail],
    vendors.map((vendor) => row(...vendorCells(at, vendor, detail))),
  )
}

function vendorCells(at: Context, vendor: Vendor, detail: Detail): readonly (Rich | Cell)[] {
  const own = having(at.slices.systems, 'vendor', vendor.id)
  const systems = own.map((system) => system.name).join(at.t.and)
  const name = { bold: vendor.name }
  if (detail === 'offices') return [[name], systems, numberOr(at, vendor.phone)]
  const person = [vendor.contactDepartment, vendor.contactName].filter((part) => part !== undefined).join(' ')
  const second = [vendor.secondContactName, vendor.secondContactPhone].filter((part) => part !== undefined).join(' ')
  const people = together([person, second])
  const company: Rich = people === '' ? [name] : [name, `\n${people}`]
  if (detail === 'full') return [company, systems, ...numbers(at, vendor.phone, vendor.nightPhone, vendor.fax)]
  return [[name, `\n${together([systems, people])}`], numberOr(at, together([vendor.phone, atNight(at, vendor.nightPhone)]))]
}

interface OutsideLine {
  readonly name: string
  readonly phone: string
  readonly night?: string
  readonly hours: string
}

function outsideTable(at: Context, detail: Detail): Block {
  const words = at.t.chart
  const contacts = at.slices.contacts.toSorted(byCallOrder)
  const lines = [...contacts.map((contact) => lineOf(at, contact)), ...publicBodies(at, contacts)]
  const name: Column = { title: words.body, width: 'rest' }
  const phone: Column = { title: words.number, width: 34 }
  const hours: Column = { title: words.hours, width: 32 }
  const columns: Readonly<Record<Detail, readonly Column[]>> = {
    full: [name, phone, { title: words.night, width: 31.5 }, hours],
    large: [name, { title: words.number, width: 72 }],
    offices: [name, phone, hours],
  }
  const cells = (one: OutsideLine): Readonly<Record<Detail, readonly (Rich | Cell)[]>> => ({
    full: [one.name, ...numbers(at, one.phone, one.night), one.hours],
    large: [one.name, together([numberOr(at, together([one.phone, atNight(at, one.night)])), one.hours])],
    offices: [one.name, numberOr(at, one.phone), one.hours],
  })
  return table(words.outside, columns[detail], [
    ...lines.map((one) => row(...cells(one)[detail])),
    ...spare(detail, columns[detail].length),
  ])
}

function lineOf(at: Context, contact: OutsideContact): OutsideLine {
  const { name, office, phone = '', nightPhone, hours = '' } = contact
  return {
    name: [name, office].filter((part) => part !== undefined && part !== '').join(' '),
    phone,
    hours: hours.replaceAll('~', at.t.chart.fromTo),
    ...(nightPhone !== undefined && { night: nightPhone }),
  }
}

/** Bodies that every facility may need and has not entered itself. */
const wanted: readonly ContactKind[] = ['ministry', 'police', 'ipa', 'ppc']

function publicBodies(at: Context, contacts: readonly OutsideContact[]): readonly OutsideLine[] {
  const missing = wanted.filter((kind) => !contacts.some((contact) => contact.kind === kind))
  return at.catalogue.contactBodies
    .filter((body) => missing.includes(body.kind))
    .map((body) => ({
      name: body.name[at.lang] + markOf(body.confidence, at.t),
      phone: body.phone ?? '',
      hours: body.hours?.[at.lang] ?? '',
    }))
}
