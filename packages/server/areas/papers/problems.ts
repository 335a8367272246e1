import { type ProblemWords, problemBy } from '../../platform/index.ts'

/** Codes of this area and their sentences; the table of all error codes is built from it. */
export const paperProblems = {
  'paper/not-found': {
    message: { ja: 'この書類は見つかりません。', en: 'This paper is not here.' },
    action: { ja: '「書類」の一覧から選び直してください。', en: 'Choose it again from the list of papers.' },
  },
  'paper/no-such-format': {
    message: { ja: 'この書類は、この形式では作れません。', en: 'This paper cannot be made in this form.' },
    action: { ja: '「書類」の一覧にある形式を選んでください。', en: 'Choose one of the forms in the list of papers.' },
  },
  'paper/no-check-number': {
    message: {
      ja: '照合番号は12文字です。0とO、1とIは使っていません。',
      en: 'A check number has twelve letters and digits. 0, O, 1 and I are not used.',
    },
    action: { ja: '紙の下の番号を、もう一度写してください。', en: 'Copy the number at the foot of the page again.' },
  },
  'paper/not-made': {
    message: { ja: 'PDFを作れませんでした。内容は保存されています。', en: 'The PDF could not be made. Nothing that you entered is lost.' },
    action: {
      ja: '同じ内容を「HTML」で選び、ブラウザーの印刷で紙にしてください。',
      en: 'Choose HTML instead and print it from the browser.',
    },
  },
} as const satisfies Record<string, ProblemWords>

export const paperProblem = problemBy(paperProblems)
