import { UserError, type UserProblem } from '../../platform/index.ts'

type Words = Pick<UserProblem, 'message' | 'action'>

/** Codes of this area and their sentences; the table of all error codes is built from it. */
export const handOverProblems = {
  'hand-over/same-person': {
    message: { ja: '前任と後任が同じ方です。', en: 'Predecessor and successor are the same person.' },
    action: { ja: '後任の方を選び直してください。', en: 'Choose another successor.' },
  },
  'hand-over/day-needed': {
    message: {
      ja: '権限が移る日は、明日から1年以内の日にしてください。',
      en: 'The day on which the rights move must lie within a year from tomorrow.',
    },
    action: { ja: '日付を直して、もう一度「引継ぎを始める」を押してください。', en: 'Change the date and begin again.' },
  },
  'hand-over/begun-already': {
    message: { ja: 'この方の引継ぎは、もう始まっています。', en: 'A hand-over of this person has begun already.' },
    action: { ja: '一覧にある引継ぎをやめてから、始め直してください。', en: 'Stop the one in the list, then begin anew.' },
  },
  'hand-over/no-such': {
    message: { ja: 'この引継ぎは、一覧にありません。', en: 'This hand-over is not in the list.' },
    action: { ja: '一覧を開き直してください。', en: 'Open the list again.' },
  },
  'hand-over/changed-meanwhile': {
    message: {
      ja: '開いたあとに、ほかの方が同じところを書きました。まだ何も変えていません。',
      en: 'Somebody has written in the same place since you opened it. Nothing was changed.',
    },
    action: { ja: '両方の内容を見て、残す方を選んでください。', en: 'Look at both, and choose which one stays.' },
  },
  'hand-over/over': {
    message: { ja: 'この引継ぎは、もう終わっています。', en: 'This hand-over is over.' },
    action: {
      ja: '権限を直すときは「使う人」の一覧で変えてください。',
      en: 'To change rights, use the list of people.',
    },
  },
  'hand-over/no-such-record': {
    message: { ja: '選んだ人が、「人と連絡先」の一覧にいません。', en: 'The person chosen is not among the people of the facility.' },
    action: { ja: '画面を開き直して、選び直してください。', en: 'Open the page again and choose anew.' },
  },
} as const satisfies Readonly<Record<string, Words>>

export function handOverProblem(code: keyof typeof handOverProblems): UserError {
  return new UserError({ code, ...handOverProblems[code] })
}
