import { type AskingStep, byId, known, printedSheetNumber, type Vendor } from '@mimamori/domain'
import { type Form, vendorForms } from '../checklist/form.ts'
import { type Context, contextOf, nameWithKana, type PaperInput } from '../paper/context.ts'
import {
  type Block,
  type Column,
  heading,
  type Paper,
  page,
  paragraph,
  type Row,
  row,
  small,
  type Table,
  table,
  type Worksheet,
} from '../paper/index.ts'
import { shortDay } from '../paper/made.ts'

interface Open {
  readonly form: Form
  readonly vendor: Vendor | undefined
  readonly step: AskingStep
}

/** Everything needed to ask without mail: whom to call, where to send a FAX, what to print; in the order of the readings. */
export function askingListsPaper(input: PaperInput): Paper {
  const at = contextOf(input)
  const open = openForms(at)
  const tables = [callTable(at, open), faxTable(at, open), postTable(at, open)]
  return {
    kind: 'asking-lists',
    lang: at.lang,
    copy: at.copy,
    title: at.t.asking.lists.title,
    facility: at.facilityName,
    type: 'usual',
    frozen: at.frozen,
    blocks: tables.flatMap((one, n): readonly Block[] => [
      ...(n === 0 ? [] : [page()]),
      heading(1, one.caption),
      small(at.t.asking.lists.lead, { withNext: true }),
      one.rows.length === 0 ? paragraph(at.t.asking.lists.none) : one,
    ]),
    worksheets: tables.map((one, n) => worksheetOf(at, one, n)),
  }
}

function openForms(at: Context): readonly Open[] {
  return vendorForms(at).flatMap((form) => {
    const step = byId(at.world.askingSteps, form.sheet.id)
    return step && step.state !== 'awaiting-approval' ? [{ form, vendor: byId(at.slices.vendors, known(form.sheet.vendor)), step }] : []
  })
}

function companyOf({ form, vendor }: Open): string {
  return vendor ? nameWithKana(vendor) : (form.vendorName ?? '')
}

function stepCells(at: Context, { step }: Open): readonly string[] {
  const title = at.world.askingPlan.find((one) => one.id === step.step)?.title[at.lang] ?? ''
  return [title, shortDay(step.dueOn, at.lang)]
}

function columnsOf(at: Context, middle: readonly Column[]): readonly Column[] {
  const words = at.t.asking.lists
  return [
    { title: words.company, width: 'rest', names: true },
    { title: at.t.checklist.system, width: 30 },
    ...middle,
    { title: words.next, width: 30 },
    { title: words.due, width: 18, align: 'center' },
  ]
}

function callTable(at: Context, open: readonly Open[]): Table {
  const words = at.t.asking.lists
  const middle = [
    { title: words.person, width: 26 },
    { title: words.phone, width: 28 },
    { title: words.result, width: 26 },
  ]
  const rows = open.map((one): Row => {
    const isSecond = one.step.kind === 'second-contact'
    const person = isSecond ? one.vendor?.secondContactName : one.vendor?.contactName
    const phone = (isSecond ? one.vendor?.secondContactPhone : undefined) ?? one.vendor?.phone
    return row(companyOf(one), one.form.systemName ?? '', person ?? '', phone ?? '', '', ...stepCells(at, one))
  })
  return table(words.calls, columnsOf(at, middle), rows, 9)
}

function faxTable(at: Context, open: readonly Open[]): Table {
  const words = at.t.asking.lists
  const middle = [
    { title: words.fax, width: 28 },
    { title: at.t.request.sheet, width: 32 },
    { title: words.checked, width: 20 },
  ]
  const rows = open
    .filter((one) => one.vendor?.fax !== undefined)
    .map((one) =>
      row(
        companyOf(one),
        one.form.systemName ?? '',
        one.vendor?.fax ?? '',
        printedSheetNumber(one.form.sheet.id),
        '□ □',
        ...stepCells(at, one),
      ),
    )
  return table(words.faxes, columnsOf(at, middle), rows, 9)
}

function postTable(at: Context, open: readonly Open[]): Table {
  const words = at.t.asking.lists
  const middle = [
    { title: words.address, width: 44 },
    { title: at.t.request.sheet, width: 32 },
  ]
  const rows = open.map((one) =>
    row(companyOf(one), one.form.systemName ?? '', one.vendor?.address ?? '', printedSheetNumber(one.form.sheet.id), ...stepCells(at, one)),
  )
  return table(words.letters, columnsOf(at, middle), rows, 9)
}

const files = ['calls', 'faxes', 'letters']

function worksheetOf(at: Context, one: Table, n: number): Worksheet {
  return {
    file: files[n] ?? 'list',
    name: one.caption,
    heading: one.caption,
    lines: [[at.t.checklist.facility, at.facilityName]],
    table: one,
    notes: [],
  }
}
