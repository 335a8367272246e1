import { type ProblemWords, problemBy } from '../../platform/index.ts'

/** Codes of this area and their sentences; the table of all error codes is built from it. */
export const networkProblems = {
  'network/no-such-zone': {
    message: { ja: 'この区画は、地図にありません。', en: 'This zone is not on the map.' },
    action: { ja: '「ネットワーク」を開き直して、区画を選び直してください。', en: 'Open the network again and choose the zone once more.' },
  },
  'network/no-such-point': {
    message: { ja: 'この場所は、地図にも機器の一覧にもありません。', en: 'This point is neither on the map nor in the list of devices.' },
    action: {
      ja: '「ネットワーク」を開き直して、場所を選び直してください。',
      en: 'Open the network again and choose the point once more.',
    },
  },
  'network/no-such-path': {
    message: {
      ja: 'この道すじは、もうつながっていないか、地図が変わっています。',
      en: 'This way is open no longer, or the map has changed.',
    },
    action: {
      ja: '「ネットワーク」を開き直して、いまの道すじを確かめてください。',
      en: 'Open the network again and look at the ways of now.',
    },
  },
} as const satisfies Record<string, ProblemWords>

export const networkProblem = problemBy(networkProblems)
