import { aReference } from '@mimamori/testing/rules'
import { expect, test } from 'vitest'
import { type DriftReport, driftOf, driftSays, sightsOf } from './drift.ts'
import type { Observation } from './observation.ts'

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
