import type {
  AccountListId,
  AssetId,
  CalendarDate,
  ClaimId,
  ContractId,
  FaxFlowId,
  ItemId,
  LineId,
  PersonId,
  RemoteLogId,
  RemotePathId,
  ServiceId,
  SoftwareId,
  SystemId,
  VendorId,
  VpnId,
  ZoneId,
} from '../ids.ts'
import type { Confidence, Entry, Fact, SayValues, Text } from '../record.ts'

export type AssetKind =
  | 'server'
  | 'pc'
  | 'tablet'
  | 'firewall'
  | 'router'
  | 'mobile-router'
  | 'switch'
  | 'access-point'
  | 'network-device'
  | 'medical-device'
  | 'storage'
  | 'backup-device'
  | 'printer'
  | 'fax'
  | 'phone'
  | 'camera'
  | 'iot'
  | 'cloud-service'
  | 'removable-media'
  | 'other'

/** A device, a cloud service or a medium of the facility, listed by hand or found by a scan. */
export interface Asset extends Entry {
  readonly id: AssetId
  /** What it is called here; not a host name. */
  readonly name: string
  readonly kind?: AssetKind
  /** A source has found it and nobody has taken it into the register yet. */
  readonly unlisted?: 'yes'
  /** A spare lies switched off in a cupboard and is not expected to be seen. */
  readonly use?: 'in-use' | 'spare'
  /** 管理番号. */
  readonly tag?: string
  readonly serial?: string
  readonly maker?: string
  readonly model?: string
  readonly macs?: readonly string[]
  readonly ips?: readonly string[]
  readonly hostNames?: readonly string[]
  readonly os?: string
  readonly firmware?: string
  readonly room?: string
  readonly department?: string
  /** The person of the facility who answers for it. */
  readonly owner?: Fact<PersonId>
  /** `none`: the facility looks after it itself. */
  readonly vendor?: Fact<VendorId>
  /** Absent: that of its system, if any. */
  readonly contract?: Fact<ContractId>
  /** Who must apply updates and who pays, where it differs from the contract or there is none. */
  readonly updateDuty?: 'vendor' | 'facility' | 'nobody'
  readonly updatePaidBy?: 'fee' | 'facility' | 'nobody'
  readonly updateClause?: string
  /** Last day on which the maker gives updates; `none` = the maker has named none. */
  readonly supportEndsOn?: Fact<CalendarDate>
  readonly remoteMaintenance?: 'yes' | 'no'
  /** Day on which the maker's disclosure sheet (MDS/SDS) came; `none` = there is none. */
  readonly disclosureOn?: Fact<CalendarDate>
  /** 医療機器の承認・認証番号. */
  readonly approvalNumber?: string
  readonly systems?: readonly SystemId[]
  /** Care that stops with it, beyond that of its systems. */
  readonly services?: readonly ServiceId[]
  /** Zones of the network in which it stands, where somebody has said so; else its address or its port tells. */
  readonly zones?: readonly ZoneId[]
  readonly note?: string
}

/** `device`: what a device says of itself at its own console. */
export type ObservationSource =
  | 'register'
  | 'nmap'
  | 'dhcp'
  | 'arp'
  | 'mac-table'
  | 'lldp'
  | 'cdp'
  | 'device'
  | 'directory'
  | 'snmp'
  | 'drawio'
  | 'vendor-list'
  | 'hand'

/** Two ends of one wire or one radio: what is on the far side of a port of the device that was asked. */
export interface SeenLink {
  readonly device: string
  readonly port: string
  readonly remotePort?: string
  readonly vlan?: string
}

/** What one source said of one device at one time, kept as it came; `row` is its place in the file. */
export interface Claim extends Entry {
  readonly id: ClaimId
  /** The asset that it is held to be of; absent while nobody knows. */
  readonly asset?: AssetId
  readonly by: ObservationSource
  readonly file: string
  /** An instant in UTC, or a day; absent where the source does not say. */
  readonly seenAt?: string
  /** The rule of identity that decided, or could not. */
  readonly rule?: string
  /** Of a conflict: the assets that it may be of. A person has decided when `asset` is set beside them. */
  readonly candidates?: readonly AssetId[]
  readonly serials?: readonly string[]
  readonly directoryIds?: readonly string[]
  readonly uuids?: readonly string[]
  readonly tags?: readonly string[]
  readonly macs?: readonly string[]
  readonly ips?: readonly string[]
  readonly names?: readonly string[]
  readonly kind?: AssetKind
  readonly maker?: string
  readonly model?: string
  readonly os?: string
  readonly firmware?: string
  /** Ports that answered: `443/tcp`. */
  readonly ports?: readonly string[]
  /** Programs seen on it: `nginx@1.24.0`, or the name alone where no version is known. */
  readonly programs?: readonly string[]
  /** The port on whose far side it was seen. */
  readonly link?: SeenLink
  readonly room?: string
  readonly note?: string
}

/** A program on an asset. */
export interface InstalledSoftware extends Entry {
  readonly id: SoftwareId
  readonly asset: AssetId
  readonly name: string
  readonly maker?: string
  readonly version?: string
  readonly cpe?: string
  /** Whether the work needs it; one that is not needed is to be stopped. */
  readonly needed?: 'yes' | 'no'
  readonly supportEndsOn?: Fact<CalendarDate>
}

/** A line (回線) that leaves the house. */
export interface Line extends Entry {
  readonly id: LineId
  readonly name: string
  readonly kind: 'internet' | 'closed-vpn' | 'eligibility' | 'telephone' | 'mobile' | 'leased' | 'other'
  readonly carrier?: Fact<VendorId>
  readonly contract?: Fact<ContractId>
  readonly owner?: Fact<PersonId>
  /** The device on which it ends. */
  readonly device?: Fact<AssetId>
  readonly alwaysOn?: 'yes' | 'no'
  readonly room?: string
  readonly use?: string
}

export type VpnPurpose = 'maintenance' | 'images-results' | 'regional-link' | 'sites' | 'telework' | 'other'

/** A VPN by what it is for. */
export interface Vpn extends Entry {
  readonly id: VpnId
  readonly name: string
  readonly purpose: VpnPurpose
  readonly device?: Fact<AssetId>
  readonly line?: Fact<LineId>
  readonly vendor?: Fact<VendorId>
  readonly contract?: Fact<ContractId>
  readonly owner?: Fact<PersonId>
  readonly alwaysOn?: 'yes' | 'no'
  readonly twoFactor?: 'yes' | 'no'
  readonly systems?: readonly SystemId[]
  /** Day on which it was given up: from then on nothing comes in by it. */
  readonly endedOn?: CalendarDate
}

/** A way in which somebody works on devices of the facility from outside (遠隔保守). */
export interface RemotePath extends Entry {
  readonly id: RemotePathId
  readonly name: string
  readonly vendor?: Fact<VendorId>
  readonly way?: 'vpn' | 'dial-up' | 'remote-desktop' | 'cloud-tool' | 'mobile-router' | 'other'
  readonly assets?: readonly AssetId[]
  readonly systems?: readonly SystemId[]
  readonly vpn?: Fact<VpnId>
  readonly line?: Fact<LineId>
  readonly contract?: Fact<ContractId>
  /** `no`: switched on for each visit and off again, as the log shows. */
  readonly alwaysOn?: 'yes' | 'no'
  readonly twoFactor?: 'yes' | 'no'
  /** Day on which the vendor declared it in writing; `none` = it has not. */
  readonly declaredOn?: Fact<CalendarDate>
  /** Day on which it was given up: from then on nobody comes in by it. */
  readonly endedOn?: CalendarDate
}

/** One line of the log of a remote path: switched on or off. */
export interface RemoteLogEntry extends Entry {
  readonly id: RemoteLogId
  readonly path: RemotePathId
  readonly turned: 'on' | 'off'
  readonly on: CalendarDate
  /** `HH:MM` in Japan. */
  readonly time?: string
  readonly by?: string
  readonly why?: string
}

/** A FAX that goes or comes regularly. */
export interface FaxFlow extends Entry {
  readonly id: FaxFlowId
  readonly name: string
  readonly from?: string
  readonly to?: string
  readonly device?: Fact<AssetId>
  readonly content?: string
  readonly patientData?: 'yes' | 'no'
  /** How the number is chosen: from a preset key, or typed each time. */
  readonly numbers?: 'preset' | 'typed' | 'both'
  readonly pagesPerMonth?: number
}

/** The accounts of one directory or system: counts, and the account ids behind them; never names of people. */
export interface AccountList extends Entry {
  readonly id: AccountListId
  readonly name: string
  readonly system?: Fact<SystemId>
  readonly countedOn?: CalendarDate
  readonly total?: number
  readonly leavers?: number
  readonly unused?: number
  readonly shared?: number
  readonly administrators?: number
  readonly twoFactor?: 'all' | 'administrators' | 'some' | 'no'
  readonly leaverIds?: readonly string[]
  readonly unusedIds?: readonly string[]
  readonly sharedIds?: readonly string[]
  readonly administratorIds?: readonly string[]
}

export interface AssetSlices {
  readonly assets: readonly Asset[]
  readonly claims: readonly Claim[]
  readonly software: readonly InstalledSoftware[]
  readonly lines: readonly Line[]
  readonly vpns: readonly Vpn[]
  readonly remotePaths: readonly RemotePath[]
  readonly remoteLog: readonly RemoteLogEntry[]
  readonly faxFlows: readonly FaxFlow[]
  readonly accounts: readonly AccountList[]
}

/** What holds for every asset of a kind; our own judgement. */
export interface AssetKindTraits {
  readonly id: AssetKind
  readonly name: Text
  /** Stands on a network, so that a scan of it should see it. */
  readonly onNetwork: boolean
  /** Takes updates, so that somebody must hold the duty. */
  readonly takesUpdates: boolean
  /** Comes under the disclosure sheets of its makers (MDS/SDS). */
  readonly disclosure: boolean
}

/** The last day on which the maker of a product gives updates without a contract of its own. */
export interface SupportEnd {
  readonly id: string
  readonly product: Text
  /** Words that a text must all hold, in lower case; of two entries that fit, the one with more words counts. */
  readonly words: readonly string[]
  /** Words that make it another product: Windows 10 and Windows 10 LTSC. */
  readonly unless?: readonly string[]
  readonly endsOn: CalendarDate
  readonly confidence: Confidence
}

/** A number by which a rule measures, where it is not a number of days. */
export interface AssetLimit {
  readonly id: string
  readonly most: number
  readonly reason: Text
}

/** A sentence by which the register says why: of identity, of drift, of a suggested answer. */
export interface AssetSentence {
  /** `identity:serial`, `drift:moved-port`, `answer:assets-listed`. */
  readonly id: string
  readonly says: Text
}

export interface AssetReference {
  readonly assetKinds: readonly AssetKindTraits[]
  readonly supportEnds: readonly SupportEnd[]
  readonly assetLimits: readonly AssetLimit[]
  readonly assetSentences: readonly AssetSentence[]
}

/** When a device was last seen, and by what; `id` is the asset's. A list in which it stands is no sight of it. */
export interface LastSeen {
  readonly id: AssetId
  readonly on: CalendarDate
  readonly by: ObservationSource
  readonly claim: ClaimId
}

/** The latest day on which any device was seen; at most one record, `id` = `latest`. */
export interface LatestSight {
  readonly id: 'latest'
  readonly on: CalendarDate
  readonly claim: ClaimId
}

/** The contract and the holder of the update duty as they count for an asset; `id` is the asset's. */
export interface AssetDuty {
  readonly id: AssetId
  readonly kind?: AssetKind
  readonly vendor?: Fact<VendorId>
  /** Its own contract, else that of its first system that has one; `none` only where that is said. */
  readonly contract?: Fact<ContractId>
  /** Last day of that contract. */
  readonly until?: CalendarDate
  /** The system that brings the contract. */
  readonly system?: SystemId
  readonly updateDuty?: 'vendor' | 'facility' | 'nobody'
  /** Where the duty is written. */
  readonly statedBy?: 'asset' | 'contract'
  readonly updatePaidBy?: 'fee' | 'facility' | 'nobody'
}

/** A fact that a suggestion rests on. */
export interface SuggestionFact {
  readonly slice: keyof AssetSlices | 'people'
  readonly id: string
  readonly field?: string
}

/** What the register says about an item of the checklist; `id` is the item's. A person confirms, or does not. */
export interface SuggestedAnswer {
  readonly id: ItemId
  /** Absent where the register cannot tell. */
  readonly answer?: 'yes' | 'no'
  readonly because: readonly {
    /** A sentence: `answer:<say>`. */
    readonly say: string
    readonly with?: SayValues
    /** The first few facts, so that a person can look. */
    readonly facts: readonly SuggestionFact[]
  }[]
}

export interface AssetDerived {
  readonly lastSeen: readonly LastSeen[]
  readonly latestSight: readonly LatestSight[]
  readonly assetDuties: readonly AssetDuty[]
  readonly suggestedAnswers: readonly SuggestedAnswer[]
}
