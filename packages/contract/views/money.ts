import type {
  BackTestCase,
  DamageScenario,
  LossAssumption,
  LossParameter,
  LossScenarioType,
  MeasureHere,
  PlanMeasure,
} from '@mimamori/domain'
import type { FacilityAgainstNorm, LossHead } from '@mimamori/money'
import * as z from 'zod'
import { recordSchemas } from '../slices/records.ts'
import { text, versioned } from './common.ts'

/** What the server derives, in its own shapes: made by the same types on both sides, so that only the ids are looked at here. */
function derived<T extends { readonly id: string }>(): z.ZodType<T> {
  return z.looseObject({ id: z.string() }) as unknown as z.ZodType<T> // the server derives it
}

/** One facility against 提言1, made by `@mimamori/money`. */
const againstNorm = z.looseObject({ kind: z.string() }) as unknown as z.ZodType<FacilityAgainstNorm> // the server reckons it

/** A real case, and what the values of its class come to. */
const backTest = z.object({
  case: derived<BackTestCase>(),
  p10Yen: z.number(),
  p50Yen: z.number(),
  p90Yen: z.number(),
  isInside: z.boolean(),
})

/** Everything that a browser needs to reckon damage and plan itself: what was derived of the picture, what it comes from, what was settled. */
export const damageView = z.object({
  revision: z.number().int(),
  today: z.string(),
  /** The year whose plan is worked on, by its April. */
  fiscalYear: z.number().int(),
  beds: z.number().optional(),
  scenarios: z.array(derived<DamageScenario>()),
  assumptions: z.array(derived<LossAssumption>()),
  measures: z.array(derived<MeasureHere>()),
  finances: z.array(versioned(recordSchemas.finances)),
  quotes: z.array(versioned(recordSchemas.quotes)),
  lossInputs: z.array(versioned(recordSchemas.lossInputs)),
  planChoices: z.array(versioned(recordSchemas.planChoices)),
  policies: z.array(versioned(recordSchemas.policies)),
  /** Lists of the catalogue, with their words and sources. */
  parameters: z.array(derived<LossParameter>()),
  scenarioTypes: z.array(derived<LossScenarioType>()),
  planMeasures: z.array(derived<PlanMeasure>()),
  lossHeads: z.array(derived<LossHead>()),
  backTests: z.array(backTest),
  norm: againstNorm,
  /** Of controls, vendors and sources by id. */
  names: z.record(z.string(), text),
})

export type DamageView = z.infer<typeof damageView>
