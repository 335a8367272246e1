import { loadCatalogue } from '@mimamori/catalog'
import { analyse, type ControlStatement, date, derivations, ifOtherwise, makeRuleSet, shiftsBetween, type World } from '@mimamori/domain'
import { a, aPicture, ids, inputs } from '@mimamori/testing/rules'
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { comparisonWith, planShift } from './comparison.ts'
import { damageOf, plannedChanges } from './damage.ts'
import { changesOf, putsOf } from './models.ts'
import { worldIf } from './what-if.ts'

const catalogue = loadCatalogue()
const controls = catalogue.reference.controlTypes.map(({ id }) => id)
const states = ['in-place', 'partly', 'no', 'not-applicable'] as const

/** A hospital of which somebody has said how some controls stand. */
function worldOf(said: readonly (readonly [string, ControlStatement['state']])[]): World {
  const picture = aPicture({
    facility: [a.facility({ kind: 'hospital', beds: 180, usesSystems: 'yes' })],
    controls: said.flatMap(([control, state]) =>
      (['facility', 'vendor'] as const).map((party) =>
        a.control({ id: ids.control(`cs:${control.slice(8)}-${party}`), control, party, state }),
      ),
    ),
  })
  return analyse(makeRuleSet([], derivations, inputs), { picture, catalogue, asOf: date('2026-11-20') }).world
}

const world = worldOf(controls.map((id, at) => [id, states[at % states.length] ?? 'no'] as const))
const offered = world.measuresHere.filter(({ state }) => state === 'offered').map(({ id }) => id)
const some = fc.subarray(controls, { maxLength: 8 })
const shuffled = fc.shuffledSubarray(controls, { maxLength: 8 })
const shuffledMeasures = fc.shuffledSubarray(offered, { maxLength: 8 })
const run = { years: 20_000, seed: 1, choice: { budgetYen: 1_500_000, years: 1 } }

describe('a world in which controls and measures stood otherwise', () => {
  test('with nothing named it is the same world, and a tick that is taken back leaves nothing behind', () => {
    expect(worldIf(world, {})).toBe(world)
    expect(worldIf(world, { measures: [], done: [], failed: [] })).toBe(world)
  })

  test('the order of ticks does not matter, and one after the other is as all at once', () => {
    fc.assert(
      fc.property(shuffledMeasures, shuffled, some, (measures, done, failed) => {
        const whole = worldIf(world, { measures, done, failed })
        expect(worldIf(world, { measures: measures.toReversed(), done: done.toReversed(), failed: failed.toReversed() })).toEqual(whole)
        const first = measures.reduce((one, id) => worldIf(one, { measures: [id] }), world)
        const then = done.reduceRight((one, id) => worldIf(one, { done: [id] }), first)
        expect(failed.reduce((one, id) => worldIf(one, { failed: [id] }), then)).toEqual(whole)
      }),
      { numRuns: 40 },
    )
  })

  test('controls that stand as they are taken for change no risk, no scenario and no measure', () => {
    const asTheyAre = (state: string) => world.controlStandings.flatMap((one) => (one.state === state ? [one.id] : []))
    const { controlStandings: _, ...same } = worldIf(world, { done: asTheyAre('in-place'), failed: asTheyAre('no') })
    const { controlStandings: __, ...now } = world
    expect(same).toEqual(now)
  })

  test('it is the world that is derived where somebody states the same of the controls', () => {
    fc.assert(
      fc.property(some, some, (done, failed) => {
        const isNamed = new Set([...done, ...failed])
        const base = worldOf([])
        // What nothing but a statement tells of, so that the statement alone decides.
        const free = base.controlStandings.flatMap(({ id, signs }) => (signs.length === 0 ? [id] : [])).filter((id) => isNamed.has(id))
        const taken = { done: free.filter((id) => !failed.includes(id)), failed: free.filter((id) => failed.includes(id)) }
        const stated = worldOf([...taken.done.map((id) => [id, 'in-place'] as const), ...taken.failed.map((id) => [id, 'no'] as const)])
        const tried = worldIf(base, taken)
        expect(tried.riskStates).toEqual(stated.riskStates)
        expect(tried.damageScenarios).toEqual(stated.damageScenarios)
        const standings = (one: World) => one.measuresHere.map(({ grounds: _, ...rest }) => rest)
        expect(standings(tried)).toEqual(standings(stated))
      }),
      { numRuns: 15 },
    )
  })

  test('ticked measures leave of every scenario what the plan leaves of it, and of the matrix what their controls would', () => {
    fc.assert(
      fc.property(shuffledMeasures, (measures) => {
        const then = worldIf(world, { measures })
        expect(changesOf(then.damageScenarios)).toEqual(plannedChanges(world, measures))
        const { closed, opened, others } = shiftsBetween(world.riskStates, then.riskStates)
        const changed = ifOtherwise(world, { done: [...putsOf(world, measures)] })
        expect([...closed, ...opened, ...others].map(({ id }) => id).toSorted()).toEqual(changed.map(({ id }) => id).toSorted())
        expect(opened).toEqual([])
      }),
      { numRuns: 40 },
    )
  })

  test('a measure that is done is offered no more, and one whose control fails is offered again', () => {
    const [id = ''] = offered
    const stateOf = (one: World) => one.measuresHere.find((measure) => measure.id === id)?.state
    const puts = [...putsOf(world, [id])]
    const done = worldIf(world, { measures: [id] })
    expect([stateOf(world), stateOf(done), stateOf(worldIf(done, { failed: puts }))]).toEqual(['offered', 'here', 'offered'])
  })
})

describe('two worlds held against each other', () => {
  test('the same world differs in nothing, and a tick that is taken back gives the figures from before to the last digit', () => {
    const comparison = comparisonWith(world, run)
    const { before, after } = comparison.loss(world)
    expect(after).toEqual(before)
    comparison.loss(worldIf(world, { measures: offered }))
    comparison.loss(worldIf(world, { failed: controls }))
    expect(comparison.loss({ ...world }).after).toEqual(before)
    const plans = comparison.plan({ ...world })
    expect(plans.after).toEqual(plans.before)
  })

  test('ticks give the figures of the page of costs', () => {
    const { before, after } = comparisonWith(world, run).loss(worldIf(world, { measures: offered }))
    const damage = damageOf(world, { years: run.years, seed: run.seed, planned: offered })
    expect([before, after]).toEqual([damage.before, damage.after])
  })

  test('what is done already drops out of the best choice, and the money buys what else it can', () => {
    const comparison = comparisonWith(world, run)
    const best = comparison.plan(world).before
    const first = best.kind === 'plan' ? best.plan.chosen[0]?.measure : undefined
    const shift = planShift(comparison.plan(worldIf(world, { measures: first === undefined ? [] : [first] })))
    expect(shift?.drops).toContain(first)
    expect(shift?.lossYen.after).toBeLessThanOrEqual(shift?.lossYen.before ?? 0)
    expect(planShift(comparison.plan(world))).toMatchObject({ adds: [], drops: [] })
  })

  test('no choice is held against another where one of the two has none under the budget', () => {
    const tooSmall = { kind: 'budget-too-small', mandatory: [], approved: [], firstYen: 2, missingYen: 1 } as const
    const { before } = comparisonWith(world, run).plan(world)
    expect([planShift({ before, after: tooSmall }), planShift({ before: tooSmall, after: before })]).toEqual([undefined, undefined])
  })
})
