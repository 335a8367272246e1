import type {
  Alias,
  AnswerId,
  BackupId,
  ContactId,
  ContractId,
  EditionId,
  EvidenceId,
  FacilityId,
  ItemId,
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
  TickId,
  VendorId,
} from '@mimamori/domain'
import { sliceNames } from '@mimamori/domain'
import * as z from 'zod'
import { day, fact, id, line, note, opt, record, yesNo } from './fields.ts'
import { registerRow } from './register.ts'

type RecordOfSlice<S extends SliceName> = Slices[S][number]

const sliceName = z.enum(sliceNames as [SliceName, ...SliceName[]]) // there is more than one slice
const sha256 = z.string().regex(/^[0-9a-f]{64}$/)

const source = record<Source>({
  id: id<SourceId>(),
  kind: z.enum(['form', 'file', 'scan', 'feed', 'person', 'paper']),
  name: line(),
  seenOn: day,
  sha256: opt(sha256),
})
const alias = record<Alias>({ id: z.string().max(80), to: z.string().max(80), slice: sliceName, was: z.string().max(1_000_000) })
const retired = record<Retired>({ id: z.string().max(120), slice: sliceName, on: day, by: line(), why: note() })

const facility = record<RecordOfSlice<'facility'>>({
  id: id<FacilityId>(),
  name: line(),
  kana: opt(line()),
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
  prefecture: opt(line(20)),
  address: opt(line()),
  phone: opt(line(40)),
  fax: opt(line(40)),
  usesSystems: opt(yesNo),
  clientPcs: opt(z.enum(['1-5', '6-20', '21-50', '51-200', '201+'])),
  chartPcBrowsesInternet: opt(yesNo),
  guestWifi: opt(yesNo),
  vendorPlacedEquipment: opt(yesNo),
  fiscalYear: opt(z.number().int().min(2023).max(2100)),
  inspectionOn: opt(fact(day)),
  reachedBy: opt(z.enum(['own-mail', 'shared-mail', 'fax', 'phone', 'paper'])),
})

const person = record<RecordOfSlice<'people'>>({
  id: id<PersonId>(),
  name: line(),
  kana: opt(line()),
  post: opt(line()),
  department: opt(line()),
  roles: opt(z.array(z.enum(['head', 'safety-manager', 'deputy', 'system', 'clerk', 'contact'])).max(6)),
  extension: opt(line(20)),
  phone: opt(line(40)),
  privatePhone: opt(line(40)),
  mail: opt(line()),
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
  name: opt(line()),
  hurtsMost: opt(yesNo),
})

const contact = record<RecordOfSlice<'contacts'>>({
  id: id<ContactId>(),
  kind: z.enum(['vendor', 'ministry', 'prefecture', 'health-centre', 'police', 'ipa', 'ppc', 'association', 'insurer', 'other']),
  name: line(),
  office: opt(line()),
  phone: opt(line(40)),
  nightPhone: opt(line(40)),
  hours: opt(line(60)),
  callOrder: opt(z.number().int().min(1).max(99)),
})

const vendor = record<RecordOfSlice<'vendors'>>({
  id: id<VendorId>(),
  name: line(),
  kana: opt(line()),
  kind: opt(z.enum(['dealer', 'maker', 'both'])),
  phone: opt(line(40)),
  nightPhone: opt(line(40)),
  fax: opt(line(40)),
  mail: opt(line()),
  address: opt(line()),
  contactName: opt(line()),
  contactDepartment: opt(line()),
  secondContactName: opt(line()),
  secondContactPhone: opt(line(40)),
})

const system = record<RecordOfSlice<'systems'>>({
  id: id<SystemId>(),
  name: line(),
  kind: opt(
    z.enum([
      'chart',
      'claims',
      'orders',
      'images',
      'laboratory',
      'pharmacy',
      'nursing-vitals',
      'dialysis',
      'checkup',
      'booking',
      'eligibility',
      'e-prescription',
      'other',
    ]),
  ),
  vendor: opt(fact(id<VendorId>())),
  maker: opt(fact(id<VendorId>())),
  contract: opt(fact(id<ContractId>())),
  remoteMaintenance: opt(yesNo),
  services: opt(z.array(id<ServiceId>()).max(20)),
})

const contract = record<RecordOfSlice<'contracts'>>({
  id: id<ContractId>(),
  vendor: id<VendorId>(),
  title: opt(line()),
  from: opt(day),
  until: opt(fact(day)),
  updateDuty: opt(z.enum(['vendor', 'facility', 'nobody'])),
  updateClause: opt(line()),
})

const backup = record<RecordOfSlice<'backups'>>({
  id: id<BackupId>(),
  system: id<SystemId>(),
  way: z.enum(['connected-device', 'detached-media', 'cloud']),
  restoreTestedOn: opt(fact(day)),
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
  answeredBy: opt(line()),
  typedBy: opt(line()),
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
  reason: opt(note()),
  checkedOn: opt(day),
  targetOn: opt(day),
  recheckedOn: opt(day),
  recheckAnswer: opt(yesNo),
  note: opt(note()),
  carriedFrom: opt(id<AnswerId>()),
})

const evidence = record<RecordOfSlice<'evidence'>>({
  id: id<EvidenceId>(),
  name: line(),
  answers: opt(z.array(id<AnswerId>()).max(200)),
  sha256: opt(sha256),
  bytes: opt(z.number().int().min(0)),
  mediaType: opt(line(120)),
  place: opt(line()),
  obtainedOn: opt(day),
  validUntil: opt(fact(day)),
})

const request = record<RecordOfSlice<'requests'>>({
  id: id<RequestId>(),
  sheet: id<SheetId>(),
  kind: z.enum(['request', 'chase-up', 'promise', 'reply']),
  way: z.enum(['post', 'fax', 'mail', 'phone', 'hand', 'file']),
  on: day,
  person: opt(line()),
  promisedOn: opt(day),
  note: opt(note()),
  proof: opt(id<EvidenceId>()),
})

const tick = record<RecordOfSlice<'ticks'>>({
  id: id<TickId>(),
  card: z.string().max(80),
  step: z.string().max(80),
  item: opt(id<ItemId>()),
  doneOn: day,
  by: opt(line()),
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
  backups: backup,
  sheets: sheet,
  answers: answer,
  evidence,
  requests: request,
  ticks: tick,
}
