import { type ProblemWords, problemBy } from '../../platform/index.ts'

/** Codes of this area and their sentences; the table of all error codes is built from it. */
export const riskProblems = {
  'risk/not-found': {
    message: { ja: 'このリスクは、一覧にありません。', en: 'This risk is not in the list.' },
    action: { ja: '「リスクと対策」を開き直して、選び直してください。', en: 'Open risks and controls again and choose once more.' },
  },
  'risk/no-such-control': {
    message: { ja: 'この対策は、一覧にありません。', en: 'This control is not in the list.' },
    action: { ja: '「リスクと対策」を開き直して、選び直してください。', en: 'Open risks and controls again and choose once more.' },
  },
  'agreement/not-found': {
    message: { ja: 'この取り決めは見つかりません。', en: 'This agreement is not here.' },
    action: { ja: '「取り決め」の一覧から選び直してください。', en: 'Choose it again from the list of agreements.' },
  },
  'agreement/changed-meanwhile': {
    message: { ja: '開いている間に、施設側が内容を書き換えました。', en: 'The facility wrote on it while the page was open.' },
    action: { ja: '画面を開き直して、新しい内容を見てから進めてください。', en: 'Open the page again, read what is new, and go on.' },
  },
  'agreement/nothing-to-sign': {
    message: {
      ja: '署名には、残るリスクと決めた日と期限が要ります。',
      en: 'What is left, the day and the last day are missing, so there is nothing to sign.',
    },
    action: { ja: '施設側が書き終えるまで、もう少しお待ちください。', en: 'Please wait until the facility has written them.' },
  },
  'agreement/signed': {
    message: {
      ja: '署名のある取り決めです。返事と氏名は、このままでは書き換えられません。',
      en: 'Names stand under this agreement: its answer and its name stay as they are.',
    },
    action: {
      ja: '変えたいことがあるときは、施設に連絡し、署名を取り直してください。',
      en: 'If something is to change, tell the facility, and have it signed anew.',
    },
  },
  'agreement/nothing-said': {
    message: { ja: '返事か署名のどちらかが要ります。', en: 'There is neither an answer nor a name.' },
    action: { ja: '返事を書くか、氏名を入れて署名してください。', en: 'Write an answer, or sign with your name.' },
  },
} as const satisfies Record<string, ProblemWords>

export const riskProblem = problemBy(riskProblems)
