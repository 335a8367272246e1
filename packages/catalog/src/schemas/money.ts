import { z } from 'zod'
import { calendarDate, confidence, entityId, facilityKind, roughDate, sourced, text } from './common.ts'

const beds = z.strictObject({ from: z.int().positive(), to: z.int().positive().exactOptional() })
const count = z.int().nonnegative()
/** Whole yen, or whole thousands of them; what the name of the field says. */
const amount = z.int().nonnegative()
const page = z.int().positive()
const order = z.int().positive()
const profile = z.enum(['final', 'interim'])
const row = z.string().regex(/^\d+-\d*$/)

export const normRevenue = z.strictObject({
  id: entityId,
  beds,
  medicalThousandYen: amount,
  careThousandYen: amount,
  otherThousandYen: amount,
  printed: z.strictObject({ totalThousandYen: amount, itThousandYen: amount, needMinimumThousandYen: amount }),
  fiscalYear: z.int().min(2000),
  page,
  ...sourced,
})

export const normRate = z.strictObject({
  id: entityId,
  of: z.enum(['it-of-revenue', 'security-of-it']),
  name: text,
  numerator: z.int().positive(),
  denominator: z.int().positive(),
  dated: roughDate,
  range: z.strictObject({ low: z.number().min(0).max(1), high: z.number().min(0).max(1), note: text }).exactOptional(),
  ...sourced,
})

export const normBudgetClass = z.strictObject({
  id: entityId,
  order,
  fromYen: amount,
  belowYen: amount.exactOptional(),
  valueYen: amount,
  page,
  ...sourced,
})

export const normAnswers = z.strictObject({
  id: entityId,
  profile,
  row,
  beds,
  revenues: z.array(entityId).min(1),
  counts: z.array(count).exactOptional(),
  respondents: count.exactOptional(),
  meanThousandYen: amount.exactOptional(),
  page,
  ...sourced,
})

export const normFigures = z.strictObject({
  id: entityId,
  profile,
  row,
  meanThousandYen: amount,
  needMinimumThousandYen: amount,
  needSufficientThousandYen: amount,
  gapMinimumThousandYen: z.int(),
  gapSufficientThousandYen: z.int(),
  aidMinimumManYen: amount,
  aidSufficientManYen: amount,
  page,
  aidPage: page,
  ...sourced,
})

export const normProfile = z.strictObject({
  id: profile,
  name: text,
  gapRule: z.enum(['displayed', 'exact']),
  itRate: entityId,
  minimumRate: entityId,
  sufficientRate: entityId,
  note: text,
  ...sourced,
})

export const normSlip = z.strictObject({ id: entityId, order, where: text, page, printed: text, recomputed: text, note: text, ...sourced })

const quoteLine = z.strictObject({
  id: entityId,
  title: text,
  minYen: amount,
  maxYen: amount,
  openUpper: z.boolean(),
  unit: z.enum(['month', 'year', 'once', 'visit', 'terminalMonth']),
  terminalsFrom: count.exactOptional(),
  terminalsTo: count.exactOptional(),
  tariffToTerminals: count.exactOptional(),
  taxIncluded: z.enum(['yes', 'no', 'unknown']),
  covers: z.array(entityId),
  validUntil: calendarDate.exactOptional(),
  confidence,
})

export const quoteSource = z.strictObject({
  id: z.string().regex(/^[A-Z]$/),
  name: text,
  dated: roughDate,
  terminals: z.int().positive(),
  lines: z.array(quoteLine).min(1),
  printed: z.strictObject({ minYen: amount, maxYen: amount, text }),
  note: text,
  page,
  ...sourced,
})

export const lossHead = z.strictObject({ id: entityId, order, name: text, holds: text, ...sourced })

export const protection = z.strictObject({ id: entityId, order, name: text, controls: z.array(entityId).min(1), ...sourced })

export const protectionPlace = z.strictObject({
  id: entityId,
  order,
  name: text,
  building: text,
  protections: z.array(entityId).min(1),
  page,
  ...sourced,
})

const founder = z.enum([
  ...(['national', 'local-government', 'public-body', 'social-insurance', 'public-interest', 'medical-corporation'] as const),
  ...(['individual', 'medical-association', 'school', 'social-welfare', 'medical-coop', 'other'] as const),
])

const condition = z.union([
  z.strictObject({ by: z.literal('kind'), in: z.array(facilityKind).min(1), says: text }),
  z.strictObject({ by: z.literal('founder'), in: z.array(founder).min(1), says: text }),
  z.strictObject({ by: z.literal('founder'), notIn: z.array(founder).min(1), says: text }),
  z.strictObject({ by: z.literal('prefecture'), in: z.array(z.string().min(1)).min(1), says: text }),
  z.strictObject({ by: z.literal('beds'), min: count.exactOptional(), max: count.exactOptional(), says: text }),
  z.strictObject({ by: z.literal('terminals'), min: count, says: text }),
  z.strictObject({ by: z.literal('fact'), fact: entityId, says: text }),
  z.strictObject({ by: z.literal('asked'), says: text }),
])

const supportAmount = z.discriminatedUnion('by', [
  z.strictObject({
    by: z.literal('share'),
    numerator: z.int().positive(),
    denominator: z.int().positive(),
    floorYen: amount.exactOptional(),
    ceilingYen: amount.exactOptional(),
    otherCeilingsYen: z.array(amount).exactOptional(),
    years: z.int().positive().exactOptional(),
    says: text,
  }),
  z.strictObject({
    by: z.literal('points'),
    points: z.int().positive(),
    per: z.enum(['admission', 'first-visit', 'return-visit']),
    says: text,
  }),
  z.strictObject({
    by: z.literal('event'),
    yen: amount,
    perDay: z.literal(true).exactOptional(),
    ceilingYen: amount.exactOptional(),
    says: text,
  }),
  z.strictObject({ by: z.literal('price'), monthYen: amount.exactOptional(), terminalMonthYen: amount.exactOptional(), says: text }),
  z.strictObject({ by: z.literal('in-kind'), says: text }),
])

export const supportScheme = z.strictObject({
  id: entityId,
  name: text,
  payer: text,
  kind: z.enum(['subsidy', 'fee', 'grant', 'service']),
  bears: z.enum(['one-off', 'running', 'none']),
  conditions: z.array(condition),
  amounts: z.array(supportAmount).min(1),
  from: calendarDate.exactOptional(),
  until: calendarDate.exactOptional(),
  dated: roughDate,
  papers: z.array(text),
  serves: z.array(entityId),
  alone: z.literal(true).exactOptional(),
  note: text,
  ...sourced,
})
