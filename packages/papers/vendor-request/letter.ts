import { byId, dateInWords, known, type Vendor } from '@mimamori/domain'
import { askedHow, type Form } from '../checklist/form.ts'
import { alsoAsked } from '../open-questions/model.ts'
import { type Context, markOf, nameWithKana, peopleWith } from '../paper/context.ts'
import { type Block, facts, gap, heading, line, paragraph, type Rich, say, small } from '../paper/index.ts'
import { dayWithWeekday, dayWithYear, inTokyo } from '../paper/made.ts'
import type { RequestOptions } from './options.ts'

/** The letter in the head's name, with where to check that it is genuine. */
export function letterBlocks(at: Context, form: Form, options: RequestOptions): readonly Block[] {
  const words = at.t.request
  const { lastOn } = askedHow(form)
  const edition = form.edition ? `${form.edition.title[at.lang]}${markOf(form.edition.confidence, at.t)}` : ''
  return [
    {
      kind: 'paragraph',
      align: 'right',
      text: at.documentNumber === undefined ? words.documentBlank : say(words.documentNumber, { number: at.documentNumber }),
    },
    { kind: 'paragraph', align: 'right', text: dayWithYear(inTokyo(at.madeAt).day, at.lang) },
    paragraph(addressee(at, form)),
    ...sender(at),
    gap(2),
    heading(1, words.heading),
    paragraph(words.greeting),
    paragraph(say(words.ask, { us: at.us, edition })),
    ...(lastOn === undefined || lastOn >= at.asOf ? [] : [paragraph(say(words.askAgain, { on: dateInWords(lastOn, at.lang) }))]),
    paragraph(words.honest),
    paragraph(words.only),
    { kind: 'paragraph', align: 'center', text: words.details },
    facts(details(at, form, options), { labelMm: 40 }),
    ...alsoAsked(at, form),
    small(words.genuine),
    small(words.patients),
    ...(words.end === '' ? [] : [paragraph(words.end, { align: 'right' })]),
  ]
}

/** 例システム株式会社 御中 / 医療部 見本 花子 様. */
export function addressee(at: Context, form: Form): Rich {
  const words = at.t.request
  const vendor = vendorOf(at, form)
  const company = say(words.to, { vendor: form.vendorName ?? '' })
  return line(company, '\n', personOf(at, vendor))
}

export function personOf(at: Context, vendor: Vendor | undefined): Rich {
  const words = at.t.request
  if (vendor?.contactName === undefined) return words.toCharge
  const { contactDepartment: department, contactName: person } = vendor
  return department === undefined ? say(words.toPersonOnly, { person }) : say(words.toPerson, { department, person })
}

export function vendorOf(at: Context, form: Form): Vendor | undefined {
  return byId(at.slices.vendors, known(form.sheet.vendor))
}

/** Facility and head with 20 × 20 mm for the seal, which is never demanded. */
function sender(at: Context): readonly Block[] {
  const words = at.t.request
  const head = peopleWith(at, 'head')[0]
  const name = say(words.fromHead, { head: at.head, name: head?.name ?? '' })
  const address = at.facility?.address
  return [{ kind: 'sender', lines: [at.facilityName, ...(address === undefined ? [] : [address]), name], seal: words.seal }]
}

function details(at: Context, form: Form, options: RequestOptions): readonly (readonly [Rich, Rich])[] {
  const words = at.t.request
  const due = form.sheet.dueOn
  const { screen } = options
  return [
    [words.system, form.systemName ?? ''],
    [words.due, due === undefined || due < at.asOf ? words.dueBlank : dayWithWeekday(due, at.lang)],
    [words.back, wayBack(at, options.way)],
    ...(screen ? [[words.screen, say(words.screenAddress, screen)] as const] : []),
    [words.contact, contactOf(at)],
  ]
}

function wayBack(at: Context, way: RequestOptions['way']): Rich {
  const words = at.t.request
  const fax = at.facility?.fax
  const faxBack = fax === undefined ? words.backFaxBlank : say(words.backFax, { fax })
  const ways = { post: words.backPost, hand: say(words.backHand, { us: at.us }), fax: faxBack, mail: faxBack, phone: faxBack }
  return line(ways[way], '\n', words.backAny)
}

/** Who answers questions: the contact person of the facility, else whoever keeps the systems, with the facility's own number. */
export function contactOf(at: Context): Rich {
  const person = peopleWith(at, 'contact')[0] ?? peopleWith(at, 'system')[0] ?? peopleWith(at, 'safety-manager')[0]
  const phone = person?.phone ?? at.facility?.phone ?? ''
  return say(at.t.request.contactPerson, { department: person?.department ?? '', name: person ? nameWithKana(person) : '', phone })
}
