import { describe, expect, test } from 'vitest'
import { readChoiceModel } from './choice-model.ts'
import { expectedEvents, readLossModel } from './loss-model.ts'
import type { ModelRead } from './problem.ts'

const scenario = { id: 'a', frequency: { poisson: 0.1 }, loss: { constant: 1 } }
const loss = (changes: object) => readLossModel({ dependence: 'independent', scenarios: [{ ...scenario, ...changes }] })
const measure = { id: 'm', costYen: 10, effects: { a: 0.5 } }
const plan = (changes: object, others: readonly object[] = []) =>
  readChoiceModel({ scenarios: [{ id: 'a', lossYen: 100 }], measures: [{ ...measure, ...changes }, ...others] })

function refused(read: ModelRead<unknown>) {
  return read.kind === 'refused' ? read.problems.map(({ code, place }) => [code, place]) : [read.kind]
}

function warned(read: ModelRead<unknown>) {
  return read.kind === 'read' ? read.warnings.map(({ code, place }) => [code, place]) : [read.kind]
}

describe('a model of losses', () => {
  test('is read with its frequencies, distributions and heads', () => {
    const heads = { cost: { pert: [1, 2, 3] }, profit: { lognormal90: [1, 10] } }
    const read = readLossModel({
      dependence: { commonCause: 0.3 },
      scenarios: [{ id: 'a', name: 'A', frequency: { poisson: 2 }, loss: { heads } }],
    })
    expect(read).toMatchObject({
      kind: 'read',
      warnings: [],
      model: {
        dependence: { kind: 'commonCause', share: 0.3 },
        scenarios: [
          {
            frequency: { kind: 'poisson', perYear: 2 },
            losses: [
              { head: 'cost', loss: { kind: 'pert', min: 1, mode: 2, max: 3 } },
              { head: 'profit', loss: { kind: 'lognormal90', low: 1, high: 10 } },
            ],
          },
        ],
      },
    })
  })

  test.each([
    ['is a list', [], 'money/wrong-kind', ''],
    ['has no scenarios', { dependence: 'independent', scenarios: [] }, 'money/no-scenarios', 'scenarios'],
    ['holds nothing at all', {}, 'money/no-scenarios', 'scenarios'],
    ['is nested without end', JSON.parse('['.repeat(100_000) + ']'.repeat(100_000)), 'money/wrong-kind', ''],
    ['has scenarios that are no list', { dependence: 'independent', scenarios: {} }, 'money/wrong-kind', 'scenarios'],
    ['has too many', { dependence: 'independent', scenarios: Array.from({ length: 1001 }, () => scenario) }, 'money/too-many', 'scenarios'],
    ['hangs together in no known way', { dependence: 'shared', scenarios: [scenario] }, 'money/wrong-kind', 'dependence'],
    [
      'has a share of common causes above 1',
      { dependence: { commonCause: 2 }, scenarios: [scenario] },
      'money/not-a-share',
      'dependence.commonCause',
    ],
    [
      'joins single events a year',
      { dependence: { oneFactor: 1 }, scenarios: [{ ...scenario, frequency: { bernoulli: 0.1 } }] },
      'money/poisson-needed',
      'scenarios[0].frequency',
    ],
    ['names an id twice', { dependence: 'independent', scenarios: [scenario, scenario] }, 'money/repeated-id', 'scenarios[1].id'],
  ])('that %s is refused at its place', (_what, value, code, place) => {
    expect(refused(readLossModel(value))).toEqual([[code, place]])
  })

  test.each([
    [{ id: '' }, 'money/wrong-kind', 'id'],
    [{ frequency: undefined }, 'money/wrong-kind', 'frequency'],
    [{ frequency: { poisson: 1, bernoulli: 1 } }, 'money/wrong-kind', 'frequency'],
    [{ frequency: { poisson: -1 } }, 'money/negative', 'frequency.poisson'],
    [{ frequency: { poisson: '0.1' } }, 'money/not-a-number', 'frequency.poisson'],
    [{ frequency: { poisson: Number.POSITIVE_INFINITY } }, 'money/not-a-number', 'frequency.poisson'],
    [{ frequency: { bernoulli: 1.5 } }, 'money/not-a-share', 'frequency.bernoulli'],
    [{ loss: { constant: Number.NaN } }, 'money/not-a-number', 'loss.constant'],
    [{ loss: { constant: -5 } }, 'money/negative', 'loss.constant'],
    [{ loss: { constant: 1e308 } }, 'money/too-large', 'loss.constant'],
    [{ loss: { lognormal90: [1, 1e308] } }, 'money/too-large', 'loss.lognormal90[1]'],
    [{ id: 'a\u001b[31m' }, 'money/wrong-kind', 'id'],
    [{ loss: { lognormal90: [10, 5] } }, 'money/impossible-range', 'loss.lognormal90'],
    [{ loss: { lognormal90: [0, 5] } }, 'money/impossible-range', 'loss.lognormal90'],
    [{ loss: { pert: [1, 5, 4] } }, 'money/impossible-range', 'loss.pert'],
    [{ loss: { pert: [1, 5] } }, 'money/wrong-kind', 'loss.pert'],
    [{ loss: { uniform: [null, 5] } }, 'money/not-a-number', 'loss.uniform[0]'],
    [{ loss: { triangle: [1, 2, 3] } }, 'money/wrong-kind', 'loss'],
    [{ loss: { heads: {} } }, 'money/wrong-kind', 'loss.heads'],
    [{ loss: { heads: { cost: { constant: -1 } } } }, 'money/negative', 'loss.heads.cost.constant'],
  ])('%j is refused at its place', (changes, code, place) => {
    expect(refused(loss(changes))).toEqual([[code, `scenarios[0].${place}`]])
  })

  test('everything that is wrong is told at once, and says what to do in both languages', () => {
    const read = readLossModel({ dependence: 'x', scenarios: [{ ...scenario, loss: { constant: -1 } }, { id: 'b' }] })
    if (read.kind !== 'refused') throw new Error('it is wrong')
    expect(read.problems.map(({ place }) => place)).toEqual([
      'scenarios[0].loss.constant',
      'scenarios[1].frequency',
      'scenarios[1].loss',
      'dependence',
    ])
    expect(
      read.problems.every(({ message, action }) => message.ja !== '' && message.en !== '' && action.ja !== '' && action.en !== ''),
    ).toBe(true)
  })

  test('a tail that runs away, a field that is not used and a missing dependence are warned of', () => {
    expect(warned(loss({ loss: { lognormal90: [1, 1001] }, lamda: 3 }))).toEqual([
      ['money/unknown-field', 'scenarios[0].lamda'],
      ['money/heavy-tail', 'scenarios[0].loss.lognormal90'],
    ])
    expect(warned(readLossModel({ scenarios: [scenario] }))).toEqual([['money/no-dependence', 'dependence']])
    expect(warned(loss({ loss: { lognormal90: [1, 1000] } }))).toEqual([])
  })

  test('a tail of days is told in days, and a long figure is grouped', () => {
    const read = loss({ days: { lognormal90: [1, 100_000] }, perDay: { lognormal90: [1, 100_000] } })
    const [days, yen] = read.kind === 'read' ? read.warnings.map(({ message }) => message) : []
    expect([days?.ja, days?.en]).toEqual([expect.stringMatching(/平均は[\d,]+日/), expect.stringMatching(/is [\d,]+ days/)])
    expect([yen?.ja, yen?.en]).toEqual([expect.stringContaining('100,000倍'), expect.stringMatching(/is [\d,]+ yen/)])
  })

  test('the events of a run are known before it is run', () => {
    const read = readLossModel({
      dependence: 'independent',
      scenarios: [scenario, { ...scenario, id: 'b', frequency: { bernoulli: 0.5 } }],
    })
    expect(read.kind === 'read' && expectedEvents(read.model, 100)).toBe(60)
  })
})

describe('a model of measures', () => {
  test('is read with plain figures, ranges, one-off and yearly prices', () => {
    const read = plan({ costYen: undefined, oneOffYen: [5, 10], perYearYen: 3, effects: { a: [0.1, 0.3] } }, [
      { id: 'n', costYen: 1, effects: { a: [0.1, 0.2, 0.6] }, requires: ['m'], mandatory: true },
    ])
    if (read.kind !== 'read') throw new Error('it is sound')
    const [first, second] = read.model.measures
    expect(first).toMatchObject({
      oneOffYen: { minYen: 5, maxYen: 10 },
      perYearYen: { minYen: 3, maxYen: 3 },
      isMandatory: false,
      requires: [],
    })
    expect(first?.effects.get('a')).toEqual({ low: 0.1, best: 0.2, high: 0.3 })
    expect([second?.effects.get('a')?.best, second?.requires, second?.isMandatory]).toEqual([0.2, ['m'], true])
  })

  test.each([
    [{ costYen: -1 }, 'money/negative', 'measures[0].costYen'],
    [{ costYen: [10, 5] }, 'money/impossible-range', 'measures[0].costYen'],
    [{ costYen: undefined }, 'money/no-price', 'measures[0]'],
    [{ oneOffYen: 5 }, 'money/no-price', 'measures[0]'],
    [{ effects: { a: 1.2 } }, 'money/not-a-share', 'measures[0].effects.a'],
    [{ effects: { a: [0.5, 0.2] } }, 'money/impossible-range', 'measures[0].effects.a'],
    [{ effects: [] }, 'money/wrong-kind', 'measures[0].effects'],
    [{ effects: { b: 0.5 } }, 'money/unknown-scenario', 'measures[0].effects.b'],
    [{ requires: ['x'] }, 'money/unknown-measure', 'measures[0].requires[0]'],
    [{ excludes: ['x'] }, 'money/unknown-measure', 'measures[0].excludes[0]'],
    [{ requires: 'x' }, 'money/wrong-kind', 'measures[0].requires'],
    [{ requires: ['m'] }, 'money/circle', 'measures[0].requires'],
    [{ excludes: ['m'] }, 'money/needs-what-it-excludes', 'measures[0]'],
    [{ costYen: 1e14 }, 'money/too-large', 'measures[0].costYen'],
    [{ mandatory: 'yes' }, 'money/wrong-kind', 'measures[0].mandatory'],
  ])('%j is refused at its place', (changes, code, place) => {
    expect(refused(plan(changes))).toEqual([[code, place]])
  })

  test('a circle of prerequisites is told once, with the way round', () => {
    const read = plan({ requires: ['n'] }, [
      { id: 'n', costYen: 1, effects: {}, requires: ['o'] },
      { id: 'o', costYen: 1, effects: {}, requires: ['m'] },
      { id: 'p', costYen: 1, effects: {}, requires: ['m'] },
    ])
    expect(refused(read)).toEqual([['money/circle', 'measures[0].requires']])
    expect(read.kind === 'refused' && read.problems[0].message.en).toContain('m → n → o')
  })

  test('a measure that needs what it excludes is told', () => {
    expect(refused(plan({ requires: ['n'] }, [{ id: 'n', costYen: 1, effects: {}, excludes: ['m'] }]))).toEqual([
      ['money/needs-what-it-excludes', 'measures[0]'],
    ])
  })

  test('without any scenario is refused with the facts that help most', () => {
    const empty = readChoiceModel({ scenarios: [], measures: [measure] })
    expect(refused(empty)).toEqual([['money/no-scenarios', 'scenarios']])
    expect(refused(readChoiceModel({}))).toEqual([
      ['money/no-scenarios', 'scenarios'],
      ['money/wrong-kind', 'measures'],
    ])
  })

  test('a part of a yen is rounded up and told', () => {
    const read = plan({ costYen: 10.2 })
    expect([warned(read), read.kind === 'read' && read.model.measures[0]?.oneOffYen.maxYen]).toEqual([
      [['money/rounded-up', 'measures[0].costYen']],
      11,
    ])
  })

  test('an object whose fields are those of every object has none of them', () => {
    expect(refused(plan({ effects: JSON.parse('{"__proto__": 0.5, "constructor": 0.5}') }))).toEqual([
      ['money/unknown-scenario', 'measures[0].effects.__proto__'],
      ['money/unknown-scenario', 'measures[0].effects.constructor'],
    ])
  })
})
