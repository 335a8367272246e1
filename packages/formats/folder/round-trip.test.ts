import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import {
  type Entry,
  extraLimits,
  type Picture,
  pictureOf,
  type SliceName,
  type Slices,
  sliceDefs,
  type TextLimit,
  textFault,
  textLimitOf,
} from '@mimamori/domain'
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { problemInWords } from '../errors.ts'
import type { AnyField } from './field.ts'
import { isRequired } from './field.ts'
import { readFolder } from './read.ts'
import { tables } from './tables.ts'
import { writeFolder } from './write.ts'

const awkward = fc.oneof(
  fc.string({ unit: 'grapheme', minLength: 1, maxLength: 12 }),
  fc.string({ unit: 'binary', minLength: 1, maxLength: 6 }),
  fc.constantFrom(
    '=1+1',
    '+81',
    '-',
    '@x',
    "'=",
    "'",
    ' ',
    '　',
    'a\r\nb',
    'a\nb\n',
    '\tx',
    '髙﨑①㈱',
    '"引用"',
    'a,b',
    'null',
    'no',
    '~',
    '1e5',
    '2026-11-20',
    'なし',
    '<b>x</b>',
    '#',
    '- x',
    'a: b',
    '\ufeffx',
    'ID',
    '番号',
    '追加:番号',
    '[]',
    '{}',
    '\u2028',
    '0',
    '__proto__',
  ),
)
const isoDay = fc
  .date({ min: new Date('2019-05-01T00:00:00Z'), max: new Date('2035-12-31T00:00:00Z'), noInvalidDate: true })
  .map((date) => date.toISOString().slice(0, 10))
const entityId = fc.stringMatching(/^[a-z0-9][a-z0-9._:-]{0,20}$/)
const vlan = fc.integer({ min: 1, max: 4094 }).map(String)
const items = fc.oneof(
  fc.integer({ min: 1, max: 13 }).map((n) => `r7:2-${String(n).padStart(2, '0')}`),
  fc.constantFrom('r7:0', 'r6:3-01', 'r7:x'),
)

type Ids = Readonly<Record<SliceName, readonly string[]>>

/** Awkward text that a record may hold. */
function within(limit: TextLimit | undefined): fc.Arbitrary<string> {
  return limit ? awkward.filter((text) => textFault(text, limit) === undefined) : awkward
}

function someValue(slice: SliceName, key: string, field: AnyField, ids: Ids): fc.Arbitrary<unknown> {
  const { shape } = field
  const plain = ((): fc.Arbitrary<unknown> => {
    switch (shape.kind) {
      case 'text':
        return within(textLimitOf(slice, key))
      case 'whole':
        return fc.integer({ min: Math.max(shape.min, -5000), max: Math.min(shape.max, 5000) })
      case 'decimal':
        return fc.double({ min: shape.min, max: shape.max, noNaN: true }).map((n) => (n < 1e-99 ? 0 : n))
      case 'date':
        return isoDay
      case 'word':
        return fc.constantFrom(...Object.keys(shape.words))
      case 'words':
        return fc.uniqueArray(fc.constantFrom(...Object.keys(shape.words)), { maxLength: 3 })
      case 'year':
        return fc.integer({ min: 2019, max: 2040 })
      case 'mark':
        return fc.constantFrom('yes', 'no', 'not-applicable', 'other-party')
      case 'edition':
        return fc.constantFrom('r5', 'r6', 'r7', 'gl51')
      case 'item':
        return items
      case 'ref':
        return ids[shape.to].length > 0 ? fc.constantFrom(...ids[shape.to]) : fc.constant(undefined)
      case 'refs':
        return fc
          .uniqueArray(fc.constantFrom(...ids[shape.to], ...(ids[shape.to].length > 0 ? [] : ['x'])), { maxLength: 3 })
          .map((list) => list.filter((id) => ids[shape.to].includes(id)))
      case 'names':
        if (shape.of)
          return fc.array(shape.of === 'vlan' ? vlan : fc.constantFrom('10.18.20.0/24', '10.0.0.7', '2001:db8::/48'), { maxLength: 3 })
        return fc.array(key.endsWith('parties') ? fc.constantFrom('facility', 'vendor:v1') : entityId, { maxLength: 3 })
      case 'json':
        return key.endsWith('parts')
          ? fc.constant([])
          : fc.array(fc.record({ fact: fc.record({ slice: fc.constant('vendors'), id: entityId }), print: awkward }), { maxLength: 2 })
      case 'group':
        return fc.record(
          Object.fromEntries(Object.entries(shape.fields).map(([part, inner]) => [part, someValue(slice, `${key}.${part}`, inner, ids)])),
          {
            requiredKeys: Object.entries(shape.fields)
              .filter(([, inner]) => isRequired(inner))
              .map(([part]) => part),
          },
        )
    }
  })()
  return field.isFact ? fc.oneof({ weight: 3, arbitrary: plain }, fc.constantFrom('none', 'not-applicable')) : plain
}

function recordOf(slice: SliceName, id: string, ids: Ids): fc.Arbitrary<Entry> {
  const fields = Object.fromEntries(Object.entries(tables[slice]).map(([key, field]) => [key, someValue(slice, key, field, ids)]))
  const required = Object.entries(tables[slice])
    .filter(([, field]) => isRequired(field))
    .map(([key]) => key)
  const provenance = fc.record(
    { source: fc.constantFrom(...ids.sources), row: fc.integer({ min: 1, max: 999 }), confirmedOn: isoDay },
    { requiredKeys: [] },
  )
  const shape: Record<string, fc.Arbitrary<unknown>> = {
    ...fields,
    source: fc.constantFrom(...ids.sources),
    row: fc.integer({ min: 1, max: 999 }),
    confirmedOn: isoDay,
    fields: fc.dictionary(fc.constantFrom('name', 'beds', 'note'), provenance, { minKeys: 1 }),
    extra: fc.dictionary(within(extraLimits.name), fc.oneof(within(extraLimits.text), fc.constant('')), { minKeys: 1, maxKeys: 3 }),
  }
  return fc.record(shape, { requiredKeys: required }).map((record) => ({ ...plain(record), id }))
}

/** Dictionaries of fast-check have no prototype; keys without a value are unknown. */
function plain(record: object): object {
  return JSON.parse(JSON.stringify(record)) as object // a record is plain JSON
}

const amounts: Readonly<Record<SliceName, number>> = {
  sources: 2,
  aliases: 0,
  retired: 1,
  register: 2,
  facility: 1,
  people: 2,
  services: 2,
  contacts: 1,
  vendors: 3,
  systems: 3,
  contracts: 2,
  backups: 1,
  assets: 3,
  claims: 2,
  software: 2,
  lines: 1,
  vpns: 1,
  remotePaths: 1,
  remoteLog: 1,
  faxFlows: 1,
  accounts: 1,
  zones: 2,
  links: 2,
  mapPlaces: 1,
  sheets: 4,
  answers: 6,
  evidence: 2,
  requests: 2,
  ticks: 1,
  discussions: 1,
  messages: 2,
  inspections: 2,
  inspectionPoints: 2,
  tasks: 2,
  taskNotes: 2,
  contactChanges: 2,
  visits: 2,
  visitSteps: 2,
  disclosures: 2,
  matches: 2,
  warnings: 2,
  responses: 2,
  responseSteps: 2,
  plannedUpdates: 2,
  plannedUpdateSteps: 2,
  controls: 2,
  riskDecisions: 2,
  finances: 1,
  quotes: 2,
  lossInputs: 2,
  planChoices: 2,
  policies: 1,
  approvals: 1,
  approvalBoxes: 2,
}

const pictures: fc.Arbitrary<Picture> = fc
  .record(
    Object.fromEntries(
      Object.entries(amounts).map(([slice, most]) => [
        slice,
        fc.uniqueArray(entityId, { minLength: slice === 'retired' || slice === 'register' ? 0 : most, maxLength: most }),
      ]),
    ),
  )
  .chain((drawn) => {
    const ids = drawn as unknown as Ids // one list per slice
    const lists = Object.fromEntries(
      Object.keys(amounts).map((slice) => [slice, fc.tuple(...ids[slice as SliceName].map((id) => recordOf(slice as SliceName, id, ids)))]),
    ) // keys are slices
    return fc.tuple(fc.record(lists), fc.nat()).map(([slices, revision]) =>
      pictureOf({
        facility: ids.facility[0] as Picture['facility'],
        revision,
        slices: joined(answeredOnce(slices as unknown as Slices)),
      }),
    ) // built from the tables of the slices
  })

/** A row of a sheet has one answer: where two were drawn, the later one is given an item of its own. */
function answeredOnce(slices: Slices): Slices {
  const taken = new Set<string>()
  const answers = slices.answers.map((answer, at) => {
    const row = `${answer.sheet} ${answer.item} ${answer.part ?? ''}`
    if (taken.has(row)) return { ...answer, item: `r7:4-${at + 10}` as typeof answer.item } // an id that no other answer has
    taken.add(row)
    return answer
  })
  return { ...slices, answers }
}

/** A link has one end on each side, and a place on the map is of one thing. */
function joined(slices: Slices): Slices {
  const [zone] = slices.zones
  const links = slices.links.map(({ fromZone: _, toZone: __, fromAsset, fromLine, toAsset, ...link }) => {
    const from = fromAsset && fromAsset !== toAsset ? { fromAsset } : fromLine ? { fromLine } : zone && { fromZone: zone.id }
    return {
      ...link,
      ...from,
      ...(toAsset ? { toAsset } : from && 'fromZone' in from ? { toAsset: slices.assets[0]?.id } : { toZone: zone?.id }),
    }
  })
  const mapPlaces = slices.mapPlaces.map(({ asset: _, line: __, ...place }) => ({ ...place, zone: place.zone ?? zone?.id }))
  return { ...slices, links, mapPlaces } as Slices // each draws at least one zone and one device
}

async function throughFolder(picture: Picture): Promise<{ picture: Picture; problems: readonly string[] }> {
  const base = await mkdtemp(join(tmpdir(), 'mimamori-'))
  try {
    await writeFolder(picture, join(base, 'f'))
    const read = await readFolder(join(base, 'f'))
    return {
      picture: read.picture,
      problems: read.problems
        .map((found) => problemInWords(found, 'ja'))
        .filter((message) => !/evidence|同じ会社|文字として読めない/.test(message)),
    }
  } finally {
    await rm(base, { recursive: true })
  }
}

describe('a facility folder', () => {
  test('gives back an equal picture, whatever characters it holds', { timeout: 120_000 }, async () => {
    await fc.assert(
      fc.asyncProperty(pictures, async (picture) => {
        expect(await throughFolder(picture)).toEqual({ picture, problems: [] })
      }),
      { numRuns: Number(process.env.RUNS ?? 60), endOnFailure: !!process.env.RUNS },
    )
  })

  test('has a table for every reference of a record', () => {
    for (const [slice, def] of Object.entries(sliceDefs))
      for (const field of Object.keys(def.refs)) expect(tables[slice as SliceName][field]?.shape.kind).toMatch(/^refs?$/) // keys are slices
  })
})
