import { addDays, type CalendarDate, type Change, date, lineOfProduct, type SliceName } from '@mimamori/domain'
import * as fc from 'fast-check'
import { a, ids } from './builders.ts'

const day: fc.Arbitrary<CalendarDate> = fc.integer({ min: 0, max: 900 }).map((days) => addDays(date('2025-06-01'), days))
const maybe = <T>(value: fc.Arbitrary<T>) => fc.option(value, { nil: undefined })
const asset = fc.constantFrom('d:1', 'd:2', 'd:3').map(ids.asset)
const assets = fc.subarray(['d:1', 'd:2', 'd:3'].map(ids.asset))
const vendor = maybe(fc.constantFrom(ids.vendor('v:1'), ids.vendor('v:2'), 'none' as const))
const lines = [
  lineOfProduct({ role: 'os', name: 'Windows 7 Professional' }),
  lineOfProduct({ role: 'os', name: 'Windows 11', version: '10.0.22621' }),
]

/** Fields of matches, warnings, responses and planned updates, drawn so that each of their rules finds something. */
export const vulnerabilityFields: { readonly [S in SliceName]?: fc.Arbitrary<object> } = {
  matches: fc.record({
    line: fc.constantFrom(...lines),
    product: fc.constantFrom('example:os', 'example:old_os'),
    verdict: fc.constantFrom('affected', 'affected', 'unknown', 'not-affected'),
    knownExploitedOn: maybe(day),
    automatable: maybe(fc.constantFrom('yes', 'no')),
    impact: maybe(fc.constantFrom('partial', 'total')),
    devices: maybe(fc.constantFrom(0, 1, 2)),
    foundOn: day,
  }),
  warnings: fc.record({ urgency: fc.constantFrom('at-once', 'to-know'), concerns: maybe(fc.constantFrom('yes', 'no')), dueOn: maybe(day) }),
  responses: fc.record({
    product: maybe(fc.constantFrom('example:os', 'example:old_os')),
    name: maybe(fc.constantFrom('Windows 7 Professional', 'Windows 11')),
    assets,
    vendor,
    warning: maybe(fc.constant(ids.warning('w:1'))),
    openedOn: day,
  }),
  responseSteps: fc.record({
    response: fc.constantFrom('resp:1', 'resp:2').map(ids.response),
    kind: fc.constantFrom('told', 'impact', 'planned', 'done', 'proven', 'risk-accepted', 'not-done'),
    on: day,
    until: maybe(day),
    plannedOn: maybe(day),
    notDone: maybe(fc.constantFrom('no-budget', 'vendor-decides')),
    version: maybe(fc.constantFrom('7.2.4', '7.2.12')),
    signedBy: maybe(fc.constant('仮名 次郎')),
    evidence: maybe(fc.constantFrom('e:1', 'e:2').map(ids.evidence)),
  }),
  plannedUpdates: fc.record({
    vendor,
    systems: maybe(fc.subarray(['s:1', 's:2'].map(ids.system))),
    assets: maybe(assets),
    testBed: maybe(fc.oneof(asset, fc.constant('none' as const))),
    dueOn: maybe(day),
    freezeFrom: maybe(fc.constantFrom(date('2025-06-01'), date('2026-11-25'))),
    freezeUntil: maybe(fc.constantFrom(date('2026-12-05'), date('2028-12-31'))),
  }),
  plannedUpdateSteps: fc.record({
    update: fc.constantFrom('up:1', 'up:2').map(ids.plannedUpdate),
    kind: fc.constantFrom('tested', 'go', 'rolled-out', 'done'),
    result: maybe(fc.constantFrom('worked', 'failed')),
  }),
}

/** What comes in at most hospitals: something is published of a PC's system, and its update is planned around days on which nothing changes. */
export const usualWeaknesses: fc.Arbitrary<Change> = fc.oneof(
  fc.constantFrom('match:1', 'match:2').map(
    (at): Change => ({
      kind: 'set',
      slice: 'matches',
      id: at,
      fields: { line: lines[1] ?? '', product: 'example:os', verdict: 'affected' },
    }),
  ),
  fc.constantFrom('up:1', 'up:2').map(
    (at): Change => ({
      kind: 'set',
      slice: 'plannedUpdates',
      id: at,
      fields: { assets: [ids.asset('d:1'), ids.asset('d:2')], freezeFrom: date('2026-11-25'), freezeUntil: date('2028-12-31') },
    }),
  ),
)

export const vulnerabilityIds: { readonly [S in SliceName]?: readonly string[] } = {
  matches: ['match:1', 'match:2', 'match:3'],
  warnings: ['w:1', 'w:2'],
  responses: ['resp:1', 'resp:2'],
  responseSteps: ['resp:1.0001', 'resp:1.0002', 'resp:2.0001'],
  plannedUpdates: ['up:1', 'up:2'],
  plannedUpdateSteps: ['up:1.0001', 'up:2.0001'],
}

export const vulnerabilityMade: { readonly [S in SliceName]?: (id: string) => object } = {
  matches: (id) => a.match({ id: ids.match(id), line: lines[0] ?? '', product: 'example:os' }),
  warnings: (id) => a.warning({ id: ids.warning(id) }),
  responses: (id) => a.response({ id: ids.response(id) }),
  responseSteps: (id) => a.responseStep({ id: ids.responseStep(id), response: ids.response(id.slice(0, 6)) }),
  plannedUpdates: (id) => a.plannedUpdate({ id: ids.plannedUpdate(id) }),
  plannedUpdateSteps: (id) => a.plannedUpdateStep({ id: ids.plannedUpdateStep(id), update: ids.plannedUpdate(id.slice(0, 4)) }),
}
