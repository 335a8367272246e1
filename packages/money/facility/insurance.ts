import { type InsurancePolicy, stateOfControl, type World } from '@mimamori/domain'
import { meanOf } from '../loss/distribution.ts'
import { changedFrequency } from '../loss/exact.ts'
import type { Change, Changes, HeadLoss, LossModel, LossScenario } from '../loss/types.ts'

export type PolicyLists = Pick<World, 'policies' | 'controlStandings' | 'asOf'>

/** What a policy would pay and what it would leave, before its premium. */
export interface PolicyHere {
  readonly id: string
  readonly isInForce: boolean
  /** Controls that it asks for and that are not surely in place: then it may not pay at all. */
  readonly missing: readonly string[]
  /** What it does not tell, so that it is taken as without bounds. */
  readonly untold: readonly ('limit' | 'deductible' | 'rate' | 'heads')[]
  /** Of a year on average: each event at its mean. */
  readonly perYear: Shares
  /** Of a year as it comes once in a hundred: taken as one event with the heads of an average one. */
  readonly oneIn100: Shares
}

export interface Shares {
  readonly paidYen: number
  readonly openYen: number
}

interface Year {
  readonly model: LossModel
  readonly changes: Changes
  readonly oneIn100Yen: number
}

const hoursPerDay = 24

/**
 * Each policy alone. Of one event it pays: heads that it names; of what grows with the days, those after its waiting hours; of that what
 * lies above the deductible, at its rate, up to its limit.
 */
export function policiesHere({ policies, ...lists }: PolicyLists, year: Year): readonly PolicyHere[] {
  return policies.map((policy) => {
    const { id, from, until, limitYen, deductibleYen, rate, heads, conditions = [] } = policy
    const untold = Object.entries({ limit: limitYen, deductible: deductibleYen, rate, heads })
    return {
      id,
      isInForce: (from === undefined || from <= lists.asOf) && (until === undefined || until >= lists.asOf),
      missing: conditions.filter((control) => !['in-place', 'not-applicable'].includes(stateOfControl(lists, control))),
      untold: untold.flatMap(([name, value]) => (value === undefined ? [name as PolicyHere['untold'][number]] : [])), // keys of the object above
      ...sharesOf(policy, year),
    }
  })
}

function sharesOf(policy: InsurancePolicy, { model, changes, oneIn100Yen }: Year): Pick<PolicyHere, 'perYear' | 'oneIn100'> {
  const parts = model.scenarios.map((scenario) => {
    const change = changes.get(scenario.id) ?? {}
    const perYear = changedFrequency(scenario.frequency, change)
    const { all, covered } = eventOf(scenario, change, policy)
    return { all: perYear * all, covered: perYear * covered, paid: perYear * paidOf(covered, policy) }
  })
  const sum = (of: 'all' | 'covered' | 'paid') => parts.reduce((total, part) => total + part[of], 0)
  const coveredShare = sum('all') === 0 ? 0 : sum('covered') / sum('all')
  return { perYear: split(sum('all'), sum('paid')), oneIn100: split(oneIn100Yen, paidOf(oneIn100Yen * coveredShare, policy)) }
}

function split(all: number, paid: number): Shares {
  return { paidYen: Math.round(paid), openYen: Math.round(all) - Math.round(paid) }
}

function eventOf({ losses, days }: LossScenario, change: Change, { heads, waitingHours = 0 }: InsurancePolicy) {
  const length = days ? meanOf(days) * (change.days ?? 1) : 0
  const yenOf = ({ loss, perDay }: HeadLoss, count: number) => meanOf(loss) * (perDay ? count : 1) * (change.loss ?? 1)
  const paidDays = Math.max(0, length - waitingHours / hoursPerDay)
  return {
    all: losses.reduce((sum, one) => sum + yenOf(one, length), 0),
    covered: losses.reduce((sum, one) => sum + (!heads || heads.includes(one.head) ? yenOf(one, paidDays) : 0), 0),
  }
}

function paidOf(coveredYen: number, { deductibleYen = 0, rate = 1, limitYen = Number.POSITIVE_INFINITY }: InsurancePolicy): number {
  return Math.min(limitYen, Math.max(0, coveredYen - deductibleYen) * rate)
}
