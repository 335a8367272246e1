import type { AssetId, CalendarDate, SoftwareId } from '../ids.ts'
import type { Confidence, Text } from '../record.ts'

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

export interface VulnerabilityReference {
  readonly knownProducts: readonly KnownProduct[]
  readonly matchSentences: readonly MatchSentence[]
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

/** One product as it is installed on one device; `id` = `<asset>|<product>`, or with the record of the program where two are installed. */
export interface InstalledProduct {
  readonly id: string
  readonly asset: AssetId
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
}
