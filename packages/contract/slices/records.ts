import type {
  Alias,
  AnswerId,
  ApprovalBoxId,
  ApprovalId,
  AssetId,
  BackupId,
  ContactId,
  DiscussionId,
  EditionId,
  EvidenceId,
  FacilityId,
  ItemId,
  MessageId,
  PersonId,
  RequestId,
  Retired,
  ServiceId,
  SheetId,
  SliceName,
  Slices,
  Source,
  SourceId,
  SystemId,
  TaskId,
  TaskNoteId,
  TickId,
  VendorId,
} from '@mimamori/domain'
import { sliceNames, textLimits } from '@mimamori/domain'
import * as z from 'zod'
import { assetSchemas } from './assets.ts'
import { day, fact, id, limited, opt, record, yesNo } from './fields.ts'
import { inspectionSchemas } from './inspection-records.ts'
import { moneySchemas } from './money.ts'
import { networkSchemas } from './network.ts'
import { registerRow } from './register.ts'
import { riskSchemas } from './risks.ts'
import { contactChange, contract, disclosure, system, vendor, visit, visitStep } from './vendor-records.ts'
import { vulnerabilitySchemas } from './vulnerabilities.ts'

type RecordOfSlice<S extends SliceName> = Slices[S][number]

const sliceName = z.enum(sliceNames as [SliceName, ...SliceName[]]) // there is more than one slice
const sha256 = z.string().regex(/^[0-9a-f]{64}$/)

const source = record<Source>({
  id: id<SourceId>(),
  kind: z.enum(['form', 'file', 'scan', 'feed', 'person', 'paper']),
  name: limited(textLimits.sources.name),
  seenOn: day,
  sha256: opt(sha256),
})
const alias = record<Alias>({ id: z.string().max(80), to: z.string().max(80), slice: sliceName, was: z.string().max(1_000_000) })
const retired = record<Retired>({
  id: z.string().max(120),
  slice: sliceName,
  on: day,
  by: limited(textLimits.retired.by),
  why: limited(textLimits.retired.why),
})

const askingDays = z.number().int().min(1).max(365)

const facility = record<RecordOfSlice<'facility'>>({
  id: id<FacilityId>(),
  name: limited(textLimits.facility.name),
  kana: opt(limited(textLimits.facility.kana)),
  kind: opt(
    z.enum([
      'hospital',
      'clinic-with-beds',
      'clinic',
      'dental-clinic',
      'midwifery',
      'pharmacy',
      'checkup-centre',
      'laboratory',
      'checkup-lab-centre',
      'other',
    ]),
  ),
  beds: opt(fact(z.number().int().min(0).max(5000))),
  founder: opt(
    z.enum([
      'national',
      'local-government',
      'public-body',
      'social-insurance',
      'public-interest',
      'medical-corporation',
      'individual',
      'medical-association',
      'school',
      'social-welfare',
      'medical-coop',
      'other',
    ]),
  ),
  alsoClinic: opt(yesNo),
  advancedTreatment: opt(yesNo),
  institutionCode: opt(z.string().regex(/^\d{7,10}$/)),
  prefecture: opt(limited(textLimits.facility.prefecture)),
  address: opt(limited(textLimits.facility.address)),
  phone: opt(limited(textLimits.facility.phone)),
  fax: opt(limited(textLimits.facility.fax)),
  usesSystems: opt(yesNo),
  clientPcs: opt(z.enum(['1-5', '6-20', '21-50', '51-200', '201+'])),
  chartPcBrowsesInternet: opt(yesNo),
  guestWifi: opt(yesNo),
  vendorPlacedEquipment: opt(yesNo),
  fiscalYear: opt(z.number().int().min(2023).max(2100)),
  inspectionOn: opt(fact(day)),
  reachedBy: opt(z.enum(['own-mail', 'shared-mail', 'fax', 'phone', 'paper'])),
  acceptanceApproval: opt(yesNo),
  chaseUpDays: opt(askingDays),
  phoneDays: opt(askingDays),
  secondContactDays: opt(askingDays),
  headLetterDays: opt(askingDays),
  noticeDays: opt(askingDays),
})

const person = record<RecordOfSlice<'people'>>({
  id: id<PersonId>(),
  name: limited(textLimits.people.name),
  kana: opt(limited(textLimits.people.kana)),
  post: opt(limited(textLimits.people.post)),
  department: opt(limited(textLimits.people.department)),
  roles: opt(z.array(z.enum(['head', 'safety-manager', 'deputy', 'system', 'clerk', 'contact'])).max(6)),
  extension: opt(limited(textLimits.people.extension)),
  phone: opt(limited(textLimits.people.phone)),
  privatePhone: opt(limited(textLimits.people.privatePhone)),
  mail: opt(limited(textLimits.people.mail)),
  mailTogether: opt(z.literal('yes')),
  from: opt(day),
  until: opt(day),
  callOrder: opt(z.number().int().min(1).max(99)),
})

const service = record<RecordOfSlice<'services'>>({
  id: id<ServiceId>(),
  kind: z.enum([
    'outpatient',
    'inpatient',
    'emergency',
    'surgery',
    'dialysis',
    'birth',
    'tests-imaging',
    'home-visits',
    'checkups',
    'dispensing',
    'other',
  ]),
  name: opt(limited(textLimits.services.name)),
  hurtsMost: opt(yesNo),
})

const contact = record<RecordOfSlice<'contacts'>>({
  id: id<ContactId>(),
  kind: z.enum(['vendor', 'ministry', 'prefecture', 'health-centre', 'police', 'ipa', 'ppc', 'association', 'insurer', 'other']),
  name: limited(textLimits.contacts.name),
  office: opt(limited(textLimits.contacts.office)),
  phone: opt(limited(textLimits.contacts.phone)),
  nightPhone: opt(limited(textLimits.contacts.nightPhone)),
  hours: opt(limited(textLimits.contacts.hours)),
  callOrder: opt(z.number().int().min(1).max(99)),
})

const backup = record<RecordOfSlice<'backups'>>({
  id: id<BackupId>(),
  system: id<SystemId>(),
  way: z.enum(['connected-device', 'detached-media', 'cloud']),
  restoreTestedOn: opt(fact(day)),
  kind: opt(z.enum(['full', 'differential', 'incremental', 'snapshot', 'copy'])),
  place: opt(limited(textLimits.backups.place)),
  device: opt(fact(id<AssetId>())),
  connection: opt(z.enum(['online', 'offline'])),
  daysBack: opt(z.number().int().min(0).max(36_500)),
})

const sheet = record<RecordOfSlice<'sheets'>>({
  id: id<SheetId>(),
  edition: id<EditionId>(),
  audience: z.enum(['facility', 'pharmacy', 'checkup-centre', 'vendor']),
  fiscalYear: z.number().int().min(2019).max(2100),
  vendor: opt(fact(id<VendorId>())),
  system: opt(fact(id<SystemId>())),
  sentOn: opt(day),
  dueOn: opt(day),
  returnedOn: opt(day),
  replyBy: opt(z.enum(['file', 'paper', 'screen'])),
  answeredBy: opt(limited(textLimits.sheets.answeredBy)),
  typedBy: opt(limited(textLimits.sheets.typedBy)),
  scan: opt(id<EvidenceId>()),
  closedOn: opt(day),
})

const answer = record<RecordOfSlice<'answers'>>({
  id: id<AnswerId>(),
  sheet: id<SheetId>(),
  item: id<ItemId>(),
  part: opt(z.enum(['organisation', 'general', 'server', 'client-pc', 'network'])),
  answer: opt(z.enum(['yes', 'no', 'not-applicable', 'other-party'])),
  pending: opt(z.enum(['ask-vendor', 'later'])),
  pendingOn: opt(day),
  reason: opt(limited(textLimits.answers.reason)),
  checkedOn: opt(day),
  targetOn: opt(day),
  recheckedOn: opt(day),
  recheckAnswer: opt(yesNo),
  note: opt(limited(textLimits.answers.note)),
  carriedFrom: opt(id<AnswerId>()),
})

const evidence = record<RecordOfSlice<'evidence'>>({
  id: id<EvidenceId>(),
  name: limited(textLimits.evidence.name),
  answers: opt(z.array(id<AnswerId>()).max(200)),
  sha256: opt(sha256),
  bytes: opt(z.number().int().min(0)),
  mediaType: opt(limited(textLimits.evidence.mediaType)),
  place: opt(limited(textLimits.evidence.place)),
  obtainedOn: opt(day),
  validUntil: opt(fact(day)),
})

const request = record<RecordOfSlice<'requests'>>({
  id: id<RequestId>(),
  sheet: id<SheetId>(),
  kind: z.enum(['request', 'chase-up', 'second-contact', 'head-letter', 'notice', 'promise', 'reply', 'came-back']),
  way: z.enum(['post', 'fax', 'mail', 'phone', 'hand', 'file', 'screen']),
  on: day,
  person: opt(limited(textLimits.requests.person)),
  toBody: opt(z.enum(['association', 'prefecture', 'trade-body'])),
  promisedOn: opt(day),
  note: opt(limited(textLimits.requests.note)),
  proof: opt(id<EvidenceId>()),
})

const tick = record<RecordOfSlice<'ticks'>>({
  id: id<TickId>(),
  card: z.string().max(80),
  step: z.string().max(80),
  item: opt(id<ItemId>()),
  doneOn: day,
  by: opt(limited(textLimits.ticks.by)),
})

const discussion = record<RecordOfSlice<'discussions'>>({
  id: id<DiscussionId>(),
  sheet: id<SheetId>(),
  item: id<ItemId>(),
  openedOn: day,
  agreedOn: opt(day),
  agreed: opt(z.enum(['yes', 'no', 'not-applicable', 'facility-owns', 'vendor-owns'])),
})

const message = record<RecordOfSlice<'messages'>>({
  id: id<MessageId>(),
  discussion: id<DiscussionId>(),
  side: z.enum(['facility', 'vendor']),
  by: opt(limited(textLimits.messages.by)),
  on: day,
  text: limited(textLimits.messages.text),
  evidence: opt(id<EvidenceId>()),
})

const task = record<RecordOfSlice<'tasks'>>({
  id: id<TaskId>(),
  title: limited(textLimits.tasks.title),
  says: opt(limited(textLimits.tasks.says)),
  findings: opt(z.array(z.string().max(2000)).max(500)),
  owner: opt(id<PersonId>()),
  vendor: opt(id<VendorId>()),
  createdOn: day,
  dueOn: opt(day),
  state: z.enum(['open', 'doing', 'done', 'given-up']),
  doneOn: opt(day),
})

const taskNote = record<RecordOfSlice<'taskNotes'>>({
  id: id<TaskNoteId>(),
  task: id<TaskId>(),
  kind: z.enum(['comment', 'proof', 'owner', 'due', 'done', 'reopened', 'given-up']),
  on: day,
  side: z.enum(['facility', 'vendor']),
  by: opt(limited(textLimits.taskNotes.by)),
  text: opt(limited(textLimits.taskNotes.text)),
  evidence: opt(id<EvidenceId>()),
  inside: opt(z.literal('yes')),
})

const approval = record<RecordOfSlice<'approvals'>>({
  id: id<ApprovalId>(),
  about: z.enum(['request', 'notice', 'paper', 'acceptance', 'other']),
  title: limited(textLimits.approvals.title),
  sheets: opt(z.array(id<SheetId>()).max(200)),
  vendor: opt(id<VendorId>()),
  findings: opt(z.array(z.string().max(2000)).max(500)),
  until: opt(day),
  why: opt(limited(textLimits.approvals.why)),
  documentNumber: opt(limited(textLimits.approvals.documentNumber)),
  draftedOn: day,
  draftedBy: opt(limited(textLimits.approvals.draftedBy)),
  state: z.enum(['waiting', 'approved', 'returned', 'withdrawn']),
  approvedOn: opt(day),
  issuedOn: opt(day),
  way: opt(z.enum(['paper', 'screen'])),
  scan: opt(id<EvidenceId>()),
  toBody: opt(z.enum(['association', 'prefecture', 'trade-body'])),
  toName: opt(limited(textLimits.approvals.toName)),
  toAddress: opt(limited(textLimits.approvals.toAddress)),
  toMail: opt(limited(textLimits.approvals.toMail)),
})

const approvalBox = record<RecordOfSlice<'approvalBoxes'>>({
  id: id<ApprovalBoxId>(),
  approval: id<ApprovalId>(),
  place: z.number().int().min(1).max(6),
  label: limited(textLimits.approvalBoxes.label),
  person: opt(id<PersonId>()),
  mark: opt(z.enum(['approved', 'proxy', 'afterwards', 'returned'])),
  on: opt(day),
  by: opt(limited(textLimits.approvalBoxes.by)),
  seenOn: opt(day),
  seenBy: opt(limited(textLimits.approvalBoxes.seenBy)),
  note: opt(limited(textLimits.approvalBoxes.note)),
})

/** How a record of each slice must look at the edge of the product; the types of `domain` decide what is in it. */
export const recordSchemas: { readonly [S in SliceName]: z.ZodType<RecordOfSlice<S>> } = {
  sources: source,
  aliases: alias,
  retired,
  register: registerRow,
  facility,
  people: person,
  services: service,
  contacts: contact,
  vendors: vendor,
  systems: system,
  contracts: contract,
  contactChanges: contactChange,
  visits: visit,
  visitSteps: visitStep,
  disclosures: disclosure,
  backups: backup,
  ...assetSchemas,
  ...networkSchemas,
  ...vulnerabilitySchemas,
  ...riskSchemas,
  ...moneySchemas,
  sheets: sheet,
  answers: answer,
  evidence,
  requests: request,
  ticks: tick,
  discussions: discussion,
  messages: message,
  ...inspectionSchemas,
  tasks: task,
  taskNotes: taskNote,
  approvals: approval,
  approvalBoxes: approvalBox,
}
