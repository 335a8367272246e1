import { a, aPicture, aReference, ids, inputs } from '@mimamori/testing/rules'
import { expect, test } from 'vitest'
import { derivations } from '../all.ts'
import { analyse } from '../analyse.ts'
import { date } from '../calendar.ts'
import type { Slices } from '../picture.ts'
import { makeRuleSet } from '../rule.ts'

const set = makeRuleSet([], derivations, inputs)
const gate = a.asset({ kind: 'router' })
const endedOn = date('2026-10-01')

function ways(slices: Partial<Slices>) {
  const picture = aPicture({ assets: [gate], ...slices })
  const catalogue = { version: 't', reference: aReference({}), rules: new Map() }
  const { waysToDevices } = analyse(set, { picture, catalogue, asOf: date('2026-11-20') }, undefined, { strict: true }).world
  return waysToDevices.map(({ id, because, from }) => [id, because, from])
}

test('a VPN that ends on a device and a way of maintenance that names it lead there', () => {
  expect(ways({ vpns: [a.vpn({ device: gate.id })] })).toEqual([[gate.id, 'maintenance', 'vpn:1']])
  expect(ways({ remotePaths: [a.remotePath({ assets: [gate.id] })] })).toEqual([[gate.id, 'maintenance', 'rp:1']])
})

test('one that was given up leads nowhere, nor does one that came by a VPN given up', () => {
  expect(ways({ vpns: [a.vpn({ device: gate.id, endedOn })] })).toEqual([])
  expect(ways({ remotePaths: [a.remotePath({ assets: [gate.id], endedOn })] })).toEqual([])
  const byVpn = a.remotePath({ assets: [gate.id], vpn: ids.vpn('vpn:1') })
  expect(ways({ vpns: [a.vpn({ endedOn })], remotePaths: [byVpn] })).toEqual([])
})
