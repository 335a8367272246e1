import { a, aPicture, aReference, check, expectFindings, ids, inputs } from '@mimamori/testing/rules'
import { describe, expect, test } from 'vitest'
import { derivations } from '../all.ts'
import { analyse } from '../analyse.ts'
import { date } from '../calendar.ts'
import type { Slices } from '../picture.ts'
import { byId } from '../picture.ts'
import { makeRuleSet } from '../rule.ts'
import { decisionEnds } from './decision-ends.ts'
import { decisionUnsigned } from './decision-unsigned.ts'
import { ifDone, ifFailed, ifOtherwise } from './if-failed.ts'
import { lacksOf, standingOfDecision } from './in-force.ts'
import { matrixOf } from './matrix.ts'
import { riskOpen } from './open.ts'
import { riskFactIds } from './risk-facts.ts'
import { standInEnds } from './stand-in-ends.ts'
import { riskUnknown } from './unknown.ts'

const set = makeRuleSet([], derivations, inputs)
const reference = aReference({
  items: ['mfa', 'pw'].map((topic, at) => a.item({ id: ids.item(`r7:2-0${at}`), topic, number: topic, owners: ['facility', 'vendor'] })),
})
const used = { facility: [a.facility({ usesSystems: 'yes' })] }

function worldOf(slices: Partial<Slices>, asOf = date('2026-11-20')) {
  const input = { picture: aPicture({ ...used, ...slices }), catalogue: { version: 't', reference, rules: new Map() }, asOf }
  return analyse(set, input, undefined, { strict: true }).world
}

function stateOf(risk: string, slices: Partial<Slices>, asOf = date('2026-11-20')) {
  return byId(worldOf(slices, asOf).riskStates, risk)
}

test('every fact that is read from the picture has words, and all words are of such facts', () => {
  expect(reference.riskFactWords.map(({ id }) => id)).toEqual(riskFactIds)
})

test('a facility of which nothing is known has no open risk', () => {
  const states = new Set(worldOf({}).riskStates.map(({ state }) => state))
  expect(states.has('open')).toBe(false)
})

test('a facility that uses no system has no risk at all', () => {
  const { riskStates } = worldOf({ facility: [a.facility({ usesSystems: 'no' })] })
  expect(new Set(riskStates.map(({ state }) => state))).toEqual(new Set(['not-applicable']))
})

test('a detached backup counts for the system whose data it keeps, and for no other', () => {
  const of = (system: string, way: 'detached-media' | 'connected-device' | 'cloud') =>
    a.backup({ id: ids.backup(`b:${system}-${way}`), system: ids.system(system), way })
  const value = (...backups: Slices['backups']) => byId(worldOf({ backups }).riskFacts, 'fact:backup-detached')?.value
  const chart = [of('s:chart', 'connected-device'), of('s:chart', 'detached-media')]
  expect(value()).toBe(undefined)
  expect(value(...chart)).toBe('yes')
  expect(value(...chart, of('s:images', 'connected-device'))).toBe('partly')
  expect(value(...chart, of('s:images', 'cloud'))).toBe(undefined)
  expect(value(of('s:chart', 'connected-device'), of('s:images', 'cloud'))).toBe('no')
})

describe('a control', () => {
  const vendor = ids.vendor('v:1')
  const control = 'control:remote-records'
  const standing = (controls: Slices['controls']) => byId(worldOf({ controls, vendors: [a.vendor()] }).controlStandings, control)
  const stated = (id: string, some: object) => a.control({ id: ids.control(id), control, ...some })

  test('is as strong as the weakest of those who must do it', () => {
    expect(standing([])?.state).toBe('unknown')
    expect(standing([stated('cs:1', {})])?.state).toBe('unknown')
    expect(standing([stated('cs:1', {}), stated('cs:2', { party: 'vendor', vendor })])?.state).toBe('in-place')
    expect(standing([stated('cs:1', {}), stated('cs:2', { party: 'vendor', state: 'partly' })])?.state).toBe('partly')
    expect(standing([stated('cs:1', { state: 'no' })])?.state).toBe('no')
  })

  test('counts no longer once its last day has passed, unless it was not there', () => {
    const until = date('2026-11-19')
    expect(standing([stated('cs:1', { until }), stated('cs:2', { party: 'vendor' })])?.state).toBe('unknown')
    expect(standing([stated('cs:1', { until, state: 'no' })])?.state).toBe('no')
  })

  test('is known from the register: a way in that asks for no second factor', () => {
    const bare = a.remotePath({ twoFactor: 'no' })
    expect(byId(worldOf({ remotePaths: [bare] }).controlStandings, 'control:ways-two-factor')?.state).toBe('no')
    const good = a.remotePath({ twoFactor: 'yes' })
    expect(byId(worldOf({ remotePaths: [good] }).controlStandings, 'control:ways-two-factor')?.state).toBe('in-place')
  })
})

describe('a part of a control', () => {
  const both = aReference({
    items: ['mgr', 'rule'].map((topic, at) => a.item({ id: ids.item(`r7:1-0${at}`), topic, number: topic, owners: ['facility'] })),
  })
  const manager = a.person({
    ...{ roles: ['safety-manager', 'head'], securityHoursPerWeek: 2, securityAuthority: 'yes', securityTrainedOn: date('2026-06-01') },
  } as const)
  const policy = a.securityPolicy({ signedBy: manager.id, signedOn: date('2026-04-10') })
  const rows = both.items.map(({ id }, at) => a.answer({ id: ids.answer(`a:${at}`), item: id, answer: 'yes' }))
  const seats = (id: string, slices: Partial<Slices>) => {
    const picture = aPicture({ ...used, sheets: [a.ownSheet()], answers: rows, people: [manager], ...slices })
    const catalogue = { version: 't', reference: both, rules: new Map() }
    const { world } = analyse(set, { picture, catalogue, asOf: date('2026-11-20') }, undefined, { strict: true })
    return byId(world.controlStandings, id)?.seats.map(({ party, state }) => `${party} ${state}`)
  }

  test('that is there takes nothing from what the checklist says, and shows nothing by itself', () => {
    expect(seats('control:policy', { securityPolicies: [policy] })).toEqual(['facility in-place'])
    expect(seats('control:policy', { securityPolicies: [policy], answers: [] })).toEqual(['facility unknown'])
    expect(seats('control:manager', {})).toEqual(['facility in-place', 'vendor unknown'])
    expect(seats('control:manager', { answers: [] })).toEqual(['facility unknown', 'vendor unknown'])
  })

  test('that is not there leaves the control partly done, by the facility and by nobody else', () => {
    expect(seats('control:policy', { securityPolicies: [{ ...policy, fiscalYear: 2025 }] })).toEqual(['facility partly'])
    expect(seats('control:manager', { people: [{ ...manager, securityAuthority: 'no' }] })).toEqual(['facility partly', 'vendor unknown'])
  })

  test('of which nobody has said anything leaves the control as it is', () => {
    expect(seats('control:policy', {})).toEqual(['facility in-place'])
    expect(seats('control:manager', { people: [a.person({ roles: ['safety-manager'] })] })).toEqual(['facility in-place', 'vendor unknown'])
  })
})

describe('remote maintenance that a password alone opens', () => {
  const risk = 'risk:remote-password'
  const path = (alwaysOn: 'yes' | 'no') => ({
    remotePaths: [a.remotePath({ twoFactor: 'no', alwaysOn })],
    controls: [a.control({ control: 'control:source-limit', state: 'no' })],
  })

  test('is open while it is always on, and held while it is off when nobody uses it', () => {
    expect(stateOf(risk, path('yes'))).toMatchObject({ state: 'open', missing: ['control:ways-two-factor'], party: 'both' })
    expect(stateOf(risk, path('no'))).toMatchObject({
      state: 'stand-in',
      by: [{ control: 'control:ways-two-factor', by: 'control:ways-off', standIn: 'stand-in:ways-two-factor.ways-off' }],
    })
  })

  test('tells what would close it, what opens if that failed, and what is closed by doing it', () => {
    expect(stateOf(risk, path('yes'))?.wouldClose).toEqual([['control:ways-two-factor'], ['control:source-limit']])
    const world = worldOf(path('no'))
    expect(ifFailed(world, 'control:ways-off').map(({ id }) => id)).toContain(risk)
    expect(ifDone(worldOf(path('yes')), ['control:ways-two-factor']).map(({ id }) => id)).toContain(risk)
  })

  test('several controls are tried at once, and one that fails outweighs what was done', () => {
    const world = worldOf(path('yes'))
    const stateIf = (otherwise: Parameters<typeof ifOtherwise>[1]) => byId(ifOtherwise(world, otherwise), risk)?.state
    expect(stateIf({ done: ['control:ways-two-factor', 'control:ways-off'] })).toBe('covered')
    expect(stateIf({ done: ['control:ways-two-factor'], failed: ['control:ways-two-factor'] })).toBeUndefined()
    const { risks, riskStates, ...others } = world
    const slim = risks.map(({ scenario: _, refs: __, confidence: ___, ...core }) => core)
    expect(ifOtherwise({ ...others, riskStates, risks: slim }, { done: ['control:source-limit'] })).toEqual(
      ifOtherwise(world, { done: ['control:source-limit'] }),
    )
  })

  test('is told with what is missing, and not while both sides bear what is left of it', () => {
    const told = check(riskOpen, { ...used, ...path('yes') }).filter(({ subjects }) => subjects.includes(risk))
    expectFindings(told, [{ subjects: [risk], because: ['missing'], severity: 'medium' }])
    const decision = a.riskDecision({
      risk,
      residual: '年末まで残る',
      decidedOn: date('2026-11-01'),
      facilityBy: '院長',
      until: date('2026-12-31'),
    })
    const borne = { ...used, ...path('yes'), riskDecisions: [decision] }
    expect(stateOf(risk, borne)).toMatchObject({ state: 'open', borne: decision.id })
    expect(check(riskOpen, borne).filter(({ subjects }) => subjects.includes(risk))).toEqual([])
    expect(stateOf(risk, borne, date('2027-01-01'))).not.toHaveProperty('borne')
  })

  test('is not borne on the word of one side, nor without a last day', () => {
    const signed = { risk, residual: '残る', decidedOn: date('2026-11-01'), facilityBy: '院長', until: date('2026-12-31') }
    const { until: _, ...endless } = signed
    for (const decision of [a.riskDecision({ ...signed, vendor: ids.vendor('v:1') }), a.riskDecision(endless)])
      expect(stateOf(risk, { ...path('yes'), riskDecisions: [decision] })).not.toHaveProperty('borne')
  })
})

describe('agreements', () => {
  const decision = a.riskDecision({ vendor: ids.vendor('v:1'), residual: '残る', decidedOn: date('2026-11-01'), facilityBy: '院長' })

  test('that lack a signature or a last day say so', () => {
    expectFindings(check(decisionUnsigned, { riskDecisions: [decision] }), [
      { subjects: [decision.id, 'risk:label'], because: ['vendor', 'until'], parties: ['facility', 'vendor:v:1'] },
    ])
    const whole = { ...decision, vendorBy: '担当', until: date('2027-03-31') }
    expect(check(decisionUnsigned, { riskDecisions: [whole] })).toEqual([])
    expect(check(decisionUnsigned, { riskDecisions: [a.riskDecision()] })).toEqual([])
  })

  test('tell how far they are, and what they need before they count', () => {
    const standing = (some: object) => standingOfDecision(a.riskDecision(some), date('2026-11-20'))
    const whole = { ...decision, vendorBy: '担当', until: date('2027-03-31') }
    expect([standing({}), standing({ answer: 'はい' }), standing(decision)]).toEqual(['asked', 'answered', 'lacks'])
    expect([standing(whole), standing({ ...whole, until: date('2026-11-19') })]).toEqual(['borne', 'ended'])
    expect(lacksOf(decision)).toEqual(['until', 'vendorBy'])
    expect(lacksOf(whole)).toEqual([])
  })

  test('are looked at again a month before their last day and after it, while the risk is there', () => {
    const signed = { ...decision, vendorBy: '担当' }
    const said = (until: string) => check(decisionEnds, { ...used, riskDecisions: [{ ...signed, until: date(until) }] })
    expectFindings(said('2026-12-10'), [{ subjects: [decision.id, 'risk:label'], because: ['near'], severity: 'low', dueOn: '2026-12-10' }])
    expectFindings(said('2026-11-01'), [{ subjects: [decision.id, 'risk:label'], because: ['ended'], severity: 'medium' }])
    expect(said('2027-03-31')).toEqual([])
    const closed = { ...used, controls: [a.control()], riskDecisions: [{ ...signed, until: date('2026-12-10') }] }
    expect(check(decisionEnds, closed)).toEqual([])
  })
})

test('a stand-in that was stated for a time is looked at again a month before its end', () => {
  const labels = a.control({ state: 'no' })
  const factor = { control: 'control:two-factor', until: date('2026-12-01') }
  const both = (['facility', 'vendor'] as const).map((party) => a.control({ ...factor, id: ids.control(`cs:${party}`), party }))
  expectFindings(check(standInEnds, { ...used, controls: [labels, ...both] }), [
    { subjects: ['cs:facility'], because: ['ends'], dueOn: '2026-12-01' },
    { subjects: ['cs:vendor'], because: ['ends'], dueOn: '2026-12-01' },
  ])
})

test('what nobody has said is asked category by category, and what the checklist asks for is left to it', () => {
  const findings = check(riskUnknown, { ...used, items: reference.items, sheets: [a.ownSheet()] })
  expect(findings.length).toBeLessThanOrEqual(9)
  const asked = findings.flatMap(({ because }) =>
    because.flatMap(({ facts }) => facts.map((one) => ('none' in one ? one.none.is : one.id))),
  )
  expect(asked).toContain('control:no-labels')
  expect(asked).not.toContain('control:passwords')
})

test('the matrix has a row for every risk, the columns of both sides, and can be narrowed to one vendor', () => {
  const stated = a.control({ control: 'control:clock', party: 'vendor', vendor: ids.vendor('v:1') })
  const world = worldOf({ vendors: [a.vendor()], controls: [stated] })
  const rows = matrixOf(world)
  expect(rows.length).toBe(reference.risks.length)
  expect(rows.find(({ id }) => id === 'risk:clock')).toMatchObject({ facility: [], vendor: [{ id: 'control:clock', state: 'in-place' }] })
  expect(matrixOf(world, { vendor: 'v:2' }).map(({ id }) => id)).not.toContain('risk:clock')
  expect(matrixOf(world, { phase: 'end-of-contract' }).every(({ phases }) => phases.includes('end-of-contract'))).toBe(true)
})
