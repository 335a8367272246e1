import { type ProblemWords, problemBy } from '../../platform/index.ts'

/** Codes of this area and their sentences; the table of all error codes is built from it. */
export const taskProblems = {
  'task/not-found': {
    message: { ja: 'このやることは見つかりません。', en: 'This task is not here.' },
    action: { ja: '「やること」の一覧から選び直してください。', en: 'Choose it again from the list of tasks.' },
  },
  'task/no-such-person': {
    message: { ja: '選んだ方は、もう名簿にいません。', en: 'Whom you chose is not in the list of people any more.' },
    action: { ja: '画面を開き直して、選び直してください。', en: 'Open the page again and choose once more.' },
  },
  'task/somebody-else': {
    message: {
      ja: '選んだ方は、ほかの方のアカウントと結び付いています。',
      en: 'Whom you chose belongs to the account of somebody else.',
    },
    action: {
      ja: '名簿に同じ名前の方がいるときは、部署や役職で確かめて選んでください。',
      en: 'Where the list has two of one name, tell them apart by department or post.',
    },
  },
  'task/no-such-finding': {
    message: { ja: '選んだ気づきは、もうここにありません。', en: 'A finding that you chose is not here any more.' },
    action: { ja: '「気づき」の一覧から選び直してください。', en: 'Choose again from the list of findings.' },
  },
  'task/taken-already': {
    message: { ja: 'この気づきは、もう「やること」になっています。', en: 'This finding is in a task already.' },
    action: { ja: 'そのやることを開いて続けてください。', en: 'Open that task and go on there.' },
  },
  'task/not-now': {
    message: { ja: 'いまの状態からは、この操作はできません。', en: 'This does not follow from how the task stands now.' },
    action: { ja: '画面を開き直すと、いまの状態が見えます。', en: 'Open the page again to see how it stands.' },
  },
} as const satisfies Record<string, ProblemWords>

export const taskProblem = problemBy(taskProblems)
