import type {
  AssetId,
  CalendarDate,
  EvidenceId,
  MatchId,
  PlannedUpdateId,
  PlannedUpdateStepId,
  ResponseId,
  ResponseStepId,
  SoftwareId,
  SystemId,
  VendorId,
  VisitId,
  WarningId,
} from '../ids.ts'
import type { Confidence, Entry, Fact, Text } from '../record.ts'

/**
 * How the versions of a product are written and which comes before which. `dotted`: numbers parted by dots, the fallback of
 * everything else.
 */
export type VersionFamily =
  | 'dotted'
  | 'semver'
  | 'fortios'
  | 'ivanti'
  | 'netscaler'
  | 'panos'
  | 'asa'
  | 'cisco-ios'
  | 'sonicos'
  | 'yamaha'
  | 'allied-telesis'
  | 'junos'
  | 'qnap'
  | 'windows'

/** A product whose names and versions we know how to read. */
export interface KnownProduct {
  /** `fortinet:fortios`: vendor and product as in a CPE name, lower case. */
  readonly id: string
  readonly name: Text
  readonly vendor: Text
  readonly part: 'os' | 'application' | 'hardware'
  readonly family: VersionFamily
  /** `<part>:<vendor>:<product>` of CPE names that mean it, beyond its own id: `o:fortinet:fortios`. */
  readonly cpes: readonly string[]
  /** Spellings of the maker in feeds and registers; case, blanks and 株式会社, Inc., Ltd. do not count. */
  readonly vendorNames: readonly string[]
  /** Spellings of the product. */
  readonly productNames: readonly string[]
  /** Models on which it runs as firmware, by how their name begins: `FortiGate`; the maker is one of `vendorNames`. */
  readonly runsOn?: readonly string[]
  /** Spellings of the product that mean it without its maker beside them. A name that others use too (IOS, Gateway) is none. */
  readonly aloneNames?: readonly string[]
  /** Each model of `runsOn` has a firmware of its own, and advisories name the model: `yamaha:rtx1210`. */
  readonly eachModel?: true
  /** Windows: how the versions of this release begin, where a register tells the version and not the release. */
  readonly builds?: readonly string[]
  /** The product of which this is one release: a device that tells no version may have any of them. */
  readonly releaseOf?: string
  readonly confidence: Confidence
}

/** A sentence by which matching says why. */
export interface MatchSentence {
  /** `why:affected-range` for an answer, `match:source-vendor` for a reason of its confidence. */
  readonly id: string
  readonly says: Text
}

/** Whether and how a device can be come at: from the internet, by a remote path, from inside alone, by nothing, or nobody can say. */
export type Exposure = 'internet' | 'remote-path' | 'internal' | 'none' | 'unknown'

/** One row of CISA BOD 26-04, table of remediation timelines: what is known of a weakness, and until when it is to be closed. */
export interface UrgencyRow {
  /** `bod-26-04:0` to `bod-26-04:15`. */
  readonly id: string
  readonly row: number
  readonly inKev: boolean
  readonly exposed: boolean
  readonly automatable: boolean
  readonly impact: 'partial' | 'total'
  readonly action: 'days-3-forensics' | 'days-3' | 'days-14' | 'days-60' | 'next-upgrade'
  /** Days until it is to be closed; absent for the next upgrade. */
  readonly dueDays?: number
  readonly confidence: Confidence
}

/** One product as it is installed on one device; `id` = `<asset>|<role>`, of a program `<asset>|<its record>`: the same in every version. */
export interface InstalledProduct {
  readonly id: string
  readonly asset: AssetId
  /** Product and version in one form, by which matches are joined: `lineOfProduct`. */
  readonly line: string
  readonly software?: SoftwareId
  /** As the register or the device itself says it, for people. */
  readonly name: string
  readonly vendor?: string
  readonly version?: string
  readonly cpe?: string
  readonly role: 'hardware' | 'firmware' | 'os' | 'program'
  /** How it is known: read at the device's own console, told over the network, in a list of another tool, or typed by hand. */
  readonly knownBy: 'console' | 'snmp' | 'scan' | 'tool' | 'hand'
  /** Day on which it was last read or confirmed. */
  readonly on?: CalendarDate
  /** Day on which the file with the reading was taken in. */
  readonly takenOn?: CalendarDate
  readonly facts: readonly VulnerabilityFact[]
}

/**
 * What is published of one installed product in one version: one record for all devices that have it. The matching job and imports
 * write it; which devices it is about is derived (`installedProducts`).
 */
export interface Match extends Entry {
  readonly id: MatchId
  /** Product and version as installed, in one form: `lineOfProduct`. */
  readonly line: string
  /** Id of a known product, else `vendor:product` of the names. */
  readonly product: string
  /** As the device or the register calls it. */
  readonly name: string
  /** Absent: nobody knows the version. */
  readonly version?: string
  /** Several records of one weakness are one group: its CVE, or the advisory's own number. */
  readonly advisory: string
  readonly cves: readonly string[]
  readonly title: string
  readonly titleLang: 'ja' | 'en'
  /** `not-affected` is kept for a line that is read where a response waits for it: it is the proof that the hole is closed. */
  readonly verdict: 'affected' | 'unknown' | 'not-affected'
  /** From 0 to 1, computed from the reasons. */
  readonly confidence: number
  /** Sentences of the catalogue: `match:<reason>`. */
  readonly reasons: readonly string[]
  /** Records behind it: `nvd:CVE-2022-42475`, `jvn:JVNDB-2022-002857`. */
  readonly sources: readonly string[]
  /** Lines of which one must be on the same device, where a configuration names hardware or a platform; absent: none is needed. */
  readonly platforms?: readonly string[]
  readonly fixedVersion?: string
  /** Day on which it was put among those that are known to be used in attacks (KEV). */
  readonly knownExploitedOn?: CalendarDate
  readonly ransomware?: 'yes' | 'no'
  readonly automatable?: 'yes' | 'no'
  readonly impact?: 'partial' | 'total'
  readonly exploitation?: 'none' | 'poc' | 'active'
  /** Likelihood of use in an attack within 30 days, from 0 to 1 (EPSS). */
  readonly epss?: number
  /** CVSS base score; shown, not obeyed. */
  readonly score?: number
  /** Day on which it was first matched here. */
  readonly foundOn: CalendarDate
  /** How many devices had it when it was matched last; 0: none any more, kept so that what was closed can be told. */
  readonly devices?: number
}

/** A warning (注意喚起) that a person has entered: of an association, a ministry's notice, a maker's letter. */
export interface Warning extends Entry {
  readonly id: WarningId
  readonly from: 'ministry' | 'prefecture' | 'association' | 'agency' | 'police' | 'vendor' | 'maker' | 'other'
  /** Who gave it out, in words. */
  readonly issuer: string
  readonly cameBy?: 'mail' | 'fax' | 'phone' | 'post' | 'web' | 'meeting' | 'other'
  readonly title: string
  /** Names of products, as the warning has them. */
  readonly products?: readonly string[]
  readonly cves?: readonly string[]
  /** What it asks to be done. */
  readonly action: string
  readonly urgency: 'at-once' | 'soon' | 'next-visit' | 'to-know'
  readonly issuedOn?: CalendarDate
  readonly receivedOn: CalendarDate
  readonly dueOn?: CalendarDate
  /** Whether something here is concerned, once somebody has looked. */
  readonly concerns?: 'yes' | 'no'
  readonly assets?: readonly AssetId[]
  readonly checkedOn?: CalendarDate
  readonly checkedBy?: string
  readonly link?: string
  readonly note?: string
}

/** How a weakness of one product is dealt with on one or more devices. How it stands is derived from its steps and from what was read. */
export interface VulnerabilityResponse extends Entry {
  readonly id: ResponseId
  readonly title: string
  /** As in `matches`; absent where it answers a warning that names no product of the feeds. */
  readonly product?: string
  /** As the devices call it, by which the product is found again once another version is in. */
  readonly name?: string
  readonly assets: readonly AssetId[]
  /** Who has the task; `none`: the facility itself. */
  readonly vendor?: Fact<VendorId>
  readonly warning?: WarningId
  readonly openedOn: CalendarDate
  readonly dueOn?: CalendarDate
  /** The version to which it is to be brought. */
  readonly fixedVersion?: string
}

export type ResponseStepKind =
  | 'told'
  | 'accepted'
  | 'impact'
  | 'planned'
  | 'done'
  | 'proven'
  | 'workaround'
  | 'risk-accepted'
  | 'not-affected'
  | 'disagreed'
  | 'not-done'
  | 'said'
  | 'reopened'

/** Why something is not done: the reasons of the survey in paper 002. */
export type NotDoneReasonId =
  | 'not-told'
  | 'no-budget'
  | 'believed-closed'
  | 'fear-of-malfunction'
  | 'vendor-coordinating'
  | 'vendor-decides'

/** Why a device is not affected although the product is there. */
export type NotAffectedReason = 'part-not-there' | 'part-not-used' | 'cannot-be-reached' | 'other-version' | 'maker-says-so'

/** One line of the history of a response: who said what on which day; both sides read the same. */
export interface ResponseStep extends Entry {
  readonly id: ResponseStepId
  readonly response: ResponseId
  readonly side: 'facility' | 'vendor'
  readonly kind: ResponseStepKind
  readonly on: CalendarDate
  readonly by?: string
  readonly note?: string
  /** Of `told`: by which way. */
  readonly way?: 'mail' | 'fax' | 'phone' | 'post' | 'hand' | 'screen'
  /** Of `impact`: whether other systems are affected by the work. */
  readonly effect?: 'checking' | 'none' | 'some'
  /** Of `planned`: day of the work. */
  readonly plannedOn?: CalendarDate
  /** Of `workaround` and `risk-accepted`: last day on which it counts. */
  readonly until?: CalendarDate
  readonly notDone?: NotDoneReasonId
  readonly notAffected?: NotAffectedReason
  readonly visit?: VisitId
  readonly costYen?: number
  /** Version that was put in or read. */
  readonly version?: string
  /** Of `done`: who puts their name to it that this version runs on every device. */
  readonly signedBy?: string
  readonly evidence?: EvidenceId
}

/** An update that fixes no flaw: fee revision, payment fund, security agent, OS. */
export interface PlannedUpdate extends Entry {
  readonly id: PlannedUpdateId
  readonly title: string
  readonly kind: 'fee-revision' | 'payment-fund' | 'security-agent' | 'os' | 'firmware' | 'program' | 'other'
  readonly product?: string
  readonly version?: string
  readonly systems?: readonly SystemId[]
  readonly assets?: readonly AssetId[]
  readonly vendor?: Fact<VendorId>
  /** Systems on which it may have an effect. */
  readonly touches?: readonly SystemId[]
  /** Where it is tried first; `none` = there is nothing to try it on. */
  readonly testBed?: Fact<AssetId>
  /** The day by which it must run, such as the day of the fee revision. */
  readonly dueOn?: CalendarDate
  /** Days between which nothing else is changed. */
  readonly freezeFrom?: CalendarDate
  readonly freezeUntil?: CalendarDate
  /** How it is taken back if it does not work. */
  readonly rollBack?: string
  readonly note?: string
}

export type PlannedUpdateStepKind =
  | 'announced'
  | 'tested'
  | 'go'
  | 'no-go'
  | 'rolled-out'
  | 'verified'
  | 'rolled-back'
  | 'done'
  | 'said'
  | 'withdrawn'

/** One line of the history of a planned update. */
export interface PlannedUpdateStep extends Entry {
  readonly id: PlannedUpdateStepId
  readonly update: PlannedUpdateId
  readonly side: 'facility' | 'vendor'
  readonly kind: PlannedUpdateStepKind
  readonly on: CalendarDate
  readonly by?: string
  readonly note?: string
  /** Of `tested` and `verified`: whether it worked. */
  readonly result?: 'worked' | 'failed'
  /** Of `rolled-out`: on which devices; absent: on all. */
  readonly assets?: readonly AssetId[]
  readonly visit?: VisitId
  readonly costYen?: number
  readonly evidence?: EvidenceId
}

export interface VulnerabilitySlices {
  readonly matches: readonly Match[]
  readonly warnings: readonly Warning[]
  readonly responses: readonly VulnerabilityResponse[]
  readonly responseSteps: readonly ResponseStep[]
  readonly plannedUpdates: readonly PlannedUpdate[]
  readonly plannedUpdateSteps: readonly PlannedUpdateStep[]
}

/** A fact on which something derived rests. */
export interface VulnerabilityFact {
  readonly slice: 'assets' | 'claims' | 'software' | 'lines' | 'vpns' | 'remotePaths' | 'links' | 'zones' | 'systems' | 'facility'
  readonly id: string
  readonly field?: string
}

/** Lists by which matching names products and says why. */
export interface MatchingReference {
  readonly knownProducts: readonly KnownProduct[]
  readonly matchSentences: readonly MatchSentence[]
}
