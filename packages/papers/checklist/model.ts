import { dateInWords, fiscalYearName } from '@mimamori/domain'
import { type Context, contextOf, markOf, nameWithKana, type PaperInput, peopleWith } from '../paper/context.ts'
import {
  type Block,
  type Fact,
  factsInPairs,
  heading,
  type Paper,
  page,
  paragraph,
  plainOf,
  type Rich,
  say,
  sayPlain,
  small,
  type Table,
  table,
  type Worksheet,
} from '../paper/index.ts'
import { askedHow, type Form, facilityForm, vendorForms } from './form.ts'
import { groupedRows, itemRow } from './rows.ts'
import { worksheetOf } from './worksheet.ts'

/** 医療機関確認用 and every 事業者確認用 of this year, or only one of them. */
export function checklistPaper(input: PaperInput, options: { readonly sheet?: string } = {}): Paper {
  const at = contextOf(input)
  const own = facilityForm(at)
  const forms = [...(own ? [own] : []), ...vendorForms(at)].filter((form) => options.sheet === undefined || form.sheet.id === options.sheet)
  const blocks = forms.flatMap((form, n) => [...(n === 0 ? [] : [page()]), ...formBlocks(at, form)])
  return {
    kind: 'checklist',
    lang: at.lang,
    copy: at.copy,
    title: at.t.checklist.title,
    facility: at.facilityName,
    type: 'usual',
    frozen: at.frozen,
    blocks: blocks.length > 0 ? blocks : [heading(1, at.t.checklist.title), paragraph(at.t.checklist.noForm)],
    worksheets: worksheets(at, forms),
  }
}

/** The worksheets of these forms, in the same order as on paper. */
export function worksheets(at: Context, forms: readonly Form[]): readonly Worksheet[] {
  let vendors = 0
  return forms.map((form) => {
    const isVendor = form.sheet.audience === 'vendor'
    if (isVendor) vendors++
    const name = isVendor ? sayPlain(at.t.checklist.sheetVendor, { n: vendors }) : at.t.checklist.sheetFacility
    const head = headPairs(at, form).flatMap(([first, second]) => (second ? [first, second] : [first]))
    const lines = head.map(({ label, value }) => [plainOf(label), plainOf(value)] as const)
    const file = isVendor ? `vendor-${String(vendors).padStart(2, '0')}` : 'facility'
    return worksheetOf(at, form, { file, name, heading: formTitle(at, form), lines })
  })
}

/** One form on its own page: who fills it in, the rows in the official order and columns. */
export function formBlocks(at: Context, form: Form, more: { readonly anchor?: string } = {}): readonly Block[] {
  return [
    heading(1, formTitle(at, form), { beside: editionLine(at, form), ...more }),
    headFacts(at, form),
    ...waitingBlocks(at, form),
    officialTable(at, form),
    small(
      say(at.t.checklist.summaryNote, {
        edition: form.edition?.short[at.lang] ?? '',
        mark: form.edition ? markOf(form.edition.confidence, at.t) : '',
      }),
    ),
  ]
}

export function formTitle(at: Context, form: Form): string {
  const { checklist } = at.t
  if (form.sheet.audience !== 'vendor') return facilityTitle(at, form)
  const vendor = form.vendorName ?? ''
  return form.systemName === undefined
    ? sayPlain(checklist.vendorFormOfVendor, { vendor })
    : sayPlain(checklist.vendorFormOf, { vendor, system: form.systemName })
}

function facilityTitle(at: Context, form: Form): string {
  if (form.sheet.audience === 'pharmacy') return at.t.checklist.pharmacyForm
  return form.sheet.audience === 'checkup-centre' ? at.t.checklist.centreForm : at.t.checklist.facilityForm
}

export function editionLine(at: Context, form: Form): Rich {
  const { edition } = form
  if (!edition) return ''
  return edition.short[at.lang] + markOf(edition.confidence, at.t)
}

/** Who the form is of and how it came back: the lines above its table, in pairs. */
function headFacts(at: Context, form: Form): Block {
  const pairs = headPairs(at, form)
  return factsInPairs(pairs, form.sheet.audience === 'vendor' ? 25 : 40)
}

function headPairs(at: Context, form: Form): readonly (readonly [Fact, Fact?])[] {
  const words = at.t.checklist
  const { sheet } = form
  const facility = { label: words.facility, value: at.facilityName }
  const year = { label: words.year, value: fiscalYearName(sheet.fiscalYear, at.lang) }
  if (sheet.audience !== 'vendor') {
    const manager = peopleWith(at, 'safety-manager')[0]
    return [[facility, year], [{ label: words.manager, value: manager ? nameWithKana(manager) : '' }]]
  }
  const day = (on: typeof sheet.sentOn) => (on === undefined ? '' : dateInWords(on, at.lang))
  const returned = [day(sheet.returnedOn), sheet.typedBy === undefined && sheet.replyBy !== 'paper' ? '' : words.typed].filter(
    (part) => part !== '',
  )
  return [
    [facility, year],
    [
      { label: words.vendor, value: form.vendorName ?? '' },
      { label: words.system, value: form.systemName ?? '' },
    ],
    [
      { label: words.sentOn, value: day(sheet.sentOn) },
      { label: words.returnedOn, value: returned.join('\n') },
    ],
    [{ label: words.answeredBy, value: sheet.answeredBy ?? '' }],
  ]
}

function waitingBlocks(at: Context, form: Form): readonly Block[] {
  if (!form.isSilent) return []
  const { times, lastOn } = askedHow(form)
  const text = lastOn === undefined ? at.t.checklist.waitingNever : say(at.t.checklist.waiting, { times, on: dateInWords(lastOn, at.lang) })
  return [{ kind: 'frame', blocks: [paragraph(text)] }]
}

/** The columns of the official form as far as we know them: both checks with answer and day, the target between. */
export function officialTable(at: Context, form: Form): Table {
  const words = at.t.checklist
  return table(
    formTitle(at, form),
    [
      { title: words.number, width: 13, align: 'center', names: true },
      { title: words.item, width: 'rest' },
      { title: words.first, width: 20, align: 'center' },
      { title: words.target, width: 19, align: 'center' },
      { title: words.second, width: 20, align: 'center' },
      { title: words.remarks, width: 28 },
    ],
    groupedRows(at, form, (one) => itemRow(at, one)),
    9.5,
  )
}
