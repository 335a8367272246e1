import type { MoneyWorld, RisksView } from '@mimamori/contract'
import type { WhatIfWorld } from '@mimamori/money'

/** Matrix and money of one facility as one world. */
export function whatIfWorld(risks: RisksView, money: MoneyWorld): WhatIfWorld {
  const { risks: all, standIns, controlTypes, riskDecisions, riskStates } = risks
  return { ...money, risks: all, standIns, controlTypes, riskDecisions, riskStates }
}
