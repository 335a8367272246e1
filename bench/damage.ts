import { join } from 'node:path'
import { loadCatalogue } from '@mimamori/catalog'
import { assess, date, ruleSetFor, shiftsBetween, type World, withOwnSheet } from '@mimamori/domain'
import { readFolder } from '@mimamori/formats'
import {
  changesOf,
  choiceModelOf,
  comparisonWith,
  damageFrom,
  drawsOf,
  lossModelOf,
  plannedChanges,
  planOf,
  planUnder,
  runLoss,
  worldIf,
} from '@mimamori/money'
import { measure } from './measure.ts'
import { figureRow, heading, type Row, step, timeRow } from './rows.ts'

const asOf = date('2026-11-20')
const years = 1_000_000
const budgetYen = 1_500_000

/** Damage and plan of the example hospital, from its folder: a million years, one tick, the choice for 1.5 million yen. */
export async function* benchDamage(): AsyncGenerator<Row> {
  step('the example hospital is read and analysed')
  const catalogue = loadCatalogue()
  const read = await readFolder(join(import.meta.dirname, '../examples/hospital-180beds'), { asOf, items: catalogue.reference.items })
  const { picture } = withOwnSheet(read.picture, { reference: catalogue.reference, asOf })
  const { world } = assess(ruleSetFor(catalogue), { picture, catalogue, asOf }).analysis
  const model = lossModelOf(world)
  const now = changesOf(world.damageScenarios)
  yield heading(`damage of the example hospital: ${years} years, ${model.scenarios.length} scenarios, days of standstill`)
  const whole = measure(
    5,
    (seed) => drawsOf(model, { years, seed }),
    (draws) => runLoss(draws, now),
  )
  yield timeRow('all from nothing', whole, { bar: { median: 500 } })
  const draws = drawsOf(model, { years, seed: 1 })
  const before = runLoss(draws, now)
  const ticks = ['plan:ways-two-factor', 'plan:restore-test', 'plan:zones']
  const again = measure(
    9,
    (round) => ticks.slice(0, 1 + (round % ticks.length)),
    (planned) => runLoss(draws, plannedChanges(world, planned)),
  )
  yield timeRow('after one tick', again, { bar: { median: 100 } })
  const after = runLoss(draws, plannedChanges(world, ticks))
  const page = measure(
    9,
    () => ticks,
    (planned) => damageFrom(world, { planned, before, after }),
  )
  yield timeRow('the figures around them', page, { bar: { median: 100 } })
  const choice = choiceModelOf(world)
  yield heading(`plan of the example hospital: ${choice.measures.length} measures, ${choice.scenarios.length} parts of scenarios`)
  const plan = measure(
    5,
    () => choice,
    (each) => planUnder(each, { budgetYen, years: 1 }),
  )
  yield timeRow('choice, frontier and next step', plan, { bar: { median: 2000 } })
  const found = planOf(world, { budgetYen, years: 1, seed: 1, draws: 0 })
  yield* whatIfRows(world)
  yield figureRow('not proven', found.kind === 'plan' && found.plan.proof.isProven ? 0 : 1, { unit: '', bar: { most: 0 } })
}

/** 「もしも」 after one tick, as the page reckons it: matrix, loss, and the best choice searched anew. */
function* whatIfRows(world: World): Generator<Row> {
  const controls = ['control:ways-two-factor', 'control:two-factor', 'control:training']
  const tried = (round: number) => worldIf(world, { done: controls.slice(0, 1 + (round % controls.length)) })
  const comparison = comparisonWith(world, { years, seed: 1, choice: { budgetYen, years: 1 } })
  comparison.loss(world)
  comparison.plan(world)
  const matrix = measure(
    9,
    (round) => round,
    (round) => shiftsBetween(world.riskStates, tried(round).riskStates),
  )
  yield timeRow('what if: the matrix', matrix, { bar: { median: 100 } })
  yield timeRow('what if: the loss', measure(9, tried, comparison.loss), { bar: { median: 100 } })
  yield timeRow('what if: the best choice', measure(9, tried, comparison.plan), { bar: { median: 2000 } })
}
