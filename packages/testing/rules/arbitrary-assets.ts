import { addDays, type CalendarDate, date, type SliceName } from '@mimamori/domain'
import * as fc from 'fast-check'
import { a, ids } from './builders.ts'

const day: fc.Arbitrary<CalendarDate> = fc.integer({ min: 0, max: 900 }).map((days) => addDays(date('2025-06-01'), days))
const maybe = <T>(value: fc.Arbitrary<T>) => fc.option(value, { nil: undefined })
const fact = <T>(value: fc.Arbitrary<T>) => maybe(fc.oneof(value, fc.constantFrom('none', 'not-applicable')))
const vendor = fact(fc.constantFrom('v:1', 'v:2', 'v:3'))
const asset = fc.constantFrom('d:1', 'd:2', 'd:3')
const count = maybe(fc.constantFrom(0, 2, 40))

/** Fields of the register of devices, drawn so that each of its rules finds something. */
export const assetFields: { readonly [S in SliceName]?: fc.Arbitrary<object> } = {
  assets: fc.record({
    kind: maybe(
      fc.constantFrom('server', 'pc', 'firewall', 'medical-device', 'removable-media', 'mobile-router', 'router', 'cloud-service'),
    ),
    ips: maybe(fc.constantFrom(['10.1.20.5'], ['10.1.10.5', '10.1.18.5'], ['10.1.90.5'])),
    zones: maybe(fc.constantFrom(['z:clinical'], ['z:office', 'z:server'], ['z:guest'])),
    unlisted: maybe(fc.constant('yes')),
    use: maybe(fc.constantFrom('in-use', 'spare')),
    owner: fact(fc.constant('p:1')),
    vendor,
    contract: fact(fc.constantFrom('c:1', 'c:2')),
    updateDuty: maybe(fc.constantFrom('vendor', 'nobody')),
    supportEndsOn: fact(day),
    os: maybe(fc.constantFrom('Windows 7 Professional', 'Windows 11 10.0 (22621)')),
    remoteMaintenance: maybe(fc.constantFrom('yes', 'no')),
    disclosureOn: fact(day),
    macs: maybe(fc.constant(['00:80:92:00:00:01'])),
    systems: maybe(fc.subarray(['s:1', 's:2'])),
    confirmedOn: maybe(day),
  }),
  claims: fc.record({
    asset: maybe(asset),
    by: fc.constantFrom('nmap', 'dhcp', 'register', 'hand', 'mac-table'),
    seenAt: maybe(day),
    ips: maybe(fc.constantFrom(['10.1.20.5'], ['10.1.10.5', '10.1.18.5'])),
    link: maybe(fc.constantFrom({ device: 'floor', port: 'port1.0.31', vlan: '20' }, { device: 'core', port: 'port1.0.1', vlan: '10' })),
  }),
  software: fc.record({ asset, needed: maybe(fc.constantFrom('yes', 'no')) }),
  remotePaths: fc.record({
    vendor,
    assets: maybe(fc.subarray(['d:1', 'd:2'])),
    declaredOn: fact(day),
    way: maybe(fc.constantFrom('vpn', 'cloud-tool', 'other')),
    contract: fact(fc.constantFrom('c:1', 'c:2')),
    alwaysOn: maybe(fc.constantFrom('yes', 'no')),
    twoFactor: maybe(fc.constantFrom('yes', 'no')),
    vpn: fact(fc.constantFrom('vpn:1', 'vpn:chart')),
    line: fact(fc.constant('line:maintenance')),
  }),
  lines: fc.record({
    kind: fc.constantFrom('internet', 'telephone', 'closed-vpn'),
    carrier: vendor,
    owner: fact(fc.constant('p:1')),
    contract: fact(fc.constantFrom('c:1', 'c:2')),
    device: fact(asset),
    alwaysOn: maybe(fc.constantFrom('yes', 'no')),
  }),
  vpns: fc.record({
    vendor,
    owner: fact(fc.constant('p:1')),
    contract: fact(fc.constantFrom('c:1', 'c:2')),
    device: fact(asset),
    alwaysOn: maybe(fc.constantFrom('yes', 'no')),
    twoFactor: maybe(fc.constantFrom('yes', 'no')),
  }),
  faxFlows: fc.record({ numbers: maybe(fc.constantFrom('preset', 'typed')), patientData: maybe(fc.constantFrom('yes', 'no')) }),
  accounts: fc.record({
    leavers: count,
    unused: count,
    shared: count,
    administrators: count,
    twoFactor: maybe(fc.constantFrom('all', 'no')),
  }),
}

export const assetIds: { readonly [S in SliceName]?: readonly string[] } = {
  assets: ['d:1', 'd:2', 'd:3'],
  claims: ['cl:1', 'cl:2'],
  software: ['sw:1', 'sw:2'],
  remotePaths: ['rp:1', 'rp:2'],
  lines: ['line:maintenance', 'ln:1', 'ln:2'],
  vpns: ['vpn:1'],
  faxFlows: ['fx:1'],
  accounts: ['ac:1'],
}

export const assetsMade: { readonly [S in SliceName]?: (id: string) => object } = {
  assets: (id) => a.asset({ id: ids.asset(id) }),
  claims: (id) => a.claim({ id: ids.claim(id) }),
  software: (id) => a.software({ id: ids.software(id) }),
  remotePaths: (id) => a.remotePath({ id: ids.remotePath(id) }),
  lines: (id) => a.line({ id: ids.line(id) }),
  vpns: (id) => a.vpn({ id: ids.vpn(id) }),
  faxFlows: (id) => a.faxFlow({ id: ids.faxFlow(id) }),
  accounts: (id) => a.accountList({ id: ids.accountList(id) }),
}
