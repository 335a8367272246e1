import { byId, type MatrixRow, matrixOf, type Risk, type RiskDecision, type Vendor } from '@mimamori/domain'
import type { Context } from '../paper/context.ts'

/** An agreement with what it is about. */
export interface Agreed {
  readonly decision: RiskDecision
  readonly risk: Risk
  readonly vendor: Vendor | undefined
  /** The risk with its two columns, the right one as it stands for this vendor alone. */
  readonly row: MatrixRow | undefined
}

export function agreedOf(at: Pick<Context, 'slices' | 'world'>, decision: RiskDecision): readonly Agreed[] {
  const risk = byId(at.world.risks, decision.risk)
  if (!risk) return []
  const vendor = byId(at.slices.vendors, decision.vendor)
  const [row] = matrixOf({ ...at.world, risks: [risk] }, vendor ? { vendor: vendor.id } : {})
  return [{ decision, risk, vendor, row }]
}
