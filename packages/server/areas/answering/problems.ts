import { UserError, type UserProblem } from '../../platform/index.ts'

type Words = Pick<UserProblem, 'message' | 'action'>

/** Codes of this area and their sentences; the table of all error codes is built from it. */
export const answeringProblems = {
  'answer/no-such-sheet': {
    message: { ja: 'このシートは見つからないか、もう開けません。', en: 'This sheet is not here, or is no longer open to you.' },
    action: { ja: '納入先一覧を開き直すか、病院にお確かめください。', en: 'Open the list of clients again, or ask the hospital.' },
  },
  'answer/no-such-item': {
    message: { ja: 'このシートにない項目です。まだ何も変えていません。', en: 'The sheet has no such item. Nothing was changed.' },
    action: { ja: '画面を開き直してください。', en: 'Open the page again.' },
  },
  'answer/closed': {
    message: { ja: 'このシートは年度が終わり、閉じています。', en: 'The year of this sheet has been closed.' },
    action: { ja: '新しい年度のシートをお待ちください。', en: 'Please wait for the sheet of the new year.' },
  },
  'answer/changed-meanwhile': {
    message: { ja: '同じシートを、ほかの方が先に変えました。', en: 'Somebody else has changed this sheet meanwhile.' },
    action: { ja: '画面を開き直すと、今の内容が見えます。', en: 'Open the page again to see it as it is now.' },
  },
  'answer/not-writing': {
    message: {
      ja: 'いまは書き込めません。社内確認中か、提出済みです。',
      en: 'The sheet is being checked or was handed in, so nothing can be written now.',
    },
    action: { ja: '社内確認を取りやめるか、「訂正する」を押してください。', en: 'Take it back from the check, or choose to correct it.' },
  },
  'answer/no-such-step': {
    message: { ja: 'いまの状態からは、この操作はできません。', en: 'This step does not follow from where the sheet is now.' },
    action: { ja: '画面を開き直してください。', en: 'Open the page again.' },
  },
  'answer/approver-only': {
    message: { ja: '差戻しは、提出できる方の操作です。', en: 'Only somebody who may hand in can send it back.' },
    action: { ja: '社内の承認者の方に頼んでください。', en: 'Ask the one who approves in your company.' },
  },
  'answer/answerer-missing': {
    message: { ja: '「回答者」の氏名がまだです。', en: 'The name of the one who answers is missing.' },
    action: { ja: '回答した方の氏名を書いてください。', en: 'Enter the name of the one who answered.' },
  },
  'answer/nothing-answered': {
    message: { ja: 'まだ1項目も答えがありません。', en: 'No item has an answer yet.' },
    action: { ja: '答えられる項目から答えてください。', en: 'Answer what can be answered.' },
  },
  'answer/per-client': {
    message: {
      ja: '施設ごとに違う項目は、標準回答にできません。',
      en: 'Items that are different at every client cannot have a standard answer.',
    },
    action: { ja: '各施設のシートで答えてください。', en: 'Answer them on the sheet of each client.' },
  },
  'answer/product-taken': {
    message: { ja: 'この製品の標準回答は、もうあります。', en: 'There are standard answers for this product already.' },
    action: { ja: '一覧の同じ名前の行を開いてください。', en: 'Open the one of this name in the list.' },
  },
  'answer/no-such-standard': {
    message: { ja: 'この標準回答は見つかりません。', en: 'These standard answers are not here.' },
    action: { ja: '一覧を開き直してください。', en: 'Open the list again.' },
  },
  'answer/other-edition': {
    message: { ja: 'この標準回答は、別の版の設問への答えです。', en: 'These standard answers are for another edition.' },
    action: { ja: 'この版の標準回答を先に作ってください。', en: 'First write standard answers for this edition.' },
  },
  'answer/no-such-discussion': {
    message: { ja: 'この確認のやりとりは見つかりません。', en: 'This discussion is not here.' },
    action: { ja: '画面を開き直してください。', en: 'Open the page again.' },
  },
  'request-file/not-for-vendors': {
    message: { ja: '事業者確認用のシートではありません。', en: 'This is not a sheet for vendors.' },
    action: { ja: '施設から届いた「事業者確認用」のファイルを選んでください。', en: 'Choose the file for vendors that the facility sent.' },
  },
  'visit/not-found': {
    message: { ja: 'この保守作業は見つかりません。', en: 'This visit is not here.' },
    action: { ja: '一覧を開き直してください。', en: 'Open the list again.' },
  },
  'visit/changed-meanwhile': {
    message: { ja: '相手が先に返事をしました。まだ何も送っていません。', en: 'The other side was quicker. Nothing was sent.' },
    action: { ja: '一覧を開き直して、新しい返事を確かめてください。', en: 'Open the list again and read the new answer.' },
  },
  'visit/day-past': {
    message: { ja: '希望日が過ぎた日になっています。', en: 'The day that is wished for has passed.' },
    action: { ja: '今日から後の日を選んでください。', en: 'Choose today or a later day.' },
  },
  'visit/no-such-step': {
    message: { ja: 'いまの状態からは、この操作はできません。', en: 'This step does not follow from where the visit is now.' },
    action: { ja: '一覧を開き直してください。', en: 'Open the list again.' },
  },
  'answer/no-link': {
    message: { ja: 'このシートのリンクは出ていません。', en: 'No link to this sheet is out.' },
    action: { ja: '先に「リンクと番号を作る」を押してください。', en: 'First make a link and a number.' },
  },
} as const satisfies Readonly<Record<string, Words>>

export function answeringProblem(code: keyof typeof answeringProblems): UserError {
  return new UserError({ code, ...answeringProblems[code] })
}

/** Those that name items. */
export const answeringItemProblems = {
  'answer/not-confirmed': {
    message: {
      ja: '標準回答のままで、まだ確かめていない項目があります:{numbers}',
      en: 'Standard answers that nobody has confirmed yet: {numbers}',
    },
    action: { ja: '項目ごとに「この答えでよい」を押してください。', en: 'Confirm each of these items.' },
  },
  'answer/reason-missing': {
    message: { ja: '理由がまだの項目があります:{numbers}', en: 'Items without a reason: {numbers}' },
    action: {
      ja: '「このシステムにはない」「施設側の担当」には、理由を書いてください。',
      en: 'Say why the system has none of it, or why it is for the hospital.',
    },
  },
} as const satisfies Readonly<Record<string, Words>>

/** A problem that names the items by their official numbers. */
export function itemsProblem(code: keyof typeof answeringItemProblems, numbers: readonly string[]): UserError {
  const { message, action } = answeringItemProblems[code]
  const fill = (text: string, between: string) => text.replace('{numbers}', numbers.join(between))
  return new UserError({ code, message: { ja: fill(message.ja, '、'), en: fill(message.en, ', ') }, action })
}
