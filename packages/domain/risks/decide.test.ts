import * as fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { decidingSet, setsThatClose } from './closing.ts'
import { caseOf, decide, decideUnknown, type Known } from './decide.ts'
import { largestMatching } from './matching.ts'
import type { ControlState, Risk, RiskStateWord, StandIn } from './types.ts'

const text = { ja: '', en: '' }
const all = ['a', 'b', 'c', 'd', 'e', 'f'] as const
const states: readonly ControlState[] = ['in-place', 'partly', 'no', 'not-applicable', 'unknown']
const values = ['yes', 'no', 'unknown'] as const
type Value = (typeof values)[number]

function risk(needed: readonly string[], entry: readonly string[] = []): Risk {
  return {
    id: 'risk:test',
    order: 1,
    group: 'group:test',
    phases: ['normal-operation'],
    name: text,
    scenario: text,
    entry,
    harms: 'care',
    controls: needed.map((control) => ({ control, role: 'prevent', needed: true })),
    refs: [],
    confidence: 'ours',
  }
}

function standIn(of: string, by: string, when?: string): StandIn {
  return { id: `${of}.${by}`, for: of, by, ...(when !== undefined && { when }), condition: text, limit: text, confidence: 'ours' }
}

function knowing(controls: Readonly<Record<string, ControlState>>, facts: Readonly<Record<string, Value>> = {}): Known {
  return { control: (id) => controls[id] ?? 'unknown', fact: (id) => facts[id] ?? 'unknown' }
}

const anyStandIns = fc
  .uniqueArray(fc.tuple(fc.constantFrom(...all), fc.constantFrom(...all), fc.option(fc.constantFrom('x', 'y'), { nil: undefined })), {
    maxLength: 7,
    selector: ([of, by]) => `${of}${by}`,
  })
  .map((edges) => edges.map(([of, by, when]) => standIn(of, by, when)))
const anyRisk = fc
  .tuple(fc.uniqueArray(fc.constantFrom(...all), { minLength: 1, maxLength: 3 }), fc.subarray(['y', 'z']))
  .map(([needed, entry]) => risk(needed, entry))
const anyControls = fc.record(Object.fromEntries(all.map((id) => [id, fc.constantFrom(...states)])))
const anyFacts = fc.record(Object.fromEntries(['x', 'y', 'z'].map((id) => [id, fc.constantFrom(...values)])))

/** Every way in which what is unknown can turn out. */
function completions(controls: Readonly<Record<string, ControlState>>, facts: Readonly<Record<string, Value>>): readonly Known[] {
  const open = [
    ...Object.keys(controls).filter((id) => controls[id] === 'unknown'),
    ...Object.keys(facts).filter((id) => facts[id] === 'unknown'),
  ]
  return Array.from({ length: 2 ** open.length }, (_, bits) => {
    const isGood = (id: string) => ((bits >> open.indexOf(id)) & 1) === 1
    const known = knowing(controls, facts)
    return {
      control: (id) => (known.control(id) === 'unknown' ? (isGood(id) ? 'in-place' : 'no') : known.control(id)),
      fact: (id) => (known.fact(id) === 'unknown' ? (isGood(id) ? 'yes' : 'no') : known.fact(id)),
    }
  })
}

/** 0 for closed, 1 for unknown, 2 for open. */
function looseness(state: RiskStateWord): number {
  if (state === 'open') return 2
  return state === 'unknown' ? 1 : 0
}

/** The most of these that can be paired, by trying everything. */
function mostPairs(wanting: readonly string[], offers: Readonly<Record<string, readonly string[]>>, taken: readonly string[] = []): number {
  const [first, ...rest] = wanting
  if (first === undefined) return 0
  const free = (offers[first] ?? []).filter((one) => !taken.includes(one))
  return Math.max(mostPairs(rest, offers, taken), ...free.map((one) => 1 + mostPairs(rest, offers, [...taken, one])))
}

describe('a risk', () => {
  const known = (a: ControlState, b: ControlState, x: Value = 'yes') => knowing({ a, b }, { x })
  const one = caseOf(risk(['a']), [standIn('a', 'b', 'x')])

  test('is covered where every needed control is in place, and open where one is missing and nothing stands in', () => {
    expect(decideUnknown(one, known('in-place', 'no')).state).toBe('covered')
    expect(decideUnknown(one, known('partly', 'no')).state).toBe('open')
    expect(decideUnknown(one, known('not-applicable', 'no')).state).toBe('not-applicable')
  })

  test('is held by a stand-in that is in place itself, while its condition holds', () => {
    expect(decideUnknown(one, known('no', 'in-place'))).toEqual({ state: 'stand-in', by: [{ control: 'a', by: 'b', standIn: 'a.b' }] })
    expect(decideUnknown(one, known('no', 'in-place', 'no')).state).toBe('open')
    expect(decideUnknown(one, known('no', 'partly')).state).toBe('open')
  })

  test('is unknown only where what is not known makes a difference', () => {
    expect(decideUnknown(one, known('unknown', 'no')).state).toBe('unknown')
    expect(decideUnknown(one, known('unknown', 'in-place')).state).toBe('stand-in')
    expect(decideUnknown(one, known('in-place', 'unknown')).state).toBe('covered')
  })

  test('is not there where an entry does not hold, and asks for the entry first where nobody knows', () => {
    const here = caseOf(risk(['a'], ['y']), [])
    expect(decideUnknown(here, knowing({ a: 'no' }, { y: 'no' })).state).toBe('not-applicable')
    expect(decideUnknown(here, knowing({ a: 'no' })).state).toBe('unknown')
    expect(decidingSet(here, knowing({ a: 'no' }))).toEqual(['y'])
    expect(setsThatClose(here, knowing({ a: 'no' }))).toEqual([['a']])
  })

  test('does not count one stand-in twice, and no two missing controls hold each other up', () => {
    const two = caseOf(risk(['a', 'b']), [standIn('a', 'c'), standIn('b', 'c'), standIn('a', 'b'), standIn('b', 'a')])
    expect(decideUnknown(two, knowing({ a: 'no', b: 'no', c: 'in-place' })).state).toBe('open')
    expect(setsThatClose(two, knowing({ a: 'no', b: 'no', c: 'in-place' }))).toEqual([['a'], ['b']])
    expect(decideUnknown(two, knowing({ a: 'no', b: 'in-place', c: 'no' })).state).toBe('open')
  })
})

test('the matching is as large as the best that trying everything finds', () => {
  const offers = fc.record(Object.fromEntries(['p', 'q', 'r', 's'].map((one) => [one, fc.subarray(['1', '2', '3', '4'])])))
  fc.assert(
    fc.property(offers, (lists) => {
      const pairs = largestMatching(Object.keys(lists), (one) => lists[one] ?? [])
      expect(pairs.size).toBe(mostPairs(Object.keys(lists), lists))
      expect(new Set(pairs.values()).size).toBe(pairs.size)
    }),
  )
})

test('a decision with something unknown says what all ways of its turning out have in common', () => {
  fc.assert(
    fc.property(anyRisk, anyStandIns, anyControls, anyFacts, (small, edges, controls, facts) => {
      const one = caseOf(small, edges)
      const ends = new Set(completions(controls, facts).map((known) => (decide(one, known).state === 'open' ? 'open' : 'closed')))
      const { state } = decideUnknown(one, knowing(controls, facts))
      const said = state === 'unknown' || state === 'open' ? state : 'closed'
      expect(said).toBe(ends.size === 1 ? [...ends][0] : 'unknown')
    }),
  )
})

test('putting a control in place never opens a risk', () => {
  fc.assert(
    fc.property(anyRisk, anyStandIns, anyControls, anyFacts, fc.constantFrom(...all), (small, edges, controls, facts, better) => {
      const one = caseOf(small, edges)
      const before = decideUnknown(one, knowing(controls, facts)).state
      const after = decideUnknown(one, knowing({ ...controls, [better]: 'in-place' }, facts)).state
      expect(looseness(after)).toBeLessThanOrEqual(looseness(before))
    }),
  )
})

test('every set that closes does close, none smaller does, and the deciding set decides if it turns out well', () => {
  fc.assert(
    fc.property(anyRisk, anyStandIns, anyControls, anyFacts, (small, edges, controls, facts) => {
      const one = caseOf(small, edges)
      const known = knowing(controls, facts)
      const { state } = decideUnknown(one, known)
      if (state !== 'open' && state !== 'unknown') return
      const sets = setsThatClose(one, known)
      expect(sets.length).toBeGreaterThan(0)
      for (const set of sets) {
        const done = { ...controls, ...Object.fromEntries(set.map((id) => [id, 'in-place' as const])) }
        expect(looseness(decideUnknown(one, knowing(done, facts)).state)).toBe(0)
        for (const id of set) {
          const less = { ...done, [id]: controls[id] ?? 'unknown' }
          expect(looseness(decideUnknown(one, knowing(less, facts)).state)).toBeGreaterThan(0)
        }
      }
      if (state !== 'unknown') return
      const deciding = decidingSet(one, known)
      const good = Object.fromEntries(deciding.map((id) => [id, small.entry.includes(id) ? 'no' : 'yes'] as const))
      const well = { ...controls, ...Object.fromEntries(deciding.filter((id) => id in controls).map((id) => [id, 'in-place' as const])) }
      expect(looseness(decideUnknown(one, knowing(well, { ...facts, ...good })).state)).toBe(0)
    }),
  )
})
