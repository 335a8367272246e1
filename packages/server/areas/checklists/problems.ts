import { type ProblemWords, problemBy } from '../../platform/index.ts'

/** Codes of this area and their sentences; the table of all error codes is built from it. */
export const checklistProblems = {
  'checklist/no-such-sheet': {
    message: { ja: 'このシートは見つかりません。', en: 'This sheet is not here.' },
    action: {
      ja: '「事業者」か「チェックリスト」の一覧から選び直してください。',
      en: 'Choose it again from the list of vendors or the checklist.',
    },
  },
  'evidence/not-found': {
    message: { ja: 'この根拠資料は見つかりません。', en: 'This evidence is not here.' },
    action: { ja: '項目の画面から選び直してください。', en: 'Choose it again on the page of the item.' },
  },
  'evidence/no-such-answer': {
    message: {
      ja: '資料を付けようとした項目が見つかりません。資料は預かっていません。',
      en: 'The item to attach the file to is not there. The file was not kept.',
    },
    action: { ja: '画面を開き直して、もう一度選んでください。', en: 'Open the page again and choose once more.' },
  },
  'card/not-found': {
    message: { ja: 'この作業カードは見つかりません。', en: 'This work card is not here.' },
    action: { ja: '項目の画面から開き直してください。', en: 'Open it again from the page of the item.' },
  },
  'year/already-begun': {
    message: { ja: 'この年度は、すでに始まっています。', en: 'This fiscal year has begun already.' },
    action: { ja: '「チェックリスト」を開くと続きを書けます。', en: 'Open the checklist to go on.' },
  },
  'year/too-far': {
    message: { ja: 'まだ始められない年度です。', en: 'This fiscal year cannot begin yet.' },
    action: { ja: '4月1日になってから、もう一度お試しください。', en: 'Try again from 1 April.' },
  },
  'edition/unknown': {
    message: { ja: 'この版は登録されていません。', en: 'This edition is not known.' },
    action: { ja: '一覧にある版から選んでください。', en: 'Choose an edition from the list.' },
  },
  'edition/other-form': {
    message: {
      ja: '選んだ様式(医療機関・薬局確認用/事業者確認用)と、Excelの様式が違います。まだ何も読み込んでいません。',
      en: 'The workbook is the other form (facility or vendor) than the one chosen. Nothing was loaded.',
    },
    action: { ja: 'もう一方の様式として選び直してください。', en: 'Choose it as the other form.' },
  },
  'edition/without-items': {
    message: { ja: 'この版の設問は、まだ入っていません。', en: 'The questions of this edition are not loaded yet.' },
    action: {
      ja: '厚生労働省のExcelを読み込むか、前の版を選んでください。',
      en: 'Load the Excel of the ministry, or choose the edition before.',
    },
  },
} as const satisfies Record<string, ProblemWords>

export const checklistProblem = problemBy(checklistProblems)
