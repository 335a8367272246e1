import { addDays, type CalendarDate, date, type SliceName } from '@mimamori/domain'
import * as fc from 'fast-check'
import { a, ids } from './builders.ts'

const day: fc.Arbitrary<CalendarDate> = fc.integer({ min: 0, max: 900 }).map((days) => addDays(date('2025-06-01'), days))
const near: fc.Arbitrary<CalendarDate> = fc.constantFrom(date('2026-11-25'), date('2025-06-10'), date('2028-12-31'))
const maybe = <T>(value: fc.Arbitrary<T>) => fc.option(value, { nil: undefined })
const measures = ['plan:gate-updates', 'plan:backup-detached', 'plan:fax-preset']
const parameters = ['param:staff', 'param:days-ransom', 'param:often-gate']
const yen = fc.integer({ min: 0, max: 5_000_000 })

/** What few rules read is drawn less often than they are many. */
export const moneySlices: readonly SliceName[] = ['finances', 'quotes', 'lossInputs', 'planChoices', 'policies']

/** Fields of money, quotes and policies, drawn so that each of their rules finds something. */
export const moneyFields: { readonly [S in SliceName]?: fc.Arbitrary<object> } = {
  finances: fc.record({
    revenueYen: maybe(fc.integer({ min: 0, max: 5_000_000_000 })),
    securityYen: maybe(yen),
    reserveYen: maybe(yen),
    staff: maybe(fc.integer({ min: 0, max: 900 })),
  }),
  quotes: fc.record({
    measure: fc.constantFrom(...measures),
    minYen: yen,
    unit: fc.constantFrom('month', 'year', 'once', 'visit', 'terminalMonth'),
    taxIncluded: maybe(fc.constantFrom('yes', 'no')),
    validUntil: maybe(near),
  }),
  lossInputs: fc.record({
    parameter: fc.constantFrom(...parameters),
    best: fc.integer({ min: 0, max: 50 }),
    high: maybe(fc.integer({ min: 0, max: 90 })),
  }),
  planChoices: fc.record({
    measure: fc.constantFrom(...measures),
    fiscalYear: fc.constantFrom(2025, 2026),
    choice: fc.constantFrom('planned', 'approved', 'postponed', 'done'),
    quote: maybe(fc.constantFrom(ids.quote('q:1'), ids.quote('q:2'))),
  }),
  policies: fc.record({
    from: maybe(day),
    until: maybe(near),
    conditions: maybe(fc.subarray(['control:ways-two-factor', 'control:backup-detached', 'control:edr'])),
  }),
}

export const moneyIds: { readonly [S in SliceName]?: readonly string[] } = {
  finances: ['fin:1', 'fin:2'],
  quotes: ['q:1', 'q:2', 'q:3'],
  lossInputs: ['li:1', 'li:2'],
  planChoices: ['pc:1', 'pc:2', 'pc:3'],
  policies: ['pol:1', 'pol:2'],
}

export const moneyMade: { readonly [S in SliceName]?: (id: string) => object } = {
  finances: (id) => a.finances({ id: ids.finances(id) }),
  quotes: (id) => a.quote({ id: ids.quote(id), measure: measures[Number(id.slice(-1)) - 1] ?? '' }),
  lossInputs: (id) => a.lossInput({ id: ids.lossInput(id), parameter: parameters[Number(id.slice(-1)) - 1] ?? '' }),
  planChoices: (id) => a.planChoice({ id: ids.planChoice(id), measure: measures[Number(id.slice(-1)) - 1] ?? '' }),
  policies: (id) => a.policy({ id: ids.policy(id), ...(id === 'pol:1' && { until: date('2026-11-25') }) }),
}
