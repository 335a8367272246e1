import {
  bedsOf,
  byId,
  type ControlType,
  type FacilityQuote,
  fiscalYearOf,
  having,
  isInPlan,
  isQuoteExpired,
  type Lang,
  likeCaseAmong,
  type MeasureHere,
  type PlanMeasure,
  priceOfQuote,
  type World,
} from '@mimamori/domain'
import {
  type BackTest,
  type BoardReasons,
  backTestRun,
  backTests,
  boardReasons,
  type Damage,
  damageOf,
  planLinesOf,
  planSupport,
  type SupportScheme,
  type SupportStanding,
  spreadInWords,
  supportHere,
  usualRun,
} from '@mimamori/money'
import type { AssumptionFacts, BackTestFacts, LikeCase, PlanFacts, PlannedMeasure, QuoteFacts } from './facts.ts'

export interface PlanRun {
  readonly world: World
  readonly lang: Lang
  /** Measures of the plan. */
  readonly planned: readonly string[]
  readonly damage: Damage
  readonly backTests: readonly BackTest[]
  /** Schemes of support against this facility on the day. */
  readonly support: readonly SupportStanding[]
}

/** What the papers say, from the same run as the screen. */
export function planFactsOf(run: PlanRun): PlanFacts {
  const { world, damage } = run
  const measures = plannedMeasures(run)
  const { isRevenueOwn, revenueYen } = damage
  const beds = bedsOf(world)
  const likeCase = likeCaseOf(world, beds)
  return {
    simulatedYears: damage.years,
    fiscalYear: world.facility[0]?.fiscalYear ?? fiscalYearOf(world.asOf),
    damage: damageFacts(run),
    measures,
    leftOut: leftOutOf(run),
    costYen: measures.reduce((sum, { price }) => sum + price.high, 0),
    ...(beds !== undefined && { beds }),
    ...(isRevenueOwn && { revenueYen }),
    ...(likeCase && { likeCase }),
    support: planSupport(
      planLinesOf(
        world,
        measures.map(({ id }) => id),
      ),
      run.support,
    ),
    ...reasonFacts(run),
    backTests: run.backTests.flatMap((test) => backTestFacts(world, test)),
  }
}

/** The same with a run of its own, for whoever makes one paper and nobody waits. */
export function simulatedPlan(world: World, { lang, planned, supportSchemes }: PlanAsked): PlanFacts {
  const { facility, riskFacts, asOf } = world
  const support = supportHere(supportSchemes, { facility: facility[0], riskFacts, asOf })
  const damage = damageOf(world, { ...usualRun, planned })
  return planFactsOf({ world, lang, planned, damage, backTests: backTests(world, backTestRun), support })
}

interface PlanAsked extends Pick<PlanRun, 'lang' | 'planned'> {
  readonly supportSchemes: readonly SupportScheme[]
}

const monthsPerYear = 12

function damageFacts({ damage, planned }: PlanRun): NonNullable<PlanFacts['damage']> {
  const { before, after, revenueYen, isRevenueOwn, widest } = damage
  const isPlanned = planned.length > 0
  const both = (of: (side: Damage['before']) => number) => ({ now: of(before), ...(isPlanned && { planned: of(after) }) })
  const days = isPlanned ? after.chartDays : before.chartDays
  return {
    mean: { ...both(({ meanYen }) => meanYen), low: widest?.lowYen ?? before.meanYen, high: widest?.highYen ?? before.meanYen },
    worst: {
      ...both(({ oneIn100Yen }) => oneIn100Yen),
      ...(isRevenueOwn && { months: both(({ oneIn100Yen }) => Math.round((oneIn100Yen / revenueYen) * monthsPerYear * 10) / 10) }),
    },
    ...(before.chartDays &&
      days && {
        days: { ...both(({ chartDays }) => Math.round(chartDays?.p50 ?? 0)), low: Math.round(days.p10), high: Math.round(days.p90) },
      }),
    curves: { now: before.curve, ...(isPlanned && { planned: after.curve }) },
  }
}

/** Mandatory ones first, then by what each takes away. */
function plannedMeasures({ world, planned, damage, lang }: PlanRun): readonly PlannedMeasure[] {
  const measures = planned.flatMap((id): readonly PlannedMeasure[] => {
    const [here, type] = [byId(world.measuresHere, id), byId(world.planMeasures, id)]
    return here && type ? [measureFacts(world, { here, type, takesYen: byId(damage.measures, id)?.lastYen ?? 0, lang })] : []
  })
  return measures.toSorted((a, b) => Number(b.isMandatory) - Number(a.isMandatory) || b.takesYen - a.takesYen || (a.id < b.id ? -1 : 1))
}

function leftOutOf({ world, planned, lang }: PlanRun): readonly string[] {
  return world.measuresHere.flatMap(({ id, isMandatory, state }) =>
    isMandatory && state === 'offered' && !planned.includes(id) ? (byId<PlanMeasure>(world.planMeasures, id)?.name[lang] ?? []) : [],
  )
}

interface Measured {
  readonly here: MeasureHere
  readonly type: PlanMeasure
  readonly takesYen: number
  readonly lang: Lang
}

function measureFacts(world: World, { here, type, takesYen, lang }: Measured): PlannedMeasure {
  const { oneOffYen, perYearYen } = here
  return {
    id: here.id,
    name: type.name[lang],
    without: type.without[lang],
    controls: here.puts.flatMap((id) => byId<ControlType>(world.controlTypes, id)?.name[lang] ?? []),
    isMandatory: here.isMandatory,
    isApproved: here.choice === 'approved',
    price: { low: oneOffYen.minYen + perYearYen.minYen, high: oneOffYen.maxYen + perYearYen.maxYen },
    onceYen: oneOffYen.maxYen,
    perYearYen: perYearYen.maxYen,
    takesYen,
    quotes: having(world.quotes, 'measure', here.id)
      .toSorted((a, b) => Number(b.id === here.quote) - Number(a.id === here.quote))
      .map((quote) => quoteFacts(world, quote)),
  }
}

/** What a quote comes to in the first year, with tax. */
function quoteFacts(world: World, quote: FacilityQuote): QuoteFacts {
  const { vendors, asOf } = world
  const { oneOffYen, perYearYen } = priceOfQuote(quote, world)
  const { vendor, from, openUpper, taxIncluded, validUntil } = quote
  return {
    from: byId(vendors, vendor)?.name ?? from ?? '',
    price: { low: oneOffYen.minYen + perYearYen.minYen, high: oneOffYen.maxYen + perYearYen.maxYen },
    isOpenUpper: openUpper === 'yes',
    isTaxUntold: taxIncluded === undefined,
    ...(validUntil !== undefined && { validUntil }),
    isExpired: isQuoteExpired(quote, asOf),
  }
}

function likeCaseOf({ backTestCases, facility: [own] }: World, beds: number | undefined): LikeCase | undefined {
  const nearest = likeCaseAmong(backTestCases, { kind: own?.kind, beds })
  return nearest && { name: nearest.name, tells: nearest.tells, confidence: nearest.confidence, sources: nearest.sources }
}

function reasonFacts(run: PlanRun): Pick<PlanFacts, 'assumptions' | 'reasons'> {
  const { world, damage, planned } = run
  const reasons = boardReasons(world, planned)
  return { assumptions: assumptionFacts(run, reasons), reasons: { ...namedReasons(run, reasons), ...runFacts(damage, planned) } }
}

function namedReasons({ world, damage: { widest }, lang }: PlanRun, { scenarios, effects }: BoardReasons) {
  const scenarioName = (id: string) => byId(world.lossScenarios, id)?.name[lang] ?? id
  const controlName = (id: string) => byId<ControlType>(world.controlTypes, id)?.name[lang] ?? id
  const open = widest && (byId(world.lossParameters, widest.id)?.name[lang] ?? byId(world.riskFactWords, widest.id)?.asks[lang])
  return {
    ...(widest && { widest: open ?? controlName(widest.id) }),
    scenarios: scenarios.map(({ id, ...one }) => ({ ...one, name: scenarioName(id) })),
    effects: effects.map((one) => ({ ...one, control: controlName(one.control), scenarios: one.scenarios.map(scenarioName) })),
  }
}

function runFacts({ before, after, seed, formulaVersion }: Damage, planned: readonly string[]) {
  return {
    ...{ seed, formulaVersion },
    oneIn: before.oneIn.map(({ years, lossYen }) => {
      const then = planned.length === 0 ? undefined : after.oneIn.find((one) => one.years === years)?.lossYen
      return { years, now: lossYen, ...(then !== undefined && { planned: then }) }
    }),
  }
}

function assumptionFacts({ world, lang }: PlanRun, reasons: BoardReasons): readonly AssumptionFacts[] {
  return world.lossParameters
    .toSorted((a, b) => a.order - b.order)
    .flatMap((parameter) => {
      const here = byId(world.lossAssumptions, parameter.id)
      if (!here) return []
      const { name, why, dated, confidence, sources } = parameter
      const figures = reasons.assumptions.get(parameter.id) ?? []
      return [{ name, value: spreadInWords(here.value, here.unit, lang), by: here.by, why, dated, confidence, sources, figures }]
    })
}

function backTestFacts({ backTestCases }: World, test: BackTest): readonly BackTestFacts[] {
  const one = byId(backTestCases, test.case)
  if (!one) return []
  const { p10, p90, inside, observedDays, days } = test
  return [
    {
      ...{ name: one.name, observed: one.observedYen, reckoned: { low: p10, high: p90 }, isInside: inside },
      ...(observedDays !== undefined &&
        days && { days: { observed: observedDays, low: Math.round(days.p10), high: Math.round(days.p90), isInside: days.inside } }),
    },
  ]
}

/** The plan of the year as it is ticked. */
export function plannedMeasuresOf({ measuresHere }: Pick<World, 'measuresHere'>): readonly string[] {
  return measuresHere.flatMap((here) => (isInPlan(here, here) ? [here.id] : []))
}
