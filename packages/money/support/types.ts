import type { CalendarDate, FacilityKind, Founder, Text } from '@mimamori/domain'
import type { SourcedFigure } from '../sourced.ts'

/** `subsidy`: a share of what is bought. `fee`: points that are claimed for care. `grant`: paid after an incident. `service`: help itself, or at a capped price. */
export type SupportKind = 'subsidy' | 'fee' | 'grant' | 'service'

/** What a fee is claimed for, one point being ten yen. */
export type FeeCase = 'admission' | 'first-visit' | 'return-visit'

/** One condition of a scheme; all of them must hold. `asked`: nothing in the product tells it, so a person is asked. */
export type SupportTest =
  | { readonly by: 'kind'; readonly in: readonly FacilityKind[] }
  | { readonly by: 'founder'; readonly in: readonly Founder[] }
  | { readonly by: 'founder'; readonly notIn: readonly Founder[] }
  | { readonly by: 'prefecture'; readonly in: readonly string[] }
  | { readonly by: 'beds'; readonly min?: number; readonly max?: number }
  | { readonly by: 'terminals'; readonly min: number }
  /** A fact of `riskFactWords`, such as `fact:chart`. */
  | { readonly by: 'fact'; readonly fact: string }
  | { readonly by: 'asked' }

export type SupportCondition = SupportTest & { readonly says: Text }

/**
 * What it pays, whole yen. `share`: of the cost, up to the ceiling; `otherCeilingsYen`: higher ones that the source gives without saying
 * for whom. `points`: per case. `event`: after an incident. `price`: most that the service costs a month. `in-kind`: the work itself.
 */
export type SupportSum =
  | {
      readonly by: 'share'
      readonly numerator: number
      readonly denominator: number
      readonly floorYen?: number
      readonly ceilingYen?: number
      readonly otherCeilingsYen?: readonly number[]
      /** Years of use that are paid, of what is paid every year. */
      readonly years?: number
    }
  | { readonly by: 'points'; readonly points: number; readonly per: FeeCase }
  | { readonly by: 'event'; readonly yen: number; readonly perDay?: true; readonly ceilingYen?: number }
  | { readonly by: 'price'; readonly monthYen?: number; readonly terminalMonthYen?: number }
  | { readonly by: 'in-kind' }

export type SupportAmount = SupportSum & { readonly says: Text }

/** A scheme of support, dated: what it was when `dated` was written, and for which days it is known to hold. */
export interface SupportScheme extends SourcedFigure {
  readonly name: Text
  /** Who pays. */
  readonly payer: Text
  readonly kind: SupportKind
  /** Which side of a cost it bears; `none`: no cost of a plan. */
  readonly bears: 'one-off' | 'running' | 'none'
  readonly conditions: readonly SupportCondition[]
  readonly amounts: readonly SupportAmount[]
  readonly from?: CalendarDate
  readonly until?: CalendarDate
  readonly dated: string
  /** Papers asked for, as far as known; empty = ask the office. */
  readonly papers: readonly Text[]
  /** Controls of the risk catalogue whose cost it can bear. */
  readonly serves: readonly string[]
  /** Not beside other public money for the same cost. */
  readonly alone?: true
  readonly note: Text
}

export interface SupportReference {
  readonly supportSchemes: readonly SupportScheme[]
}
