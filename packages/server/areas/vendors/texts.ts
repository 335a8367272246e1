import type { Text } from '@mimamori/domain'

/** Sentences of the vendors' page. Placeholders: names, days, dates. */
export const vendorTexts = {
  next: {
    'not-sent': { ja: 'まだ送っていません。まず依頼の文書を送りましょう。', en: 'Not sent yet. Send the letter of request first.' },
    'approval-waiting': { ja: '決裁待ちです。済んだら送れます。', en: 'Waits for approval. It can be sent after that.' },
    'reply-awaited': { ja: '返事を待っています。次の催促は{due}です。', en: 'Waiting for the answer. The next reminder is on {due}.' },
    'awaited-again': {
      ja: '依頼から{days}日、返事がありません({asked})。次の手順「{title}」は、{due}からです。',
      en: 'No answer for {days} days ({asked}). The next step, "{title}", is from {due}.',
    },
    promised: { ja: '{on}までに返事をいただく約束です。', en: 'An answer is promised by {on}.' },
    'came-back': {
      ja: '送ったものが届かずに戻りました。連絡先を確かめて、別の方法で送りましょう。',
      en: 'What was sent came back. Check the contact and send it another way.',
    },
    request: { ja: 'もう一度、依頼の文書を送りましょう。', en: 'Send the letter of request again.' },
    'chase-up': {
      ja: '依頼から{days}日、返事がありません。次は再依頼の文書がおすすめです。',
      en: 'No answer for {days} days. Send a reminder in writing.',
    },
    phone: {
      ja: '依頼から{days}日、返事がありません({asked})。次は電話がおすすめです。',
      en: 'No answer for {days} days ({asked}). A telephone call is the best next step.',
    },
    'second-contact': {
      ja: '依頼から{days}日、返事がありません({asked})。次は第2連絡先の{name}様です。',
      en: 'No answer for {days} days ({asked}). Next is the second contact, {name}.',
    },
    'head-letter': {
      ja: '依頼から{days}日、返事がありません({asked})。次は{head}名の依頼がおすすめです。',
      en: 'No answer for {days} days ({asked}). Next is a letter in the name of {head}.',
    },
    notice: {
      ja: '依頼から{days}日、返事がありません({asked})。外部へ知らせるかどうかを、施設で決められます。',
      en: 'No answer for {days} days ({asked}). The facility may decide to tell a body outside.',
    },
    'all-taken': {
      ja: '手順はすべて行いました。「依頼と返事の経過」が、その記録です。',
      en: 'Every step was taken. The history of asking is the record of it.',
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
