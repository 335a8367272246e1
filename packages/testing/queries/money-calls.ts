import type { RouteId } from '@mimamori/contract'
import type { Prepare } from './place.ts'

/** Routes of damage and plan. */
export const moneyCalls = {
  damage: () => ({}),
  damageTry: (_, round) => ({
    body: {
      changes: [{ kind: 'add', slice: 'quotes', record: { id: `q:tried.${round}`, measure: 'plan:edr', minYen: 100_000, unit: 'year' } }],
    },
  }),
} as const satisfies Partial<Record<RouteId, Prepare>>
