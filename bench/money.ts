import {
  type ChoiceModel,
  drawsOf,
  exactYear,
  type LossModel,
  noChanges,
  planUnder,
  runLoss,
  type Searched,
  searchChoice,
  simulateLoss,
} from '@mimamori/money'
import { measure } from './measure.ts'
import { generatedChoice, generatedLoss } from './money-models.ts'
import { figureRow, heading, type Row, step, timeRow } from './rows.ts'

const years = 1_000_000

/** Simulated years of loss, a change of them, and the choice of measures under a budget. */
export function* benchMoney(): Generator<Row> {
  for (const dependence of ['independent', 'commonCause', 'oneFactor'] as const) yield* lossRows(generatedLoss(dependence))
  yield* choiceRows({ measures: 25, scenarios: 15 }, { bar: undefined })
  yield* choiceRows({ measures: 40, scenarios: 30 }, { bar: 2000 })
}

function* lossRows(model: LossModel): Generator<Row> {
  step(`a million years, ${model.dependence.kind}`)
  const events = model.scenarios.reduce(
    (sum, { frequency }) => sum + (frequency.kind === 'poisson' ? frequency.perYear : frequency.probability),
    0,
  )
  yield heading(`loss: ${years} years, ${model.scenarios.length} scenarios, ${events.toFixed(2)} events a year, ${model.dependence.kind}`)
  const isPlain = model.dependence.kind === 'independent'
  const whole = measure(
    5,
    (round) => round,
    (seed) => simulateLoss(model, { years, seed }),
  )
  yield timeRow('all from nothing', whole, isPlain ? { bar: { median: 500 } } : {})
  const draws = drawsOf(model, { years, seed: 1 })
  runLoss(draws)
  const again = measure(
    9,
    (round) => new Map([[model.scenarios[round % model.scenarios.length]?.id ?? '', { frequency: 0.5 + round / 50, loss: 0.8 }]]),
    (changes) => runLoss(draws, changes),
  )
  yield timeRow('after one change of frequency and effect', again, { bar: { median: 100 } })
  const exact = exactYear(model, noChanges)
  const off = Math.max(
    ...[1, 2, 3].map((seed) => {
      const { annual } = simulateLoss(model, { years, seed })
      return Math.abs(annual.mean - exact.meanYen) / Math.sqrt(exact.varianceYen / years)
    }),
  )
  yield figureRow('simulated mean off the exact one, three seeds, worst', off, { unit: 'standard errors', digits: 2, bar: { most: 4 } })
}

interface Size {
  readonly measures: number
  readonly scenarios: number
}

const shares = [0.1, 0.2, 0.3, 0.5]

/** Every kind of effects under every budget; the bar is for the slowest of all. */
function* choiceRows(size: Size, { bar }: { readonly bar: number | undefined }): Generator<Row> {
  const cases = (['sparse', 'dense', 'overlapping'] as const).flatMap((kind) =>
    [0, 1, 2, 3].flatMap((seed) => shares.map((share) => ({ model: generatedChoice(size, { kind, seed }), share }))),
  )
  step(`${cases.length} choices of ${size.measures} measures`)
  const found = cases.map(({ model, share }) => timed(model, share))
  const slowest = Math.max(...found.map(({ ms }) => ms))
  const unproven = found.filter(({ searched }) => !searched?.isProven)
  const gap = Math.max(
    0,
    ...found.map(({ searched }) => (searched && searched.remainingYen > 0 ? 1 - searched.leastYen / searched.remainingYen : 0)),
  )
  yield heading(`choice: ${cases.length} models of ${size.measures} measures and ${size.scenarios} scenarios`)
  yield figureRow('the slowest of them', slowest, { unit: 'ms', digits: 1, ...(bar !== undefined && { bar: { most: bar } }) })
  yield figureRow('most nodes', Math.max(...found.map(({ searched }) => searched?.nodes ?? 0)), { unit: '' })
  yield figureRow('not proven', unproven.length, { unit: '', ...(size.measures <= 25 && { bar: { most: 0 } }) })
  yield figureRow('largest gap', gap * 100, { unit: '%', digits: 3, bar: { most: 1 } })
  const [first] = cases
  if (!first) return
  const budgetYen = budgetOf(first.model, 0.3)
  yield timeRow(
    'a whole plan: choice, frontier, next step',
    measure(
      3,
      () => budgetYen,
      (budget) => planUnder(first.model, { budgetYen: budget, years: 1 }),
    ),
    bar === undefined ? {} : { bar: { median: bar } },
  )
}

function budgetOf({ measures }: ChoiceModel, share: number): number {
  return Math.floor(measures.reduce((sum, { oneOffYen }) => sum + oneOffYen.maxYen, 0) * share)
}

function timed(model: ChoiceModel, share: number): { readonly ms: number; readonly searched: Searched | undefined } {
  const begun = performance.now()
  const searched = searchChoice(model, { budgetYen: budgetOf(model, share), years: 1 })
  return { ms: performance.now() - begun, searched }
}
