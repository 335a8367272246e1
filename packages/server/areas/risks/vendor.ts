import type { VendorAgreement } from '@mimamori/contract'
import { byId, controlsOfVendor, lacksOf, type RiskDecision, standingOfDecision } from '@mimamori/domain'
import { type Kept, versionKey } from '../kept.ts'

/**
 * What a vendor was asked about risks: its own agreements, the scene of each, and its own controls as it has told them. How the risk
 * stands, what others do and what others agreed stays in the house.
 */
export function vendorAgreementsOf(now: Kept, vendor: string): VendorAgreement[] {
  const own = now.picture.slices.riskDecisions.filter((decision) => decision.vendor === vendor)
  return own.flatMap((decision) => agreementFor(now, decision) ?? []).toSorted(byStanding)
}

export function agreementFor(now: Kept, decision: RiskDecision): VendorAgreement | undefined {
  const { world } = now.analysis
  const { id, risk: of, vendor, kind, asked, askedOn, answer, answeredOn, residual, decidedOn, until, facilityBy, vendorBy } = decision
  const risk = byId(world.risks, of)
  if (!risk || vendor === undefined) return undefined
  const said = { askedOn, answer, answeredOn, residual, decidedOn, until, facilityBy, vendorBy }
  return {
    agreement: id,
    version: now.versions.get(versionKey('riskDecisions', id)) ?? 0,
    risk: risk.name,
    scenario: risk.scenario,
    controls: controlsOfVendor(world, risk, vendor).map(({ name, state }) => ({ name, state })),
    kind,
    asked,
    ...Object.fromEntries(Object.entries(said).filter(([, value]) => value !== undefined)),
    standing: standingOfDecision(decision, now.asOf),
    lacks: [...lacksOf(decision)],
  }
}

const order = ['asked', 'lacks', 'answered', 'borne', 'ended'] as const

function byStanding(a: VendorAgreement, b: VendorAgreement): number {
  return order.indexOf(a.standing) - order.indexOf(b.standing) || (a.agreement < b.agreement ? -1 : 1)
}
