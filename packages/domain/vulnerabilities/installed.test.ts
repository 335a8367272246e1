import { a, ids } from '@mimamori/testing/rules'
import { expect, test } from 'vitest'
import { date } from '../calendar.ts'
import { installedOn } from './installed.ts'
import { lineOfProduct } from './line-of-product.ts'

const gate = a.asset({
  id: ids.asset('d:1'),
  kind: 'firewall',
  maker: '例の通信',
  model: '例ゲート-40',
  os: '例OS',
  firmware: '7.2.4',
  confirmedOn: date('2026-11-15'),
})
const claim = (id: string, by: 'device' | 'nmap' | 'snmp' | 'register', seenAt: string | undefined, firmware: string) =>
  a.claim({ id: ids.claim(id), asset: gate.id, by, firmware, ...(seenAt !== undefined && { seenAt }) })

function firmwareOf(claims: ReturnType<typeof claim>[], sources = [] as Parameters<typeof installedOn>[1]['sources']) {
  const found = installedOn(gate, { software: [], asOf: date('2026-11-20'), claims, sources }).find(({ role }) => role === 'firmware')
  return [found?.version, found?.knownBy, found?.on]
}

test('what a device says at its own console comes before what was typed, and before a guess from outside', () => {
  expect(firmwareOf([])).toEqual(['7.2.4', 'hand', '2026-11-15'])
  expect(firmwareOf([claim('cl:1', 'nmap', '2026-11-18', '6.0')])).toEqual(['7.2.4', 'hand', '2026-11-15'])
  expect(firmwareOf([claim('cl:1', 'device', '2026-10-01', '7.2.3')])).toEqual(['7.2.3', 'console', '2026-10-01'])
})

test('of readings of the device itself the newest counts; a console without a clock is as old as its file', () => {
  const old = claim('cl:1', 'device', '2026-10-01', '7.2.4')
  expect(firmwareOf([old, claim('cl:2', 'snmp', '2026-11-18', '7.2.12')])).toEqual(['7.2.12', 'snmp', '2026-11-18'])
  const file = { id: ids.source('src:scan'), kind: 'scan' as const, name: 'gate.txt', seenOn: date('2026-11-19') }
  const { seenAt: _, ...timeless } = claim('cl:3', 'device', undefined, '7.2.12')
  expect(firmwareOf([old, { ...timeless, source: file.id }], [file])).toEqual(['7.2.12', 'console', '2026-11-19'])
})

test('a reading of which nobody knows the day does not take that on which somebody confirmed the record', () => {
  expect(firmwareOf([claim('cl:1', 'device', undefined, '7.2.12')])).toEqual(['7.2.12', 'console', undefined])
})

test('a device of which only the model is known has its firmware in an unknown version', () => {
  const { firmware: _, ...bare } = gate
  const [firmware, hardware] = installedOn(bare, { software: [], asOf: date('2026-11-20'), claims: [], sources: [] })
  expect([firmware?.role, firmware?.name, firmware?.version]).toEqual(['firmware', '例ゲート-40', undefined])
  expect(hardware?.role).toBe('hardware')
})

test('the build behind the name of an operating system is its version, and a number that belongs to the name is not', () => {
  const osOf = (os: string) => {
    const [found] = installedOn(a.asset({ kind: 'pc', os }), { software: [], asOf: date('2026-11-20'), claims: [], sources: [] })
    return [found?.name, found?.version]
  }
  expect(osOf('Windows 10 Pro 10.0 (19045)')).toEqual(['Windows 10 Pro', '10.0.19045'])
  expect(osOf('Windows Server 2019 10.0.17763.5329')).toEqual(['Windows Server 2019', '10.0.17763.5329'])
  expect(osOf('Windows 8.1')).toEqual(['Windows 8.1', undefined])
})

test('two spellings of one product are one line', () => {
  const line = lineOfProduct({ role: 'firmware', vendor: 'Fortinet', name: 'FortiGate-40F', version: '7.2.4' })
  expect(lineOfProduct({ role: 'firmware', vendor: 'ＦＯＲＴＩＮＥＴ ', name: 'fortigate-40f', version: '７.2.4' })).toBe(line)
  expect(lineOfProduct({ role: 'firmware', vendor: 'Fortinet', name: 'FortiGate-40F', version: '7.2.12' })).not.toBe(line)
})
