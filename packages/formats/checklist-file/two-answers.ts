import type { AnswerWord } from '@mimamori/domain'
import { type Place, type Problem, placeInWords, problem } from '../errors.ts'
import { printedNumber } from '../item-number.ts'

/** What a row of a form says of an item. */
export interface Said {
  readonly place: Place
  readonly answer: AnswerWord | undefined
}

/** The rows for one item: those that say the same are one answer; where they differ both are told and none is taken. */
export function oneAnswer<T extends Said>(item: string, rows: readonly T[]): { readonly taken: T | undefined; readonly problem?: Problem } {
  const [first, ...others] = rows.filter((row) => row.answer !== undefined)
  const other = others.find((row) => row.answer !== first?.answer)
  if (!first || !other) return { taken: first ?? rows[0] }
  const found = problem('checklist/two-answers', other.place, {
    item,
    first: where(first.place),
    firstAnswer: wordOf(first.answer),
    second: where(other.place),
    secondAnswer: wordOf(other.answer),
  })
  return { taken: undefined, problem: found }
}

/** An item that is answered again: the first answer stands. */
export function secondAnswer(item: string, { first, second }: { readonly first: Place; readonly second: Place }): Problem {
  const where = { ja: placeInWords(first, 'ja'), en: placeInWords(first, 'en') }
  return problem('checklist/second-answer', second, { item: itemInWords(item), first: where })
}

/** `r7:2-05` as the form prints it: 2-⑤. */
export function itemInWords(item: string): string {
  return printedNumber(item.replace(/^[^:]*:/, ''))
}

function where({ sheet = '', row = 0 }: Place): { ja: string; en: string } {
  return { ja: `${sheet === '' ? '' : `「${sheet}」シート`}${row}行`, en: `${sheet === '' ? '' : `sheet "${sheet}" `}row ${row}` }
}

const words: Readonly<Record<AnswerWord, { ja: string; en: string }>> = {
  yes: { ja: 'はい', en: 'yes' },
  no: { ja: 'いいえ', en: 'no' },
  'not-applicable': { ja: '対象外', en: 'not applicable' },
  'other-party': { ja: '施設側の担当', en: "the facility's task" },
}

function wordOf(answer: AnswerWord | undefined): { ja: string; en: string } {
  return answer === undefined ? { ja: '', en: '' } : words[answer]
}
