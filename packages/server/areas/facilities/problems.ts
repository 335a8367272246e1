import { type ProblemWords, problemBy } from '../../platform/index.ts'

/** Codes of this area and their sentences; the table of all error codes is built from it. */
export const facilityProblems = {
  'facility/not-found': {
    message: { ja: 'この施設は見つかりません。', en: 'This facility is not here.' },
    action: { ja: '「施設の一覧」から選び直してください。', en: 'Choose it again from the list of facilities.' },
  },
  'facility/name-missing': {
    message: {
      ja: '確かめのために入れた名前が、施設の名前と違います。まだ何も消していません。',
      en: 'The name typed differs from the name of the facility. Nothing was removed.',
    },
    action: {
      ja: '施設の名前をそのまま入れてから、もう一度押してください。',
      en: 'Type the name of the facility exactly and press again.',
    },
  },
  'facility/id-taken': {
    message: {
      ja: '同じ番号の施設がすでにあります。まだ何も読み込んでいません。',
      en: 'There is a facility of this id already. Nothing was loaded.',
    },
    action: { ja: '「施設の一覧」から、その施設を開いてください。', en: 'Open that facility from the list.' },
  },
  'example/not-found': {
    message: { ja: 'この例は入っていません。', en: 'This example is not part of the installation.' },
    action: { ja: '一覧にある例を選んでください。', en: 'Choose one of the examples in the list.' },
  },
  'change/version-missing': {
    message: {
      ja: '変更に、もとにした版の番号が付いていません。',
      en: 'The change does not say which version of the record it was made against.',
    },
    action: { ja: '画面を開き直して、もう一度お試しください。', en: 'Open the page again and try once more.' },
  },
  'change/not-allowed': {
    message: {
      ja: 'この記録は、画面から直接には変えられません。まだ何も変えていません。',
      en: 'This record cannot be changed directly. Nothing was changed.',
    },
    action: {
      ja: 'その記録を作った画面(取り込み、突き合わせ、気づき)から操作してください。',
      en: 'Use the page that made it: import, joined view or findings.',
    },
  },
  'change/closed-year': {
    message: {
      ja: '閉じた年度のシートは、読むことだけができます。まだ何も変えていません。',
      en: 'The sheet of a closed year can only be read. Nothing was changed.',
    },
    action: { ja: '今年度のシートに書いてください。', en: 'Write on the sheet of this fiscal year.' },
  },
  'change/paper-mark': {
    message: { ja: '「紙の回答を転記」の印は外せません。', en: 'The mark "typed in from paper" stays.' },
    action: { ja: '答えを直すときは、印を残したまま書き換えてください。', en: 'Correct the answers and leave the mark.' },
  },
  'change/signed-terms': {
    message: {
      ja: '署名のある取り決めです。内容を変えるには、署名を消して取り直します。まだ何も変えていません。',
      en: 'Names stand under this agreement: its words change only together with them. Nothing was changed.',
    },
    action: {
      ja: '内容を書き換えるときは、両方の署名を空欄にして、もう一度署名をもらってください。',
      en: 'Clear both names with the change, and have it signed anew.',
    },
  },
  'change/date-ahead': {
    message: {
      ja: '確かめた日・試した日が、今日より先の日付です。まだ何も変えていません。',
      en: 'The day of the check or test lies ahead of today. Nothing was changed.',
    },
    action: {
      ja: '実際に確かめた日を入れてください。これから直す日は「目標日」に入れます。',
      en: 'Give the day on which it was done. A day that is planned goes under target date.',
    },
  },
  'change/impossible-range': {
    message: {
      ja: '小さいほうの値が大きいほうの値を超えているか、ありえない大きさの値があるか、終わりの日が始まりの日より前です。まだ何も変えていません。',
      en: 'The lower end lies above the upper one, a figure is beyond what can be, or the last day comes before the first. Nothing was changed.',
    },
    action: { ja: '値の順番と、けた数を確かめてください。', en: 'Look at the order of the values and at their size.' },
  },
  'change/unknown-reference': {
    message: {
      ja: '変更が指している相手の記録が見つかりません。まだ何も変えていません。',
      en: 'The change points at a record that is not there. Nothing was changed.',
    },
    action: { ja: '画面を開き直し、相手を選び直してください。', en: 'Open the page again and choose the record once more.' },
  },
  'change/still-used': {
    message: {
      ja: 'ほかの記録がまだこの記録を使っています。まだ何も変えていません。',
      en: 'Other records still use this one. Nothing was changed.',
    },
    action: { ja: '先に、使っている記録のほうを直してください。', en: 'Change the records that use it first.' },
  },
  'change/unknown-edition': {
    message: {
      ja: 'この版のチェックリストは入っていません。まだ何も変えていません。',
      en: 'This edition of the checklist is not here. Nothing was changed.',
    },
    action: {
      ja: '先に「チェックリスト」の画面で、公式のExcelを読み込んでください。',
      en: 'Load its official Excel on the page of the checklist first.',
    },
  },
  'change/unknown-item': {
    message: {
      ja: 'シートの版にない項目への回答です。まだ何も変えていません。',
      en: 'The answer is to an item that the edition of its sheet does not have. Nothing was changed.',
    },
    action: { ja: '画面を開き直し、項目を選び直してください。', en: 'Open the page again and choose the item once more.' },
  },
  'change/double-answer': {
    message: {
      ja: 'この項目には、同じシートにすでに回答があります。まだ何も変えていません。',
      en: 'The same sheet has an answer to this item already. Nothing was changed.',
    },
    action: { ja: 'いまある回答のほうを直してください。', en: 'Correct the answer that is there.' },
  },
  'change/no-such-record': {
    message: {
      ja: '変えようとした記録が見つかりません。まだ何も変えていません。',
      en: 'The record to be changed is not there. Nothing was changed.',
    },
    action: { ja: '画面を開き直して、いまの内容を確かめてください。', en: 'Open the page again and look at what is there now.' },
  },
  'change/id-taken': {
    message: {
      ja: '同じ番号の記録がすでにあります。まだ何も変えていません。',
      en: 'There is a record of this id already. Nothing was changed.',
    },
    action: { ja: '画面を開き直して、もう一度お試しください。', en: 'Open the page again and try once more.' },
  },
  'change/bad-id': {
    message: { ja: '記録の番号の書き方が正しくありません。', en: 'The id of the record is malformed.' },
    action: {
      ja: '英小文字・数字・「._:-」だけ、80文字以内にしてください。',
      en: 'Use lower-case letters, digits and ._:- only, at most 80 characters.',
    },
  },
  'change/already-merged': {
    message: { ja: 'この記録は、すでに別の記録にまとめてあります。', en: 'This record has been merged into another one already.' },
    action: { ja: '先に「まとめる前に戻す」を選んでください。', en: 'Undo the merge first.' },
  },
  'change/unreadable-block': {
    message: {
      ja: '区画のアドレスの範囲に、読めないものがあります。まだ何も変えていません。',
      en: 'One of the blocks of addresses of the zone cannot be read. Nothing was changed.',
    },
    action: { ja: '「10.18.20.0/24」のように書いてください。', en: 'Write it as 10.18.20.0/24.' },
  },
  'change/unreadable-vlan': {
    message: {
      ja: '区画のVLANの番号に、読めないものがあります。まだ何も変えていません。',
      en: 'One of the numbers of VLANs of the zone cannot be read. Nothing was changed.',
    },
    action: { ja: '1から4094までの数字だけを入れてください。', en: 'Give numbers from 1 to 4094 alone.' },
  },
  'change/link-ends': {
    message: {
      ja: 'つながりの両端が、1つずつ決まっていません。まだ何も変えていません。',
      en: 'The link has not exactly one end on each side. Nothing was changed.',
    },
    action: { ja: '両方の端を、1つずつ選んでください。', en: 'Choose one end on each side.' },
  },
  'change/link-to-itself': {
    message: {
      ja: 'つながりの両端が同じものです。まだ何も変えていません。',
      en: 'Both ends of the link are the same. Nothing was changed.',
    },
    action: { ja: 'どちらかの端を選び直してください。', en: 'Choose another end.' },
  },
  'change/place-ends': {
    message: {
      ja: '地図に置くものが、1つに決まっていません。まだ何も変えていません。',
      en: 'It is not one thing that is placed on the map. Nothing was changed.',
    },
    action: { ja: '地図を開き直して、もう一度置いてください。', en: 'Open the map again and place it once more.' },
  },
} as const satisfies Record<string, ProblemWords>

export const facilityProblem = problemBy(facilityProblems)
