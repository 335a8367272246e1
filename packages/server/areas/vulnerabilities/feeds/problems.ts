import { type ProblemWords, problemBy } from '../../../platform/index.ts'

/** Codes of this area and their sentences; the table of all error codes is built from it. */
export const feedProblems = {
  'feeds/busy': {
    message: {
      ja: '脆弱性情報の別の取り込みが、まだ終わっていません。',
      en: 'Another reading of feeds has not ended yet.',
    },
    action: {
      ja: '終わるのを待って、もう一度取り込んでください。',
      en: 'Wait until it ends and import again.',
    },
  },
  'feeds/older': {
    message: {
      ja: 'このファイルは、いま使っている情報より古いものです。',
      en: 'This file is older than what is in use.',
    },
    action: {
      ja: 'いまの情報をそのまま使います。新しいファイルを入手して、取り込んでください。',
      en: 'What is in use stays. Get a newer file and import that.',
    },
  },
} as const satisfies Record<string, ProblemWords>

export const feedProblem = problemBy(feedProblems)
