import { foldText } from './text.ts'

/** What a cell for an answer says; `unread`: asked of a person, never guessed. `both`: yes and no are marked at once. */
export type AnswerMark = 'yes' | 'no' | 'not-applicable' | 'other-party' | 'blank' | 'both' | 'unread'

const words: Readonly<Record<Exclude<AnswerMark, 'both' | 'unread'>, readonly string[]>> = {
  yes: [
    '○',
    '〇',
    '◯',
    '⭕',
    'レ',
    '✓',
    '✔',
    '☑',
    '済',
    '済み',
    '有',
    '有り',
    'あり',
    'はい',
    'yes',
    'y',
    'true',
    '実施済',
    '実施済み',
    '対応済',
    '対応済み',
    '実施',
  ],
  no: ['×', '✕', '✖', '✗', '✘', '❌', '未', '無', '無し', 'なし', 'いいえ', 'no', 'n', 'false', '未実施', '未対応', '未済'],
  'not-applicable': ['対象外', '該当なし', '該当無し', '非該当', 'n/a', '適用外', 'このシステムにはない', 'not-applicable'],
  'other-party': ['施設側の担当', '施設側の担当と考える', '病院側の担当', '病院側の担当と考える', '医療機関側の担当', 'other-party'],
  blank: ['', '-', 'ー', '/', '未記入', '未回答', '空欄', '□', '?', 'わからない', '分からない'],
}

const byWord = new Map<string, AnswerMark>(
  Object.entries(words).flatMap(([mark, list]) => list.map((word) => [foldText(word), mark as AnswerMark] as const)), // keys of `words` are marks
)

/** Reads an answer as offices write it: a sign, a word, a sign before its word, or 「はい・いいえ」 with one of them marked. */
export function readAnswerMark(text: string): AnswerMark {
  const folded = foldText(text)
  const known = byWord.get(folded)
  if (known) return known
  return readChoice(folded) ?? readSignAndWord(folded) ?? 'unread'
}

/** 「○はい」, 「対象外(回線なし)」: the parts must agree, and what stands in brackets behind is no part of the answer. */
function readSignAndWord(folded: string): AnswerMark | undefined {
  const [, sign, word] = /^([○〇◯レ✓✔☑×✕✖✗□/])[:、]?(.+)$/u.exec(folded) ?? []
  if (sign !== undefined && word !== undefined) {
    const [a, b] = [byWord.get(sign), byWord.get(word)]
    return b !== undefined && (a === b || a === 'blank' || (sign === '/' && b === 'not-applicable')) ? b : undefined
  }
  const behind = /^(.+?)[((].*[))]$/u.exec(folded)
  return behind?.[1] === undefined ? undefined : byWord.get(behind[1])
}

const mark = '[○〇◯⭕レ✓✔☑■●◉]'
const marked = new RegExp(`${mark}|[(\\[【〔<]${mark}?(はい|いいえ)${mark}?[)\\]】〕>]`, 'u')
const harmless = /^[□☐()[\]【】〔〕<>○〇◯⭕レ✓✔☑■●◉]*$/u

/** The printed pair of words with one of them circled, ticked or put into brackets. */
function readChoice(folded: string): AnswerMark | undefined {
  const parts = /^(.*?はい.*?)(?:[・･/|,、]|(?=[□☐■☑○〇◯([【]*いいえ))(.*?いいえ.*)$/u.exec(folded)
  const [, yes, no] = parts ?? []
  if (yes === undefined || no === undefined) return undefined
  if (!harmless.test(yes.replace('はい', '')) || !harmless.test(no.replace('いいえ', ''))) return undefined
  const [isYes, isNo] = [marked.test(yes), marked.test(no)]
  if (isYes && isNo) return 'both'
  return isYes ? 'yes' : isNo ? 'no' : 'blank'
}
