import type {
  CalendarDate,
  ContactChangeId,
  ContractId,
  DisclosureId,
  EvidenceId,
  ServiceId,
  SystemId,
  VendorId,
  VisitId,
  VisitStepId,
} from '../ids.ts'
import type { Entry, Fact } from '../record.ts'

/** A company (事業者) that sells, makes or maintains a system of the facility. */
export interface Vendor extends Entry {
  readonly id: VendorId
  readonly name: string
  readonly kana?: string
  readonly kind?: 'dealer' | 'maker' | 'both'
  readonly phone?: string
  readonly nightPhone?: string
  readonly fax?: string
  readonly mail?: string
  /** 「まとめて知らせる」: one mail a day at most. */
  readonly mailTogether?: 'yes'
  readonly address?: string
  readonly contactName?: string
  readonly contactDepartment?: string
  readonly secondContactName?: string
  readonly secondContactPhone?: string
}

export type SystemKind =
  | 'chart'
  | 'claims'
  | 'orders'
  | 'images'
  | 'laboratory'
  | 'pharmacy'
  | 'nursing-vitals'
  | 'dialysis'
  | 'checkup'
  | 'booking'
  | 'eligibility'
  | 'e-prescription'
  | 'other'

/** A health information system (医療情報システム) of the facility. */
export interface InformationSystem extends Entry {
  readonly id: SystemId
  readonly name: string
  readonly kind?: SystemKind
  /** `none`: kept by the facility itself. */
  readonly vendor?: Fact<VendorId>
  readonly maker?: Fact<VendorId>
  /** Maintenance contract; `none` = the facility says that there is none. */
  readonly contract?: Fact<ContractId>
  /** Whether somebody works on it from outside. */
  readonly remoteMaintenance?: 'yes' | 'no'
  readonly services?: readonly ServiceId[]
}

/** A maintenance contract, its clauses as far as the facility has written them down. */
export interface Contract extends Entry {
  readonly id: ContractId
  readonly vendor: VendorId
  readonly title?: string
  readonly from?: CalendarDate
  readonly until?: Fact<CalendarDate>
  /** Who must apply updates to the servers, as the contract states it. */
  readonly updateDuty?: 'vendor' | 'facility' | 'nobody'
  readonly updateClause?: string
  /** Who pays for applying updates: the fee covers it, the facility pays each time, or nothing is written. */
  readonly updatePaidBy?: 'fee' | 'facility' | 'nobody'
  /** Hours until somebody answers a fault; `none` = the contract promises no time. */
  readonly responseHours?: Fact<number>
  readonly responseClause?: string
}

/** 担当者の変更届: what a vendor says of its contact; a proposal until the facility takes it into the vendor's record. */
export interface ContactChange extends Entry {
  readonly id: ContactChangeId
  readonly vendor: VendorId
  readonly oldName?: string
  readonly newName: string
  readonly department?: string
  readonly phone?: string
  /** First day of the new person. */
  readonly from: CalendarDate
  readonly sentOn: CalendarDate
  readonly sentBy?: string
  readonly state: 'waiting' | 'accepted' | 'declined'
  readonly settledOn?: CalendarDate
  readonly settledBy?: string
}

/** 保守作業の申込み: work that a vendor wants to do on its own devices at the facility. */
export interface Visit extends Entry {
  readonly id: VisitId
  readonly vendor: VendorId
  /** In words, as the vendor calls them. */
  readonly devices: string
  readonly currentVersion?: string
  readonly fixedVersion?: string
}

/** Effect on other systems (他のシステムへの影響): still being checked, none, some. */
export type VisitEffect = 'checking' | 'none' | 'some'

/** One line of the history of a visit; both sides read the same. `asked` and `other-time` name a time, the other side accepts it. */
export interface VisitStep extends Entry {
  readonly id: VisitStepId
  readonly visit: VisitId
  readonly side: 'facility' | 'vendor'
  readonly kind: 'asked' | 'other-time' | 'accepted' | 'said' | 'withdrawn'
  readonly on: CalendarDate
  /** Day of the work that is wished for. */
  readonly wishedOn?: CalendarDate
  /** Hours in words, such as 22時から翌2時. */
  readonly hours?: string
  readonly effect?: VisitEffect
  readonly by?: string
  readonly note?: string
}

/** MDS of a product that is delivered, SDS of a service; `both` where one paper holds the two. */
export type DisclosureKind = 'mds' | 'sds' | 'both'

/** MDS/SDS(セキュリティ開示書): the receipt of the sheet in which a company describes the protection of one version of a product. */
export interface DisclosureSheet extends Entry {
  readonly id: DisclosureId
  /** From whom it came. */
  readonly vendor: VendorId
  readonly system?: SystemId
  readonly product: string
  readonly productVersion?: string
  readonly kind: DisclosureKind
  /** Version of the form of the sheet, such as Ver5.0. */
  readonly formVersion?: string
  readonly receivedOn: CalendarDate
  readonly file?: EvidenceId
}

export interface VendorSlices {
  readonly disclosures: readonly DisclosureSheet[]
  readonly contactChanges: readonly ContactChange[]
  readonly visits: readonly Visit[]
  readonly visitSteps: readonly VisitStep[]
  readonly vendors: readonly Vendor[]
  readonly systems: readonly InformationSystem[]
  readonly contracts: readonly Contract[]
}
