import { a, aPicture, ids } from '@mimamori/testing/rules'
import { describe, expect, test } from 'vitest'
import type { Slices } from '../picture.ts'
import { isVlan, networkFaults } from './faults.ts'

const none = aPicture({}).slices

function whyOf(slices: Partial<Slices>, before: Partial<Slices> = {}): readonly string[] {
  return networkFaults({ ...none, ...before }, aPicture(slices).slices).map(({ why }) => why)
}

describe('a zone', () => {
  test.each([
    ['10.18.20.0/24', []],
    ['2001:db8:18::/48', []],
    ['10.18.20.0/33', ['unreadable-block']],
    ['10.18.20', ['unreadable-block']],
    ['病棟', ['unreadable-block']],
  ])('with the block %s: %j', (prefix, why) => {
    expect(whyOf({ zones: [a.zone({ prefixes: [prefix] })] })).toEqual(why)
  })

  test('holds numbers of VLANs from 1 to 4094', () => {
    expect(['1', '20', '4094', '0', '4095', 'VLAN20', ''].filter(isVlan)).toEqual(['1', '20', '4094'])
    expect(whyOf({ zones: [a.zone({ vlans: ['20', '5000'] })] })).toEqual(['unreadable-vlan'])
  })

  test('may overlap another: that is asked about and no fault', () => {
    const zones = ['z:a', 'z:b'].map((id) => a.zone({ id: ids.zone(id), prefixes: ['10.0.0.0/8'] }))
    expect(whyOf({ zones })).toEqual([])
  })

  test('that stood there before is left alone', () => {
    const zones = [a.zone({ prefixes: ['病棟'] })]
    expect(whyOf({ zones }, { zones })).toEqual([])
  })
})

describe('a link', () => {
  const zone = ids.zone('z:a')
  const [one, other] = [ids.asset('d:1'), ids.asset('d:2')]
  test.each([
    ['between a device and a zone', { fromAsset: one, toZone: zone }, []],
    ['without its other end', { fromAsset: one }, ['link-ends']],
    ['without any end', {}, ['link-ends']],
    ['with two ends of one side', { fromAsset: one, fromZone: zone, toAsset: other }, ['link-ends']],
    ['from a device to itself', { fromAsset: one, toAsset: one }, ['link-to-itself']],
    ['from a zone to itself', { fromZone: zone, toZone: zone }, ['link-to-itself']],
  ])('%s: %j', (_, ends, why) => {
    const { id, layer, control } = a.link()
    expect(whyOf({ links: [{ id, layer, control, ...ends }] })).toEqual(why)
  })
})

test('a place on the map is of one thing', () => {
  const place = { id: a.mapPlace().id, x: 1, y: 2 }
  expect(whyOf({ mapPlaces: [place] })).toEqual(['place-ends'])
  expect(whyOf({ mapPlaces: [{ ...place, zone: ids.zone('z:a'), asset: ids.asset('d:1') }] })).toEqual(['place-ends'])
  expect(whyOf({ mapPlaces: [{ ...place, asset: ids.asset('d:1') }] })).toEqual([])
})
