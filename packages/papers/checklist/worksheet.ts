import type { CalendarDate } from '@mimamori/domain'
import type { Context } from '../paper/context.ts'
import { row, say, table, type Worksheet } from '../paper/index.ts'
import { shortDay } from '../paper/made.ts'
import { plainOf } from '../paper/say.ts'
import type { Form, FormRow } from './form.ts'
import { firstAnswer, groupedRows, itemText, printedRowOf, remarkOf } from './rows.ts'

/** The form as a worksheet: each answer and each day in a cell of its own, so that it can be read back by item number. */
export function worksheetOf(at: Context, form: Form, head: Pick<Worksheet, 'file' | 'name' | 'heading' | 'lines'>): Worksheet {
  const words = at.t.checklist
  const columns = [
    { title: words.number, width: 14, align: 'center', names: true },
    { title: words.section, width: 24 },
    { title: words.item, width: 'rest' },
    { title: words.printedAnswer, width: 17, align: 'center' },
    { title: words.printedDate, width: 21, align: 'center' },
    { title: words.target, width: 21, align: 'center' },
    { title: words.printedSecond, width: 17, align: 'center' },
    { title: words.printedSecondDate, width: 21, align: 'center' },
    { title: words.remarks, width: 38 },
  ] as const
  const rows = groupedRows(at, form, (one) => cellsOf(at, one)).filter((one) => one.kind === 'row')
  const edition = form.edition?.short[at.lang] ?? ''
  return { ...head, table: table(head.heading, columns, rows), notes: [plainOf(say(words.summaryNote, { edition, mark: '' }))] }
}

function cellsOf(at: Context, one: FormRow) {
  const { answer } = one
  const first = firstAnswer(one)
  const second = one.firstSaid === 'no' ? answer?.recheckAnswer : undefined
  const day = (shown: boolean, on: CalendarDate | undefined) => (shown ? shortDay(on, at.lang) : '')
  return row(
    one.item.number,
    at.t.parts[printedRowOf(one)],
    itemText(at, one),
    first ? at.t[first] : '',
    day(one.said !== 'silent', answer?.checkedOn),
    day(one.firstSaid === 'no', answer?.targetOn),
    second ? at.t[second] : '',
    day(second !== undefined, answer?.recheckedOn),
    remarkOf(at, one),
  )
}
