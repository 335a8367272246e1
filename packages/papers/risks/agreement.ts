import { byId, type CalendarDate } from '@mimamori/domain'
import { type Context, contextOf, type PaperInput } from '../paper/context.ts'
import { type Block, facts, type Paper, page, paragraph, type Rich, row, sayPlain, small, table } from '../paper/index.ts'
import { dayWithYear, shortDay } from '../paper/made.ts'
import { type Agreed, agreedOf } from './agreed.ts'
import { controlLines } from './matrix.ts'

/** リスクの取り決め書: one sheet for each agreement, to be signed by both sides. Without `decision`: all that are there. */
export function riskAgreementPaper(input: PaperInput, options: { readonly decision?: string } = {}): Paper {
  const at = contextOf({ ...input, copy: 'on-site' })
  const { riskDecisions } = at.slices
  const chosen = options.decision === undefined ? riskDecisions : [byId(riskDecisions, options.decision)].filter((one) => one !== undefined)
  const agreed = chosen.flatMap((one) => agreedOf(at, one))
  return {
    kind: 'risk-agreement',
    lang: at.lang,
    copy: 'on-site',
    title: at.t.risks.agreement.title,
    facility: at.facilityName,
    type: 'usual',
    frozen: at.frozen,
    blocks: agreed.flatMap((one, n) => [...(n === 0 ? [] : [page()]), ...oneSheet(at, one)]),
  }
}

function oneSheet(at: Context, agreed: Agreed): readonly Block[] {
  const words = at.t.risks.agreement
  const { vendor } = agreed
  return [
    { kind: 'title', text: words.title, above: at.facilityName, side: 'left' },
    paragraph(vendor ? words.lead : words.leadOwn),
    facts(linesOf(at, agreed), { labelMm: 34 }),
    ...controlTable(at, agreed),
    small(words.contract),
    ...signaturesOf(at, agreed),
  ]
}

function linesOf(at: Context, { decision, risk, vendor }: Agreed): readonly (readonly [Rich, Rich])[] {
  const words = at.t.risks.agreement
  const dated = (text: string | undefined, on: CalendarDate | undefined) =>
    text === undefined ? '' : `${text}${on === undefined ? '' : sayPlain(words.on, { on: shortDay(on, at.lang) })}`
  const day = (on: CalendarDate | undefined) => (on === undefined ? words.blankDay : dayWithYear(on, at.lang))
  return [
    [words.kind, at.t.risks.kind[decision.kind]],
    [words.parties, vendor ? sayPlain(words.both, { facility: at.facilityName, vendor: vendor.name }) : at.facilityName],
    [words.risk, risk.name[at.lang]],
    [words.scene, risk.scenario[at.lang]],
    [words.asked, dated(decision.asked, decision.askedOn)],
    ...(vendor ? [[words.answer, dated(decision.answer, decision.answeredOn)] as const] : []),
    [words.residual, decision.residual ?? '\n'],
    [words.decidedOn, day(decision.decidedOn)],
    [words.until, day(decision.until)],
  ]
}

function controlTable(at: Context, { facility, told, vendor }: Agreed): readonly Block[] {
  const words = at.t.risks.agreement
  const columns = [
    { title: words.facilityColumn, width: 'rest' },
    { title: words.vendorColumn, width: 'rest' },
  ] as const
  return [
    vendor
      ? table(words.controls, columns, [row(controlLines(at, facility), controlLines(at, told))])
      : table(words.controls, [columns[0]], [row(controlLines(at, facility))]),
    small(at.t.risks.legend),
  ]
}

/** A name that is recorded stands beside the line for the hand. */
function signaturesOf(at: Context, { decision: { facilityBy, vendorBy }, vendor }: Agreed): readonly Block[] {
  const words = at.t.risks.agreement
  const label = (side: string, name: string | undefined) => (name === undefined ? side : `${side} ${sayPlain(words.signed, { name })}`)
  const own = [label(words.facilitySide, facilityBy), words.facilityOn]
  const theirs = vendor ? [label(words.vendorSide, vendorBy), words.vendorOn] : []
  return [{ kind: 'signatures', labels: [...own, ...theirs] }]
}
