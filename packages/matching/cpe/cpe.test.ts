import { caseRows } from '@mimamori/testing/fixtures'
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { bindFormatted, bindUri } from './bind.ts'
import { compareCpe, compareValues } from './compare.ts'
import { type CpeName, cpeAttributes } from './name.ts'
import { productOfCpe, versionOfCpe, withoutVersion } from './product.ts'
import { readCpe } from './read.ts'

const names = caseRows(new URL('../fixtures/cpe-names.tsv', import.meta.url))
const comparisons = caseRows(new URL('../fixtures/cpe-compare.tsv', import.meta.url))

function nameOf(text: string): CpeName {
  const read = readCpe(text)
  if (read.kind === 'refused') throw new Error(`${text}: ${read.why}`)
  return read.name
}

/** A name of which one attribute is the value. */
function withVendor(value: string): CpeName {
  return nameOf(`cpe:2.3:a:${value}${':*'.repeat(9)}`)
}

const char = fc.constantFrom(...'abz019_.-()+~!/:*?\\ %'.split(''))
const value = fc.oneof(
  fc.constantFrom('*', '-', 'foo*', '?bar', '*baz??'),
  fc
    .array(char, { minLength: 1, maxLength: 8 })
    .filter((chars) => !chars.includes(' ') && chars.join('') !== '-')
    .map((chars) => chars.map((one) => (/[a-z0-9_]/.test(one) ? one : `\\${one}`)).join('')),
)
const anyName = fc
  .tuple(fc.constantFrom('a', 'o', 'h', '*'), fc.array(value, { minLength: 10, maxLength: 10 }))
  .map(([part, values]) => nameOf(`cpe:2.3:${[part, ...values].join(':')}`))

describe('a CPE name', () => {
  test('is read in both forms and written in both, or refused with the reason', () => {
    const wrong = names.flatMap(([text = '', formatted = '', uri = '']) => {
      const read = readCpe(text)
      const said = read.kind === 'refused' ? ['-', read.why] : [bindFormatted(read.name), bindUri(read.name)]
      return said[0] === formatted && said[1] === uri ? [] : [`${text}: ${said.join(' ')}`]
    })
    console.table({ names: { cases: names.length, wrong: wrong.length } })
    expect(wrong).toEqual([])
    expect(names.length).toBeGreaterThanOrEqual(50)
  })

  test('is the same after it was written and read, in either form', () => {
    fc.assert(
      fc.property(anyName, (name) => {
        expect(nameOf(bindFormatted(name))).toEqual(name)
        expect(nameOf(bindUri(name))).toEqual(name)
      }),
    )
  })

  test('names the attribute in which it is wrong', () => {
    expect(readCpe(`cpe:2.3:a:fortinet:for ti:${Array(8).fill('*').join(':')}`)).toEqual({
      kind: 'refused',
      why: 'character',
      attribute: 'product',
    })
  })

  test('of any text is read or refused', () => {
    fc.assert(
      fc.property(
        fc.oneof(
          fc.string(),
          fc.array(char).map((chars) => `cpe:/${chars.join('')}`),
        ),
        (text) => {
          expect(['name', 'refused']).toContain(readCpe(text).kind)
        },
      ),
    )
    expect(readCpe(`cpe:/a:${'x'.repeat(1_000_000)}`)).toEqual({ kind: 'refused', why: 'too-long' })
  })

  test('gives its product and version as they are matched', () => {
    const name = nameOf('cpe:2.3:o:juniper:junos:21.4:r3-s5:*:*:*:*:*:*')
    expect([productOfCpe(name), versionOfCpe(name), withoutVersion(name)]).toEqual([
      'o:juniper:junos',
      '21.4 r3-s5',
      'cpe:2.3:o:juniper:junos:*:*:*:*:*:*:*:*',
    ])
    expect(versionOfCpe(nameOf('cpe:2.3:o:cisco:ios:15.2\\(7\\)e3:*:*:*:*:*:*:*'))).toBe('15.2(7)e3')
    expect([productOfCpe(nameOf('cpe:/a:x:y%02')), versionOfCpe(nameOf('cpe:/a:x:y:-'))]).toEqual([undefined, undefined])
  })
})

describe('two CPE names', () => {
  test('stand to each other as the tables of NISTIR 7696 say', () => {
    const wrong = comparisons.flatMap(([kind, source = '', target = '', relation]) => {
      const said =
        kind === 'name'
          ? compareCpe(nameOf(source), nameOf(target)).relation
          : compareValues(withVendor(source).vendor, withVendor(target).vendor)
      return said === relation ? [] : [`${source} ${relation} ${target}, but ${said}`]
    })
    console.table({ comparisons: { cases: comparisons.length, wrong: wrong.length } })
    expect(wrong).toEqual([])
    expect(comparisons.length).toBeGreaterThanOrEqual(50)
  })

  test('of which neither has wildcards turn their relation round with their sides', () => {
    const plain = anyName.filter((name) => cpeAttributes.every((at) => compareValues(name[at], name[at]) === 'equal'))
    const turned = { superset: 'subset', subset: 'superset', equal: 'equal', disjoint: 'disjoint', undefined: 'undefined' }
    fc.assert(
      fc.property(plain, plain, (a, b) => {
        expect(compareCpe(b, a).relation).toBe(turned[compareCpe(a, b).relation])
        expect(compareCpe(a, a).relation).toBe('equal')
      }),
    )
  })
})
