import fc from 'fast-check'
import { expect, test } from 'vitest'
import { readAnyCpe, readCpe } from './cpe.ts'

const value = fc.constantFrom('*', '-', '7.2.5', 'gate-40f', 'p3', 'gate_os', '15.2\\(1\\)s', '7.2*', '.5', 'A1', 'ü', '', 'a*b')

test('a plain name is read as any other is', () => {
  fc.assert(
    fc.property(fc.constantFrom('a', 'o', 'h', '*', '-', 'x'), fc.array(value, { minLength: 9, maxLength: 11 }), (part, values) => {
      const name = ['cpe:2.3', part, ...values].join(':')
      expect(readCpe(name)).toEqual(readAnyCpe(name))
    }),
    { numRuns: 2000 },
  )
})

test('a name keeps all but its version, which is written as people write it', () => {
  const read = { isWithoutVersion: false, isPattern: false }
  expect(readCpe('cpe:2.3:o:cisco:ios:15.2\\(1\\)s:p3:*:*:*:*:*:*')).toEqual({
    ...read,
    name: 'cpe:2.3:o:cisco:ios:*:p3:*:*:*:*:*:*',
    version: '15.2(1)s',
  })
  expect(readCpe('cpe:/h:example.co.jp:rt-100%2b')).toMatchObject({
    name: 'cpe:2.3:h:example.co.jp:rt-100\\+:*:*:*:*:*:*:*:*',
    version: undefined,
  })
  expect(readCpe('cpe:2.3:o:example:gateos:-:*:*:*:*:*:*:*')).toMatchObject({ isWithoutVersion: true, version: undefined })
  expect(['cpe:/o:example', 'cpe:2.3:o:example:*:*:*:*:*:*:*:*:*', 'FortiOS', ''].map(readCpe)).toEqual([
    undefined,
    undefined,
    undefined,
    undefined,
  ])
})
