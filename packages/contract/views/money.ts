import type { BackTestCase, LossParameter } from '@mimamori/domain'
import type { BackTest, ChoiceLists, DamageWorld, FacilityAgainstNorm, LossHead, SupportStanding } from '@mimamori/money'
import * as z from 'zod'
import { recordSchemas } from '../slices/records.ts'
import { text, versioned } from './common.ts'
import { riskStateWord } from './risks.ts'

/** The lists of an analysed picture from which `@mimamori/money` reckons damage and plan, on a server and in a browser alike. */
export type MoneyWorld = DamageWorld & ChoiceLists

/** What `domain` and `money` make, in their own shapes: the same types on both sides, so that only what names it is looked at here. */
function made<T>(shape: z.core.$ZodLooseShape): z.ZodType<T> {
  return z.looseObject(shape) as unknown as z.ZodType<T> // the server makes it
}

const entries = z.array(z.looseObject({ id: z.string() }))

/** Everything that a browser needs to reckon damage and plan itself, and the words for it. */
export const damageView = z.object({
  revision: z.number().int(),
  /** The year whose plan is worked on, by its April. */
  fiscalYear: z.number().int(),
  world: made<MoneyWorld>({
    asOf: z.string(),
    damageScenarios: entries,
    lossAssumptions: entries,
    measuresHere: entries,
    planMeasures: entries,
    lossScenarios: entries,
    controlEffects: entries,
    controlStandings: entries,
    riskFacts: entries,
    facility: entries,
    finances: entries,
    policies: entries,
  }),
  finances: z.array(versioned(recordSchemas.finances)),
  quotes: z.array(versioned(recordSchemas.quotes)),
  lossInputs: z.array(versioned(recordSchemas.lossInputs)),
  planChoices: z.array(versioned(recordSchemas.planChoices)),
  policies: z.array(versioned(recordSchemas.policies)),
  parameters: z.array(made<LossParameter>({ id: z.string() })),
  lossHeads: z.array(made<LossHead>({ id: z.string() })),
  backTests: z.array(z.object({ case: made<BackTestCase>({ id: z.string() }), test: made<BackTest>({ case: z.string() }) })),
  /** Schemes of support against this facility on the day. */
  support: z.array(made<SupportStanding>({ fits: z.string() })),
  norm: made<FacilityAgainstNorm>({ kind: z.string() }),
  /** Of controls, facts, vendors and sources by id. */
  names: z.record(z.string(), text),
})

/** The same after changes that are tried out, with how the risks would stand. */
export const damageTryView = damageView.extend({
  riskStates: z.array(z.object({ id: z.string(), state: riskStateWord })),
})

export type DamageView = z.infer<typeof damageView>
export type DamageTryView = z.infer<typeof damageTryView>
