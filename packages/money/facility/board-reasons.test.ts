import { loadCatalogue } from '@mimamori/catalog'
import { analyse, date, derivations, makeRuleSet, type Slices, type World } from '@mimamori/domain'
import { a, aPicture, ids, inputs } from '@mimamori/testing/rules'
import { expect, test } from 'vitest'
import { exactYear } from '../loss/exact.ts'
import { boardReasons, decisionGroups } from './board-reasons.ts'
import { chartDays } from './chart-days.ts'
import { plannedChanges } from './damage.ts'
import { lossModelOf } from './models.ts'

const catalogue = loadCatalogue()
const hospital = a.facility({ kind: 'hospital', beds: 180, usesSystems: 'yes' })

function worldOf(some: Partial<Slices> = {}): World {
  const picture = aPicture({ facility: [hospital], ...some })
  return analyse(makeRuleSet([], derivations, inputs), { picture, catalogue, asOf: date('2026-11-20') }).world
}

const world = worldOf()
const planned = ['plan:backup-detached', 'plan:two-factor', 'plan:edr']
const meanOf = (of: World, measures: readonly string[] = []) => exactYear(lossModelOf(of), plannedChanges(of, measures)).meanYen

test('the lines of the scenarios add up to the mean of the year, as things are and with the plan', () => {
  const { scenarios } = boardReasons(world, planned)
  const sum = (when: 'now' | 'planned') => scenarios.reduce((all, one) => all + one[when].perYearYen, 0)
  expect([sum('now') / meanOf(world), sum('planned') / meanOf(world, planned)]).toEqual([expect.closeTo(1, 7), expect.closeTo(1, 7)])
  for (const { now } of scenarios) expect(now.eventsPerYear * now.perEventYen).toBeCloseTo(now.perYearYen, 3)
})

test('exactly those assumptions are named for a figure which would change it', () => {
  const { assumptions } = boardReasons(world, planned)
  const daysOf = (of: World) => chartDays(lossModelOf(of), plannedChanges(of, []), of)?.mean
  for (const { id, value } of world.lossAssumptions) {
    const other = worldOf({ lossInputs: [a.lossInput({ id: ids.lossInput('li:1'), parameter: id, best: value.best * 0.9 })] })
    const figures = assumptions.get(id) ?? []
    expect([id, figures.includes('mean')]).toEqual([id, meanOf(other) !== meanOf(world)])
    expect([id, figures.includes('days')]).toEqual([id, daysOf(other) !== daysOf(world)])
  }
})

test('of the controls only those that stand or are planned are named, with the share that each takes', () => {
  const none = boardReasons(world, [])
  expect(none.effects).toEqual([])
  const { effects } = boardReasons(world, ['plan:edr'])
  expect([...new Set(effects.map(({ control, isPlanned }) => `${control} ${isPlanned}`))]).toEqual(['control:edr true'])
  for (const { share, scenarios } of effects) {
    expect(share.low <= share.best && share.best <= share.high && share.best > 0).toBe(true)
    expect(scenarios.length).toBeGreaterThan(0)
  }
})

test('what was approved is not asked for again', () => {
  const line = (id: string, isMandatory: boolean, isApproved: boolean) => ({ id, isMandatory, isApproved })
  const lines = [line('a', true, true), line('b', true, false), line('c', false, false), line('d', false, true), line('e', false, false)]
  expect(decisionGroups(lines).map((group) => group.map(({ id }) => id))).toEqual([['b'], ['c'], ['e']])
})
