import * as z from 'zod'

const yen = z.number().int()
const share = z.number()
const warnings = z.array(z.object({ code: z.string(), place: z.string(), message: z.string() }))

/** `max`: the figure that is named; where `openUpper`, the source says "from" and it is no upper end. */
const priceAnswer = z.object({ min: yen, max: yen, openUpper: z.boolean() })

const thousandYen = z.number().int()

/** Whose folder it was, where it was one. */
const whose = { asOf: z.string().optional(), facility: z.object({ id: z.string(), name: z.string() }).optional() }
const daysAnswer = z.object({ mean: z.number(), p10: z.number(), p50: z.number(), p90: z.number() })
const sharesAnswer = z.object({ paidYen: z.number().int(), openYen: z.number().int() })
const spreadAnswer = z.object({ low: z.number(), best: z.number(), high: z.number() })

/** The three numbers of a facility, as it stands or with what is planned. */
const sideAnswer = z.object({
  meanYen: z.number().int(),
  /** With the margin alone in place of the revenue that is lost. */
  netMeanYen: z.number().int(),
  oneIn100Yen: z.number().int(),
  /** Days until the electronic chart is back; absent where nothing stops it. */
  chartDays: daysAnswer.optional(),
})

const damageAnswer = z.object({
  before: sideAnswer,
  after: sideAnswer,
  /** Measures that are planned or approved for the year. */
  planned: z.array(z.string()),
  measures: z.array(z.object({ id: z.string(), name: z.string(), aloneYen: z.number().int(), lastYen: z.number().int() })),
  revenueYen: z.number().int(),
  /** `class`: usual for its kind and beds. */
  revenueBy: z.enum(['own', 'class']),
  /** What a year that comes once in a hundred is, in months of revenue and of operating profit; null without a profit. */
  monthsOfRevenue: z.number().nullable(),
  monthsOfOperatingProfit: z.number().nullable(),
  perBedYen: z.number().int().nullable(),
  shareOfRevenue: share.nullable(),
  waitingMonthYen: z.number().int(),
  policies: z.array(
    z.object({
      id: z.string(),
      /** Insurer and product. */
      name: z.string(),
      inForce: z.boolean(),
      /** Controls that it asks for and that are not sure to be in place. */
      missing: z.array(z.object({ id: z.string(), name: z.string() })),
      untold: z.array(z.string()),
      perYear: sharesAnswer,
      oneIn100: sharesAnswer,
    }),
  ),
  /** What would tell most about the mean, and between which means it leaves it. */
  mostHelpful: z.array(
    z.object({
      kind: z.enum(['parameter', 'control', 'fact']),
      id: z.string(),
      name: z.string(),
      lowYen: z.number().int(),
      highYen: z.number().int(),
      swingYen: z.number().int(),
    }),
  ),
  assumptions: z.array(
    z.object({
      id: z.string(),
      name: z.string(),
      unit: z.string(),
      value: spreadAnswer,
      by: z.enum(['default', 'class', 'picture', 'stated']),
      why: z.string(),
      dated: z.string(),
      confidence: z.string(),
      sources: z.array(z.string()),
    }),
  ),
})
const threeValued = z.enum(['yes', 'no', 'unknown'])

/** What something costs, what schemes of support surely bear of it, and what is left as own money. */
const sideOfPlan = z.object({ costYen: z.number().int(), borneYen: z.number().int(), ownYen: z.number().int() })

/** The schemes that serve one line of a plan; in no sum but those that bear. */
const lineSupport = z.object({
  oneOff: sideOfPlan,
  perYear: sideOfPlan,
  schemes: z.array(
    z.object({
      id: z.string(),
      name: z.string(),
      /** `may`: something, once what is open is answered; `nothing`: it fits, but pays nothing of this line; `closed`: not on this day. */
      verdict: z.enum(['bears', 'may', 'nothing', 'closed', 'no', 'other']),
      side: z.enum(['one-off', 'running', 'none']),
      /** 0 unless it bears. */
      yen: z.number().int(),
      /** For so many years and no longer. */
      years: z.number().int().optional(),
      fits: threeValued,
      window: z.enum(['open', 'not-yet', 'ended', 'unknown']),
      from: z.string().nullable(),
      until: z.string().nullable(),
      /** Conditions that make it what it is: those that fail, or those that nobody knows. */
      deciding: z.array(z.string()),
      /** What else is open. */
      open: z.array(z.enum(['days', 'amount'])),
      amounts: z.array(z.string()),
      papers: z.array(z.string()),
      confidence: z.string(),
    }),
  ),
})
const level = z.enum(['minimum', 'sufficient'])

const facilityNeed = z.object({ needYen: yen, shortfallYen: yen.nullable() })

export const budgetNormAnswer = z.object({
  profile: z.enum(['final', 'interim']),
  /** Of every amount in `rows`, `sensitivity` and `path`; `facility` is in yen. */
  unit: z.literal('thousand-yen'),
  gapRule: z.enum(['displayed', 'exact']),
  aidRule: z.enum(['exact', 'published', 'floor100', 'sig2']),
  rates: z.array(
    z.object({
      id: z.string(),
      name: z.string(),
      share,
      dated: z.string(),
      range: z.tuple([share, share]).optional(),
      note: z.string().optional(),
      confidence: z.string(),
      sources: z.array(z.string()),
    }),
  ),
  rows: z.array(
    z.object({
      beds: z.string(),
      revenue: thousandYen,
      it: thousandYen,
      need15: thousandYen,
      need30: thousandYen,
      estimatedMean: thousandYen,
      /** Below 0: a shortage. Null: the printed mean leaves two values open. */
      gap15: thousandYen.nullable(),
      gap30: thousandYen.nullable(),
      /** 0: none is needed. Null: none is published for these choices. */
      aid15: thousandYen.nullable(),
      aid30: thousandYen.nullable(),
      /** Before anything is cut off. Null where only the printed mean is known. */
      exact: z.object({
        revenue: z.number(),
        it: z.number(),
        need15: z.number(),
        need30: z.number(),
        estimatedMean: z.number().nullable(),
        gap15: z.number().nullable(),
        gap30: z.number().nullable(),
      }),
      /** What the classes allow; the upper end is null where the open class was ticked. Null: the counts are not printed. */
      meanInterval: z.tuple([z.number(), z.number().nullable()]).nullable(),
      /** Mean of the shortages alone; null where the counts are not printed. */
      shortfallOnlyMean15: z.number().nullable(),
      shareBelowNeed15: share.nullable(),
      /** Whether the printed figures follow from the printed inputs. */
      reproduced: z.array(z.object({ figure: z.string(), printed: thousandYen, verdict: z.enum(['reproduced', 'consistent', 'differs']) })),
    }),
  ),
  sensitivity: z.array(
    z.object({
      rate: z.string(),
      share,
      rows: z.array(z.object({ beds: z.string(), gap15: thousandYen.nullable(), gap30: thousandYen.nullable() })),
    }),
  ),
  /** The sufficient level first, then the minimum. */
  path: z.array(
    z.object({
      beds: z.string(),
      years: z.array(z.object({ year: z.number().int(), level, need: thousandYen, aid: thousandYen.nullable() })),
    }),
  ),
  /** With `--beds` or `--revenue`. */
  facility: z
    .object({
      kind: z.enum(['own-revenue', 'bed-class', 'outside']),
      beds: z.number().int().optional(),
      row: z.string().optional(),
      revenueYen: yen.optional(),
      minimum: facilityNeed.optional(),
      sufficient: facilityNeed.optional(),
    })
    .optional(),
  slips: z.array(z.object({ where: z.string(), page: z.number().int(), printed: z.string(), recomputed: z.string(), note: z.string() })),
})

/** Schemes of support against a facility, where a folder was given. */
const supportAnswer = z.array(
  z.object({
    id: z.string(),
    name: z.string(),
    payer: z.string(),
    kind: z.enum(['subsidy', 'fee', 'grant', 'service']),
    bears: z.enum(['one-off', 'running', 'none']),
    fits: threeValued,
    window: z.enum(['open', 'not-yet', 'ended', 'unknown']),
    from: z.string().nullable(),
    until: z.string().nullable(),
    dated: z.string(),
    conditions: z.array(z.object({ text: z.string(), holds: threeValued })),
    amounts: z.array(z.string()),
    papers: z.array(z.string()),
    controls: z.array(z.string()),
    note: z.string(),
    confidence: z.string(),
  }),
)

export const quotesAnswer = z.object({
  sources: z.array(
    z.object({
      id: z.string(),
      name: z.string(),
      terminals: z.number().int(),
      lines: z.array(
        z.object({
          id: z.string(),
          title: z.string(),
          minYen: yen,
          maxYen: yen,
          openUpper: z.boolean(),
          unit: z.enum(['month', 'year', 'once', 'visit', 'terminalMonth']),
          taxIncluded: z.enum(['yes', 'no', 'unknown']),
          covers: z.array(z.string()),
        }),
      ),
      /** The first year as the source counts it: with what is paid once, and one visit. */
      perYear: priceAnswer,
      /** Of `perYear`, what is paid once or by the visit. */
      oneOff: priceAnswer,
      /** Of `perYear`, what comes back each year. */
      recurring: priceAnswer,
      /** Three years with one visit in each. */
      threeYears: priceAnswer,
      taxIncluded: z.enum(['yes', 'no', 'unknown', 'mixed']),
      /** Lines that were not quoted for so many terminals; not in the sums. */
      unpriced: z.array(z.string()),
      printed: z.object({ min: yen, max: yen, text: z.string() }),
      covered: z.array(z.string()),
      /** Of the eight protections, those that the quote does not bring. */
      holes: z.array(z.string()),
      note: z.string(),
      confidence: z.string(),
    }),
  ),
  protections: z.array(z.object({ id: z.string(), name: z.string() })),
  places: z.array(
    z.object({
      id: z.string(),
      name: z.string(),
      building: z.string(),
      protections: z.array(z.string()),
      /** By the id of the source. */
      open: z.record(z.string(), z.array(z.string())),
    }),
  ),
  support: supportAnswer.optional(),
})

export const lossAnswer = z.object({
  ...whose,
  years: z.number().int(),
  seed: z.number().int(),
  formulaVersion: z.string(),
  dependence: z.object({
    kind: z.enum(['independent', 'commonCause', 'oneFactor']),
    share: share.optional(),
    variation: z.number().optional(),
  }),
  /** Gross: before any policy, aid or settlement. Yen of one year. */
  annual: z.object({
    mean: yen,
    exactMean: yen,
    standardError: yen,
    /** The simulated mean is more than four standard errors off the exact one. */
    isMeanOff: z.boolean(),
    exactDeviation: yen,
    p10: yen,
    p50: yen,
    p90: yen,
    p95: yen,
    p99: yen,
    /** Mean of the worst hundredth of the years. */
    tailMean99: yen,
    probabilityAny: share,
    exactProbabilityAny: share,
  }),
  exceedance: z.array(z.object({ lossYen: yen, probability: share })),
  /** One year in `years` costs more than `lossYen`. */
  oneIn: z.array(z.object({ years: z.number().int(), lossYen: yen })),
  scenarios: z.array(
    z.object({
      id: z.string(),
      frequencyPerYear: z.number(),
      name: z.string().optional(),
      perEvent: z.object({ mean: yen, p10: yen.nullable(), p50: yen.nullable(), p90: yen.nullable() }),
      /** Of a scenario in which care stands still. */
      daysPerEvent: daysAnswer.optional(),
      annual: z.object({ mean: yen, exactMean: yen }),
    }),
  ),
  /** Exact mean of a year by head; `all` where a scenario names none. */
  heads: z.record(z.string(), yen),
  /** Real cases held against the defaults of their class; empty for a model file. */
  backTests: z.array(
    z.object({
      case: z.string(),
      name: z.string(),
      observedYen: yen,
      observedLowYen: yen,
      observedHighYen: yen,
      p10: yen,
      p50: yen,
      p90: yen,
      inside: z.boolean(),
      observedDays: z.number().optional(),
      days: z.object({ p10: z.number(), p90: z.number(), inside: z.boolean() }).optional(),
      tells: z.string(),
    }),
  ),
  /** Of a facility. */
  damage: damageAnswer.optional(),
  warnings,
})

export const planAnswer = z.object({
  ...whose,
  /** Of the measures that are named, where they are those of the catalogue. */
  names: z.record(z.string(), z.string()).optional(),
  budgetYen: yen,
  years: z.number().int(),
  mandatory: z.array(z.string()),
  /** Approved by the head and not mandatory, with what that needs: chosen first as well. */
  approved: z.array(z.string()),
  chosen: z.array(
    z.object({
      measure: z.string(),
      /** What is to be known of its price: no upper end, run out, tax not told, or the catalogue's. */
      priceMarks: z.array(z.string()).optional(),
      oneOffYen: yen,
      perYearYen: yen,
      minYen: yen,
      /** Over all years, at the highest price. */
      maxYen: yen,
      closes: z.array(z.string()),
      /** By what the remaining loss would rise without it. */
      reducesYen: yen,
      mandatory: z.boolean(),
      /** The head said yes to it. */
      approved: z.boolean(),
      /** Of a facility. */
      support: lineSupport.optional(),
    }),
  ),
  costYen: yen,
  /** Of a facility: what schemes surely bear of all that is chosen, and what is left as own money. */
  support: z.object({ oneOff: sideOfPlan, perYear: sideOfPlan }).optional(),
  /** Of one year, without any measure. */
  lossYen: yen,
  remainingLossYen: yen,
  frontier: z.array(z.object({ costYen: yen, remainingLossYen: yen, optimal: z.boolean() })),
  /** `bound`: no choice leaves less than this. */
  proof: z.union([z.object({ optimal: z.literal(true) }), z.object({ bound: yen, gap: share })]),
  /** Share of draws of prices and effects in which a measure is chosen. */
  stability: z.record(z.string(), share),
  /** 1 where the model has no ranges: then nothing was drawn. */
  stabilityDraws: z.number().int(),
  next100k: z.object({
    adds: z.array(z.string()),
    drops: z.array(z.string()),
    costYen: yen,
    remainingLossYen: yen,
    reducesYen: yen,
    optimal: z.boolean(),
  }),
  warnings,
})

export type BudgetNormAnswer = z.infer<typeof budgetNormAnswer>
export type QuotesAnswer = z.infer<typeof quotesAnswer>
export type SupportAnswer = z.infer<typeof supportAnswer>
export type LossAnswer = z.infer<typeof lossAnswer>
export type LineSupportAnswer = z.infer<typeof lineSupport>
export type PlanFileAnswer = z.infer<typeof planAnswer>
