import { byId, type Vendor } from '@mimamori/domain'
import { type Context, contextOf, type PaperInput } from '../paper/context.ts'
import { type Block, facts, gap, heading, type Paper, page, paragraph, type Rich, say, small } from '../paper/index.ts'
import { addresseeOf } from '../update-request/letter.ts'
import { contactOf, numberAndDay, sender } from '../vendor-request/letter.ts'
import { type Agreed, agreedOf } from './agreed.ts'

export interface RiskLetterOptions {
  /** One agreement alone. */
  readonly decision?: string
  /** All agreements of one vendor that wait for its answer. */
  readonly vendor?: string
}

type Known = Pick<PaperInput, 'picture' | 'analysis'>

/** 確認・依頼・協力申出: to the vendor, each said for what it is; one letter for each agreement, with the box for the answer. */
export function riskLetterPaper(input: PaperInput, options: RiskLetterOptions = {}): Paper {
  const at = contextOf({ ...input, copy: 'on-site' })
  const asked = askedOf(at, options)
  const [first] = asked
  return {
    kind: 'risk-letter',
    lang: at.lang,
    copy: 'on-site',
    title: first && asked.length === 1 ? at.t.risks.letter.kind[first.decision.kind].heading : at.t.risks.letter.title,
    facility: at.facilityName,
    type: 'usual',
    frozen: at.frozen,
    blocks: asked.flatMap((one, n) => [...(n === 0 ? [] : [page()]), ...oneLetter(at, one)]),
  }
}

/** Whether there is anything to write to a vendor. */
export function isRiskAsked({ picture, analysis }: Known, options: RiskLetterOptions): boolean {
  return askedOf({ slices: picture.slices, world: analysis.world }, options).length > 0
}

type AskedOfVendor = Agreed & { readonly vendor: Vendor }

function askedOf(at: Pick<Context, 'slices' | 'world'>, { decision, vendor }: RiskLetterOptions): readonly AskedOfVendor[] {
  const all = at.slices.riskDecisions
  const chosen =
    decision === undefined
      ? all.filter((one) => one.answer === undefined && (vendor === undefined || one.vendor === vendor))
      : [byId(all, decision)].filter((one) => one !== undefined)
  return chosen.flatMap((one) => agreedOf(at, one)).flatMap((one) => (one.vendor ? [{ ...one, vendor: one.vendor }] : []))
}

function oneLetter(at: Context, { decision, risk, vendor, told }: AskedOfVendor): readonly Block[] {
  const words = at.t.risks.letter
  const { request } = at.t
  const own = words.kind[decision.kind]
  const controls = told.map(({ name, state }) => `${at.t.risks.marks[state]} ${name[at.lang]}`)
  const lines: readonly (readonly [Rich, Rich])[] = [
    [words.risk, risk.name[at.lang]],
    [words.scene, risk.scenario[at.lang]],
    [own.asked, decision.asked],
    ...(controls.length > 0 ? [[words.controls, [...controls, at.t.risks.letter.legend].join('\n')] as const] : []),
    [words.until, words.untilValue],
    [words.contact, contactOf(at)],
  ]
  return [
    ...numberAndDay(at),
    paragraph(addresseeOf(at, vendor)),
    ...sender(at, 'request'),
    gap(2),
    heading(1, own.heading),
    paragraph(request.greeting),
    paragraph(say(own.lead, { us: at.us })),
    paragraph(words.only),
    paragraph(request.details, { align: 'center' }),
    facts(lines, { labelMm: 38 }),
    heading(2, words.answer),
    { kind: 'writing', label: own.answer, heightMm: 24 },
    { kind: 'writing', label: words.residual, heightMm: 14 },
    { kind: 'signatures', labels: [words.company, words.name, words.phone, words.on], columns: 2 },
    small(request.genuine),
    small(request.patients),
  ]
}
