import { smallNetwork, worldOf } from '@mimamori/testing/rules'
import { expect, test } from 'vitest'
import type { Kept } from './kept.ts'
import { mapForPack, placedMap } from './map-drawing.ts'
import { modelOf } from './network/model.ts'

const nowOf = (world: ReturnType<typeof worldOf>) => ({ analysis: { world } }) as unknown as Pick<Kept, 'analysis'> // the world is all that is read

test('the map of a pack is drawn once for a network and a language, and anew when something on it is called otherwise', () => {
  const world = worldOf(smallNetwork())
  const first = mapForPack(nowOf(world), 'ja').map
  expect(first).toMatchObject({ confirmedOn: '2026-11-18' })
  expect(mapForPack(nowOf({ ...world, people: [] }), 'ja').map).toBe(first)
  const renamed = { ...world, zones: world.zones.map((zone) => ({ ...zone, name: `新しい${zone.name}` })) }
  expect(mapForPack(nowOf(renamed), 'ja').map?.svg).toContain('新しい')
  expect(mapForPack(nowOf(world), 'en').map?.svg).not.toBe(first?.svg)
})

test('a facility without zones has no map in its pack', () => {
  expect(mapForPack(nowOf(worldOf({})), 'ja')).toEqual({})
})

test('whoever looks at the map of one network is given one drawing, until something on it changes', () => {
  const world = worldOf(smallNetwork())
  const map = placedMap(nowOf(world), 'ja')
  expect(placedMap(nowOf({ ...world, people: [] }), 'ja')).toBe(map)
  expect(placedMap(nowOf(world), 'en')).not.toBe(map)
  expect(placedMap(nowOf(world), 'ja')).toBe(map)
  expect(placedMap(nowOf({ ...world, mapPlaces: [] }), 'ja')).not.toBe(map)
  const [path] = world.forbiddenPaths
  const lit = path && placedMap(nowOf(world), 'ja', { path })
  expect(lit?.lit.length).toBeGreaterThan(0)
  expect(path && placedMap(nowOf(world), 'ja', { path })).toBe(lit)
  const model = modelOf(nowOf(world), { lang: 'ja' })
  expect(modelOf(nowOf(world), { lang: 'ja' })).toBe(model)
  expect(modelOf(nowOf(world), { lang: 'ja', unfolded: 'stack:none' })).not.toBe(model)
})
