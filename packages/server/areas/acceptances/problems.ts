import { type ProblemWords, problemBy } from '../../platform/index.ts'

/** Codes of this area and their sentences; the table of all error codes is built from it. */
export const acceptanceProblems = {
  'acceptance/waits-already': {
    message: { ja: 'この気づきの見送りは、もう決裁待ちです。', en: 'Leaving this finding waits for approval already.' },
    action: { ja: '「承知のうえで見送り」の画面で、決裁の様子をご覧ください。', en: 'See how it stands on the page of what is left.' },
  },
  'acceptance/changed-meanwhile': {
    message: {
      ja: '開いたあとに、ほかの方がこの気づきの見送りを変えました。まだ何も変えていません。',
      en: 'Somebody has changed how this finding is left since you opened it. Nothing was changed.',
    },
    action: { ja: 'いまの内容を見て、もう一度決めてください。', en: 'Look at what stands there now, and decide again.' },
  },
  'acceptance/not-left': {
    message: { ja: 'この気づきは、いま見送りになっていません。', en: 'This finding is not left now.' },
    action: { ja: '画面を開き直してください。', en: 'Open the page again.' },
  },
} as const satisfies Record<string, ProblemWords>

export const acceptanceProblem = problemBy(acceptanceProblems)
