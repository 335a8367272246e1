import type { Vendor } from '@mimamori/domain'
import type { Form } from '../checklist/form.ts'
import type { Context } from '../paper/context.ts'
import { type Block, facts, gap, heading, line, paragraph, type Rich, say, sayWhere } from '../paper/index.ts'
import { dayWithYear, inTokyo } from '../paper/made.ts'
import { addressee, contactOf, vendorOf } from './letter.ts'

interface Anchors {
  readonly first: string
  readonly last: string
}

/** 送付状: how many sheets, and two people who looked at the number before sending. */
export function faxCover(at: Context, form: Form, of: { readonly anchors: Anchors; readonly sheet: string }): readonly Block[] {
  return [
    { kind: 'running', text: say(at.t.form.sheetNumber, { number: of.sheet }) },
    ...coverOf(at, {
      to: addressee(at, form),
      vendor: vendorOf(at, form),
      subject: at.t.request.heading,
      anchors: of.anchors,
      more: [[at.t.request.sheet, of.sheet]],
      back: at.t.asking.returnCode,
    }),
  ]
}

/** The cover of any letter that goes by FAX. */
export function coverOf(
  at: Context,
  of: {
    readonly to: Rich
    readonly vendor: Vendor | undefined
    readonly subject: string
    readonly anchors: Anchors
    readonly more?: readonly (readonly [Rich, Rich])[]
    /** What is to be sent back. */
    readonly back: Rich
  },
): readonly Block[] {
  const words = at.t.fax
  const phone = at.facility?.phone
  return [
    heading(1, words.heading),
    facts(
      [
        [words.to, of.to],
        [words.faxTo, of.vendor?.fax ?? ''],
        [words.from, line(at.facilityName, '\n', contactOf(at))],
        [words.on, dayWithYear(inTokyo(at.madeAt).day, at.lang)],
        [words.subject, of.subject],
        ...(of.more ?? []),
        [words.pages, sayWhere(words.pagesValue, {}, { pages: { pageCount: [of.anchors.first, of.anchors.last] } })],
      ],
      { labelMm: 36 },
    ),
    paragraph(of.back),
    gap(6),
    { kind: 'frame', blocks: [paragraph([{ bold: words.checked }]), { kind: 'signatures', labels: [words.checkedBy] }] },
    gap(4),
    paragraph(phone === undefined ? words.wrongBlank : say(words.wrong, { phone })),
    paragraph(words.noPatients),
  ]
}
