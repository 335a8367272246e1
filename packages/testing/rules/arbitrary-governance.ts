import { addDays, type CalendarDate, date, type SliceName } from '@mimamori/domain'
import * as fc from 'fast-check'
import { a, ids } from './builders.ts'

const day: fc.Arbitrary<CalendarDate> = fc.integer({ min: 0, max: 900 }).map((days) => addDays(date('2025-06-01'), days))
const maybe = <T>(value: fc.Arbitrary<T>) => fc.option(value, { nil: undefined })

/** Fields of people and of policies, drawn so that a head signs some of them and a manager lacks something. */
export const governanceFields: { readonly [S in SliceName]?: fc.Arbitrary<object> } = {
  people: fc.record({
    roles: maybe(fc.constantFrom([], ['safety-manager'], ['head'])),
    until: maybe(day),
    confirmedOn: maybe(day),
    securityHoursPerWeek: maybe(fc.constantFrom(0, 4)),
    securityAuthority: maybe(fc.constantFrom('yes', 'no')),
    securityTrainedOn: maybe(fc.oneof(day, fc.constant('none'))),
  }),
  securityPolicies: fc.record({
    fiscalYear: fc.constantFrom(2025, 2026),
    signedBy: maybe(fc.constantFrom('p:1', 'p:2')),
    signedOn: maybe(day),
    until: maybe(day),
  }),
}

export const governanceIds: { readonly [S in SliceName]?: readonly string[] } = {
  people: ['p:1', 'p:2'],
  securityPolicies: ['sp:1', 'sp:2'],
}

export const governanceMade: { readonly [S in SliceName]?: (id: string) => object } = {
  people: (id) => a.person({ id: ids.person(id) }),
  securityPolicies: (id) => a.securityPolicy({ id: ids.securityPolicy(id) }),
}
