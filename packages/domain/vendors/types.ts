import type { CalendarDate, ContractId, ServiceId, SystemId, VendorId } from '../ids.ts'
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

export interface VendorSlices {
  readonly vendors: readonly Vendor[]
  readonly systems: readonly InformationSystem[]
  readonly contracts: readonly Contract[]
}
