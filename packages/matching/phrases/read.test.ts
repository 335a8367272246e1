import type { VersionFamily } from '@mimamori/domain'
import { caseRows } from '@mimamori/testing/fixtures'
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import type { VersionRange } from '../advisory.ts'
import { foldSpelling } from '../versions/spelling.ts'
import { behindLine, lineOf } from './line.ts'
import type { VersionPhrase } from './phrase.ts'
import { readVersionPhrase } from './read.ts'

const cases = caseRows(new URL('../fixtures/phrases.tsv', import.meta.url)).map(([text = '', family = '-', names = '-', meant = '']) => ({
  text,
  meant,
  said: spelled(
    readVersionPhrase(text, {
      names: names === '-' ? [] : names.split('; '),
      ...(family === '-' ? {} : { family: family as VersionFamily }), // the table names families alone
    }),
  ),
}))

function spelled(phrase: VersionPhrase): string {
  if (phrase.kind === 'unparsed') return `! ${phrase.why}`
  return [...phrase.statements.map(({ range }) => spelledRange(range)), `| ${phrase.otherwise}`].join(' ')
}

function spelledRange({ from, fromIncluded, to, toIncluded }: VersionRange): string {
  return `${fromIncluded === true ? '[' : '('}${from ?? ''},${to ?? ''}${toIncluded === true ? ']' : ')'}`
}

describe('versions in words', () => {
  test('are read as the table says, and nothing is read that should not be', () => {
    const wasRead = cases.filter(({ said }) => !said.startsWith('!'))
    const right = wasRead.filter(({ said, meant }) => said === meant)
    const readable = cases.filter(({ meant }) => !meant.startsWith('!'))
    console.table({ phrases: { cases: cases.length, precision: right.length / wasRead.length, recall: right.length / readable.length } })
    expect(cases.filter(({ said, meant }) => said !== meant)).toEqual([])
    expect(cases.length).toBeGreaterThanOrEqual(80)
  })

  test('of any text are read or put aside with a reason, and every end that is read stands in the text', () => {
    const word = fc.constantFrom(
      '1.0',
      '2.5',
      '5.1.x',
      ' ',
      'から',
      'より前',
      '以前',
      '、',
      'およびそれ以前',
      'before ',
      ' and earlier',
      'v',
      'all versions',
      '<',
      '>= ',
      '-',
      '系',
      ':',
    )
    fc.assert(
      fc.property(
        fc.oneof(
          fc.string({ unit: 'grapheme' }),
          fc.array(word, { maxLength: 10 }).map((words) => words.join('')),
        ),
        (text) => {
          const phrase = readVersionPhrase(text)
          const ends = phrase.kind === 'unparsed' ? [] : phrase.statements.flatMap(({ range }) => [range.from, range.to])
          const plain = foldSpelling(text)
          const isFound = (end: string) => plain.includes(end) || lines(plain).includes(end)
          expect(ends.filter((end) => end !== undefined && !isFound(end))).toEqual([])
        },
      ),
    )
  })

  test('that are endless or made to be slow are put aside', () => {
    expect(readVersionPhrase('1.0, '.repeat(200_000))).toEqual({ kind: 'unparsed', why: 'too-long' })
    for (const text of [
      '1.0 から '.repeat(500),
      'and '.repeat(900),
      '1-'.repeat(1900),
      '1.0 build'.repeat(400),
      '('.repeat(3900),
      '1(1)'.repeat(900),
    ]) {
      expect(['read', 'unparsed']).toContain(readVersionPhrase(text).kind)
    }
  })
})

/** The versions behind what can be the beginning of a line. */
function lines(text: string): readonly string[] {
  return [...text.matchAll(/[a-z]{0,2}\d+(?:\.\d+)*/gi)].flatMap(([version]) => {
    const parts = version.split('.')
    return parts.flatMap((_, at) => behindLine(parts.slice(0, at + 1).join('.')) ?? [])
  })
}

describe('a line of versions', () => {
  test('has a beginning and a first version behind it', () => {
    expect(['5.1.x', '5.1.*', '6.10x', '21.2*', '10.11.xxxx', 'h5.1.x'].map(lineOf)).toEqual([
      '5.1',
      '5.1',
      '6.10',
      '21.2',
      '10.11',
      'h5.1',
    ])
    expect(['5.1', '5', '1.09', 'h5.9'].map(behindLine)).toEqual(['5.2', '6', '1.10', 'h5.10'])
  })

  test('is no version, and a version is no line', () => {
    expect(['5.1', '5.1.2', 'x', '*', '1x2', ''].map(lineOf)).toEqual(Array(6).fill(undefined))
    expect(behindLine('9.1R')).toBeUndefined()
  })
})
