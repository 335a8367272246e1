import { type Approval, byId, dateInWords, noticeConsent, printedSheetNumber } from '@mimamori/domain'
import { askedHow, type Form, vendorForms } from '../checklist/form.ts'
import { type Context, contextOf, markOf, type PaperInput, peopleWith } from '../paper/context.ts'
import { type Block, facts, gap, heading, list, type Paper, paragraph, type Rich, say, small } from '../paper/index.ts'
import { dayWithYear, inTokyo } from '../paper/made.ts'
import { askedTable } from '../vendor-request/history.ts'
import { contactOf } from '../vendor-request/letter.ts'

/**
 * The notice to an association, the prefecture or a trade body: what was asked, when, by which clause, what came back. Made
 * only with the facility's consent for this sheet; it states facts and judges nothing.
 */
export function vendorNoticePaper(input: PaperInput, options: { readonly sheet: string }): Paper {
  const at = contextOf(input)
  const consent = noticeConsent(at.slices.approvals, options.sheet)
  const form = vendorForms(at).find((one) => one.sheet.id === options.sheet)
  return {
    kind: 'vendor-notice',
    lang: at.lang,
    copy: at.copy,
    title: at.t.asking.notice.heading,
    facility: at.facilityName,
    type: 'usual',
    frozen: at.frozen,
    blocks: form && consent ? noticeBlocks(at, form, consent) : [],
  }
}

function noticeBlocks(at: Context, form: Form, consent: Approval): readonly Block[] {
  const words = at.t.asking.notice
  const { times, lastOn } = askedHow(form)
  const on = lastOn === undefined ? '' : dateInWords(lastOn, at.lang)
  const head = peopleWith(at, 'head')[0]
  const address = at.facility?.address
  const name = say(at.t.request.fromHead, { head: at.head, name: head?.name ?? '' })
  return [
    { kind: 'paragraph', align: 'right', text: documentNumber(at, consent) },
    { kind: 'paragraph', align: 'right', text: dayWithYear(inTokyo(at.madeAt).day, at.lang) },
    paragraph(say(words.to, { name: consent.toName ?? '' })),
    { kind: 'sender', lines: [at.facilityName, ...(address === undefined ? [] : [address]), name], seal: at.t.request.seal },
    gap(2),
    heading(1, words.heading),
    paragraph(say(words.lead, { us: at.us, vendor: form.vendorName ?? '', system: form.systemName ?? '', times, on })),
    facts(details(at, form), { labelMm: 40 }),
    heading(2, words.asked),
    askedTable(at, form.requests),
    paragraph(cameBack(at, form)),
    heading(2, words.clauses),
    list('dots', clauses(at)),
    small(words.notJudged),
    paragraph(words.wish),
    small(say(words.consent, { on: dateInWords(consent.approvedOn ?? consent.draftedOn, at.lang), by: consent.draftedBy ?? '' })),
    facts([[at.t.request.contact, contactOf(at)]], { labelMm: 40 }),
    small(words.noPatients),
  ]
}

function documentNumber(at: Context, consent: Approval): Rich {
  const number = consent.documentNumber ?? at.documentNumber
  return number === undefined ? at.t.request.documentBlank : say(at.t.request.documentNumber, { number })
}

function details(at: Context, form: Form): readonly (readonly [Rich, Rich])[] {
  const words = at.t.asking.notice
  const edition = form.edition ? `${form.edition.title[at.lang]}${markOf(form.edition.confidence, at.t)}` : ''
  return [
    [words.company, form.vendorName ?? ''],
    [at.t.request.system, form.systemName ?? ''],
    [words.what, say(words.whatValue, { edition })],
    [at.t.request.sheet, printedSheetNumber(form.sheet.id)],
  ]
}

/** What came back: nothing, a promise that passed, or letters that did not arrive. */
function cameBack(at: Context, form: Form): Rich {
  const words = at.t.asking.notice
  const promised = form.requests.findLast((one) => one.promisedOn !== undefined)?.promisedOn
  const returned = form.requests.filter((one) => one.kind === 'came-back').length
  if (promised !== undefined) return say(words.promised, { on: dateInWords(promised, at.lang) })
  return returned > 0 ? say(words.returned, { times: returned }) : words.nothing
}

/** Clauses of the step in the schedule, with how sure we are of them. */
function clauses(at: Context): readonly Rich[] {
  const refs = at.world.askingPlan.find((step) => step.kind === 'notice')?.refs ?? []
  return refs.map((ref) => {
    const document = byId(at.catalogue.guidelines, ref.edition)?.title ?? byId(at.world.editions, ref.edition)?.title
    return say(at.t.asking.notice.clause, {
      document: document?.[at.lang] ?? ref.edition,
      clause: ref.clause,
      mark: markOf(ref.confidence, at.t),
    })
  })
}
