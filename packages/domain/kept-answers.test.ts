import {
  a,
  aPicture,
  aReference,
  gateConsole,
  gateHospital,
  gateLine,
  gateMatch,
  ids,
  inputs,
  seenBehind,
  throwFailures,
} from '@mimamori/testing/rules'
import { expect, test } from 'vitest'
import { derivations } from './all.ts'
import { type Analysis, analyse } from './analyse.ts'
import { date } from './calendar.ts'
import { applyChange } from './change.ts'
import type { Change } from './change-type.ts'
import type { CalendarDate } from './ids.ts'
import type { Derived, Picture, Reference } from './picture.ts'
import { makeRuleSet } from './rule.ts'

interface Now {
  readonly picture: Picture
  readonly reference: Reference
  readonly asOf: CalendarDate
}

const set = makeRuleSet([], derivations, inputs)
const gate = ids.asset('d:gate')
const console = { id: ids.source('so:console'), kind: 'file', name: 'console.txt', seenOn: date('2026-11-10') } as const
const hospital = gateHospital({
  sources: [console],
  software: [a.software({ asset: gate })],
  responses: [a.response({ assets: [gate] })],
  matches: [
    gateMatch(),
    gateMatch({ id: ids.match('match:gate-2'), line: gateLine('7.2.5') }),
    gateMatch({ id: ids.match('match:gate-3'), line: gateLine('7.2.5'), platforms: ['program::表計算:'] }),
  ],
})
const printer = (name: string) => a.asset({ id: ids.asset(`d:printer-${name}`), kind: 'printer' })
const seenAt = (name: string, ip: string) =>
  a.claim({ id: ids.claim(`cl:printer-${name}`), asset: ids.asset(`d:printer-${name}`), seenAt: '2026-11-18', ips: [ip] })

const start: Now = {
  picture: aPicture({
    ...hospital,
    assets: [...(hospital.assets ?? []), printer('a'), printer('b'), printer('c')],
    claims: [
      ...(hospital.claims ?? []),
      a.claim({ id: ids.claim('cl:undated'), asset: gate, by: 'device', firmware: '7.2.5', source: console.id }),
      gateConsole('7.2.6', '2026-11-21'),
      seenAt('a', '10.1.20.90'),
      seenAt('b', '10.1.18.90'),
      seenBehind('d:printer-c', ['floor', 'port1.0.31', '20']),
    ],
  }),
  reference: aReference(),
  asOf: date('2026-11-20'),
}

function derived({ picture, reference, asOf }: Now, before?: Analysis): Analysis {
  const analysis = analyse(set, { picture, catalogue: { version: 'test', reference, rules: new Map() }, asOf }, before, { strict: true })
  throwFailures(analysis)
  return analysis
}

function listsOf({ world }: Analysis) {
  return Object.fromEntries(derivations.map(({ name }) => [name, world[name]]))
}

function after(...changes: readonly Change[]): Now {
  const picture = changes.reduce((before, change) => {
    const result = applyChange(before, change)
    if (result.kind === 'refused') throw new Error(result.why)
    return result.picture
  }, start.picture)
  return { ...start, picture }
}

function revised<L extends keyof Reference>(list: L, as: (one: Reference[L][number]) => Partial<Reference[L][number]>): Now {
  return { ...start, reference: { ...start.reference, [list]: start.reference[list].map((one) => ({ ...one, ...as(one) })) } }
}

function moved(name: string, ip: string): Change {
  return { kind: 'set', slice: 'claims', id: `cl:printer-${name}`, fields: { ips: [ip] } }
}

const done = a.responseStep({ kind: 'done', version: '7.2.12' })

const cases: readonly (readonly [what: string, changed: keyof Derived, now: Now])[] = [
  ['two devices change places', 'exposures', after(moved('a', '10.1.18.90'), moved('b', '10.1.20.90'))],
  [
    'a spare is seen',
    'exposures',
    after({ kind: 'add', slice: 'claims', record: a.claim({ asset: ids.asset('d:gate-spare'), seenAt: '2026-11-18' }) }),
  ],
  [
    'another scan of the day has seen a device where it stands',
    'exposures',
    after({ kind: 'add', slice: 'claims', record: { ...seenAt('b', '10.1.18.90'), id: ids.claim('cl:printer-b-2') } }),
  ],
  ['nothing is forbidden', 'forbiddenPaths', { ...start, reference: { ...start.reference, forbiddenPairs: [] } }],
  ['a kind of device has no network', 'exposures', revised('assetKinds', () => ({ onNetwork: false }))],
  ['the internet ends on nothing', 'exposures', after({ kind: 'set', slice: 'lines', id: 'line:internet', fields: { device: 'none' } })],
  [
    'a closed line goes to the state',
    'exposures',
    after({ kind: 'set', slice: 'lines', id: 'line:maintenance', fields: { kind: 'eligibility' } }),
  ],
  [
    'a VPN ends elsewhere',
    'exposures',
    after({ kind: 'set', slice: 'vpns', id: 'vpn:reading', fields: { device: ids.asset('d:office-pc') } }),
  ],
  [
    'a way of maintenance names another device',
    'exposures',
    after({ kind: 'set', slice: 'remotePaths', id: 'remote:chart', fields: { assets: [ids.asset('d:w2')] } }),
  ],
  [
    'a zone has other addresses',
    'assetZones',
    after({ kind: 'set', slice: 'zones', id: 'z:office', fields: { prefixes: ['10.1.99.0/24'] } }),
  ],
  ['a device was seen elsewhere', 'assetZones', after(moved('a', '10.1.18.90'))],
  [
    'a switch behind the port is in the register',
    'assetZones',
    after({ kind: 'set', slice: 'assets', id: 'd:w2', fields: { kind: 'switch' } }),
  ],
  ['a program has a version', 'installedProducts', after({ kind: 'set', slice: 'software', id: 'sw:1', fields: { version: '2' } })],
  [
    'a console tells another version',
    'installedProducts',
    after({ kind: 'set', slice: 'claims', id: 'cl:undated', fields: { firmware: '7.2.4' } }),
  ],
  [
    'a file was of another day',
    'installedProducts',
    after({ kind: 'set', slice: 'sources', id: console.id, fields: { seenOn: date('2026-11-11') } }),
  ],
  ['the day of a reading comes', 'installedProducts', { ...start, asOf: date('2026-11-21') }],
  [
    'something does not hold',
    'weaknesses',
    after({ kind: 'set', slice: 'matches', id: 'match:gate-2', fields: { verdict: 'not-affected' } }),
  ],
  [
    'a device that was off can be come at',
    'weaknesses',
    after({ kind: 'set', slice: 'assets', id: 'd:gate-spare', fields: { use: 'in-use' } }),
  ],
  [
    'a program on which it depends is another',
    'weaknesses',
    after({ kind: 'set', slice: 'software', id: 'sw:1', fields: { name: '文書' } }),
  ],
  ['the table gives more days', 'weaknesses', revised('urgencyTable', ({ dueDays }) => ({ dueDays: (dueDays ?? 0) + 1 }))],
  ['a device is of no system', 'weaknesses', after({ kind: 'set', slice: 'assets', id: gate, fields: { systems: [] } })],
  ['a system serves no care', 'weaknesses', after({ kind: 'set', slice: 'systems', id: 's:chart', fields: { services: [] } })],
  ['care is of another kind', 'weaknesses', after({ kind: 'set', slice: 'services', id: 'sv:outpatient', fields: { kind: 'birth' } })],
  ['no care is safe', 'weaknesses', revised('careImpacts', () => ({ safety: 'catastrophic' as const }))],
  ['every impact is the highest', 'weaknesses', revised('humanImpact', () => ({ impact: 'very-high' as const }))],
  ['the vendor has done it', 'responseDuties', after({ kind: 'add', slice: 'responseSteps', record: done })],
  [
    'a response is about another device',
    'responseDuties',
    after({ kind: 'set', slice: 'responses', id: 'resp:1', fields: { assets: [ids.asset('d:w1')] } }),
  ],
]

test.each(cases)('where %s, nothing that was kept is told again: %s', (_, changed, now) => {
  const before = derived(start)
  const lists = listsOf(derived(now, before))
  const copy = { ...now, picture: structuredClone(now.picture), reference: structuredClone(now.reference) }
  expect(lists).toEqual(listsOf(derived(copy)))
  expect(lists[changed]).not.toEqual(before.world[changed])
})
