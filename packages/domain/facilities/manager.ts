import { daysBetween } from '../calendar.ts'
import { byId, type World } from '../picture.ts'
import { isKnown } from '../record.ts'
import { isHeldOn } from './posts.ts'
import type { Person } from './types.ts'

export type ManagerLists = Pick<World, 'people' | 'periods' | 'asOf'>

/** What a safety manager needs to be one in more than name. */
export type ManagerNeed = 'hours' | 'authority' | 'training'

export const managerFields = {
  hours: 'securityHoursPerWeek',
  authority: 'securityAuthority',
  training: 'securityTrainedOn',
} as const satisfies Readonly<Record<ManagerNeed, keyof Person>>

const needs = Object.keys(managerFields) as ManagerNeed[] // the keys above are the needs by type

export interface ManagerStanding {
  readonly person: Person
  /** What is surely not there. */
  readonly missing: readonly ManagerNeed[]
  /** What nobody has said. */
  readonly unsaid: readonly ManagerNeed[]
}

/** The safety managers in their post today, each with what they lack. */
export function managerStandings({ people, periods, asOf }: ManagerLists): readonly ManagerStanding[] {
  const oldAfter = byId(periods, 'manager-training-old')?.days ?? 0
  return people
    .filter((person) => person.roles?.includes('safety-manager') && isHeldOn(person, asOf))
    .map((person) => {
      const said = needs.map((need) => ({ need, has: has(person, need, { asOf, oldAfter }) }))
      return {
        person,
        missing: said.filter((one) => one.has === 'no').map(({ need }) => need),
        unsaid: said.filter((one) => one.has === undefined).map(({ need }) => need),
      }
    })
}

interface Training {
  readonly asOf: World['asOf']
  readonly oldAfter: number
}

function has(person: Person, need: ManagerNeed, { asOf, oldAfter }: Training): 'yes' | 'no' | undefined {
  const { securityHoursPerWeek: hours, securityAuthority, securityTrainedOn: trained } = person
  if (need === 'authority') return securityAuthority
  if (need === 'hours') return hours === undefined ? undefined : hours > 0 ? 'yes' : 'no'
  if (trained === undefined || trained === 'not-applicable') return undefined
  return isKnown(trained) && daysBetween(trained, asOf) <= oldAfter ? 'yes' : 'no'
}
