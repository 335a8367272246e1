import { aReference } from '@mimamori/testing/rules'
import { expect, test } from 'vitest'
import type { ClaimId } from '../ids.ts'
import { type DriftReport, driftOf, driftSays, sightsOf } from './drift.ts'
import { type Observation, observationOf, programText } from './observation.ts'

type Told = Partial<Observation> & { readonly id: string }

function imported(...all: readonly Told[]) {
  const observations = all.map(({ id: _, ...one }, at): Observation => ({ source: 'nmap', file: 'scan.xml', row: at + 1, ...one }))
  return sightsOf(observations, (at) => all[at]?.id)
}

function says(report: DriftReport): readonly string[] {
  const { added, gone, moved, changed } = report
  return [...added, ...gone, ...moved, ...changed].map(({ id, say, before = '', after = '' }) => `${id} ${say} ${before}>${after}`)
}

test('what came and what went is told', () => {
  expect(says(driftOf(imported({ id: 'd:1' }, { id: 'd:2' }), imported({ id: 'd:2' }, { id: 'd:3' })))).toEqual(['d:3 new >', 'd:1 gone >'])
})

test('a device is not gone where what saw it was not read again', () => {
  const before = imported({ id: 'd:1', source: 'dhcp' }, { id: 'd:2' })
  expect(says(driftOf(before, imported({ id: 'd:2' })))).toEqual([])
})

test('a device is not new where what saw it was not read before', () => {
  const after = imported({ id: 'd:1', source: 'mac-table' }, { id: 'd:2' }, { id: 'd:3' })
  expect(says(driftOf(imported({ id: 'd:2' }), after))).toEqual(['d:3 new >'])
})

test('a move to another port, room or network is told with both places', () => {
  const link = (port: string) => ({ device: 'sw-3f', port })
  const before = imported({ id: 'd:1', link: link('Gi0/1'), room: '外来', ips: ['10.1.1.5'] })
  const after = imported({ id: 'd:1', link: link('Gi0/7'), room: '病棟', ips: ['10.1.2.5'] })
  expect(says(driftOf(before, after))).toEqual([
    'd:1 moved-port sw-3f Gi0/1>sw-3f Gi0/7',
    'd:1 moved-room 外来>病棟',
    'd:1 moved-network 10.1.1.0>10.1.2.0',
    'd:1 ip 10.1.1.5>10.1.2.5',
  ])
})

test('other versions, ports and programs are told, and silence of a source is no change', () => {
  const services = (...ports: number[]) => ports.map((port) => ({ port, protocol: 'tcp' as const }))
  const before = imported({
    id: 'd:1',
    os: 'Windows 10',
    firmware: '1.0',
    services: services(80, 443),
    software: [{ name: 'A', version: '1' }, { name: 'B' }],
  })
  const after = imported({
    id: 'd:1',
    os: 'Windows 11',
    services: services(443, 3389),
    software: [
      { name: 'A', version: '2' },
      { name: 'C', version: '5' },
    ],
  })
  expect(says(driftOf(before, after))).toEqual([
    'd:1 os Windows 10>Windows 11',
    'd:1 port-opened >3389/tcp',
    'd:1 port-closed 80/tcp>',
    'd:1 program-new >C 5',
    'd:1 program-gone B>',
    'd:1 program-version A 1>A 2',
  ])
  expect(says(driftOf(before, imported({ id: 'd:1', source: 'arp' })))).toEqual([])
})

test('a name with its domain is the same name', () => {
  const before = imported({ id: 'd:1', names: ['PC-0042'] })
  expect(says(driftOf(before, imported({ id: 'd:1', names: ['pc-0042', 'pc-0042.example.jp'] })))).toEqual([])
  expect(says(driftOf(before, imported({ id: 'd:1', names: ['pc-0043.example.jp'] })))).toEqual(['d:1 name pc-0042>pc-0043'])
})

test('every kind of drift has its words in the catalogue', () => {
  const words = new Set(aReference().assetSentences.map(({ id }) => id))
  expect(driftSays.filter((say) => !words.has(`drift:${say}`))).toEqual([])
})

test('what a device says of itself makes no other device new or gone', () => {
  const firewall = { id: 'd:1', source: 'device' } as const
  const both = imported(firewall, { id: 'd:2', source: 'device' })
  expect(says(driftOf(imported(firewall), both))).toEqual([])
  expect(says(driftOf(both, imported(firewall)))).toEqual([])
})

test('a switch that all its neighbours see has not moved, in whatever order they are read', () => {
  const seenFrom = (device: string): Told => ({ id: 'd:1', source: 'lldp', link: { device, port: 'port1.0.52' } })
  expect(says(driftOf(imported(seenFrom('sw-3f'), seenFrom('sw-4f')), imported(seenFrom('sw-4f'), seenFrom('sw-3f'))))).toEqual([])
  expect(says(driftOf(imported(seenFrom('sw-3f'), seenFrom('sw-4f')), imported(seenFrom('sw-1f'), seenFrom('sw-2f'))))).toEqual([
    'd:1 moved-port sw-3f port1.0.52, sw-4f port1.0.52>sw-1f port1.0.52, sw-2f port1.0.52',
  ])
})

test('a fact is held against what the same kind of source told, and the source that knows it best counts', () => {
  const guessed = (os: string): Told => ({ id: 'd:1', os })
  const known = (os: string): Told => ({ id: 'd:1', source: 'directory', os })
  expect(says(driftOf(imported(guessed('Windows 10')), imported(known('Windows 11 Pro'))))).toEqual([])
  expect(says(driftOf(imported(guessed('Windows 10'), known('11 Pro')), imported(known('11 Pro'), guessed('Windows 11'))))).toEqual([])
})

test('a claim tells of ports and programs what was seen', () => {
  const software = [{ name: 'nginx', version: '1.24.0' }, { name: 'Microsoft SQL Server 2022' }, { name: 'a@b' }]
  const told = { id: 'c:1' as ClaimId, by: 'nmap', file: 'scan.xml', ports: ['443/tcp'], programs: software.map(programText) } as const // an id as the store has it
  expect(observationOf(told)).toMatchObject({ services: [{ port: 443, protocol: 'tcp' }], software })
})
