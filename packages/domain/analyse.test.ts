import { isDeepStrictEqual } from 'node:util'
import {
  a,
  anyEntry,
  aPicture,
  aReference,
  arbitraryChange,
  arbitraryDay,
  ids,
  inputs,
  startCatalogue,
  startPicture,
} from '@mimamori/testing/rules'
import * as fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { derivations, rules } from './all.ts'
import { type Analysis, analyse, type Catalogue } from './analyse.ts'
import { addDays, date } from './calendar.ts'
import { applyChange } from './change.ts'
import type { Change } from './change-type.ts'
import { fact } from './finding.ts'
import type { CalendarDate } from './ids.ts'
import type { Picture, Reference } from './picture.ts'
import { defineDerivation, defineRule, makeRuleSet, type Rule } from './rule.ts'

const set = makeRuleSet(rules, derivations, inputs)
const asOf = date('2026-11-20')

type Step =
  | { kind: 'change'; change: Change }
  | { kind: 'day'; day: CalendarDate }
  | { kind: 'entry'; rule: string }
  | { kind: 'list'; list: keyof typeof otherLists }

/** Lists of the catalogue as another version of it might have them. */
const otherLists = {
  items: ({ items }: Reference) => ({ items: items.map((item) => ({ ...item })) }),
  assetKinds: ({ assetKinds }: Reference) => ({ assetKinds: assetKinds.map((one) => ({ ...one, onNetwork: !one.onNetwork })) }),
  urgencyTable: ({ urgencyTable }: Reference) => ({
    urgencyTable: urgencyTable.map((row) => (row.dueDays === undefined ? row : { ...row, dueDays: row.dueDays + 1 })),
  }),
} satisfies Readonly<Record<string, (reference: Reference) => Partial<Reference>>>

const step: fc.Arbitrary<Step> = fc.oneof(
  { arbitrary: arbitraryChange.map((change) => ({ kind: 'change' as const, change })), weight: 8 },
  arbitraryDay.map((day) => ({ kind: 'day' as const, day })),
  fc.constantFrom(...rules.map((rule) => rule.id)).map((rule) => ({ kind: 'entry' as const, rule })),
  fc.constantFrom('items' as const, 'assetKinds' as const, 'urgencyTable' as const).map((list) => ({ kind: 'list' as const, list })),
)

interface Now {
  readonly picture: Picture
  readonly catalogue: Catalogue
  readonly asOf: CalendarDate
}

function next(now: Now, what: Step): Now {
  if (what.kind === 'day') return { ...now, asOf: what.day }
  if (what.kind === 'entry')
    return { ...now, catalogue: { ...now.catalogue, rules: new Map([...now.catalogue.rules, [what.rule, anyEntry(what.rule)]]) } }
  if (what.kind === 'list') {
    const { reference } = now.catalogue
    return { ...now, catalogue: { ...now.catalogue, reference: { ...reference, ...otherLists[what.list](reference) } } }
  }
  const result = applyChange(now.picture, what.change)
  return result.kind === 'applied' ? { ...now, picture: result.picture } : now
}

function whatCounts({ findings, failures, world }: Analysis): unknown {
  const lists = Object.fromEntries(derivations.map(({ name }) => [name, world[name]]))
  return { findings, failures: failures.map(({ rule, reference, records }) => ({ rule, reference, records })), lists }
}

/** The same facts as objects that nobody has seen before, so that nothing kept by a list or a record is found again. */
function copyOf(now: Now): Now {
  const reference = structuredClone(now.catalogue.reference)
  return { ...now, picture: structuredClone(now.picture), catalogue: { ...now.catalogue, reference } }
}

/** The quick comparison first, which is also the stricter one; the other one tells where two differ. */
function expectSame(one: unknown, other: unknown): void {
  expect(isDeepStrictEqual(one, other) ? other : one).toStrictEqual(other)
}

test('after any changes, merges, days and catalogue entries the incremental answer equals the one from scratch', {
  timeout: 600_000,
}, () => {
  fc.assert(
    fc.property(fc.array(step, { minLength: 1, maxLength: 25 }), (steps) => {
      let now: Now = { picture: startPicture(), catalogue: startCatalogue(), asOf }
      let analysis = analyse(set, now, undefined, { strict: true })
      for (const one of steps) {
        now = next(now, one)
        analysis = analyse(set, now, analysis, { strict: true })
        // What the rules read has been watched in the line above, where each has run on all that it says now.
        expectSame(whatCounts(analysis), whatCounts(analyse(set, copyOf(now))))
      }
    }),
    { numRuns: 60 },
  )
})

/** Only these rules, with the derivations that they stand on. */
function partOf(some: readonly Rule[]) {
  const read = new Set<string>(some.flatMap(({ reads }) => reads))
  // In the order of a set each derivation stands behind those that it reads.
  for (const { name, reads } of set.derivations.toReversed()) if (read.has(name)) for (const one of reads) read.add(one)
  return makeRuleSet(
    some,
    derivations.filter(({ name }) => read.has(name)),
    inputs,
  )
}

test('the random steps of the test above make every rule speak', () => {
  const silent = new Set(rules.map((rule) => rule.id))
  let listened = set
  for (const steps of fc.sample(fc.array(step, { minLength: 25, maxLength: 25 }), { numRuns: 3000, seed: 7 })) {
    let now: Now = { picture: startPicture(), catalogue: startCatalogue(), asOf }
    for (const one of steps) now = next(now, one)
    for (const finding of analyse(listened, now).findings) silent.delete(finding.rule)
    if (silent.size === 0) break
    // A rule that has spoken need not run again.
    if (silent.size < listened.rules.length) listened = partOf(rules.filter(({ id }) => silent.has(id)))
  }
  expect([...silent]).toEqual([])
})

test('two branches from one analysis change neither each other nor their origin', () => {
  const now = { picture: startPicture(), catalogue: startCatalogue(), asOf }
  const origin = analyse(set, now, undefined, { strict: true })
  const before = JSON.stringify(whatCounts(origin))
  const yes = next(now, { kind: 'change', change: { kind: 'set', slice: 'answers', id: 'a:sh:own.3', fields: { answer: 'yes' } } })
  const no = next(now, { kind: 'change', change: { kind: 'set', slice: 'answers', id: 'a:sh:own.3', fields: { answer: 'no' } } })
  const first = analyse(set, yes, origin, { strict: true })
  const second = analyse(set, no, origin, { strict: true })
  expect(whatCounts(first)).toEqual(whatCounts(analyse(set, yes)))
  expect(whatCounts(second)).toEqual(whatCounts(analyse(set, no)))
  expect(JSON.stringify(whatCounts(origin))).toBe(before)
})

test('nothing runs again when nothing changed, and only what reads the day when a day has passed', () => {
  const now = { picture: startPicture(), catalogue: startCatalogue(), asOf }
  const first = analyse(set, now)
  expect(analyse(set, now, first).ran).toEqual([])
  const tomorrow = analyse(set, { ...now, asOf: addDays(asOf, 1) }, first).ran
  const readsTheDay = (unit: { readonly reads: readonly string[] }) => unit.reads.includes('asOf')
  const reading = [...rules.filter(readsTheDay).map(({ id }) => id), ...derivations.filter(readsTheDay).map(({ name }) => name)].sort()
  expect([...tomorrow].sort()).toEqual(reading)
})

test('a changed entry re-runs its rule alone', () => {
  const now = { picture: startPicture(), catalogue: startCatalogue(), asOf }
  const changed = next(now, { kind: 'entry', rule: 'checklists/no' })
  expect(analyse(set, changed, analyse(set, now)).ran).toEqual(['checklists/no'])
})

test('a derivation that comes out the same stops the re-run behind it', () => {
  const now = { picture: startPicture(), catalogue: startCatalogue(), asOf }
  const first = analyse(set, now)
  const noted = next(now, { kind: 'change', change: { kind: 'set', slice: 'answers', id: 'a:sh:last.3', fields: { note: '倉庫の分' } } })
  const again = analyse(set, noted, first)
  expect(again.ran).toContain('joinedRows')
  expect(again.world.joinedRows).toBe(first.world.joinedRows)
  expect(again.ran).not.toContain('checklists/differs')
})

test('a derivation may make several records of one of the list that it goes through, or none', () => {
  const lengths = defineDerivation({
    name: 'lastSeen',
    reads: ['assets'],
    each: 'assets',
    derive: (_, { id, ips }) => (ips ?? []).map((ip) => ({ id: ids.asset(`${id}.${ip}`), on: asOf, by: 'nmap', claim: ids.claim('cl:1') })),
  })
  const onlyThis = makeRuleSet([], [lengths], inputs)
  const idsOf = ({ world }: Analysis) => world.lastSeen.map(({ id }) => id)
  const asset = (id: string, ips: string[]) => a.asset({ id: ids.asset(id), ips })
  const now = {
    picture: aPicture({ assets: [asset('d:1', ['1', '2']), asset('d:2', []), asset('d:3', ['1'])] }),
    catalogue: catalogueFor(),
    asOf,
  }
  const first = analyse(onlyThis, now, undefined, { strict: true })
  expect(idsOf(first)).toEqual(['d:1.1', 'd:1.2', 'd:3.1'])
  const changed = next(now, { kind: 'change', change: { kind: 'set', slice: 'assets', id: 'd:1', fields: { ips: ['2'] } } })
  expect(idsOf(analyse(onlyThis, changed, first, { strict: true }))).toEqual(['d:1.2', 'd:3.1'])
})

function ruleSetOf(...some: Rule[]) {
  return makeRuleSet(some, derivations, inputs)
}

function catalogueFor(...some: Rule[]): Catalogue {
  return { version: 't', reference: aReference(), rules: new Map(some.map((rule) => [rule.id, anyEntry(rule.id)])) }
}

describe('a check that cannot run', () => {
  const each = defineRule({
    id: 'vendors/throws',
    area: 'vendors',
    reads: ['vendors'],
    each: 'vendors',
    evaluate(_, vendor) {
      if (vendor.name === '例外') throw new Error('boom')
      return { subjects: [vendor.id], parties: ['facility'], because: [{ say: 'x', facts: [fact('vendors', vendor.id)] }] }
    },
  })
  const picture = aPicture({ vendors: [a.vendor(), a.vendor({ id: ids.vendor('v:2'), name: '例外' })] })
  const input = { picture, catalogue: catalogueFor(each), asOf }

  test('is one finding with a reference number, and the other records still count', () => {
    const { findings, failures } = analyse(ruleSetOf(each), input)
    expect(findings.map((finding) => finding.id)).toEqual(['kernel/check-failed|f:mimamori#vendors/throws', 'vendors/throws|v:1'])
    expect(failures).toMatchObject([{ rule: 'vendors/throws', records: ['v:2'] }])
    expect(failures[0]?.reference).toMatch(/^[0-9a-z]{8}$/)
  })

  test('stays failed after a change of another record', () => {
    const first = analyse(ruleSetOf(each), input)
    const changed = applyChange(picture, { kind: 'set', slice: 'vendors', id: 'v:1', fields: { phone: '00-0000-0009' } })
    if (changed.kind === 'refused') throw new Error('refused')
    expect(analyse(ruleSetOf(each), { ...input, picture: changed.picture }, first).failures).toMatchObject([{ records: ['v:2'] }])
  })

  test('fails every rule behind a derivation that throws, by the same reference', () => {
    const broken = defineDerivation({
      name: 'sheetsNow',
      reads: ['sheets'],
      derive() {
        throw new Error('boom')
      },
    })
    const set = makeRuleSet(rules, [broken, ...derivations.filter((d) => d.name !== 'sheetsNow')], inputs)
    const { failures, findings } = analyse(set, { picture: startPicture(), catalogue: startCatalogue(), asOf })
    const failing = new Set<string>(['sheetsNow'])
    for (const { name, reads } of set.derivations) if (reads.some((read) => failing.has(read))) failing.add(name)
    const behind = rules.filter((rule) => rule.reads.some((read) => failing.has(read))).map((rule) => rule.id)
    expect(failures.map((failure) => failure.rule).sort()).toEqual(behind.sort())
    expect(new Set(failures.map((failure) => failure.reference)).size).toBe(1)
    expect(findings.filter((finding) => finding.rule === 'kernel/check-failed')).toHaveLength(behind.length)
  })
})

describe('strict mode', () => {
  test('throws when a rule reads what it did not declare', () => {
    const sly = defineRule({
      id: 'vendors/sly',
      area: 'vendors',
      reads: ['vendors'],
      evaluate(seen) {
        return Reflect.get(seen, 'answers') === undefined ? undefined : []
      },
    })
    const { failures } = analyse(ruleSetOf(sly), { picture: aPicture(), catalogue: catalogueFor(sly), asOf }, undefined, { strict: true })
    expect(String(failures[0]?.error)).toContain('reads answers without declaring it')
  })

  test('throws when an each rule reads its own list', () => {
    const sly = defineRule({
      id: 'vendors/sly',
      area: 'vendors',
      reads: ['vendors'],
      each: 'vendors',
      evaluate(seen) {
        return Reflect.get(seen, 'vendors') === undefined ? undefined : []
      },
    })
    const { failures } = analyse(
      ruleSetOf(sly),
      { picture: aPicture({ vendors: [a.vendor()] }), catalogue: catalogueFor(sly), asOf },
      undefined,
      { strict: true },
    )
    expect(String(failures[0]?.error)).toContain('reads vendors without declaring it')
  })

  test('freezes what rules receive', () => {
    const greedy = defineRule({
      id: 'vendors/greedy',
      area: 'vendors',
      reads: ['vendors'],
      evaluate({ vendors }) {
        Reflect.set(vendors[0] ?? {}, 'name', '別の会社')
        return undefined
      },
    })
    const vendor = a.vendor()
    analyse(ruleSetOf(greedy), { picture: aPicture({ vendors: [vendor] }), catalogue: catalogueFor(greedy), asOf }, undefined, {
      strict: true,
    })
    expect(vendor.name).toBe('例システム株式会社')
  })

  const twice = defineRule({
    id: 'vendors/twice',
    area: 'vendors',
    reads: ['vendors'],
    each: 'vendors',
    evaluate: () => ({ subjects: ['f:mimamori'], parties: ['facility'], because: [{ say: 'x', facts: [] }] }),
  })
  const two = aPicture({ vendors: [a.vendor(), a.vendor({ id: ids.vendor('v:2') })] })

  test('throws when two findings of one rule share an id', () => {
    expect(() => analyse(ruleSetOf(twice), { picture: two, catalogue: catalogueFor(twice), asOf }, undefined, { strict: true })).toThrow(
      'share an id',
    )
  })

  test('production keeps the first of the two', () => {
    expect(analyse(ruleSetOf(twice), { picture: two, catalogue: catalogueFor(twice), asOf }).findings).toHaveLength(1)
  })
})

describe('a rule set', () => {
  const plain = defineRule({ id: 'vendors/plain', area: 'vendors', reads: ['vendors'], evaluate: () => undefined })
  const circleA = defineDerivation({ name: 'sheetsNow', reads: ['joinedRows'], derive: () => [] })
  const circleB = defineDerivation({ name: 'joinedRows', reads: ['sheetsNow'], derive: () => [] })

  test.each([
    ['two rules of one id', () => makeRuleSet([plain, plain], [], inputs), 'two rules have the id vendors/plain'],
    ['a read that nothing provides', () => makeRuleSet([plain], [], new Set(['asOf'])), 'reads vendors, which nothing provides'],
    ['a circle', () => makeRuleSet([], [circleA, circleB], inputs), 'in a circle'],
    ['two lists of one name', () => makeRuleSet([], derivations, new Set([...inputs, 'level'])), 'two lists have the name level'],
    [
      'a rule without an entry',
      () => makeRuleSet([plain], [], inputs, new Set(['kernel/check-failed'])),
      'vendors/plain has no catalogue entry',
    ],
    [
      'an entry without a rule',
      () => makeRuleSet([plain], [], inputs, new Set(['kernel/check-failed', 'vendors/plain', 'vendors/gone'])),
      'vendors/gone has no rule',
    ],
  ])('refuses %s', (_, make, message) => {
    expect(make).toThrow(message)
  })
})
