import type { Form } from '../checklist/form.ts'
import type { Context } from '../paper/context.ts'
import { type Block, facts, gap, heading, line, paragraph, say, sayWhere } from '../paper/index.ts'
import { dayWithYear, inTokyo } from '../paper/made.ts'
import { addressee, contactOf, vendorOf } from './letter.ts'

/** 送付状: how many sheets, and two people who looked at the number before sending. */
export function faxCover(
  at: Context,
  form: Form,
  of: { readonly anchors: { readonly first: string; readonly last: string }; readonly sheet: string },
): readonly Block[] {
  const words = at.t.fax
  const vendor = vendorOf(at, form)
  const number = say(at.t.form.sheetNumber, { number: of.sheet })
  const phone = at.facility?.phone
  return [
    { kind: 'running', text: number },
    heading(1, words.heading),
    facts(
      [
        [words.to, addressee(at, form)],
        [words.faxTo, vendor?.fax ?? ''],
        [words.from, line(at.facilityName, '\n', contactOf(at))],
        [words.on, dayWithYear(inTokyo(at.madeAt).day, at.lang)],
        [words.subject, at.t.request.heading],
        [at.t.request.sheet, of.sheet],
        [words.pages, sayWhere(words.pagesValue, {}, { pages: { pageCount: [of.anchors.first, of.anchors.last] } })],
      ],
      { labelMm: 36 },
    ),
    paragraph(at.t.asking.returnCode),
    gap(6),
    { kind: 'frame', blocks: [paragraph([{ bold: words.checked }]), { kind: 'signatures', labels: [words.checkedBy] }] },
    gap(4),
    paragraph(phone === undefined ? words.wrongBlank : say(words.wrong, { phone })),
    paragraph(words.noPatients),
  ]
}
