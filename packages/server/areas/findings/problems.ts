import { type ProblemWords, problemBy } from '../../platform/index.ts'

/** Codes of this area and their sentences; the table of all error codes is built from it. */
export const findingProblems = {
  'finding/not-found': {
    message: { ja: 'この気づきは見つかりません。', en: 'This finding is not here.' },
    action: { ja: '「気づき」の一覧から選び直してください。', en: 'Choose it again from the list of findings.' },
  },
  'finding/until-out-of-range': {
    message: {
      ja: '見送る期限は、明日から2年以内の日にしてください。',
      en: 'The day until which it is left must be from tomorrow to two years ahead.',
    },
    action: { ja: '日付を選び直してください。', en: 'Choose another day.' },
  },
} as const satisfies Record<string, ProblemWords>

export const findingProblem = problemBy(findingProblems)
