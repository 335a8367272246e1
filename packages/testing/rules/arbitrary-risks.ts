import { addDays, type CalendarDate, date, type SliceName } from '@mimamori/domain'
import * as fc from 'fast-check'
import { a, ids } from './builders.ts'

const day: fc.Arbitrary<CalendarDate> = fc.integer({ min: 0, max: 900 }).map((days) => addDays(date('2025-06-01'), days))
const near: fc.Arbitrary<CalendarDate> = fc.constantFrom(date('2026-11-25'), date('2026-12-10'), date('2025-06-10'), date('2028-12-31'))
const maybe = <T>(value: fc.Arbitrary<T>) => fc.option(value, { nil: undefined })
const controls = ['control:ways-two-factor', 'control:ways-off', 'control:source-limit', 'control:no-labels', 'control:updates']
const risks = ['risk:remote-password', 'risk:label', 'risk:weak-applied', 'risk:old-os']
const vendor = maybe(fc.constantFrom(ids.vendor('v:1'), ids.vendor('v:2')))

/** Fields of statements about controls and of decisions about risks, drawn so that each of their rules finds something. */
export const riskFields: { readonly [S in SliceName]?: fc.Arbitrary<object> } = {
  controls: fc.record({
    control: fc.constantFrom(...controls),
    party: fc.constantFrom('facility', 'vendor'),
    vendor,
    state: fc.constantFrom('in-place', 'in-place', 'partly', 'no', 'not-applicable'),
    until: maybe(near),
  }),
  riskDecisions: fc.record({
    risk: fc.constantFrom(...risks),
    vendor,
    residual: maybe(fc.constant('残ります')),
    decidedOn: maybe(day),
    facilityBy: maybe(fc.constant('院長')),
    vendorBy: maybe(fc.constant('担当')),
    until: maybe(near),
  }),
}

export const riskIds: { readonly [S in SliceName]?: readonly string[] } = {
  controls: ['cs:1', 'cs:2', 'cs:3'],
  riskDecisions: ['rd:1', 'rd:2'],
}

export const riskMade: { readonly [S in SliceName]?: (id: string) => object } = {
  controls: (id) => a.control({ id: ids.control(id), control: controls[Number(id.slice(-1))] ?? '' }),
  riskDecisions: (id) => a.riskDecision({ id: ids.riskDecision(id) }),
}
