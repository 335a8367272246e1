import { type ProblemWords, problemBy } from '../../platform/index.ts'

/** Codes of this area and their sentences; the table of all error codes is built from it. */
export const assetProblems = {
  'asset/not-found': {
    message: { ja: 'この機器は、一覧にありません。', en: 'This device is not in the list.' },
    action: { ja: '「機器の一覧」から選び直してください。', en: 'Choose it again from the list of devices.' },
  },
  'asset/no-conflict': {
    message: {
      ja: 'この記録は、もう決まっているか、なくなっています。まだ何も登録していません。',
      en: 'This record was decided already, or is gone. Nothing was registered.',
    },
    action: { ja: 'ページを開き直して、残りを確かめてください。', en: 'Open the page again and look at what is left.' },
  },
} as const satisfies Record<string, ProblemWords>

export const assetProblem = problemBy(assetProblems)
