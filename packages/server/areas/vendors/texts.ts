import type { Text } from '@mimamori/domain'

/** Sentences of the vendors' page. Placeholders: names, days, dates. */
export const vendorTexts = {
  next: {
    send: { ja: 'まだ送っていません。まず依頼の文書を送りましょう。', en: 'Not sent yet. Send the letter of request first.' },
    wait: { ja: '返事を待っています。期限は{due}です。', en: 'Waiting for the answer, hoped for by {due}.' },
    promised: { ja: '{on}までに返事をいただく約束です。', en: 'An answer is promised by {on}.' },
    phone: {
      ja: '依頼から{days}日、返事がありません。次は電話がおすすめです。',
      en: 'No answer for {days} days. A telephone call is the best next step.',
    },
    again: {
      ja: '依頼から{days}日、返事がありません({asked})。次は再依頼の文書がおすすめです。',
      en: 'No answer for {days} days ({asked}). Send the request again in writing.',
    },
    second: {
      ja: '依頼から{days}日、返事がありません({asked})。次は第2連絡先の{name}様です。',
      en: 'No answer for {days} days ({asked}). Next is the second contact, {name}.',
    },
    head: {
      ja: '依頼から{days}日、返事がありません({asked})。次は{head}名の依頼がおすすめです。',
      en: 'No answer for {days} days ({asked}). Next is a letter in the name of {head}.',
    },
    gaps: { ja: '空欄の項目があります。空欄の項目だけを、もう一度たずねましょう。', en: 'Some items are empty. Ask again for those only.' },
  },
  ways: {
    post: { ja: '郵送', en: 'post' },
    fax: { ja: 'FAX', en: 'fax' },
    mail: { ja: 'メール', en: 'mail' },
    phone: { ja: '電話', en: 'phone' },
    hand: { ja: '手渡し', en: 'by hand' },
    file: { ja: 'ファイル', en: 'file' },
    screen: { ja: '画面', en: 'screen' },
  },
  times: { ja: '{way}{n}回', en: '{way} × {n}' },
  phone: {
    opening: {
      ja: 'お世話になっております。{facility}の{name}です。厚生労働省のチェックリストの「事業者確認用」に記入をお願いしたく、お電話しました。いつごろいただけますか。',
      en: 'This is {name} of {facility}. I am calling to ask you to fill in the vendor form of the checklist of the Ministry of Health, Labour and Welfare. When may we expect it?',
    },
    fields: [
      { ja: '出た人', en: 'Who answered' },
      { ja: '約束の日', en: 'Day promised' },
    ],
  },
} as const satisfies { readonly [key: string]: Text | Readonly<Record<string, Text | readonly Text[]>> }
