import { a, aPicture, arbitraryChange, ids, inputs, startCatalogue, startPicture } from '@mimamori/testing/rules'
import * as fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { derivations, rules } from './all.ts'
import { analyse } from './analyse.ts'
import { date } from './calendar.ts'
import { applyChange } from './change.ts'
import type { Change } from './change-type.ts'
import type { Finding } from './finding.ts'
import { byId, type Picture, type SliceName } from './picture.ts'
import type { Entry } from './record.ts'
import { makeRuleSet } from './rule.ts'
import { type SliceDef, sliceDefs, sliceNames } from './slices.ts'
import { canSee, cutSlices, type Relation, viewFor } from './view.ts'

const asOf = date('2026-11-20')
const set = makeRuleSet(rules, derivations, inputs)
const vendorSlices = new Set<SliceName>([
  'vendors',
  'systems',
  'contracts',
  'assets',
  'software',
  'remotePaths',
  'remoteLog',
  'sheets',
  'answers',
  'evidence',
  'requests',
  'discussions',
  'messages',
  'tasks',
  'taskNotes',
  'contactChanges',
  'visits',
  'visitSteps',
  'responses',
  'responseSteps',
  'plannedUpdates',
  'plannedUpdateSteps',
])
const vendor: Relation = { viewer: 'vendor:v:1', sees: 'own-records', slices: vendorSlices }
const inspector: Relation = {
  viewer: 'inspector' as Relation['viewer'],
  sees: 'whole-slices',
  slices: new Set<SliceName>(['sheets', 'answers', 'requests', 'vendors', 'assets', 'accounts', 'facility']),
} // any organisation id will do

function received(relation: Relation, picture: Picture): string {
  const { findings } = analyse(set, { picture, catalogue: startCatalogue(), asOf })
  return JSON.stringify([viewFor(relation, picture, findings), cutSlices(relation, picture)])
}

function ownerOf(slice: SliceName, record: Entry, picture: Picture): string | undefined {
  return (sliceDefs[slice] as SliceDef<'sources'>).seenBy(record as never, picture.slices) // the record is of this slice
}

/** The record before and after, in either of which it could be seen. */
function isHidden(relation: Relation, before: Picture, after: Picture): boolean {
  return sliceNames.every((slice) => {
    if (!relation.slices.has(slice)) return true
    const seen = (picture: Picture, record: Entry) =>
      relation.sees === 'whole-slices' || ownerOf(slice, record, picture) === relation.viewer
    const lists: readonly [readonly Entry[], readonly Entry[]] = [before.slices[slice], after.slices[slice]]
    const touched = [
      ...lists[0].filter((record) => byId(lists[1], record.id) !== record).map((record) => [before, record] as const),
      ...lists[1].filter((record) => byId(lists[0], record.id) !== record).map((record) => [after, record] as const),
    ]
    return !touched.some(([picture, record]) => seen(picture, record)) && sameOwners(slice, before, after, relation)
  })
}

/** A changed sheet may hand its answers to another vendor: then what is visible has changed, though no answer has. */
function sameOwners(slice: SliceName, before: Picture, after: Picture, relation: Relation): boolean {
  if (relation.sees === 'whole-slices') return true
  const list: readonly Entry[] = before.slices[slice]
  return list.every(
    (record) => (ownerOf(slice, record, before) === relation.viewer) === (ownerOf(slice, record, after) === relation.viewer),
  )
}

const startChanges: readonly Change[] = [
  {
    kind: 'set',
    slice: 'sheets',
    id: 'sh:v1',
    fields: { vendor: ids.vendor('v:1'), system: ids.system('s:1'), sentOn: date('2026-09-01'), returnedOn: date('2026-10-01') },
  },
  {
    kind: 'set',
    slice: 'sheets',
    id: 'sh:v2',
    fields: { vendor: ids.vendor('v:2'), system: ids.system('s:2'), sentOn: date('2026-09-01') },
  },
  {
    kind: 'set',
    slice: 'sheets',
    id: 'sh:v3',
    fields: { vendor: ids.vendor('v:1'), system: ids.system('s:3'), sentOn: date('2026-09-01') },
  },
  { kind: 'set', slice: 'answers', id: 'a:sh:v1.3', fields: { answer: 'no', targetOn: date('2026-10-30'), checkedOn: date('2026-09-30') } },
]

function begin(): Picture {
  return startChanges.reduce((picture, change) => {
    const result = applyChange(picture, change)
    if (result.kind === 'refused') throw new Error(result.why)
    return result.picture
  }, startPicture())
}

describe.each([
  ['a vendor', vendor],
  ['an inspector', inspector],
])('%s', (_, relation) => {
  test('receives the same bytes whatever is changed that it may not see', () => {
    let compared = 0
    fc.assert(
      fc.property(fc.array(arbitraryChange, { maxLength: 12 }), arbitraryChange, (before, change) => {
        const picture = before.reduce((now, one) => applied(now, one), begin())
        const after = applied(picture, change)
        fc.pre(after !== picture && isHidden(relation, picture, after))
        compared++
        expect(received(relation, after)).toBe(received(relation, picture))
      }),
      { numRuns: 150 },
    )
    expect(compared).toBeGreaterThan(100)
  })

  test('does receive something', () => {
    const picture = begin()
    const { findings } = analyse(set, { picture, catalogue: startCatalogue(), asOf })
    expect(viewFor(relation, picture, findings)).not.toEqual([])
    expect(cutSlices(relation, picture).sheets).not.toEqual([])
  })
})

function applied(picture: Picture, change: Change): Picture {
  const result = applyChange(picture, change)
  return result.kind === 'applied' ? result.picture : picture
}

test('a sheet of the facility that names a vendor is judged by that vendor alone', () => {
  const year = (fiscalYear: number) =>
    aPicture({
      vendors: [a.vendor()],
      sheets: [
        a.ownSheet({ fiscalYear }),
        a.ownSheet({ id: ids.sheet('sh:odd'), fiscalYear: 2025, vendor: ids.vendor('v:1'), sentOn: date('2025-06-01') }),
      ],
    })
  expect(received(vendor, year(2026))).toBe(received(vendor, year(2025)))
})

function finding(some: Partial<Finding>): Finding {
  return {
    id: 'x|1',
    rule: 'x',
    area: 'vendors',
    severity: 'critical',
    parties: ['facility', 'vendor:v:1', 'vendor:v:2'],
    subjects: ['v:1'],
    because: [],
    refs: [],
    measures: [],
    ...some,
  }
}

const picture = aPicture({ vendors: [a.vendor(), a.vendor({ id: ids.vendor('v:2') })], people: [a.person()] })
const own = { say: 'own', facts: [{ slice: 'vendors' as const, id: 'v:1' }], severity: 'low' as const }
const hidden = {
  say: 'hidden',
  with: { count: 3 },
  facts: [{ slice: 'people' as const, id: 'p:1' }],
  aside: true as const,
  severity: 'critical' as const,
}

test('a hidden aside leaves no trace: not its words, not its numbers, not its severity, not other vendors', () => {
  const [seen] = viewFor(vendor, picture, [finding({ because: [own, hidden] })])
  expect(seen).toMatchObject({ severity: 'low', parties: ['facility', 'vendor:v:1'] })
  expect(JSON.stringify(seen)).not.toMatch(/hidden|critical|v:2/)
})

test.each([
  ['a finding whose deciding fact is hidden', finding({ because: [own, { ...hidden, aside: undefined as never }] })],
  ['a finding of another vendor', finding({ parties: ['vendor:v:2'], because: [own] })],
  ['a finding that cites no fact, such as a failed check', finding({ because: [{ say: 'failed', facts: [] }] })],
  [
    'a finding that rests on an absence',
    finding({ because: [{ say: 'none', facts: [{ slice: 'vendors', none: { field: 'name', is: 'x' } }] }] }),
  ],
  ['a finding about a record of another vendor', finding({ because: [{ say: 'other', facts: [{ slice: 'vendors', id: 'v:2' }] }] })],
])('%s does not reach a vendor', (_, one) => {
  expect(viewFor(vendor, picture, [one])).toEqual([])
})

test('an absence is seen by who sees the whole slice', () => {
  const absence = { slice: 'vendors' as const, none: { field: 'name', is: 'x' } }
  expect([canSee(vendor, picture, absence), canSee(inspector, picture, absence)]).toEqual([false, true])
})

test('a system in view does not name the other company that made it, nor where the facility heard of it', () => {
  const system = a.system({
    vendor: ids.vendor('v:1'),
    maker: ids.vendor('v:2'),
    services: [ids.service('care:1')],
    source: ids.source('src:1'),
    extra: { 備考: '内緒' },
  })
  const whole = aPicture({ vendors: [a.vendor(), a.vendor({ id: ids.vendor('v:2') })], systems: [system] })
  const cut = cutSlices(vendor, whole)
  expect(cut.vendors.map((one) => one.id)).toEqual(['v:1'])
  expect(cut.systems).toEqual(
    [{ id: system.id, name: system.name, kind: system.kind, vendor: 'v:1' }].map((one) => JSON.parse(JSON.stringify(one))),
  )
})

describe('a task that was handed to a vendor', () => {
  const task = a.task({ vendor: ids.vendor('v:1'), owner: ids.person('p:1'), findings: ['checklists/no|r7:2-06,sh:own'] })
  const notes = [
    a.taskNote({ id: ids.taskNote('tn:1'), kind: 'proof', side: 'vendor', evidence: ids.evidence('e:theirs') }),
    a.taskNote({ id: ids.taskNote('tn:2'), kind: 'proof', inside: 'yes', evidence: ids.evidence('e:ours') }),
  ]
  const evidence = [a.evidence({ id: ids.evidence('e:theirs') }), a.evidence({ id: ids.evidence('e:ours') })]
  const picture = aPicture({ people: [a.person()], vendors: [a.vendor()], tasks: [task], taskNotes: notes, evidence })
  const cut = cutSlices(vendor, picture)

  test('is seen with its proof, without the findings behind it and without who does it in the house', () => {
    expect(cut.tasks).toEqual([a.task({ vendor: ids.vendor('v:1') })])
    expect(cut.taskNotes.map((note) => [note.id, note.evidence])).toEqual([['tn:1', 'e:theirs']])
    expect(cut.evidence.map((one) => one.id)).toEqual(['e:theirs'])
  })

  test('is not seen by another vendor, nor are its findings by a viewer of all tasks', () => {
    expect(cutSlices({ ...vendor, viewer: 'vendor:v:2' }, picture).tasks).toEqual([])
    const association: Relation = { ...inspector, slices: new Set<SliceName>(['tasks', 'taskNotes']) }
    expect(JSON.stringify(cutSlices(association, picture))).not.toContain('checklists/no')
  })
})
