import { type Asset, type AssetId, entityId } from '@mimamori/domain'
import { expect, test } from 'vitest'
import { mergeAssets, staysFirst } from './merge-assets.ts'

const device = (id: string, fields: Partial<Asset> = {}, version = 1) => ({
  version,
  record: { id: entityId<AssetId>(id), name: id, ...fields },
})

test('what is unknown of the device that stays comes from the other, and what is known stays', () => {
  const keep = device('a:1', { room: '3階', macs: ['02:00:00:00:00:01'] })
  const gone = device('a:2', { room: '2階', serial: 'S1', macs: ['02:00:00:00:00:01', '02:00:00:00:00:02'] }, 4)
  expect(mergeAssets(keep, gone).map(({ change, expected }) => ({ change, expected }))).toEqual([
    { change: { kind: 'merge', slice: 'assets', keep: 'a:1', gone: 'a:2' }, expected: 4 },
    {
      change: {
        kind: 'set',
        slice: 'assets',
        id: 'a:1',
        fields: { serial: 'S1', macs: ['02:00:00:00:00:01', '02:00:00:00:00:02'] },
      },
      expected: 1,
    },
  ])
})

test('devices that tell nothing new are merged in one step', () => {
  expect(mergeAssets(device('a:1'), device('a:2'))).toHaveLength(1)
})

test('a listed device stays before one that a scan has found', () => {
  const [found, listed] = [device('a:1', { unlisted: 'yes' }), device('a:2')]
  expect(staysFirst(found, listed)).toEqual({ keep: listed, gone: found })
  expect(staysFirst(listed, found)).toEqual({ keep: listed, gone: found })
})
