import { loadCatalogue } from '@mimamori/catalog'
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { boardPaper } from '../board/model.ts'
import { hospital } from '../fixture/hospital.ts'
import { inputOf } from '../fixture/input.ts'
import { checkNumber, checkNumberOf, readCheckNumber, sha256 } from './check-number.ts'

const catalogue = loadCatalogue()

test('a check number has twelve letters in groups of four, none of which is read for another', () => {
  fc.assert(
    fc.property(fc.string(), (text) => {
      expect(checkNumberOf(sha256(text))).toMatch(/^[2-9A-HJ-NP-Z]{4}-[2-9A-HJ-NP-Z]{4}-[2-9A-HJ-NP-Z]{4}$/)
    }),
  )
  expect(checkNumberOf(sha256(''))).toBe('WGSE-AJNS-ZJG3')
})

test('a check number that was typed in as it was heard is understood', () => {
  for (const typed of ['WGSE-AJNS-ZJG3', 'wgse ajns zjg3', 'ＷＧＳＥＡＪＮＳＺＪＧ３', ' wgseajns-zjg3 '])
    expect(readCheckNumber(typed)).toBe('WGSE-AJNS-ZJG3')
  for (const other of ['', 'WGSE-AJNS', 'WGSE-AJNS-ZJG0', 'WGSE-AJNS-ZJG3-2']) expect(readCheckNumber(other)).toBeUndefined()
})

test('the same paper has the same number, and one letter more gives another', () => {
  const picture = hospital(catalogue.reference.items)
  const paper = boardPaper(inputOf(catalogue, picture))
  expect(checkNumber(boardPaper(inputOf(catalogue, hospital(catalogue.reference.items))))).toBe(checkNumber(paper))
  expect(checkNumber({ ...paper, facility: `${paper.facility}.` })).not.toBe(checkNumber(paper))
  expect(checkNumber({ ...paper, frozen: { ...paper.frozen, revision: paper.frozen.revision + 1 } })).not.toBe(checkNumber(paper))
})
