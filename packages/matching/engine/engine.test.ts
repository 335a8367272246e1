import { type AssetId, entityId, type InstalledProduct, type KnownProduct } from '@mimamori/domain'
import { shipped } from '@mimamori/testing/rules'
import fc from 'fast-check'
import { expect, test } from 'vitest'
import type { Advisory, Condition, ProductReference, Status, VersionRange } from '../advisory.ts'
import { productBook } from '../names/book.ts'
import { evaluate } from './evaluate.ts'
import { type Fleet, fleetOf } from './fleet.ts'
import { indexBuilder } from './index-build.ts'
import { matchOne } from './inverse.ts'
import { eachAnswer, matchAll } from './match.ts'
import { rowIndexOf } from './row-index.ts'

const known = shipped<KnownProduct>('known-products')
const book = productBook(known)

const references: readonly ProductReference[] = [
  { cpe: 'cpe:2.3:o:fortinet:fortios:*:*:*:*:*:*:*:*' },
  { vendor: 'Fortinet', product: 'FortiOS' },
  { cpe: 'cpe:2.3:h:fortinet:fortigate_60f:-:*:*:*:*:*:*:*' },
  { cpe: 'cpe:2.3:o:juniper:junos:*:r3-s5:*:*:*:*:*:*' },
  { cpe: 'cpe:2.3:a:teamviewer:teamviewer:*:*:*:*:*:android:*:*' },
  { cpe: 'cpe:2.3:a:acme:viewer:*:sp1:*:*:*:*:*:*' },
  { cpe: 'cpe:2.3:a:acme:viewer:*:*:*:*:*:*:*:*', vendor: 'Acme Inc.', product: 'Viewer', versionType: 'semver' },
  { cpe: 'cpe:2.3:o:microsoft:windows_10_22h2:*:*:*:*:*:*:*:*' },
  { vendor: 'n/a', product: 'n/a' },
]
const texts = ['7', '7.0', '7.0.1', '7.2', '7.2.4', '7.10', '21.4', 'odd one', '0']
const products: readonly Omit<InstalledProduct, 'id' | 'asset' | 'version' | 'line' | 'facts'>[] = [
  { name: 'FortiGate-60F', vendor: 'Fortinet', role: 'firmware', knownBy: 'console' },
  { name: 'FortiGate-60F', vendor: 'Fortinet', role: 'hardware', knownBy: 'console' },
  { name: 'FortiOS', role: 'firmware', knownBy: 'hand' },
  { name: 'EX2300', vendor: 'Juniper Networks', role: 'firmware', knownBy: 'scan' },
  { name: 'TeamViewer', role: 'program', knownBy: 'tool' },
  { name: 'Viewer', vendor: 'Acme', role: 'program', knownBy: 'hand' },
  { name: 'Viewer', role: 'program', knownBy: 'hand', cpe: 'cpe:2.3:a:acme:viewer:7.2:sp1:*:*:*:*:*:*' },
  { name: 'Windows 10 Pro', role: 'os', knownBy: 'hand' },
  { name: 'Android 14', role: 'os', knownBy: 'hand' },
]

const status = fc.constantFrom<Status>('affected', 'affected', 'unaffected', 'unknown')
const version = fc.constantFrom(...texts)
const range: fc.Arbitrary<VersionRange> = fc.oneof(
  version.map((text) => ({ from: text, to: text, fromIncluded: true, toIncluded: true })),
  fc.record({ from: version, to: version, fromIncluded: fc.boolean(), toIncluded: fc.boolean() }, { requiredKeys: [] }),
)
const leaf: fc.Arbitrary<Condition> = fc
  .record({
    product: fc.constantFrom(...references),
    vulnerable: fc.boolean(),
    versions: fc.array(fc.record({ status, range }), { maxLength: 4 }),
    otherwise: fc.constantFrom<Status>('affected', 'unaffected', 'unaffected', 'unknown'),
    text: fc.option(fc.constant('some words'), { nil: undefined, freq: 9 }),
  })
  .map(({ text, ...criterion }) => ({ kind: 'product', criterion: { ...criterion, ...(text !== undefined && { text }) } }))

const { condition } = fc.letrec<{ condition: Condition }>((tie) => ({
  condition: fc.oneof(
    { maxDepth: 3 },
    leaf,
    fc
      .record({
        kind: fc.constantFrom('all' as const, 'any' as const),
        of: fc.array(tie('condition'), { minLength: 1, maxLength: 4 }),
        isNegated: fc.integer({ min: 0, max: 9 }).map((number) => number === 0),
      })
      .map(({ isNegated, ...node }) => ({ ...node, ...(isNegated && { negate: true as const }) })),
  ),
}))

const advisories = fc
  .array(fc.record({ conditions: fc.array(condition, { minLength: 1, maxLength: 3 }), isWithdrawn: fc.integer({ min: 0, max: 12 }) }), {
    minLength: 1,
    maxLength: 8,
  })
  .map((all) =>
    all.map(({ conditions, isWithdrawn }, at): Advisory => {
      const empty = { unparsed: [], scores: [], remedies: [], links: [] }
      const id = `CVE-2099-${String(at).padStart(4, '0')}`
      return {
        id,
        feed: 'nvd',
        cves: [id],
        title: id,
        titleLang: 'en',
        conditions,
        ...empty,
        ...(isWithdrawn === 0 && { withdrawn: true }),
      }
    }),
  )

const rows = fc
  .array(
    fc.record({ device: fc.nat({ max: 4 }), product: fc.constantFrom(...products), version: fc.option(version, { nil: undefined }) }),
    { maxLength: 14 },
  )
  .map((all) =>
    all.map(({ device, product, version: text }, at): InstalledProduct => {
      return {
        ...product,
        id: `p:${at}`,
        asset: entityId<AssetId>(`d:${device}`),
        line: '',
        facts: [],
        ...(text !== undefined && { version: text }),
      }
    }),
  )

/** `row advisory value`, by the plain evaluation of every advisory against every device. */
function plainly(all: readonly Advisory[], installed: readonly InstalledProduct[]): readonly string[] {
  const devices = Map.groupBy(installed, ({ asset }) => asset)
  return [...devices.values()]
    .flatMap((device) =>
      all.flatMap((advisory) =>
        evaluate(advisory, device, { book }).flatMap(({ product, answer }) =>
          answer.verdict === 'not-affected' ? [] : [`${product.id} ${advisory.id} ${answer.verdict}`],
        ),
      ),
    )
    .sort()
}

const verdictOf = (value: 1 | 2) => (value === 2 ? 'affected' : 'unknown')

test('the index gives the answers of the plain evaluation, whatever the advisories and the devices', () => {
  let answers = 0
  fc.assert(
    fc.property(advisories, rows, (all, installed) => {
      const builder = indexBuilder(book)
      for (const advisory of all) builder.add(advisory)
      const found: string[] = []
      eachAnswer(matchAll(builder.build(), fleetOf(installed, book), { book }), (row, advisory, value) =>
        found.push(`${installed[row]?.id} ${all[advisory]?.id} ${verdictOf(value)}`),
      )
      expect(found.sort()).toEqual(plainly(all, installed))
      answers += found.length
    }),
    { numRuns: 400 },
  )
  expect(answers).toBeGreaterThan(200)
})

test('products and advisories meet by their numbers, whichever of them were met first', () => {
  fc.assert(
    fc.property(advisories, rows, (all, installed) => {
      const own = productBook(known)
      const before = fleetOf(installed.slice(0, 3), own)
      const builder = indexBuilder(own)
      for (const advisory of all) builder.add(advisory)
      const index = builder.build()
      const answersOf = (fleet: Fleet) => {
        const found: string[] = []
        eachAnswer(matchAll(index, fleet, { book: own }), (row, advisory, value) =>
          found.push(`${fleet.rows[row]?.id} ${all[advisory]?.id} ${verdictOf(value)}`),
        )
        return found.sort()
      }
      expect(answersOf(before)).toEqual(plainly(all, installed.slice(0, 3)))
      expect(answersOf(fleetOf(installed, own))).toEqual(plainly(all, installed))
    }),
    { numRuns: 60 },
  )
})

test('what is installed and what is published must have been named by one book', () => {
  const index = indexBuilder(book).build()
  expect(() => matchAll(index, fleetOf([], productBook(known)), { book })).toThrow('two books')
})

test('one new advisory finds the same rows without the others being looked at', () => {
  fc.assert(
    fc.property(advisories, rows, (all, installed) => {
      const byKey = rowIndexOf(fleetOf(installed, book))
      const found = all.flatMap((advisory) =>
        matchOne(advisory, byKey, { book }).flatMap(({ rows: hit, value }) =>
          Array.from(hit, (row) => `${installed[row]?.id} ${advisory.id} ${verdictOf(value)}`),
        ),
      )
      expect(found.sort()).toEqual(plainly(all, installed))
    }),
    { numRuns: 300 },
  )
})
