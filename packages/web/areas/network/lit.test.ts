import { layoutMap, type MapBox, type MapEdge, type MapModel } from '@mimamori/diagram'
import { expect, test } from 'vitest'
import { litOn } from './lit.ts'
import { firstOf, stepFrom } from './walk.ts'

const box = (id: string, more: Partial<MapBox>): MapBox => ({
  id,
  role: 'device',
  title: id,
  label: id,
  count: 1,
  age: 'recent',
  members: [id],
  rank: 0,
  ...more,
})
const line = (from: string, to: string, edges: readonly string[]): MapEdge => ({
  id: `${from}~${to}`,
  from,
  to,
  label: '',
  edges,
  layer: 'l3',
  control: 'none',
})
const model: MapModel = {
  lang: 'ja',
  boxes: [
    box('line:net', { role: 'outside' }),
    box('d:fw', { role: 'entrance', entrance: true }),
    box('stack:z:a|pc', { role: 'stack', zone: 'z:a', count: 9, members: ['d:1', 'd:2'], foldable: true }),
  ],
  zones: [{ id: 'z:a', title: 'a', label: 'a', tier: 2, rank: 0, count: 9, members: ['z:a'] }],
  edges: [line('d:fw', 'line:net', ['e:1']), line('d:fw', 'z:a', ['e:2'])],
  hops: [],
  entrances: 1,
  title: '',
  about: '',
}

test('a way is lit line by line in the direction in which it goes, and ends in the stack that holds its last device', () => {
  const way = {
    start: 'line:net',
    hops: [
      { edge: 'e:1', to: 'd:fw' },
      { edge: 'e:2', to: 'z:a' },
      { edge: 'e:3', to: 'd:2' },
    ],
  }
  expect(litOn(model, way, new Set(['e:2'])).hops).toEqual([
    { number: 1, from: 'line:net', to: 'd:fw', edge: 'd:fw~line:net' },
    { number: 2, from: 'd:fw', to: 'z:a', edge: 'd:fw~z:a', cut: true },
    { number: 3, from: 'z:a', to: 'stack:z:a|pc' },
  ])
  expect(litOn(model, undefined, new Set(['e:1'])).edges.map(({ cut }) => cut)).toEqual([true, undefined])
})

test('arrows lead along lines, into a zone and out again, and nowhere where nothing lies', () => {
  const map = layoutMap(model)
  expect(firstOf(map)).toBe('line:net')
  expect(stepFrom(map, 'line:net', 'down')).toBe('d:fw')
  expect(stepFrom(map, 'd:fw', 'down')).toBe('z:a')
  expect(stepFrom(map, 'd:fw', 'up')).toBe('line:net')
  expect(stepFrom(map, 'line:net', 'up')).toBeUndefined()
})
