import { type ProblemWords, problemBy } from '../../platform/index.ts'

/** Codes of this area and their sentences; the table of all error codes is built from it. */
export const vulnerabilityProblems = {
  'vulnerabilities/no-such-device': {
    message: { ja: 'この機器は、資産台帳にありません。', en: 'This device is not in the register.' },
    action: {
      ja: '「脆弱性」を開き直して、機器を選び直してください。',
      en: 'Open the vulnerabilities again and choose the device once more.',
    },
  },
  'vulnerabilities/no-such-advisory': {
    message: { ja: 'この弱点の情報は、ここにありません。', en: 'Nothing is known of this weakness here.' },
    action: {
      ja: '番号を確かめるか、「脆弱性」の一覧から選び直してください。',
      en: 'Check its number, or choose it again from the list of vulnerabilities.',
    },
  },
  'vulnerabilities/no-such-row': {
    message: { ja: '選んだ行は、もうここにありません。', en: 'A row that you chose is not here any more.' },
    action: { ja: '「脆弱性」を開き直して、選び直してください。', en: 'Open the vulnerabilities again and choose once more.' },
  },
  'vulnerabilities/taken-already': {
    message: { ja: '選んだ行は、もう対応が始まっています。', en: 'A row that you chose is being dealt with already.' },
    action: { ja: 'その対応を開いて続けてください。', en: 'Open that response and go on there.' },
  },
  'response/not-found': {
    message: { ja: 'この対応は見つかりません。', en: 'This response is not here.' },
    action: { ja: '「脆弱性」の一覧から選び直してください。', en: 'Choose it again from the list of vulnerabilities.' },
  },
  'response/changed-meanwhile': {
    message: { ja: '開いている間に、相手の返事などが届きました。', en: 'Something was written while the page was open.' },
    action: { ja: '画面を開き直して、新しい内容を見てから進めてください。', en: 'Open the page again, read what is new, and go on.' },
  },
  'response/no-such-step': {
    message: {
      ja: 'いまの状態からは進めないか、必要な項目が足りません。',
      en: 'This does not follow from how it stands now, or something that it needs is missing.',
    },
    action: { ja: '日付や理由などを確かめて、もう一度進めてください。', en: 'Check the days and the reason, then try once more.' },
  },
  'response/version-still-weak': {
    message: {
      ja: 'この版には、公開されている情報ではまだ弱点が残っています。',
      en: 'By what is published, this version still has the weakness.',
    },
    action: {
      ja: 'いま動いている版を確かめてください。その版で正しければ、「異論」として理由をお書きください。',
      en: 'Check which version runs now. If it is this one, disagree and write why.',
    },
  },
  'response/no-such-file': {
    message: { ja: 'この資料は、この対応のためにお預かりしたものではありません。', en: 'This file was not handed over for this response.' },
    action: { ja: '資料をもう一度選んで、お送りください。', en: 'Choose the file once more and send it.' },
  },
  'planned-update/not-found': {
    message: { ja: 'この更新の予定は見つかりません。', en: 'This planned update is not here.' },
    action: { ja: '「更新の予定」の一覧から選び直してください。', en: 'Choose it again from the list of planned updates.' },
  },
} as const satisfies Record<string, ProblemWords>

export const vulnerabilityProblem = problemBy(vulnerabilityProblems)
