import type {
  Answer,
  Approval,
  Backup,
  CardTick,
  ChecklistItem,
  Contract,
  Discussion,
  DiscussionMessage,
  Edition,
  EntityId,
  Evidence,
  Facility,
  FacilityId,
  Id,
  InformationSystem,
  Inspection,
  InspectionPoint,
  ItemId,
  OutsideContact,
  Person,
  ServiceOfCare,
  Sheet,
  SheetId,
  SystemId,
  TaskNote,
  Vendor,
  VendorId,
  VendorRequest,
  WorkTask,
} from '@mimamori/domain'
import { date, emptySlices, type Picture, pictureOf, type Slices } from '@mimamori/domain'

type Branded<K extends string> = <T extends string>(text: T) => Id<K>

function brand<K extends string>(): Branded<K> {
  return (text) => text as unknown as Id<K> // tests write ids as plain text
}

/** Ids of every kind from plain text, for tests. */
export const ids = {
  facility: brand<'facility'>(),
  vendor: brand<'vendor'>(),
  system: brand<'system'>(),
  contract: brand<'contract'>(),
  sheet: brand<'sheet'>(),
  answer: brand<'answer'>(),
  item: brand<'item'>(),
  edition: brand<'edition'>(),
  evidence: brand<'evidence'>(),
  request: brand<'request'>(),
  person: brand<'person'>(),
  service: brand<'service'>(),
  contact: brand<'contact'>(),
  backup: brand<'backup'>(),
  tick: brand<'tick'>(),
  source: brand<'source'>(),
  discussion: brand<'discussion'>(),
  message: brand<'message'>(),
  inspection: brand<'inspection'>(),
  inspectionPoint: brand<'inspection-point'>(),
  task: brand<'task'>(),
  taskNote: brand<'task-note'>(),
  approval: brand<'approval'>(),
}

export const facilityId: FacilityId = ids.facility('f:mimamori')

const text = (words: string) => ({ ja: words, en: words })

/** Records with sensible defaults; a test says only what it is about. */
export const a = {
  facility: (some: Partial<Facility> = {}): Facility => ({
    id: facilityId,
    name: 'みまもり市立病院',
    kind: 'hospital',
    beds: 180,
    ...some,
  }),
  vendor: (some: Partial<Vendor> = {}): Vendor => ({ id: ids.vendor('v:1'), name: '例システム株式会社', ...some }),
  system: (some: Partial<InformationSystem> = {}): InformationSystem => ({
    id: ids.system('s:1'),
    name: '電子カルテ',
    kind: 'chart',
    ...some,
  }),
  contract: (some: Partial<Contract> = {}): Contract => ({ id: ids.contract('c:1'), vendor: ids.vendor('v:1'), ...some }),
  ownSheet: (some: Partial<Sheet> = {}): Sheet => ({
    id: ids.sheet('sh:own'),
    edition: ids.edition('r7'),
    audience: 'facility',
    fiscalYear: 2026,
    vendor: 'not-applicable',
    system: 'not-applicable',
    ...some,
  }),
  sheet: (some: Partial<Sheet> = {}): Sheet => ({
    id: ids.sheet('sh:v1'),
    edition: ids.edition('r7'),
    audience: 'vendor',
    fiscalYear: 2026,
    vendor: ids.vendor('v:1'),
    system: ids.system('s:1'),
    ...some,
  }),
  answer: (some: Partial<Answer> = {}): Answer => ({
    id: ids.answer('a:1'),
    sheet: ids.sheet('sh:own'),
    item: ids.item('r7:2-06'),
    ...some,
  }),
  evidence: (some: Partial<Evidence> = {}): Evidence => ({ id: ids.evidence('e:1'), name: '台帳', ...some }),
  request: (some: Partial<VendorRequest> = {}): VendorRequest => ({
    id: ids.request('r:1'),
    sheet: ids.sheet('sh:v1'),
    kind: 'request',
    way: 'post',
    on: date('2026-09-01'),
    ...some,
  }),
  discussion: (some: Partial<Discussion> = {}): Discussion => ({
    id: ids.discussion('d:1'),
    sheet: ids.sheet('sh:v1'),
    item: ids.item('r7:2-05'),
    openedOn: date('2026-11-01'),
    ...some,
  }),
  message: (some: Partial<DiscussionMessage> = {}): DiscussionMessage => ({
    id: ids.message('m:1'),
    discussion: ids.discussion('d:1'),
    side: 'facility',
    on: date('2026-11-02'),
    text: '対象の機器を教えてください',
    ...some,
  }),
  inspection: (some: Partial<Inspection> = {}): Inspection => ({ id: ids.inspection('in:1'), on: date('2026-12-04'), ...some }),
  inspectionPoint: (some: Partial<InspectionPoint> = {}): InspectionPoint => ({
    id: ids.inspectionPoint('ip:1'),
    inspection: ids.inspection('in:1'),
    order: 1,
    kind: 'question',
    text: '更新の頻度を尋ねられた',
    ...some,
  }),
  task: (some: Partial<WorkTask> = {}): WorkTask => ({
    id: ids.task('t:1'),
    title: '更新を頼む',
    createdOn: date('2026-11-01'),
    state: 'open',
    ...some,
  }),
  taskNote: (some: Partial<TaskNote> = {}): TaskNote => ({
    id: ids.taskNote('tn:1'),
    task: ids.task('t:1'),
    kind: 'comment',
    on: date('2026-11-02'),
    side: 'facility',
    ...some,
  }),
  approval: (some: Partial<Approval> = {}): Approval => ({
    id: ids.approval('ok:1'),
    about: 'request',
    title: '確認用シートの依頼',
    draftedOn: date('2026-11-01'),
    state: 'waiting',
    ...some,
  }),
  person: (some: Partial<Person> = {}): Person => ({ id: ids.person('p:1'), name: '見本 花子', ...some }),
  service: (some: Partial<ServiceOfCare> = {}): ServiceOfCare => ({ id: ids.service('sv:1'), kind: 'outpatient', ...some }),
  contact: (some: Partial<OutsideContact> = {}): OutsideContact => ({ id: ids.contact('ct:1'), kind: 'police', name: '例警察署', ...some }),
  backup: (some: Partial<Backup> = {}): Backup => ({ id: ids.backup('b:1'), system: ids.system('s:1'), way: 'detached-media', ...some }),
  tick: (some: Partial<CardTick> = {}): CardTick => ({
    id: ids.tick('t:1'),
    card: 'card:pat',
    step: '1',
    doneOn: date('2026-09-01'),
    ...some,
  }),
  item: (some: Partial<ChecklistItem> = {}): ChecklistItem => ({
    id: ids.item('r7:2-06'),
    edition: ids.edition('r7'),
    number: '2-⑥',
    order: 9,
    topic: 'pat',
    section: text('管理・運用'),
    rows: ['general'],
    owners: ['facility', 'vendor'],
    title: text('更新プログラムを当てている'),
    question: text('更新プログラムを当てていますか'),
    confidence: 'original-read',
    refs: [],
    ...some,
  }),
  edition: (some: Partial<Edition> = {}): Edition => ({
    id: ids.edition('r7'),
    title: text('令和7年度版'),
    short: text('令和7年度版'),
    issuer: text('厚生労働省'),
    fiscalYear: 2025,
    issuedOn: '2025-05',
    validFrom: date('2025-05-16'),
    audiences: ['facility', 'vendor'],
    itemsLoaded: true,
    confidence: 'secondary',
    sources: ['R7-a'],
    ...some,
  }),
}

/** A picture of these records and nothing else. */
export function aPicture(slices: Partial<Slices> = {}): Picture {
  return pictureOf({ facility: facilityId, revision: 1, slices: { ...emptySlices(), facility: [a.facility()], ...slices } })
}

export type { EntityId, ItemId, SheetId, SystemId, VendorId }
