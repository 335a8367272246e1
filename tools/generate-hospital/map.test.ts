import { rm } from 'node:fs/promises'
import { join } from 'node:path'
import { loadCatalogue } from '@mimamori/catalog'
import { layoutMap, mapInputOf, mapModel, mostBoxes, qualityOf } from '@mimamori/diagram'
import { assess, date, type Picture, ruleSetFor } from '@mimamori/domain'
import { readFolder } from '@mimamori/formats'
import { largerExample } from '@mimamori/testing/facilities'
import { describe, expect, test } from 'vitest'
import { generateHospital } from './hospital.ts'

const catalogue = loadCatalogue()
const picture = generateHospital(catalogue.reference.items)
const input = inputOf(picture)

function inputOf(picture: Picture) {
  return mapInputOf(worldOf(picture), 'ja')
}

function worldOf(picture: Picture) {
  return assess(ruleSetFor(catalogue), { picture, catalogue, asOf: date('2026-11-20') }).analysis.world
}

const none = { zoneOverlaps: 0, boxOverlaps: 0, labelOverlaps: 0, throughBoxes: 0, throughTitles: 0, sharedStretches: 0 }

describe('the map of the hospital of 500 beds', () => {
  const world = worldOf(picture)
  const model = mapModel(input)
  const outside = model.boxes.filter((box) => box.role === 'outside')

  test('has few boxes, is no wider than a screen or two, and nothing lies on anything', () => {
    const map = layoutMap(model)
    expect(map.boxes.length).toBeLessThanOrEqual(mostBoxes)
    expect(map.width).toBeLessThanOrEqual(2400)
    expect(qualityOf(map)).toMatchObject(none)
  })

  test('shows its lines one by one, and its VPNs and remote paths in stacks', () => {
    expect(outside.length).toBeLessThanOrEqual(8)
    const alone = new Set(outside.filter((box) => box.count === 1).map((box) => box.id))
    const lines = world.networkNodes.filter((node) => node.kind === 'outside' && node.line === node.id)
    expect(lines.map((line) => alone.has(line.id))).toEqual(lines.map(() => true))
    expect(outside.flatMap((box) => box.members).length).toBe(world.networkNodes.filter((node) => node.kind === 'outside').length)
  })

  test('stays as wide, and without a fault, when a stack of the outside is unfolded, and folded again', () => {
    const before = layoutMap(model)
    for (const stack of outside.filter((box) => box.foldable)) {
      const open = mapModel({ ...input, unfolded: [stack.id] })
      expect(open.boxes.length).toBe(model.boxes.length + stack.count - 1)
      const after = layoutMap(open, { previous: before })
      for (const map of [layoutMap(open), after, layoutMap(model, { previous: after })]) {
        expect(map.width).toBeLessThanOrEqual(2400)
        expect(qualityOf(map)).toMatchObject(none)
      }
    }
  })

  test('shows the start of a lit way on its own', () => {
    const path = world.forbiddenPaths.find(({ start }) => outside.some((box) => box.foldable && box.members.includes(start)))
    const lit = mapModel({ ...input, ...(path && { path }) })
    expect(lit.boxes.find((box) => box.id === path?.start)).toMatchObject({ role: 'outside', count: 1 })
    expect(lit.boxes.filter((box) => box.role === 'outside').length).toBeLessThanOrEqual(8)
    expect(qualityOf(layoutMap(lit))).toMatchObject(none)
  })
})

test('a map of more lines than anybody reads still ends, with every line', async () => {
  const place = await largerExample('hospital-180beds', 10)
  const { picture } = await readFolder(join(place, 'hospital-180beds'))
  await rm(place, { recursive: true })
  const model = mapModel(inputOf(picture))
  expect(model.edges.length).toBeGreaterThan(400)
  const map = layoutMap(model)
  expect(map.edges.filter((edge) => edge.points.length < 2)).toEqual([])
  expect(map.edges.length).toBeGreaterThanOrEqual(model.edges.length)
})
