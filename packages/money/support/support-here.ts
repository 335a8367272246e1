import { type CalendarDate, type Facility, isKnown, type RiskFact } from '@mimamori/domain'
import type { SupportCondition, SupportScheme, SupportTest } from './types.ts'

export type ThreeValued = 'yes' | 'no' | 'unknown'

/** What is known of a facility that schemes ask about. */
export interface SupportFacts {
  readonly facility: Facility | undefined
  readonly riskFacts: readonly RiskFact[]
  readonly asOf: CalendarDate
}

/** How a scheme stands for one facility on one day. `window` unknown: the source names no days. */
export interface SupportStanding {
  readonly scheme: SupportScheme
  readonly fits: ThreeValued
  /** Every condition with its answer; those that decide are the ones whose answer is that of the whole. */
  readonly conditions: readonly { readonly condition: SupportCondition; readonly holds: ThreeValued }[]
  readonly window: 'open' | 'not-yet' | 'ended' | 'unknown'
}

/** Each scheme against this facility: no where one condition surely fails, yes where all hold, unknown else. */
export function supportHere(schemes: readonly SupportScheme[], facts: SupportFacts): readonly SupportStanding[] {
  return schemes.map((scheme) => {
    const conditions = scheme.conditions.map((condition) => ({ condition, holds: holds(condition, facts) }))
    const answers = conditions.map((one) => one.holds)
    return { scheme, fits: weakest(answers), conditions, window: windowOf(scheme, facts.asOf) }
  })
}

function weakest(answers: readonly ThreeValued[]): ThreeValued {
  if (answers.includes('no')) return 'no'
  return answers.includes('unknown') ? 'unknown' : 'yes'
}

function windowOf({ from, until }: SupportScheme, asOf: CalendarDate): SupportStanding['window'] {
  if (from === undefined && until === undefined) return 'unknown'
  if (from !== undefined && asOf < from) return 'not-yet'
  return until !== undefined && asOf > until ? 'ended' : 'open'
}

function holds(test: SupportTest, { facility, riskFacts }: SupportFacts): ThreeValued {
  switch (test.by) {
    case 'kind':
      return within(facility?.kind, test.in)
    case 'founder':
      return 'in' in test ? within(facility?.founder, test.in) : not(within(facility?.founder, test.notIn))
    case 'prefecture':
      return within(facility?.prefecture, test.in)
    case 'beds':
      return bedsWithin(facility?.beds, test)
    case 'terminals':
      return terminalsAtLeast(facility?.clientPcs, test.min)
    case 'fact':
      return factOf(riskFacts.find(({ id }) => id === test.fact)?.value)
    case 'asked':
      return 'unknown'
  }
}

function within<T>(value: T | undefined, list: readonly T[]): ThreeValued {
  if (value === undefined) return 'unknown'
  return list.includes(value) ? 'yes' : 'no'
}

function not(answer: ThreeValued): ThreeValued {
  if (answer === 'unknown') return answer
  return answer === 'yes' ? 'no' : 'yes'
}

function factOf(value: RiskFact['value']): ThreeValued {
  if (value === undefined) return 'unknown'
  return value === 'yes' ? 'yes' : 'no'
}

/** A house without beds has none: below every least number, within every most. */
function bedsWithin(beds: Facility['beds'], { min = 0, max = Number.POSITIVE_INFINITY }: { readonly min?: number; readonly max?: number }) {
  if (beds === undefined) return 'unknown'
  const count = isKnown(beds) ? beds : 0
  return count >= min && count <= max ? 'yes' : 'no'
}

const terminalsOf: Readonly<Record<NonNullable<Facility['clientPcs']>, readonly [number, number]>> = {
  '1-5': [1, 5],
  '6-20': [6, 20],
  '21-50': [21, 50],
  '51-200': [51, 200],
  '201+': [201, Number.POSITIVE_INFINITY],
}

/** The number is known as a range: it decides only where the whole range lies on one side. */
function terminalsAtLeast(range: Facility['clientPcs'], min: number): ThreeValued {
  if (range === undefined) return 'unknown'
  const [least, most] = terminalsOf[range]
  if (least >= min) return 'yes'
  return most < min ? 'no' : 'unknown'
}
