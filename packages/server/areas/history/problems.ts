import { type ProblemWords, problemBy } from '../../platform/index.ts'

const askForIt = {
  ja: '直したいときは、その記録の画面で書き直してください。',
  en: 'To correct it, change the record on its own page.',
}

/** Codes of this area and their sentences; the table of all error codes is built from it. */
export const historyProblems = {
  'undo/not-found': {
    message: { ja: '元に戻せる変更が見つかりません。', en: 'There is no change of this number to undo.' },
    action: { ja: '画面を開き直して、いまの内容を確かめてください。', en: 'Open the page again and look at what is there now.' },
  },
  'undo/already': {
    message: { ja: 'この変更は、すでに元に戻してあります。', en: 'This change has been undone already.' },
    action: { ja: '画面を開き直して、いまの内容を確かめてください。', en: 'Open the page again and look at what is there now.' },
  },
  'undo/not-yours': {
    message: { ja: 'ほかの方の変更です。まだ何も戻していません。', en: 'This is the change of somebody else. Nothing was undone.' },
    action: {
      ja: 'ご本人か、「とりまとめ担当」の方に頼んでください。',
      en: 'Ask the person who made it, or somebody who coordinates.',
    },
  },
  'undo/whole': {
    message: { ja: '施設の記録全体を入れた変更は、元に戻せません。', en: 'What brought the whole facility in cannot be undone.' },
    action: { ja: '要らなくなった施設は、「設定」から消せます。', en: 'A facility that is not needed can be removed under settings.' },
  },
  'undo/vendor-answer': {
    message: {
      ja: '事業者が書いた内容は、施設側からは元に戻せません。',
      en: 'What a vendor has written cannot be undone by the facility.',
    },
    action: {
      ja: '違うところは、「突き合わせ」の画面から事業者に確かめてください。',
      en: 'Ask the vendor about it from the joined view.',
    },
  },
  'undo/submitted': {
    message: {
      ja: '事業者が提出したシートにかかわる変更です。まだ何も戻していません。',
      en: 'The change is about a sheet that the vendor has handed in. Nothing was undone.',
    },
    action: askForIt,
  },
  'undo/decided': {
    message: {
      ja: '決裁や合意が済んだ内容は、元に戻せません。',
      en: 'What has been decided or agreed on cannot be undone.',
    },
    action: askForIt,
  },
  'undo/said': {
    message: { ja: '相手に伝えた言葉は、元に戻せません。', en: 'What was said to the other side cannot be undone.' },
    action: { ja: '続きの言葉で伝え直してください。', en: 'Say it anew in the same place.' },
  },
  'undo/sent': {
    message: { ja: '送った記録は、元に戻せません。', en: 'The record of what was sent cannot be undone.' },
    action: askForIt,
  },
} as const satisfies Record<string, ProblemWords>

export const historyProblem = problemBy(historyProblems)
