import type { VersionFamily } from '@mimamori/domain'
import { caseRows } from '@mimamori/testing/fixtures'
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { compareKeys } from './key.ts'
import { compareVersions, orderOf } from './orders.ts'
import { plainVersion } from './spelling.ts'

interface Case {
  readonly left: string
  readonly relation: string
  readonly right: string
}

const cases = Map.groupBy(
  caseRows(new URL('../fixtures/versions.tsv', import.meta.url)).map(([family = '', left = '', relation = '', right = '']) => ({
    family: family as VersionFamily, // the table names families alone; the first test below holds it to that
    left,
    relation,
    right,
  })),
  ({ family }) => family,
)
const families = [...cases.keys()]

function relationOf(family: VersionFamily, { left, right }: Case): string {
  if (!orderOf(family).parse(left)) return 'none'
  const order = compareVersions(family, left, right)
  if (order === undefined) return 'right is no version'
  if (order === 0) return '='
  return order < 0 ? '<' : '>'
}

function wrongOf(family: VersionFamily): readonly string[] {
  return (cases.get(family) ?? [])
    .filter((one) => relationOf(family, one) !== one.relation)
    .map((one) => `${one.left} ${one.relation} ${one.right}, but ${relationOf(family, one)}`)
}

describe('versions of a family', () => {
  test('are in the table for each of the fourteen families, with 25 cases or more', () => {
    const counts = families.map((family) => {
      const all = cases.get(family) ?? []
      return { family, cases: all.length, wrong: wrongOf(family).length }
    })
    console.table(counts)
    expect(counts.filter((one) => one.cases < 25)).toEqual([])
    expect(families).toHaveLength(14)
    expect(families.map((family) => orderOf(family).family)).toEqual(families)
  })

  test.each(families)('%s come in the order that their maker gives them', (family) => {
    expect(wrongOf(family)).toEqual([])
  })

  test.each(families)('%s have one order: it turns round with its sides, and carries over a third', (family) => {
    const { parse } = orderOf(family)
    const keys = versionsOf(family).map((text) => parse(text) ?? [])
    const key = fc.constantFrom(...keys)
    fc.assert(
      fc.property(key, key, key, (a, b, c) => {
        expect(Math.sign(compareKeys(a, b)) + Math.sign(compareKeys(b, a))).toBe(0)
        const [first, second, third] = [a, b, c].sort(compareKeys)
        expect([
          compareKeys(first ?? a, second ?? a) <= 0,
          compareKeys(second ?? a, third ?? a) <= 0,
          compareKeys(first ?? a, third ?? a) <= 0,
        ]).toEqual([true, true, true])
      }),
    )
  })

  test.each(families)('%s give the same key when their plain spelling is read again', (family) => {
    const { parse } = orderOf(family)
    for (const text of versionsOf(family)) expect(parse(plainVersion(text) ?? '')).toEqual(parse(text))
  })

  test.each(families)('%s of any text are read or refused, and what is read is equal to itself alone', (family) => {
    const { parse } = orderOf(family)
    const piece = fc.constantFrom('1', '12', '0', '.', '-', ' ', '(', ')', 'r', 'h', 's', 'x', 'build', 'beta', 'v', '9', 'ver.', '+', '_')
    fc.assert(
      fc.property(
        fc.oneof(
          fc.string({ unit: 'grapheme' }),
          fc.array(piece, { maxLength: 12 }).map((parts) => parts.join('')),
        ),
        (text) => {
          const key = parse(text)
          expect(key?.at(-1)).not.toBe(0)
          expect(parse(` ${text} `)).toEqual(key)
        },
      ),
    )
  })

  test.each(families)('%s that are endless or made to be slow are refused', (family) => {
    const { parse } = orderOf(family)
    const hostile = [
      '1.'.repeat(60),
      '1'.repeat(1_000_000),
      `${'1.1-'.repeat(30)}!`,
      `1.1${' '.repeat(120)}x`,
      '('.repeat(128),
      '1(1)a'.repeat(25),
    ]
    expect(hostile.map(parse)).toEqual(hostile.map(() => undefined))
  })
})

function versionsOf(family: VersionFamily): readonly string[] {
  const all = (cases.get(family) ?? []).flatMap(({ left, relation, right }) => (relation === 'none' ? [] : [left, right]))
  return [...new Set(all)]
}
