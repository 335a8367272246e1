import type { VersionFamily } from '@mimamori/domain'

/** Feeds that tell which products are affected. */
export type AdvisoryFeed = 'cve5' | 'nvd' | 'jvn' | 'csaf'

export type Status = 'affected' | 'unaffected' | 'unknown'

/** Versions from one to another as the feed wrote them; an absent end is open. One version alone: `from` = `to`, both included. */
export interface VersionRange {
  readonly from?: string
  readonly fromIncluded?: boolean
  readonly to?: string
  readonly toIncluded?: boolean
}

/** What a feed says of some versions. Of two statements that hold for one version the later in the list counts. */
export interface VersionStatement {
  readonly status: Status
  readonly range: VersionRange
}

/** A product as a feed names it: by CPE name, by names, by its number at JVN, or by several of them. */
export interface ProductReference {
  /** CPE 2.3 name, bound as a formatted string; its version attribute stands in `versions` instead, the others count. */
  readonly cpe?: string
  readonly vendor?: string
  readonly product?: string
  /** Product number of JVN iPedia (`pid`). */
  readonly jvnProduct?: string
  /** As the feed names it, where it names one; the vendor of the product decides before. */
  readonly versionType?: string
}

/** One product with what is said of its versions. */
export interface Criterion {
  readonly product: ProductReference
  /** `false`: the platform on which the weak product runs; it must be there, and is not itself weak. */
  readonly vulnerable: boolean
  readonly versions: readonly VersionStatement[]
  /**
   * What holds for a version of which no statement speaks. `affected` with no statement: all versions. `unknown` with no
   * statement: the record names the product and says nothing of versions; a person must look.
   */
  readonly otherwise: Status
  /** The feed's words for the versions, where it wrote words. */
  readonly text?: string
}

/** When a device is affected: three-valued, by NISTIR 7698 for AND, OR and NEGATE. */
export type Condition =
  | { readonly kind: 'product'; readonly criterion: Criterion }
  | { readonly kind: 'all' | 'any'; readonly of: readonly Condition[]; readonly negate?: true }

/** What of a record could not be read; kept and shown, never dropped. */
export interface Unparsed {
  readonly text: string
  readonly why: 'version-phrase' | 'version' | 'no-product' | 'condition' | 'score' | 'unknown-form'
}

export interface Score {
  readonly version: string
  readonly base: number
  readonly vector?: string
  readonly from: string
}

/** Decision points of SSVC, as CISA publishes them with a CVE. */
export interface DecisionPoints {
  readonly exploitation?: 'none' | 'poc' | 'active'
  readonly automatable?: boolean
  readonly impact?: 'partial' | 'total'
  /** Day on which they were set. */
  readonly on?: string
}

/** A way out of which the record tells: a fixed version, a workaround, or that there is none. */
export interface Remedy {
  readonly kind: 'fix' | 'workaround' | 'mitigation' | 'none-planned' | 'no-fix-yet'
  readonly text: string
}

/** One record of one feed. What several feeds say of one CVE is joined when it is held against a device. */
export interface Advisory {
  /** `CVE-2022-42475`, `JVNDB-2024-000037`, or the publisher and its number: `fortinet:FG-IR-22-398`. */
  readonly id: string
  readonly feed: AdvisoryFeed
  /** Upper case. An advisory without a CVE stands for itself. */
  readonly cves: readonly string[]
  readonly title: string
  readonly titleLang: 'ja' | 'en'
  readonly publishedOn?: string
  readonly modifiedOn?: string
  /** The record was taken back by its publisher: it affects nothing. */
  readonly withdrawn?: true
  /** Affected if one of them holds. */
  readonly conditions: readonly Condition[]
  readonly unparsed: readonly Unparsed[]
  readonly scores: readonly Score[]
  readonly decision?: DecisionPoints
  readonly remedies: readonly Remedy[]
  readonly links: readonly string[]
}

/** One entry of CISA's catalogue of weaknesses that are known to be used in attacks (KEV). */
export interface KnownExploited {
  readonly cve: string
  readonly addedOn: string
  /** Day that CISA sets for federal agencies; told, not obeyed. */
  readonly dueOn?: string
  readonly ransomware: boolean
  readonly name: string
}

/** How likely a CVE is to be used in an attack within 30 days, by FIRST's EPSS; shares from 0 to 1. */
export interface ExploitPrediction {
  readonly cve: string
  readonly probability: number
  readonly percentile: number
}

/** The last day on which the maker of a product line gives updates. */
export interface EndOfLife {
  readonly product: ProductReference
  /** Versions of the line. */
  readonly range: VersionRange
  readonly endsOn: string
}

/** A product number and names as the lists of JVN iPedia give them. */
export interface JvnProduct {
  readonly id: string
  readonly vendor: string
  readonly product: string
  readonly cpe?: string
}

/** Which comparator a criterion was held against; for explanations. */
export interface ComparedBy {
  readonly family: VersionFamily
  /** The family was named by the product, by the feed, or is the fallback. */
  readonly because: 'product' | 'feed' | 'fallback'
}
