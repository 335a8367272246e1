import { createHash } from 'node:crypto'
import { cardSizeOf } from '@mimamori/catalog'
import { byId, canonicalJson, type Lang, readDate } from '@mimamori/domain'
import {
  approvalPaper,
  askingListsPaper,
  boardPaper,
  checklistPaper,
  checkNumber,
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
  monthlyReportPaper,
  monthOf,
  openQuestionsPaper,
  type PaperInput,
  packPaper,
  packZip,
  protectionsPaper,
  type RequestOptions,
  type RequestStep,
  type RequestWay,
  type RiskLetterOptions,
  renderExcel,
  renderHtml,
  renderPdf,
  renderWord,
  riskAgreementPaper,
  riskLetterPaper,
  securityPolicyPaper,
  tenQuestionsPaper,
  type UpdateRequestOptions,
  updateRequestPaper,
  vendorNoticePaper,
  vendorRequestPaper,
  visitRecordPaper,
  workCardPaper,
} from '@mimamori/papers'
import { readAuditHead } from '../../platform/audit/index.ts'
import type { FileReply } from '../../platform/http/index.ts'
import { withScope } from '../../platform/index.ts'
import type { Asking } from '../asking.ts'
import { readFiles } from '../files/index.ts'
import type { Kept } from '../kept.ts'
import { mapForPack } from '../map-drawing.ts'
import type { Services } from '../services.ts'
import { feedStates } from '../vulnerabilities/feeds/index.ts'
import { moneyPaper } from './money.ts'
import { paperProblem } from './problems.ts'
import { signerOf } from './signer.ts'
import type { PaperKind } from './texts.ts'

export type PaperFormat = 'pdf' | 'xlsx' | 'docx' | 'html' | 'zip'

/** What is asked for. `id`: a sheet for a request or a form, a card for a work card. */
export interface Wanted {
  readonly kind: PaperKind
  readonly format: PaperFormat
  readonly copy: 'on-site' | 'hand-over'
  readonly lang: Lang
  readonly id?: string | undefined
  readonly way?: RequestWay | undefined
  /** The number for answering on the screen: a paper with it is handed over and not kept. */
  readonly screen?: RequestOptions['screen']
  /** What a hand-over knows besides the picture; `id` names it. */
  readonly handover?: HandoverOptions | undefined
  /** Of a request: which letter. */
  readonly step?: RequestStep | undefined
  /** Name of the person who makes it. */
  readonly by: string
}

export interface MadePaper extends FileReply {
  readonly checkNumber: string
  readonly findingsSha256: string
  readonly auditHead: string
  readonly fingerprint: string
}

const formatsOf: Readonly<Record<PaperKind, readonly PaperFormat[]>> = {
  pack: ['pdf', 'zip', 'html'],
  inspection: ['pdf', 'xlsx', 'html'],
  'visit-record': ['pdf', 'html'],
  'improvement-report': ['pdf', 'html'],
  checklist: ['pdf', 'xlsx', 'html'],
  'contact-chart': ['pdf', 'html'],
  board: ['pdf', 'html'],
  'vendor-request': ['pdf', 'xlsx', 'html'],
  'vendor-notice': ['pdf', 'html'],
  'update-request': ['pdf', 'xlsx', 'html'],
  matrix: ['pdf', 'xlsx', 'html'],
  'risk-letter': ['pdf', 'html'],
  'risk-agreement': ['pdf', 'html'],
  'monthly-report': ['pdf', 'xlsx', 'html'],
  approval: ['pdf', 'html'],
  'asking-lists': ['pdf', 'xlsx', 'html'],
  'plan-board': ['pdf', 'html'],
  'plan-annex': ['pdf', 'xlsx', 'html'],
  'budget-request': ['xlsx', 'pdf', 'html'],
  'budget-attachment': ['docx', 'pdf', 'html'],
  committee: ['docx', 'pdf', 'html'],
  'work-card': ['pdf', 'html'],
  'ten-questions': ['pdf', 'html'],
  'open-questions': ['pdf', 'html'],
  handover: ['pdf', 'html'],
  'security-policy': ['pdf', 'html'],
  protections: ['pdf', 'html'],
}

export function formatsOfPaper(kind: PaperKind): readonly PaperFormat[] {
  return formatsOf[kind]
}

const mediaTypes: Readonly<Record<PaperFormat, string>> = {
  pdf: 'application/pdf',
  xlsx: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
  docx: 'application/vnd.openxmlformats-officedocument.wordprocessingml.document',
  html: 'text/html',
  zip: 'application/zip',
}

/** Makes a paper from the facility as it stands; signed with the key of its organisation. */
export async function makePaper(services: Services, asking: Asking, now: Kept, wanted: Wanted): Promise<MadePaper> {
  if (!formatsOf[wanted.kind].includes(wanted.format)) throw paperProblem('paper/no-such-format')
  const auditHead = (await withScope(services.pool, asking, (client) => readAuditHead(client, asking.organisation), { readOnly: true }))
    .hash
  const shown = wanted.kind === 'pack' && wanted.copy === 'on-site' ? mapForPack(now, wanted.lang) : {}
  const input = { ...inputOf(services, now, wanted, auditHead), ...shown, ...(await feedsFor(services, asking, wanted)) }
  const signer = await signerOf(services.keys, asking.organisation)
  const made =
    wanted.format === 'zip'
      ? await packZip(input, { signer, evidence: await evidenceFor(services, asking, now, wanted) })
      : await rendered(input, now, wanted, signer)
  return {
    ...made,
    name: fileNameOf(now, wanted),
    mediaType: mediaTypes[wanted.format],
    findingsSha256: sha256(canonicalJson(now.analysis.findings)),
    auditHead,
    fingerprint: signer.fingerprint,
  }
}

/** What papers are made of: the facility as it stands, in the words of one language. */
export function inputOf(
  services: Pick<Services, 'now' | 'ruleSet'>,
  now: Kept,
  wanted: Pick<Wanted, 'lang' | 'copy' | 'by'>,
  auditHead: string,
): PaperInput {
  const { picture, analysis, tracked, catalogue, asOf } = now
  const { lang, copy, by } = wanted
  return {
    picture,
    analysis,
    tracked,
    catalogue,
    asOf,
    madeAt: services.now().toISOString(),
    lang,
    copy,
    madeBy: by,
    ruleSet: services.ruleSet,
    auditHead,
  }
}

type Rendered = Pick<MadePaper, 'bytes' | 'checkNumber'>

async function rendered(input: PaperInput, now: Kept, wanted: Wanted, signer: Awaited<ReturnType<typeof signerOf>>): Promise<Rendered> {
  const paper = isMoneyPaper(wanted.kind)
    ? await moneyPaper(input, now, wanted.kind)
    : paperOf(input, now, { ...wanted, kind: wanted.kind })
  if (!paper) throw paperProblem('paper/not-found')
  if (wanted.format === 'xlsx') return { bytes: await renderExcel(paper), checkNumber: checkNumber(paper) }
  if (wanted.format === 'docx') return { bytes: await renderWord(paper), checkNumber: checkNumber(paper) }
  if (wanted.format === 'html') return { bytes: Buffer.from(renderHtml(paper)), checkNumber: checkNumber(paper) }
  const made = await renderPdf(paper, { signer })
  if (made.kind === 'failed') throw paperProblem('paper/not-made')
  return made
}

type OtherWanted = Omit<Wanted, 'kind'> & { readonly kind: Exclude<PaperKind, MoneyPaperKind> }

function paperOf(input: PaperInput, now: Kept, { kind, id, way, screen, handover, step }: OtherWanted) {
  switch (kind) {
    case 'pack':
      return packPaper(input)
    case 'inspection':
      return inspectionPaper(input)
    case 'visit-record':
      return visitRecordPaper(input, id === undefined ? {} : { inspection: id })
    case 'improvement-report':
      return improvementReportPaper(input, id === undefined ? {} : { inspection: id })
    case 'checklist':
      return checklistPaper(input, id === undefined ? {} : { sheet: id })
    case 'contact-chart':
      return contactChartPaper(input)
    case 'board':
      return boardPaper(input)
    case 'vendor-request':
      return vendorRequestPaper(input, {
        way: way ?? 'post',
        ...(step && { step }),
        ...(id !== undefined && { sheet: id }),
        ...(screen && { screen }),
      })
    case 'vendor-notice':
      return vendorNoticePaper(input, { sheet: id ?? '' })
    case 'update-request':
      return updateRequestPaper(input, { ...askedOf(now, id), ...(way !== undefined && way !== 'phone' && { way }) })
    case 'matrix':
      return matrixPaper(input, id === undefined ? {} : { vendor: id })
    case 'risk-letter':
      return riskLetterPaper(input, lettersOf(now, id))
    case 'risk-agreement':
      return riskAgreementPaper(input, id === undefined ? {} : { decision: id })
    case 'monthly-report':
      return monthlyReportPaper(input, id === undefined ? {} : { month: id })
    case 'approval':
      return approvalPaper(input, { approval: id ?? '' })
    case 'asking-lists':
      return askingListsPaper(input)
    case 'work-card':
      return workCardPaper(input, { card: id ?? '', size: cardSizeOf(now.picture.slices.facility[0]?.kind) })
    case 'ten-questions':
      return tenQuestionsPaper(input)
    case 'protections':
      return protectionsPaper(input)
    case 'security-policy':
      return securityPolicyPaper(input)
    case 'open-questions':
      return openQuestionsPaper(input)
    case 'handover':
      return handoverPaper(input, handover)
  }
}

/** False for an id that names nothing this kind of paper can be of. */
export function isOfWhatIsHere(now: Kept, { kind, id, handover }: Pick<Wanted, 'kind' | 'id' | 'handover'>): boolean {
  if (kind === 'work-card') return now.catalogue.workCards.some((card) => card.id === id)
  if (kind === 'approval') return byId(now.picture.slices.approvals, id) !== undefined
  if (kind === 'vendor-notice') return id !== undefined && isSheetOfPaper(kind, now, id)
  if (kind === 'update-request') return isUpdateAsked(now, askedOf(now, id))
  if (kind === 'risk-letter') return isRiskAsked(now, lettersOf(now, id))
  if (kind === 'risk-agreement')
    return id === undefined ? now.picture.slices.riskDecisions.length > 0 : byId(now.picture.slices.riskDecisions, id) !== undefined
  if (id === undefined) return true
  if (kind === 'matrix') return byId(now.picture.slices.vendors, id) !== undefined
  if (kind === 'visit-record' || kind === 'improvement-report') return byId(now.picture.slices.inspections, id) !== undefined
  if (kind === 'handover') return handover !== undefined
  if (kind === 'monthly-report') return monthOf(id, now.asOf) !== undefined
  return (kind === 'checklist' || kind === 'vendor-request') && isSheetOfPaper(kind, now, id)
}

/** A request for updates is of a vendor or of one response. */
function askedOf(now: Kept, id: string | undefined): UpdateRequestOptions {
  if (id === undefined) return {}
  return byId(now.picture.slices.responses, id) ? { response: id } : { vendor: id }
}

/** A letter about a risk is of one agreement or of one vendor. */
function lettersOf(now: Kept, id: string | undefined): RiskLetterOptions {
  if (id === undefined) return {}
  return byId(now.picture.slices.riskDecisions, id) ? { decision: id } : { vendor: id }
}

/** How old the feeds are, for a report that says what it cannot know. */
async function feedsFor(services: Services, asking: Asking, { kind }: Wanted): Promise<Pick<PaperInput, 'feeds'>> {
  if (kind !== 'monthly-report') return {}
  const states = await withScope(services.pool, asking, feedStates, { readOnly: true })
  return {
    feeds: states.map(({ feed, records, asOf, problem }) => {
      const on = readDate(asOf?.slice(0, 10) ?? '')
      return { feed, records, hasFailed: problem !== null, ...(on !== undefined && { asOf: on }) }
    }),
  }
}

/** NOTE: a copy that leaves the house takes no evidence along; `packZip` leaves it out as well. */
async function evidenceFor(services: Services, asking: Asking, now: Kept, wanted: Wanted): Promise<ReadonlyMap<string, Uint8Array>> {
  if (wanted.copy === 'hand-over') return new Map()
  const hashes = now.picture.slices.evidence.flatMap(({ sha256: hash }) => hash ?? [])
  const files = await withScope(services.pool, asking, (client) => readFiles(services.evidence, asking, client, hashes), { readOnly: true })
  return new Map([...files].map(([hash, { bytes }]) => [hash, bytes] as const))
}

/** ASCII, so that no mail filter, ZIP or old PC spoils it: 2026_fac-x_sh-2026-r7-v1.pdf. */
export function fileNameOf(now: Kept, wanted: Pick<Wanted, 'kind' | 'format' | 'copy' | 'id'>): string {
  const ascii = (text: string) => text.replace(/[^A-Za-z0-9]+/g, '-').replace(/^-|-$/g, '')
  const copy = wanted.kind === 'pack' ? [wanted.copy] : []
  const parts = [
    String(now.picture.slices.facility[0]?.fiscalYear ?? now.asOf.slice(0, 4)),
    ascii(now.picture.facility),
    wanted.kind,
    ...copy,
    ...(wanted.id === undefined ? [] : [ascii(wanted.id)]),
  ]
  return `${parts.join('_')}.${wanted.format}`
}

function sha256(text: string): string {
  return createHash('sha256').update(text).digest('hex')
}
