import { byId, dateInWords, known, type Lang, noticeConsent, printedSheetNumber, type Sheet, sheetNumber } from '@mimamori/domain'
import { writeVendorSheet } from '@mimamori/formats'
import { isMailAddress, oneLine } from '../../platform/mail/index.ts'
import type { Asking } from '../asking.ts'
import { checklistProblem } from '../checklists/index.ts'
import type { Kept } from '../kept.ts'
import { paperFile } from '../papers/index.ts'
import type { Services } from '../services.ts'
import { fillText } from '../words.ts'
import { mailProblem } from './problems.ts'
import type { KeptAttachment, MailKind } from './store.ts'
import { mailTexts } from './texts.ts'

export type VendorMailKind = Exclude<MailKind, 'test' | 'acceptance-ending' | 'response-reminder' | 'responses-due'>

export interface Composed {
  readonly to: string
  readonly replyTo?: string
  readonly subject: string
  readonly body: string
  readonly attachments: readonly KeptAttachment[]
  /** The one to whom it goes wants one mail a day. */
  readonly together?: boolean
}

export interface ToCompose {
  readonly sheet: string
  readonly kind: VendorMailKind
  readonly lang: Lang
  /** Name of the person who sends it. */
  readonly by: string
}

/** The letter about a sheet, with its PDF and the Excel to fill in: no ZIP, no macro, ASCII names. */
export async function composeVendorMail(services: Services, asking: Asking, now: Kept, wanted: ToCompose): Promise<Composed> {
  const sheet = byId(now.picture.slices.sheets, wanted.sheet)
  if (sheet?.audience !== 'vendor' || known(sheet.vendor) === undefined) throw checklistProblem('checklist/no-such-sheet')
  if (sheet.returnedOn !== undefined) throw mailProblem('mail/already-back')
  if (byId(now.analysis.world.askingSteps, sheet.id)?.state === 'awaiting-approval') throw mailProblem('mail/awaiting-approval')
  return wanted.kind === 'notice'
    ? noticeMail(services, asking, now, { ...wanted, of: sheet })
    : requestMail(services, asking, now, { ...wanted, kind: wanted.kind, of: sheet })
}

type Of<T> = T & { readonly of: Sheet }

async function requestMail(
  services: Services,
  asking: Asking,
  now: Kept,
  wanted: Of<ToCompose & { readonly kind: Exclude<VendorMailKind, 'notice'> }>,
): Promise<Composed> {
  const { of: sheet, lang, kind, by } = wanted
  const { slices } = now.picture
  const vendor = byId(slices.vendors, known(sheet.vendor))
  const to = usable(vendor?.mail)
  const pdf = await paperFile(services, asking, now.picture.facility, {
    kind: 'vendor-request',
    format: 'pdf',
    copy: 'on-site',
    lang,
    id: sheet.id,
    way: 'mail',
    step: kind,
    by,
  })
  const excel = await writeVendorSheet({ picture: now.picture, sheet: sheet.id, items: now.catalogue.reference.items, format: 'xlsx' })
  const body = fillText(mailTexts.body.vendor, {
    facility: slices.facility[0]?.name ?? '',
    vendor: vendor?.name ?? '',
    person: personOf(kind, vendor),
    system: byId(slices.systems, known(sheet.system))?.name ?? mailTexts.systemOpen,
    number: printedSheetNumber(sheet.id),
    due: sheet.dueOn === undefined || sheet.dueOn < now.asOf ? mailTexts.dueOpen : dateInWords(sheet.dueOn, lang),
  })
  const name = excel.fileName.replace(/\.xlsx$/, '.pdf')
  return {
    to,
    ...replyTo(now),
    together: vendor?.mailTogether === 'yes',
    subject: subjectOf(now, kind, lang),
    body: body[lang],
    attachments: [kept(excel.fileName, excel.mediaType, excel.bytes), kept(name, 'application/pdf', bytesOf(pdf.bytes))],
  }
}

async function noticeMail(services: Services, asking: Asking, now: Kept, wanted: Of<ToCompose>): Promise<Composed> {
  const { of: sheet, lang, by } = wanted
  const consent = noticeConsent(now.picture.slices.approvals, sheet.id)
  if (!consent) throw mailProblem('mail/no-consent')
  const to = usable(consent.toMail)
  const facility = now.picture.facility
  const pdf = await paperFile(services, asking, facility, { kind: 'vendor-notice', format: 'pdf', copy: 'on-site', lang, id: sheet.id, by })
  const values = { facility: now.picture.slices.facility[0]?.name ?? '', name: consent.toName ?? '' }
  const name = `${sheet.fiscalYear}_${sheetNumber(sheet.id)}_notice.pdf`
  return {
    to,
    ...replyTo(now),
    subject: subjectOf(now, 'notice', lang),
    body: fillText(mailTexts.body.notice, values)[lang],
    attachments: [kept(name, 'application/pdf', bytesOf(pdf.bytes))],
  }
}

export function subjectOf(now: Kept, kind: MailKind, lang: Lang): string {
  return oneLine(fillText(mailTexts.subject[kind], { facility: now.picture.slices.facility[0]?.name ?? '' })[lang])
}

export function personOf(
  kind: VendorMailKind | 'prime-vendor' | 'remind' | 'phone',
  vendor: { readonly contactName?: string; readonly secondContactName?: string } | undefined,
) {
  if (kind === 'head-letter') return mailTexts.toCompanyHead
  const person = kind === 'second-contact' ? (vendor?.secondContactName ?? vendor?.contactName) : vendor?.contactName
  return person === undefined ? mailTexts.toCharge : fillText(mailTexts.toPerson, { person: oneLine(person) })
}

/** Answers go to the contact person of the facility, where that person has an address. */
export function replyTo(now: Kept): { replyTo?: string } {
  const people = now.picture.slices.people.filter((one) => one.until === undefined || one.until >= now.asOf)
  const mail = (people.find((one) => one.roles?.includes('contact')) ?? people.find((one) => one.roles?.includes('system')))?.mail
  return mail !== undefined && isMailAddress(mail) ? { replyTo: mail } : {}
}

export function usable(address: string | undefined): string {
  const trimmed = address?.trim() ?? ''
  if (!isMailAddress(trimmed)) throw mailProblem('mail/no-address')
  return trimmed
}

function kept(name: string, mediaType: string, bytes: Uint8Array): KeptAttachment {
  return { name, mediaType, base64: Buffer.from(bytes).toString('base64') }
}

function bytesOf(bytes: Uint8Array | string): Uint8Array {
  return typeof bytes === 'string' ? Buffer.from(bytes) : bytes
}
