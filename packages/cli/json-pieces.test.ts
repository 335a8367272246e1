import * as fc from 'fast-check'
import { expect, test } from 'vitest'
import { jsonPieces } from './json-pieces.ts'

test('the pieces together are the JSON of the whole', () => {
  fc.assert(
    fc.property(fc.dictionary(fc.string(), fc.oneof(fc.jsonValue(), fc.array(fc.jsonValue()), fc.constant(undefined))), (answer) => {
      expect([...jsonPieces(answer)].join('')).toBe(JSON.stringify(answer))
    }),
  )
})

test('an answer with a long list comes in many pieces, none of which holds much of it', () => {
  const answer = { assets: Array.from({ length: 5_000 }, (_, at) => ({ id: `d:${at}`, name: '心電図モニター'.repeat(10) })), problems: [] }
  const pieces = [...jsonPieces(answer)]
  expect(pieces.join('')).toBe(JSON.stringify(answer))
  expect(Math.max(...pieces.map((piece) => piece.length))).toBeLessThan(70_000)
})
