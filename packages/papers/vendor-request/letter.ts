import { byId, dateInWords, disclosuresOf, known, printedSheetNumber, type Vendor } from '@mimamori/domain'
import { askedHow, type Form } from '../checklist/form.ts'
import { alsoAsked } from '../open-questions/model.ts'
import { type Context, markOf, nameWithKana, peopleWith } from '../paper/context.ts'
import { disclosureReceived } from '../paper/disclosure-received.ts'
import { type Block, facts, gap, heading, line, paragraph, type Rich, say, small } from '../paper/index.ts'
import { dayWithWeekday, dayWithYear, inTokyo } from '../paper/made.ts'
import { askedTable } from './history.ts'
import type { RequestOptions, RequestStep } from './options.ts'

/**
 * The letter, with where to check that it is genuine. The request and the letter from head to head carry the head's name and
 * room for a seal; reminders in between come from the person in charge.
 */
export function letterBlocks(at: Context, form: Form, options: RequestOptions): readonly Block[] {
  const words = at.t.request
  const step = options.step ?? 'request'
  const { lastOn } = askedHow(form)
  const edition = form.edition ? `${form.edition.title[at.lang]}${markOf(form.edition.confidence, at.t)}` : ''
  return [
    ...numberAndDay(at),
    paragraph(addressee(at, form, step)),
    ...sender(at, step),
    gap(2),
    heading(1, at.t.asking.headings[step]),
    paragraph(words.greeting),
    paragraph(say(words.ask, { us: at.us, edition })),
    ...(step !== 'request' || lastOn === undefined || lastOn >= at.asOf
      ? []
      : [paragraph(say(words.askAgain, { on: dateInWords(lastOn, at.lang) }))]),
    ...(step === 'request' ? [] : askedBefore(at, form, step)),
    paragraph(words.honest),
    paragraph(words.only),
    { kind: 'paragraph', align: 'center', text: words.details },
    facts(details(at, form, options), { labelMm: 40 }),
    ...(step === 'request' ? [paragraph(disclosureAsked(at, form))] : []),
    ...alsoAsked(at, form),
    small(words.genuine),
    small(words.patients),
    ...(words.end === '' ? [] : [paragraph(words.end, { align: 'right' })]),
  ]
}

/** 文書番号, with room for it where the facility gives it by hand, and the day. */
export function numberAndDay(at: Context, given = at.documentNumber): readonly Block[] {
  const words = at.t.request
  const number = given === undefined ? words.documentBlank : say(words.documentNumber, { number: given })
  return [
    { kind: 'paragraph', align: 'right', text: number },
    { kind: 'paragraph', align: 'right', text: dayWithYear(inTokyo(at.madeAt).day, at.lang) },
  ]
}

/** The MDS/SDS of the system, or a newer one where one is there already. */
function disclosureAsked(at: Context, form: Form): Rich {
  const words = at.t.request
  const [held] = disclosuresOf(at.slices, { vendor: known(form.sheet.vendor), system: known(form.sheet.system) })
  if (!held) return words.disclosure
  const product = [held.product, held.productVersion].filter((word) => word !== undefined).join(' ')
  return say(words.disclosureHeld, { product, received: disclosureReceived(at, held) })
}

/** What was asked so far, and why this letter goes where it goes. */
function askedBefore(at: Context, form: Form, step: Exclude<RequestStep, 'request'>): readonly Block[] {
  const { times, lastOn } = askedHow(form)
  const on = lastOn === undefined ? '' : dateInWords(lastOn, at.lang)
  const words = at.t.asking
  return [paragraph(say(words.before[step], { times, on })), ...(form.requests.length > 0 ? [askedTable(at, form.requests)] : [])]
}

/** 例システム株式会社 御中 / 医療部 見本 花子 様; a later letter goes to the second contact or to whoever leads the company. */
export function addressee(at: Context, form: Form, step: RequestStep = 'request'): Rich {
  const words = at.t.request
  const vendor = vendorOf(at, form)
  const company = say(words.to, { vendor: form.vendorName ?? '' })
  if (step === 'head-letter') return line(company, '\n', at.t.asking.toCompanyHead)
  const second = vendor?.secondContactName
  if (step === 'second-contact' && second !== undefined) return line(company, '\n', say(words.toPersonOnly, { person: second }))
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

/** Facility and head with 20 × 20 mm for the seal, which is never demanded; in a reminder the person in charge. */
export function sender(at: Context, step: RequestStep): readonly Block[] {
  const words = at.t.request
  if (step === 'chase-up' || step === 'second-contact')
    return [
      { kind: 'paragraph', align: 'right', text: at.facilityName },
      { kind: 'paragraph', align: 'right', text: contactOf(at) },
    ]
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
    [words.sheet, printedSheetNumber(form.sheet.id)],
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
