import { fiscalYearName } from '@mimamori/domain'
import type { Form } from '../checklist/form.ts'
import { groupedRows } from '../checklist/rows.ts'
import type { Context } from '../paper/context.ts'
import { row, table, type Worksheet } from '../paper/index.ts'
import { shortDay } from '../paper/made.ts'

/**
 * 事業者確認用 as a worksheet to be filled in and read back: by item number, with the answers to choose from. A heading
 * stands only beside items that are printed twice, since it is read back as a part of the answer.
 */
export function blankWorksheet(at: Context, form: Form, number: string): Worksheet {
  const words = at.t.checklist
  const choices = [at.t.yes, at.t.no, words.notInSystem, words.facilitySide]
  const columns = [
    { title: words.number, width: 14, align: 'center', names: true },
    { title: words.section, width: 26 },
    { title: words.item, width: 'rest' },
    { title: words.printedAnswer, width: 30, align: 'center', choices },
    { title: words.printedDate, width: 24, align: 'center' },
    { title: words.target, width: 24, align: 'center' },
    { title: words.reason, width: 38 },
  ] as const
  const rows = groupedRows(at, form, (one) => row(one.item.number, one.part ? at.t.parts[one.part] : '', one.title, '', '', '', ''))
  return {
    file: `vendor-${number}`,
    name: `${words.vendorForm} ${number}`,
    heading: words.vendorForm,
    lines: [
      [words.editionLabel, form.edition?.short[at.lang] ?? ''],
      [words.formLabel, words.vendorForm],
      [words.facility, at.facilityName],
      [words.vendor, form.vendorName ?? ''],
      [words.system, form.systemName ?? ''],
      [words.year, fiscalYearName(form.sheet.fiscalYear, at.lang)],
      [words.dueLabel, shortDay(form.sheet.dueOn, at.lang)],
      [words.answeredBy, ''],
    ],
    table: table(
      words.vendorForm,
      columns,
      rows.filter((one) => one.kind === 'row'),
    ),
    notes: [words.fillIn, at.t.request.patients],
  }
}
