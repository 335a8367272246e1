import type { DamageView } from '@mimamori/contract'

/** Nothing of the facility's own is known: neither a figure nor how any control stands. A number would only be that of its class. */
export function isLittleKnown({ world: { lossAssumptions, controlStandings } }: DamageView): boolean {
  return lossAssumptions.every(({ by }) => by === 'default' || by === 'class') && controlStandings.every(({ state }) => state === 'unknown')
}
