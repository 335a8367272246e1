import { dateInWords } from '@mimamori/domain'
import type { Form } from '../checklist/form.ts'
import type { Bundle } from '../pack/bundle.ts'
import { row, table, type Worksheet } from '../paper/index.ts'
import { shortDay } from '../paper/made.ts'
import { missingIn } from './missing.ts'
import { boxes, evidenceOf, replyOf, titleOf, vendorBoxes, vendorName } from './tables.ts'

/** The same rows with every fact in a cell of its own, to be filled in and sorted on a PC. */
export function itemSheet(bundle: Bundle, own: Form, count: string): Worksheet {
  const { at } = bundle
  const words = at.t.inspection
  const columns = [
    { title: words.number, width: 14, align: 'center', names: true },
    { title: words.question, width: 'rest' },
    { title: words.answer, width: 22, align: 'center' },
    { title: words.first, width: 21, align: 'center' },
    { title: words.target, width: 21, align: 'center' },
    { title: words.second, width: 21, align: 'center' },
    { title: words.evidence, width: 40 },
    { title: words.missing, width: 40 },
    { title: words.who, width: 24 },
    { title: words.when, width: 22 },
  ] as const
  const rows = own.rows.map((one) => {
    const { answer } = one
    const target = one.firstSaid === 'no' ? shortDay(answer?.targetOn, at.lang) : ''
    const days = [shortDay(answer?.checkedOn, at.lang), target, shortDay(answer?.recheckedOn, at.lang)]
    return row(
      one.item.number,
      titleOf(at, one),
      at.t.said[one.said],
      ...days,
      evidenceOf(bundle, one),
      boxes(at, missingIn(bundle, one)),
      '',
      '',
    )
  })
  return { ...headOf(bundle, { file: 'items', name: words.items }), table: table(words.title, columns, rows), notes: [count] }
}

export function vendorSheet(bundle: Bundle): Worksheet {
  const { at, vendors } = bundle
  const words = at.t.inspection
  const columns = [
    { title: words.vendor, width: 'rest', names: true },
    { title: words.reply, width: 50 },
    { title: words.missing, width: 46 },
    { title: words.who, width: 24 },
    { title: words.when, width: 22 },
  ] as const
  const rows = vendors.map((one) => row(vendorName(one), replyOf(at, one.form), vendorBoxes(at, one.form), '', ''))
  return {
    ...headOf(bundle, { file: 'vendors', name: words.vendors }),
    table: table(words.vendors, columns, rows),
    notes: [words.vendorsLead],
  }
}

function headOf({ at }: Bundle, { file, name }: { file: string; name: string }): Pick<Worksheet, 'file' | 'name' | 'heading' | 'lines'> {
  const { title, asOf } = at.t.inspection
  const lines = [
    [at.t.pack.facility, at.facilityName],
    [asOf, dateInWords(at.asOf, at.lang)],
  ] as const
  return { file, name, heading: title, lines }
}
