import { addDays, date, type SliceName } from '@mimamori/domain'
import * as fc from 'fast-check'
import { a, ids } from './builders.ts'
import { smallNetwork } from './network.ts'

const maybe = <T>(value: fc.Arbitrary<T>) => fc.option(value, { nil: undefined })
const small = smallNetwork()
const zone = fc.constantFrom(...small.zones.map(({ id }) => id))
const trust = fc.constantFrom('guest', 'office', 'clinical', 'server', 'medical-device', 'eligibility')

/** Fields of zones and links, drawn so that each rule of the network finds something. */
export const networkFields: { readonly [S in SliceName]?: fc.Arbitrary<object> } = {
  zones: fc.record({
    trust,
    prefixes: maybe(fc.constantFrom(['10.1.18.0/24'], ['10.1.20.0/24', '10.1.10.0/24'], ['10.0.0.0/8'])),
    vlans: maybe(fc.constantFrom(['20'], ['10', '20'])),
    closed: maybe(fc.constant('yes')),
    closedBy: maybe(fc.constantFrom('facility', 'vendor')),
    privateUse: maybe(fc.constant('yes')),
    confirmedOn: maybe(fc.integer({ min: 0, max: 900 }).map((days) => addDays(date('2025-06-01'), days))),
  }),
  links: fc.record({
    fromAsset: maybe(fc.constantFrom(...['d:core', 'd:fw', 'd:1'].map(ids.asset))),
    fromZone: maybe(zone),
    toZone: zone,
    control: fc.constantFrom('none', 'none', 'unknown', 'filter', 'one-way'),
    cutOn: maybe(fc.constant(date('2026-11-19'))),
  }),
}

export const networkIds: { readonly [S in SliceName]?: readonly string[] } = {
  zones: small.zones.map(({ id }) => id),
  links: [...small.links.map(({ id }): string => id), 'lk:1', 'lk:2'],
}

export const networkMade: { readonly [S in SliceName]?: (id: string) => object } = {
  zones: (id) => small.zones.find((one) => one.id === id) ?? a.zone({ id: ids.zone(id) }),
  links: (id) => small.links.find((one) => one.id === id) ?? a.link({ id: ids.link(id), control: 'filter' }),
}
