import type {
  ApprovalBoxId,
  ApprovalId,
  CalendarDate,
  ContactId,
  EvidenceId,
  FacilityId,
  PersonId,
  SecurityPolicyId,
  ServiceId,
  SheetId,
  TaskId,
  TaskNoteId,
  VendorId,
} from '../ids.ts'
import type { ClauseRef, Confidence, Entry, Fact, Text } from '../record.ts'

export type FacilityKind =
  | 'hospital'
  | 'clinic-with-beds'
  | 'clinic'
  | 'dental-clinic'
  | 'midwifery'
  | 'pharmacy'
  | 'checkup-centre'
  | 'laboratory'
  | 'checkup-lab-centre'
  | 'other'

export type Founder =
  | 'national'
  | 'local-government'
  | 'public-body'
  | 'social-insurance'
  | 'public-interest'
  | 'medical-corporation'
  | 'individual'
  | 'medical-association'
  | 'school'
  | 'social-welfare'
  | 'medical-coop'
  | 'other'

/** The facility itself; the slice `facility` holds exactly one. */
export interface Facility extends Entry {
  readonly id: FacilityId
  readonly name: string
  readonly kana?: string
  readonly kind?: FacilityKind
  /** Permitted beds as on the permit; `not-applicable` where the kind has none. */
  readonly beds?: Fact<number>
  readonly founder?: Founder
  /** A check-up or laboratory centre that is also registered as a clinic, and so comes under 医療法 inspection. */
  readonly alsoClinic?: 'yes' | 'no'
  /** 特定機能病院. */
  readonly advancedTreatment?: 'yes' | 'no'
  /** Ten digits of 医療機関コード. */
  readonly institutionCode?: string
  readonly prefecture?: string
  readonly address?: string
  readonly phone?: string
  readonly fax?: string
  /** False gate: the facility states that it uses no health information system at all. */
  readonly usesSystems?: 'yes' | 'no'
  readonly clientPcs?: '1-5' | '6-20' | '21-50' | '51-200' | '201+'
  readonly chartPcBrowsesInternet?: 'yes' | 'no'
  readonly guestWifi?: 'yes' | 'no'
  readonly vendorPlacedEquipment?: 'yes' | 'no'
  /** The fiscal year now worked on, by the year of its April; moves on 1 April by a person's act. */
  readonly fiscalYear?: number
  readonly inspectionOn?: Fact<CalendarDate>
  /** How the facility is reached: decides which ways of asking and reminding are offered. */
  readonly reachedBy?: 'own-mail' | 'shared-mail' | 'fax' | 'phone' | 'paper'
  /** Whether 承知のうえで見送り counts only once it was approved (決裁). */
  readonly acceptanceApproval?: 'yes' | 'no'
  /** Days after the request at which a vendor is asked again; where absent, those of the schedule. */
  readonly chaseUpDays?: number
  readonly phoneDays?: number
  readonly secondContactDays?: number
  readonly headLetterDays?: number
  readonly noticeDays?: number
}

export type PersonRole = 'head' | 'safety-manager' | 'deputy' | 'system' | 'clerk' | 'contact'

/** A person of the facility, by name and post; a person may hold several posts. */
export interface Person extends Entry {
  readonly id: PersonId
  readonly name: string
  readonly kana?: string
  readonly post?: string
  readonly department?: string
  readonly roles?: readonly PersonRole[]
  readonly extension?: string
  readonly phone?: string
  /** Private number: never in a hand-over copy. */
  readonly privatePhone?: string
  readonly mail?: string
  /** 「まとめて知らせる」: one mail a day at most. */
  readonly mailTogether?: 'yes'
  readonly from?: CalendarDate
  readonly until?: CalendarDate
  /** Place in the contact chart, 1 first. */
  readonly callOrder?: number
  /** Of the safety manager: hours a week kept free for it; 0 where it is done beside everything else. */
  readonly securityHoursPerWeek?: number
  /** Of the safety manager: whether they may decide and spend in an emergency without asking first. */
  readonly securityAuthority?: 'yes' | 'no'
  /** Of the safety manager: the last training for it; `none` where there was never one. */
  readonly securityTrainedOn?: Fact<CalendarDate>
}

/** The facility's policy on security (基本方針), which its head signs anew every fiscal year. */
export interface SecurityPolicy extends Entry {
  readonly id: SecurityPolicyId
  readonly title: string
  /** The fiscal year for which it holds, by the year of its April. */
  readonly fiscalYear: number
  readonly signedBy?: PersonId
  readonly signedOn?: CalendarDate
  /** Last day on which it holds, where it ends before its fiscal year. */
  readonly until?: CalendarDate
  readonly evidence?: EvidenceId
  readonly note?: string
}

export type ServiceKind =
  | 'outpatient'
  | 'inpatient'
  | 'emergency'
  | 'surgery'
  | 'dialysis'
  | 'birth'
  | 'tests-imaging'
  | 'home-visits'
  | 'checkups'
  | 'dispensing'
  | 'other'

/** A service of care (診療), which stops when the systems behind it stop. */
export interface ServiceOfCare extends Entry {
  readonly id: ServiceId
  readonly kind: ServiceKind
  readonly name?: string
  /** The one whose stop would hurt most. */
  readonly hurtsMost?: 'yes' | 'no'
}

export type ContactKind =
  | 'vendor'
  | 'ministry'
  | 'prefecture'
  | 'health-centre'
  | 'police'
  | 'ipa'
  | 'ppc'
  | 'association'
  | 'insurer'
  | 'other'

/** One line of the contact chart that is neither a person of the facility nor a vendor's own entry. */
export interface OutsideContact extends Entry {
  readonly id: ContactId
  readonly kind: ContactKind
  readonly name: string
  readonly office?: string
  readonly phone?: string
  readonly nightPhone?: string
  readonly hours?: string
  readonly callOrder?: number
}

/**
 * Work (やること) that somebody has taken on, or that the facility has handed to a vendor in words of its own choice; the
 * vendor sees those words and not the findings behind them.
 */
export interface WorkTask extends Entry {
  readonly id: TaskId
  readonly title: string
  readonly says?: string
  /** Ids of the findings that it is to close. */
  readonly findings?: readonly string[]
  readonly owner?: PersonId
  readonly vendor?: VendorId
  readonly createdOn: CalendarDate
  readonly dueOn?: CalendarDate
  readonly state: 'open' | 'doing' | 'done' | 'given-up'
  readonly doneOn?: CalendarDate
}

/** One line of the history of a task. `inside`: a vendor to whom the task was handed does not see it. */
export interface TaskNote extends Entry {
  readonly id: TaskNoteId
  readonly task: TaskId
  readonly kind: 'comment' | 'proof' | 'owner' | 'due' | 'done' | 'reopened' | 'given-up'
  readonly on: CalendarDate
  readonly side: 'facility' | 'vendor'
  readonly by?: string
  readonly text?: string
  readonly evidence?: EvidenceId
  readonly inside?: 'yes'
}

/**
 * Something to be decided (決裁) before it leaves the house; waiting for it is never counted as late. One about a `notice` is
 * the facility's consent that a body outside is told of a vendor's silence; without it nothing is sent.
 */
export interface Approval extends Entry {
  readonly id: ApprovalId
  readonly about: 'request' | 'notice' | 'paper' | 'acceptance' | 'other'
  readonly title: string
  /** The sheets whose request waits for this. */
  readonly sheets?: readonly SheetId[]
  /** The vendor whose request for updates waits for this. */
  readonly vendor?: VendorId
  /** Of an acceptance: the findings to be left knowingly, until when and why. */
  readonly findings?: readonly string[]
  readonly until?: CalendarDate
  readonly why?: string
  readonly documentNumber?: string
  readonly draftedOn: CalendarDate
  readonly draftedBy?: string
  readonly state: 'waiting' | 'approved' | 'returned' | 'withdrawn'
  readonly approvedOn?: CalendarDate
  readonly issuedOn?: CalendarDate
  /** 「紙で決裁済み」 is as good as on the screen. */
  readonly way?: 'paper' | 'screen'
  readonly scan?: EvidenceId
  /** Of a notice: which body is told, at the address that the facility has written. */
  readonly toBody?: 'association' | 'prefecture' | 'trade-body'
  readonly toName?: string
  readonly toAddress?: string
  readonly toMail?: string
}

/** One box (決裁欄) of an approval. `proxy` 代決, `afterwards` 後閲. */
export interface ApprovalBox extends Entry {
  readonly id: ApprovalBoxId
  readonly approval: ApprovalId
  /** 1 to 6 in the order of the boxes. */
  readonly place: number
  readonly label: string
  readonly person?: PersonId
  readonly mark?: 'approved' | 'proxy' | 'afterwards' | 'returned'
  readonly on?: CalendarDate
  /** Name of the one who marked it. */
  readonly by?: string
  /** Of a box marked `proxy`: when the one for whom it was decided has seen it (後閲), and their name. */
  readonly seenOn?: CalendarDate
  readonly seenBy?: string
  readonly note?: string
}

export interface FacilitySlices {
  readonly facility: readonly Facility[]
  readonly people: readonly Person[]
  readonly securityPolicies: readonly SecurityPolicy[]
  readonly services: readonly ServiceOfCare[]
  readonly contacts: readonly OutsideContact[]
  readonly tasks: readonly WorkTask[]
  readonly taskNotes: readonly TaskNote[]
  readonly approvals: readonly Approval[]
  readonly approvalBoxes: readonly ApprovalBox[]
}

/** A dated duty, fee condition or point of inspection; nothing of this is a constant in code. */
export interface Duty {
  readonly id: string
  readonly kind: 'law' | 'fee-condition' | 'inspection-point'
  readonly title: Text
  readonly says: Text
  readonly appliesTo: readonly FacilityKind[]
  readonly bedsMin?: number
  readonly bedsMax?: number
  readonly validFrom?: CalendarDate
  readonly validTo?: CalendarDate
  readonly confidence: Confidence
  readonly ref: ClauseRef
}

/** National holiday or customary closing day. */
export interface Holiday {
  /** `YYYY-MM-DD`. */
  readonly id: string
  readonly name: Text
  readonly kind: 'national' | 'new-year'
}

/** How a facility of this kind calls itself and its head: 当院・院長, 当薬局・管理薬剤師. */
export interface FacilityWords {
  readonly id: FacilityKind
  readonly kind: Text
  readonly us: Text
  readonly head: Text
}

export interface FacilityReference {
  readonly facilityWords: readonly FacilityWords[]
  readonly duties: readonly Duty[]
  readonly holidays: readonly Holiday[]
}
