import { a, ids } from '@mimamori/testing/rules'
import * as fc from 'fast-check'
import { expect, test } from 'vitest'
import { type Decision, identify } from './identity.ts'
import type { Observation } from './observation.ts'
import type { Asset } from './types.ts'

const some = <T>(...values: readonly T[]) => fc.option(fc.constantFrom(...values), { nil: undefined, freq: 2 })
const mac = (last: number) => `00:80:92:00:00:0${last}`

/** Few values, so that devices meet in every way. */
const keys = fc.record({
  serial: some('AAAA1111', 'BBBB2222', 'CCCC3333'),
  tag: some('K-01', 'K-02'),
  macs: some([mac(1)], [mac(2)], [mac(1), mac(3)], ['da:a1:19:00:00:01']),
  names: some('PC-0101', 'PC-0102', 'localhost'),
  ip: some('10.0.0.1', '10.0.0.2'),
  model: some('OptiPlex 7010', 'RTX1220'),
})
type Drawn = typeof keys extends fc.Arbitrary<infer T> ? T : never

function assetOf({ serial, tag, macs, names, ip, model }: Drawn, number: number): Asset {
  return a.asset({
    id: ids.asset(`d:${number}`),
    ...(serial !== undefined && { serial }),
    ...(tag !== undefined && { tag }),
    ...(macs && { macs }),
    ...(names !== undefined && { hostNames: [names] }),
    ...(ip !== undefined && { ips: [ip] }),
    ...(model !== undefined && { model }),
  })
}

function observationOf({ serial, tag, macs, names, ip, model }: Drawn, number: number): Observation {
  return {
    source: 'nmap',
    file: number % 2 === 0 ? 'one.xml' : 'two.xml',
    row: number + 1,
    ...(serial !== undefined && { serials: [serial] }),
    ...(tag !== undefined && { tags: [tag] }),
    ...(macs && { macs }),
    ...(names !== undefined && { names: [names] }),
    ...(ip !== undefined && { ips: [ip] }),
    ...(model !== undefined && { model }),
  }
}

const imports = fc.tuple(fc.array(keys, { maxLength: 6 }), fc.array(keys, { minLength: 1, maxLength: 8 }))

function deviceOf(decision: Decision | undefined): string | undefined {
  if (!decision || decision.kind === 'conflict') return undefined
  return decision.kind === 'same' ? decision.asset : `new ${decision.group}`
}

test('whatever is read, two serial numbers are never held to be one device', () => {
  fc.assert(
    fc.property(imports, ([listed, told]) => {
      const assets = listed.map(assetOf)
      const { decisions } = identify(told.map(observationOf), { assets })
      const serials = new Map<string, string>(assets.flatMap(({ id, serial }) => (serial === undefined ? [] : [[id, serial] as const])))
      for (const [at, { serial }] of told.entries()) {
        const device = deviceOf(decisions[at])
        if (device === undefined || serial === undefined) continue
        expect(serials.get(device) ?? serial).toBe(serial)
        serials.set(device, serial)
      }
    }),
    { numRuns: 500 },
  )
})

test('whatever is read, an asset is recognised only by a key that is not an IP address', () => {
  fc.assert(
    fc.property(imports, ([listed, told]) => {
      const assets = listed.map(assetOf)
      const onlyAddress = told.map(({ ip }) => observationOf({ ip } as Drawn, 0)).map((one) => ({ ...one, kind: 'pc' as const })) // all else unknown
      for (const { kind } of identify(onlyAddress, { assets }).decisions) expect(kind).not.toBe('same')
    }),
    { numRuns: 200 },
  )
})

test('every observation gets one decision, and the same input gives the same decisions', () => {
  fc.assert(
    fc.property(imports, ([listed, told]) => {
      const assets = listed.map(assetOf)
      const observations = told.map(observationOf)
      const once = identify(observations, { assets }).decisions
      expect(once.map(({ observation }) => observation)).toEqual(observations.map((_, at) => at))
      expect(identify(observations, { assets }).decisions).toEqual(once)
    }),
    { numRuns: 200 },
  )
})
