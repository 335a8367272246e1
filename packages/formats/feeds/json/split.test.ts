import fc from 'fast-check'
import { expect, test } from 'vitest'
import { type Cut, newSplitter, type SplitOptions } from './split.ts'

const limits = { maxRecordBytes: 1000, maxDepth: 20 }

/** What is cut out of a text that arrives in pieces of this size. */
function cutsOf(text: string, size: number, options: Partial<SplitOptions> = {}) {
  const splitter = newSplitter({ ...limits, ...options })
  const bytes = Buffer.from(text)
  const cuts: Cut[] = []
  for (let at = 0; at < bytes.length; at += size) cuts.push(...splitter.feed(bytes.subarray(at, at + size)))
  const texts = cuts.map((cut) => (cut.kind === 'record' ? Buffer.from(cut.bytes).toString() : cut.kind))
  return { texts, isWhole: splitter.isWhole(), outside: Buffer.from(splitter.outside()).toString() }
}

const records = fc.array(fc.dictionary(fc.string(), fc.jsonValue({ maxDepth: 3 })), { maxLength: 6 })

test('wherever a feed is cut on its way, the same records come out, and what stands around them', () => {
  fc.assert(
    fc.property(records, fc.integer({ min: 1, max: 40 }), fc.constantFrom(undefined, 1), (list, size, gap) => {
      const outer = JSON.stringify({ made: '"}[', other: [{ a: [1] }], list, last: { x: ']' } }, undefined, gap)
      const cut = cutsOf(outer, size, { list: 'list', maxRecordBytes: 100_000 })
      expect(cut.texts.map((text): unknown => JSON.parse(text))).toEqual(list)
      expect(JSON.parse(cut.outside)).toEqual({ made: '"}[', other: [{ a: [1] }], list: [], last: { x: ']' } })
      const bare = cutsOf(JSON.stringify(list, undefined, gap), size, { maxRecordBytes: 100_000 })
      expect([bare.texts.map((text): unknown => JSON.parse(text)), bare.isWhole, cut.isWhole]).toEqual([list, true, true])
    }),
    { numRuns: 200 },
  )
})

test('a record beyond the limits is let go, and the next ones come', () => {
  const large = JSON.stringify({ a: 'x'.repeat(2000) })
  const deep = `{"a":${'['.repeat(30)}${']'.repeat(30)}}`
  expect(cutsOf(`{"list":[{"b":1},${large},${deep},{"c":2}]}`, 64, { list: 'list' }).texts).toEqual([
    '{"b":1}',
    'too-large',
    'too-deep',
    '{"c":2}',
  ])
})

test('one object alone, objects one after the other, and an empty list are understood', () => {
  expect(cutsOf('{"a":{"b":[1]}}', 3).texts).toEqual(['{"a":{"b":[1]}}'])
  expect(cutsOf('{"a":1}\n{"b":2}', 3).texts).toEqual(['{"a":1}', '{"b":2}'])
  expect(cutsOf('[ ]', 3)).toEqual({ texts: [], isWhole: true, outside: '' })
})

test('what is cut off is not whole, and what is no object among the records is noticed', () => {
  expect(cutsOf('{"list":[{"a":1},{"b":', 5, { list: 'list' })).toMatchObject({ texts: ['{"a":1}'], isWhole: false })
  expect(cutsOf('{"list":[{"a":1},"text"]}', 5, { list: 'list' }).texts).toEqual(['{"a":1}', 'no-object'])
})
