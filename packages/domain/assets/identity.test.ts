import { a, aReference, identityPairs, ids, judgePairs, scoreOf } from '@mimamori/testing/rules'
import { describe, expect, test } from 'vitest'
import { type Decision, identify } from './identity.ts'
import { identityRules } from './identity-rules.ts'
import type { Observation } from './observation.ts'
import type { Asset } from './types.ts'

const mac = '00:80:92:00:00:01'

function seen(some: Partial<Observation>): Observation {
  return { source: 'nmap', file: 'scan.xml', row: 1, ...some }
}

function decided(assets: readonly Asset[], ...observations: readonly Partial<Observation>[]): readonly string[] {
  return identify(
    observations.map((one, at) => seen({ row: at + 1, ...one })),
    { assets },
  ).decisions.map(inWords)
}

function inWords(decision: Decision): string {
  if (decision.kind === 'same') return `same ${decision.asset} by ${decision.rule}`
  if (decision.kind === 'new') return `new ${decision.group} by ${decision.rule}`
  return `conflict ${[...decision.candidates, ...decision.others].join(' ')} by ${decision.rule}`
}

describe('one device in several sources', () => {
  test('is told by its strongest key, and the others join through it', () => {
    const assets = [a.asset({ serial: 'ABC-12345' })]
    const register = { source: 'register' as const, file: 'list.xlsx', serials: ['abc12345'], names: ['UKETSUKE-01'], macs: [mac] }
    expect(decided(assets, { macs: [mac], ips: ['192.168.1.5'] }, register)).toEqual(['same d:1 by mac', 'same d:1 by serial'])
  })

  test('that the register does not hold is one new device and not three', () => {
    const observations = [
      { source: 'dhcp' as const, macs: [mac], names: ['PC-0042'] },
      { source: 'arp' as const, macs: [mac], ips: ['192.168.1.9'] },
      { source: 'directory' as const, names: ['pc-0042.example.local'], os: 'Windows 11' },
    ]
    expect(decided([], ...observations)).toEqual(['new 0 by nothing-known', 'new 0 by nothing-known', 'new 0 by nothing-known'])
  })

  test('keeps the keys that earlier sources gave it', () => {
    const claims = [a.claim({ macs: [mac], names: ['PC-0042'], ips: ['192.168.1.9'] })]
    const { decisions } = identify([seen({ macs: [mac] }), seen({ ips: ['192.168.1.9'] })], { assets: [a.asset()], claims })
    expect(decisions.map(inWords)).toEqual(['same d:1 by mac', 'new 1 by nothing-known'])
  })
})

describe('two devices', () => {
  test('with two serial numbers are never one, whatever else they share', () => {
    const assets = [a.asset({ serial: 'ABC-12345', hostNames: ['PC-0042'], macs: [mac], tag: 'K-0042' })]
    expect(decided(assets, { serials: ['XYZ-98765'], names: ['PC-0042'], macs: [mac], tags: ['K-0042'] })).toEqual([
      'new 0 by other-serial',
    ])
  })

  test('are never joined through a third that is like both', () => {
    const one = { serials: ['AAAA-1111'], names: ['PC-0042'] }
    const other = { serials: ['BBBB-2222'], names: ['PC-0042'] }
    const [first, second] = decided([], one, { names: ['PC-0042'] }, other).filter((_, at) => at !== 1)
    expect(first).not.toEqual(second)
  })

  test('with nothing but the IP address in common wait for a person', () => {
    const assets = [a.asset({ ips: ['192.168.1.5'], macs: [mac] })]
    expect(decided(assets, { ips: ['192.168.1.5'] })).toEqual(['conflict d:1 by ip-alone'])
    expect(decided(assets, { ips: ['192.168.1.5'], macs: ['00:80:92:00:00:02'] })).toEqual(['new 0 by nothing-known'])
  })

  test('in the register stay two, even where an observation fits both', () => {
    const assets = [a.asset({ serial: 'ABC-12345' }), a.asset({ id: ids.asset('d:2'), macs: [mac] })]
    const both = identify([seen({ serials: ['ABC-12345'], macs: [mac] })], { assets }).decisions
    expect(both).toEqual([{ kind: 'same', observation: 0, asset: 'd:1', rule: 'serial', against: ['d:2'] }])
  })

  test('of one serial number in the register wait for a person, unless a weaker key tells them apart', () => {
    const assets = [a.asset({ serial: 'ABC-12345', macs: [mac] }), a.asset({ id: ids.asset('d:2'), serial: 'ABC-12345' })]
    expect(decided(assets, { serials: ['ABC-12345'] })).toEqual(['conflict d:1 d:2 by several-assets'])
    expect(decided(assets, { serials: ['ABC-12345'], macs: [mac] })).toEqual(['same d:1 by mac'])
  })
})

describe('a thousand sights', () => {
  test('of one device are joined once, and of a thousand devices are told apart', () => {
    const same = Array.from({ length: 1000 }, () => ({ macs: [mac] }))
    expect(new Set(decided([a.asset({ macs: [mac] })], ...same))).toEqual(new Set(['same d:1 by mac']))
    const apart = Array.from({ length: 1000 }, (_, at) => ({ serials: [`JPA${1000 + at}`], names: ['PC-0042'] }))
    expect(new Set(decided([], ...apart)).size).toBe(1000)
  })
})

describe('MAC addresses that tell little', () => {
  test('one that a file gives to many devices joins none of them', () => {
    const through = [1, 2, 3, 4, 5, 6, 7, 8, 9].map((last) => ({ macs: [mac], ips: [`10.0.0.${last}`] }))
    expect(
      decided([a.asset({ macs: [mac] })], ...through).every((one) => one.startsWith('conflict d:1') && one.endsWith('by mac-shared')),
    ).toBe(true)
  })

  test('a random or a virtual one counts only together with the name', () => {
    const random = '3a:11:22:33:44:55'
    expect(decided([a.asset({ macs: [random] })], { macs: [random] })).toEqual(['conflict d:1 by mac-weak-alone'])
    expect(decided([a.asset({ macs: [random], hostNames: ['tablet-7f'] })], { macs: [random], names: ['tablet-7f'] })).toEqual([
      'same d:1 by weak-mac',
    ])
  })
})

test('placeholders of makers are no serial numbers', () => {
  const assets = [a.asset({ serial: 'To be filled by O.E.M.' })]
  expect(decided(assets, { serials: ['To Be Filled By O.E.M.'] })).toEqual(['new 0 by nothing-known'])
})

test('every rule of identity has its words in the catalogue', () => {
  const words = new Set(aReference().assetSentences.map(({ id }) => id))
  expect(identityRules.filter((rule) => !words.has(`identity:${rule}`))).toEqual([])
})

describe('the labelled pairs', () => {
  const judged = judgePairs(identityPairs())

  test('are at least 200, of every label', () => {
    expect(judged.length).toBeGreaterThanOrEqual(200)
    expect(new Set(judged.map(({ label }) => label)).size).toBe(3)
  })

  test('that are different are never joined', () => {
    expect(judged.filter(({ label, verdict }) => label === 'different' && verdict === 'same').map(({ line }) => line)).toEqual([])
  })

  test('are told with the precision and recall that the bench prints, or better', () => {
    const { precision, recall } = scoreOf(judged)
    expect({ precision: precision >= 0.95, recall: recall >= 0.9, at: [precision, recall] }).toMatchObject({
      precision: true,
      recall: true,
    })
  })
})
