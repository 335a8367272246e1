import { z } from 'zod'
import { confidence, entityId, facilityKind, roughDate, sourced, text } from './common.ts'

const order = z.int().positive()
const amount = z.number().nonnegative()
const spread = z.strictObject({ low: amount, best: amount, high: amount })
const share = z.strictObject({ low: z.number().min(0).max(1), best: z.number().min(0).max(1), high: z.number().min(0).max(1) })
const beds = z.int().nonnegative()

export const lossParameter = z.strictObject({
  id: entityId,
  order,
  name: text,
  unit: z.enum(['yen', 'days', 'share', 'eventsPerYear', 'persons', 'units', 'hours']),
  value: spread,
  classes: z
    .array(
      z.strictObject({
        kinds: z.array(facilityKind).min(1).exactOptional(),
        bedsFrom: beds.exactOptional(),
        bedsTo: beds.exactOptional(),
        value: spread,
      }),
    )
    .exactOptional(),
  unlearnable: z.literal(true).exactOptional(),
  why: text,
  dated: roughDate,
  ...sourced,
})

export const lossScenario = z.strictObject({
  id: entityId,
  order,
  name: text,
  story: text,
  entry: z.array(entityId),
  frequency: entityId,
  days: entityId.exactOptional(),
  stopsChart: z.literal(true).exactOptional(),
  costs: z
    .array(
      z.strictObject({
        id: entityId,
        head: entityId,
        name: text,
        factors: z.array(entityId).min(1),
        perDay: z.literal(true).exactOptional(),
      }),
    )
    .min(1),
  risks: z.array(entityId).min(1),
  ...sourced,
})

export const controlEffect = z.strictObject({
  id: entityId,
  control: entityId,
  scenario: entityId,
  on: z.enum(['frequency', 'cost', 'days']),
  share,
  ...sourced,
})

export const planMeasure = z.strictObject({
  id: entityId,
  order,
  name: text,
  without: text,
  controls: z.array(entityId).min(1),
  needs: z.array(entityId),
  requires: z.array(entityId),
  excludes: z.array(entityId),
  topics: z.array(entityId),
  price: z
    .array(
      z.strictObject({
        unit: z.enum(['month', 'year', 'once', 'visit', 'terminalMonth']),
        yen: spread,
        count: z.enum(['pcs', 'servers', 'gates']).exactOptional(),
      }),
    )
    .min(1),
  ...sourced,
})

export const backTestCase = z.strictObject({
  id: entityId,
  name: text,
  kind: facilityKind,
  beds,
  founder: z.string().min(1),
  scenario: entityId,
  controls: z.array(entityId),
  patientRecords: z.int().nonnegative().exactOptional(),
  observedYen: spread,
  observedDays: amount.exactOptional(),
  tells: text,
  confidence,
  sources: sourced.sources,
})
