import { type ProblemWords, problemBy } from '../../platform/index.ts'

/** Codes of this area and their sentences; the table of all error codes is built from it. */
export const acceptanceProblems = {
  'acceptance/waits-already': {
    message: { ja: 'この気づきの見送りは、もう決裁待ちです。', en: 'Leaving this finding waits for approval already.' },
    action: { ja: '「承知のうえで見送り」の画面で、決裁の様子をご覧ください。', en: 'See how it stands on the page of what is left.' },
  },
  'acceptance/not-left': {
    message: { ja: 'この気づきは、いま見送りになっていません。', en: 'This finding is not left now.' },
    action: { ja: '画面を開き直してください。', en: 'Open the page again.' },
  },
} as const satisfies Record<string, ProblemWords>

export const acceptanceProblem = problemBy(acceptanceProblems)
