import type { Form } from '../checklist/form.ts'
import { editionLine } from '../checklist/model.ts'
import { groupedRows } from '../checklist/rows.ts'
import type { Context } from '../paper/context.ts'
import { type Block, factsInPairs, heading, row, say, small, table } from '../paper/index.ts'

/** 事業者確認用 to be filled in by hand: both words printed, to be circled; the sheet number at top and foot. */
export function blankForm(at: Context, form: Form, number: string, isFax: boolean): readonly Block[] {
  const words = at.t.form
  const sheet = say(words.sheetNumber, { number })
  return [
    { kind: 'running', text: sheet },
    heading(1, words.heading),
    factsInPairs(
      [
        [
          { label: at.t.checklist.facility, value: at.facilityName },
          { label: at.t.request.edition, value: editionLine(at, form) },
        ],
        [
          { label: at.t.checklist.vendor, value: form.vendorName ?? '' },
          { label: at.t.checklist.system, value: form.systemName ?? '' },
        ],
      ],
      25,
    ),
    small(words.lead),
    table(
      words.heading,
      [
        { title: words.number, width: 13, align: 'center', names: true },
        { title: words.item, width: 'rest' },
        { title: words.answer, width: isFax ? 32 : 27, align: 'center' },
        { title: words.checkedOn, width: 20, align: 'center' },
        { title: words.target, width: 22, align: 'center' },
        { title: words.other, width: isFax ? 31 : 29 },
      ],
      groupedRows(at, form, (one) => row(one.item.number, one.title, at.t.checklist.blank, '', '', words.otherChoices)),
      8.6,
    ),
    { kind: 'signatures', labels: [words.department, words.name, words.phone, words.answeredOn, words.approvedBy], columns: 2 },
  ]
}
