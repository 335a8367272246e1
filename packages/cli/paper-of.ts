import { cardSizeOf } from '@mimamori/catalog'
import { byId, readDate } from '@mimamori/domain'
import {
  approvalPaper,
  askingListsPaper,
  boardPaper,
  checklistPaper,
  contactChartPaper,
  type HandoverOptions,
  handoverPaper,
  improvementReportPaper,
  inspectionPaper,
  isMoneyPaper,
  isRiskAsked,
  isSheetOfPaper,
  isUpdateAsked,
  type MoneyPaperKind,
  matrixPaper,
  moneyPapers,
  monthlyReportPaper,
  monthOf,
  openQuestionsPaper,
  type Paper,
  type PaperInput,
  packPaper,
  plannedMeasuresOf,
  protectionsPaper,
  riskAgreementPaper,
  riskLetterPaper,
  securityPolicyPaper,
  simulatedPlan,
  tenQuestionsPaper,
  updateRequestPaper,
  vendorNoticePaper,
  vendorRequestPaper,
  visitRecordPaper,
  workCardPaper,
} from '@mimamori/papers'
import { type Call, textOption, UsageError } from './command.ts'
import { InputError } from './errors.ts'

export const paperKinds = [
  'checklist',
  'pack',
  'inspection',
  'visit-record',
  'improvement-report',
  'board',
  'vendor-request',
  'vendor-notice',
  'update-request',
  'matrix',
  'risk-letter',
  'risk-agreement',
  'monthly-report',
  'approval',
  'asking-lists',
  'contact-chart',
  'work-card',
  'ten-questions',
  'open-questions',
  'handover',
  'security-policy',
  'protections',
  'plan-board',
  'plan-annex',
  'budget-request',
  'budget-attachment',
  'committee',
] as const
/** What the command makes. */
export type PaperKind = (typeof paperKinds)[number]

/** The paper of this kind, of what the options name. */
export function paperOf(kind: PaperKind, input: PaperInput, call: Call): Paper {
  if (isMoneyPaper(kind)) return planPaper(kind, input)
  const one = sheetOption(kind, input, textOption(call, 'sheet'))
  switch (kind) {
    case 'pack':
      return packPaper(input)
    case 'inspection':
      return inspectionPaper(input)
    case 'visit-record':
      return visitRecordPaper(input)
    case 'improvement-report':
      return improvementReportPaper(input)
    case 'checklist':
      return checklistPaper(input, one)
    case 'board':
      return boardPaper(input)
    case 'contact-chart':
      return contactChartPaper(input)
    case 'ten-questions':
      return tenQuestionsPaper(input)
    case 'protections':
      return protectionsPaper(input)
    case 'security-policy':
      return securityPolicyPaper(input)
    case 'open-questions':
      return openQuestionsPaper(input)
    case 'handover':
      return handoverPaper(input, handoverOptions(input, call))
    case 'asking-lists':
      return askingListsPaper(input)
    case 'vendor-notice': {
      const sheets = input.picture.slices.sheets
        .map((sheet) => sheet.id)
        .filter((id) => vendorNoticePaper(input, { sheet: id }).blocks.length > 0)
      return ofOne('--sheet', textOption(call, 'sheet'), sheets, (sheet) => vendorNoticePaper(input, { sheet }))
    }
    case 'approval': {
      const ids = input.picture.slices.approvals.map((approval) => approval.id)
      return ofOne('--approval', textOption(call, 'approval'), ids, (approval) => approvalPaper(input, { approval }))
    }
    case 'vendor-request':
      return vendorRequestPaper(input, {
        way: oneOf(['post', 'fax', 'mail', 'phone', 'hand'] as const, textOption(call, 'way') ?? 'post', '--way'),
        ...one,
      })
    case 'update-request':
      return updateRequest(input, call)
    case 'matrix':
      return matrix(input, call)
    case 'risk-letter':
      return riskLetter(input, call)
    case 'risk-agreement':
      return riskAgreement(input, call)
    case 'monthly-report':
      return monthlyReport(input, call)
    case 'work-card': {
      const cards = input.catalogue.workCards.map((one) => one.id)
      const card = textOption(call, 'card') ?? oneOf(cards, undefined, '--card')
      const paper = workCardPaper(input, { card, size: cardSizeOf(input.picture.slices.facility[0]?.kind) })
      if (!paper) throw notHere('--card', card, cards)
      return paper
    }
  }
}

/** About the plan as it is ticked. */
function planPaper(kind: MoneyPaperKind, input: PaperInput): Paper {
  const { world } = input.analysis
  const { supportSchemes } = input.catalogue
  return moneyPapers[kind](input, simulatedPlan(world, { lang: input.lang, planned: plannedMeasuresOf(world), supportSchemes }))
}

/** Of one response, of one vendor, or of every vendor of which something is open; where nothing is, no empty letter comes in its place. */
function updateRequest(input: PaperInput, call: Call): Paper {
  const [vendor, response] = [textOption(call, 'vendor'), textOption(call, 'response')]
  const of = { ...(vendor !== undefined && { vendor }), ...(response !== undefined && { response }) }
  const { vendors, responses } = input.picture.slices
  if (!isUpdateAsked(input, of)) {
    if (response !== undefined)
      throw notHere(
        '--response',
        response,
        responses.map((one) => one.id).filter((id) => isUpdateAsked(input, { response: id })),
      )
    throw notHere(
      '--vendor',
      vendor ?? '',
      vendors.map((one) => one.id).filter((id) => isUpdateAsked(input, { vendor: id })),
    )
  }
  return updateRequestPaper(input, {
    ...of,
    way: oneOf(['post', 'fax', 'mail', 'hand'] as const, textOption(call, 'way') ?? 'post', '--way'),
  })
}

/** Of all, or of one vendor that the facility has. */
function matrix(input: PaperInput, call: Call): Paper {
  const vendor = textOption(call, 'vendor')
  const ids = input.picture.slices.vendors.map((one) => one.id)
  return vendor === undefined ? matrixPaper(input) : ofOne('--vendor', vendor, ids, (id) => matrixPaper(input, { vendor: id }))
}

/** Of one agreement, of one vendor, or of all that wait for an answer; no empty letter comes in their place. */
function riskLetter(input: PaperInput, call: Call): Paper {
  const [decision, vendor] = [textOption(call, 'decision'), textOption(call, 'vendor')]
  const of = { ...(decision !== undefined && { decision }), ...(vendor !== undefined && { vendor }) }
  if (isRiskAsked(input, of)) return riskLetterPaper(input, of)
  const { riskDecisions, vendors } = input.picture.slices
  if (decision === undefined && vendor !== undefined) {
    const asked = vendors.map((one) => one.id).filter((id) => isRiskAsked(input, { vendor: id }))
    throw notHere('--vendor', vendor, asked)
  }
  const asked = riskDecisions.map((one) => one.id).filter((id) => isRiskAsked(input, { decision: id }))
  throw notHere('--decision', decision ?? '', asked)
}

function riskAgreement(input: PaperInput, call: Call): Paper {
  const decision = textOption(call, 'decision')
  const ids = input.picture.slices.riskDecisions.map((one) => one.id)
  if (decision === undefined && ids.length > 0) return riskAgreementPaper(input)
  return ofOne('--decision', decision, ids, (id) => riskAgreementPaper(input, { decision: id }))
}

function monthlyReport(input: PaperInput, call: Call): Paper {
  const month = textOption(call, 'month')
  if (month !== undefined && monthOf(month, input.asOf) === undefined)
    throw new UsageError({
      ja: '--month は 2026-11 の形で、始まった月を書いてください。',
      en: '--month is written like 2026-11, and is a month that has begun.',
    })
  return monthlyReportPaper(input, month === undefined ? {} : { month })
}

/** A paper about one thing that is named by its id; the ids that there are stand in the refusal. */
function ofOne(option: string, id: string | undefined, there: readonly string[], make: (id: string) => Paper): Paper {
  if (id === undefined || !there.includes(id)) throw notHere(option, id ?? '', there)
  return make(id)
}

/** The sheet that the paper is asked of; a paper of another one, or of none, never comes in its place. */
function sheetOption(kind: PaperKind, input: PaperInput, sheet: string | undefined): { sheet?: string } {
  if (sheet === undefined || kind === 'vendor-notice') return {}
  if (kind !== 'checklist' && kind !== 'vendor-request')
    throw new UsageError({ ja: '--sheet は checklist と vendor-request で使います。', en: '--sheet is for checklist and vendor-request.' })
  if (isSheetOfPaper(kind, input, sheet)) return { sheet }
  const sheets = input.picture.slices.sheets.map((one) => one.id).filter((id) => isSheetOfPaper(kind, input, id))
  throw notHere('--sheet', sheet, sheets)
}

/** Predecessor and successor by their ids in the folder; what is not said is left to be written by hand. */
function handoverOptions({ picture }: PaperInput, call: Call): HandoverOptions {
  const { people } = picture.slices
  const named = (option: string) => {
    const id = textOption(call, option)
    const found = byId(people, id)
    const ids = people.map((person) => person.id)
    if (id !== undefined && !found) throw notHere(`--${option}`, id, ids)
    return found
  }
  const [from, to] = [named('from'), named('to')]
  const on = textOption(call, 'on')
  const movesOn = on === undefined ? undefined : readDate(on)
  if (on !== undefined && movesOn === undefined)
    throw new UsageError({ ja: '--on は 2027-04-01 の形で書いてください。', en: '--on is written like 2027-04-01.' })
  return {
    ...(from && { predecessor: from.name, people: [from.id, ...(to ? [to.id] : [])] }),
    ...(to && { successor: to.name }),
    ...(movesOn !== undefined && { movesOn }),
  }
}

function notHere(option: string, id: string, there: readonly string[]): InputError {
  return new InputError({
    code: 'paper/not-found',
    message: { ja: `${option} の「${id}」は見つかりません。`, en: `There is no "${id}" for ${option}.` },
    action: {
      ja: `次のどれかを書いてください:${there.join('、')}`,
      en: `Give one of these: ${there.join(', ')}`,
    },
  })
}

export function oneOf<T extends string>(allowed: readonly T[], value: string | undefined, option: string): T {
  const found = allowed.find((one) => one === value)
  if (found === undefined)
    throw new UsageError({ ja: `${option} は次のどれかです:${allowed.join('、')}`, en: `${option} is one of: ${allowed.join(', ')}` })
  return found
}
