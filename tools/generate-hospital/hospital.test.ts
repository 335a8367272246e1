import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { loadCatalogue } from '@mimamori/catalog'
import { assess, date, networkOf, pictureOf, ruleSetFor } from '@mimamori/domain'
import { readFolder } from '@mimamori/formats'
import { afterAll, expect, test } from 'vitest'
import { generateHospital, writeHospital } from './hospital.ts'

const catalogue = loadCatalogue()
const { items } = catalogue.reference
const place = await mkdtemp(join(tmpdir(), 'mimamori-generated-'))
afterAll(() => rm(place, { recursive: true, force: true }))

test('the same seed makes the same hospital, another seed another one', () => {
  expect(generateHospital(items, { seed: 3 })).toEqual(generateHospital(items, { seed: 3 }))
  expect(generateHospital(items, { seed: 3 })).not.toEqual(generateHospital(items, { seed: 4 }))
})

test('it has 500 beds, 60 vendors, about 70 systems with a sheet each, in every state', () => {
  const { facility, vendors, systems, sheets, requests, evidence, contracts } = generateHospital(items).slices
  expect(facility[0]?.beds).toBe(500)
  expect([vendors.length, systems.length, sheets.length]).toEqual([60, 70, 71])
  expect(new Set(vendors.map(({ name }) => name)).size).toBe(60)
  expect(sheets.filter(({ sentOn }) => sentOn === undefined).length).toBeGreaterThan(2)
  expect(sheets.filter(({ sentOn, returnedOn }) => sentOn !== undefined && returnedOn === undefined).length).toBeGreaterThan(4)
  expect(Math.min(requests.length, evidence.length, contracts.length)).toBeGreaterThan(10)
})

test('it has 5,000 devices with what scans saw of them and the programs on them, and the ways out of the house', () => {
  const { assets, claims, software, lines, vpns, remotePaths, remoteLog, faxFlows, accounts } = generateHospital(items).slices
  expect(assets).toHaveLength(5000)
  expect(assets.filter(({ unlisted }) => unlisted).length).toBeGreaterThan(50)
  expect(claims.length).toBeGreaterThan(8000)
  expect(software.length).toBeGreaterThan(6000)
  for (const slice of [lines, vpns, remotePaths, remoteLog, faxFlows, accounts]) expect(slice.length).toBeGreaterThan(4)
})

test('its devices stand in zones, and a few hang on hubs', () => {
  const { slices } = generateHospital(items)
  const { nodes, assetZones, entrances } = networkOf(slices, catalogue.reference, { asOf: date('2026-11-20') })
  expect(slices.zones).toHaveLength(18)
  expect(assetZones.length).toBeGreaterThan(4500)
  expect(nodes.filter(({ kind }) => kind === 'hub').length).toBeGreaterThan(3)
  expect(entrances.length).toBeGreaterThan(3)
})

test('as a folder it is read back without loss and without a problem', { timeout: 60_000 }, async () => {
  const { picture } = await writeHospital(join(place, 'hospital'))
  const read = await readFolder(join(place, 'hospital'))
  expect(read.problems).toEqual([])
  expect(read.skipped).toEqual([])
  expect(read.evidence.size).toBeGreaterThan(0)
  expect(pictureOf({ ...read.picture, revision: 0 })).toEqual(picture)
})

test('every check runs on it', () => {
  const picture = generateHospital(items)
  const { analysis } = assess(ruleSetFor(catalogue), { picture, catalogue, asOf: date('2026-11-20') })
  expect(analysis.failures).toEqual([])
  expect(analysis.findings.length).toBeGreaterThan(300)
})
