import { byId, type CalendarDate, dateInWords, known, type Lang } from '@mimamori/domain'
import type { Kept } from '../kept.ts'
import { fillText } from '../words.ts'
import { type Composed, personOf, replyTo, subjectOf, usable } from './compose.ts'
import { mailProblem } from './problems.ts'
import { mailTexts } from './texts.ts'

/**
 * A reminder of what a vendor was told, to whomever the next step leads. NOTE: mail may be read on its way, so that it names neither
 * devices nor versions; these stand on the vendor's page, and on the paper that it has.
 */
export function composeReminder(now: Kept, { response, lang }: { response: string; lang: Lang }): Composed {
  const { slices } = now.picture
  const held = byId(slices.responses, response)
  const next = held && byId(now.analysis.world.responseAsking, held.id)
  const isTold = next && (next.why !== 'silent' || next.asked > 0)
  if (!held || !isTold || (next.why !== 'silent' && next.state === 'waiting')) throw mailProblem('mail/nothing-to-remind')
  const vendor = byId(slices.vendors, next.to ?? known(held.vendor))
  const body = fillText(mailTexts.body['response-reminder'], {
    facility: slices.facility[0]?.name ?? '',
    vendor: vendor?.name ?? '',
    person: personOf(next.step ?? 'head-letter', vendor),
    title: held.title,
    told: dateInWords(toldOn(now, held.id) ?? held.openedOn, lang),
    due: held.dueOn === undefined || held.dueOn < now.asOf ? mailTexts.dueOpen : dateInWords(held.dueOn, lang),
  })
  return {
    to: usable(vendor?.mail),
    ...replyTo(now),
    together: vendor?.mailTogether === 'yes',
    subject: subjectOf(now, 'response-reminder', lang),
    body: body[lang],
    attachments: [],
  }
}

function toldOn({ picture }: Kept, response: string): CalendarDate | undefined {
  return picture.slices.responseSteps.find((step) => step.response === response && step.kind === 'told')?.on
}
