import { printedSheetNumber } from '@mimamori/domain'
import type { Form } from '../checklist/form.ts'
import { alsoAsked } from '../open-questions/model.ts'
import { historyTable } from '../pack/track.ts'
import type { Context } from '../paper/context.ts'
import { peopleWith } from '../paper/context.ts'
import { type Block, facts, heading, paragraph, say } from '../paper/index.ts'
import { personOf, vendorOf } from './letter.ts'
import type { RequestStep } from './options.ts'

/** The card beside the telephone: whom to call, the words to say, and the record that counts as a step of the chase-up. */
export function phoneCard(at: Context, form: Form, step: RequestStep = 'request'): readonly Block[] {
  const words = at.t.phone
  const vendor = vendorOf(at, form)
  const isSecond = step === 'second-contact' && vendor?.secondContactName !== undefined
  const person = isSecond ? say(at.t.request.toPersonOnly, { person: vendor?.secondContactName ?? '' }) : personOf(at, vendor)
  const number = isSecond ? (vendor?.secondContactPhone ?? vendor?.phone) : vendor?.phone
  const script = step === 'request' ? words.words : at.t.asking.phoneAgain
  const caller = peopleWith(at, 'contact')[0] ?? peopleWith(at, 'system')[0]
  return [
    heading(1, words.heading),
    facts(
      [
        [words.company, form.vendorName ?? ''],
        [words.person, person],
        [words.number, number ?? ''],
        [at.t.request.sheet, printedSheetNumber(form.sheet.id)],
        [words.system, form.systemName ?? ''],
      ],
      { labelMm: 34 },
    ),
    {
      kind: 'frame',
      title: words.say,
      blocks: [paragraph(say(script, { facility: at.facilityName, name: caller?.name ?? words.wordsBlankName }))],
    },
    ...alsoAsked(at, form),
    heading(2, words.ifAsked),
    paragraph(words.because),
    heading(2, words.record),
    { kind: 'signatures', labels: [words.calledAt, words.caller, words.answered, words.promised] },
    paragraph(words.results),
    { kind: 'writing', label: words.told, heightMm: 40 },
    ...(form.requests.length > 0 ? [heading(2, words.history), historyTable(at, form.requests, words.history)] : []),
  ]
}
