import {
  byId,
  controlsOfVendor,
  type MatrixRow,
  matrixOf,
  type Risk,
  type RiskDecision,
  type ToldControl,
  type Vendor,
} from '@mimamori/domain'
import type { Context } from '../paper/context.ts'

/** An agreement with what it is about. */
export interface Agreed {
  readonly decision: RiskDecision
  readonly risk: Risk
  readonly vendor: Vendor | undefined
  /** What the facility does. */
  readonly facility: MatrixRow['facility']
  /** What this vendor does, by its own word alone: the paper goes out to it. */
  readonly told: readonly ToldControl[]
}

export function agreedOf(at: Pick<Context, 'slices' | 'world'>, decision: RiskDecision): readonly Agreed[] {
  const risk = byId(at.world.risks, decision.risk)
  if (!risk) return []
  const vendor = byId(at.slices.vendors, decision.vendor)
  const [row] = matrixOf({ ...at.world, risks: [risk] })
  return [{ decision, risk, vendor, facility: row?.facility ?? [], told: vendor ? controlsOfVendor(at.world, risk, vendor.id) : [] }]
}
