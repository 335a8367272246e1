import type { Text } from '@mimamori/domain'

/** Subject and body of mail to vendors and bodies outside. Placeholders: names, dates, numbers. */
export const mailTexts = {
  subject: {
    request: {
      ja: '{facility}:チェックリスト(事業者確認用)ご記入のお願い',
      en: '{facility}: request to fill in the checklist (vendor form)',
    },
    'chase-up': { ja: '{facility}:チェックリスト(事業者確認用)再度のお願い', en: '{facility}: reminder, the checklist (vendor form)' },
    'second-contact': {
      ja: '{facility}:チェックリスト(事業者確認用)お取り次ぎのお願い',
      en: '{facility}: please pass on, the checklist (vendor form)',
    },
    'head-letter': {
      ja: '{facility}:チェックリスト(事業者確認用)ご回答のお願い',
      en: '{facility}: request for an answer, the checklist (vendor form)',
    },
    notice: { ja: '{facility}:事業者からの回答が届いていないことのご連絡', en: '{facility}: notice that a vendor has not answered' },
    test: { ja: '「見守り」からの試しのメール', en: 'Test mail from Mimamori' },
    'acceptance-ending': { ja: '「見守り」:見直しの日が近づいています', en: 'Mimamori: a day to look again is near' },
    'response-reminder': { ja: '{facility}:更新のお願いについて(再度のご連絡)', en: '{facility}: reminder of a request to update' },
    'responses-due': { ja: '「見守り」:事業者に連絡する日が来ています', en: 'Mimamori: it is time to ask vendors again' },
  },
  body: {
    vendor: {
      ja: '{vendor} 御中\n{person}\n\n{facility}です。平素より大変お世話になっております。\n{system}の確認用シートへのご記入をお願いいたします。お願いの文書(PDF)と、ご記入いただくシート(Excel)を付けました。\nご記入のあとは、このメールへの返信か、FAX、郵送でお戻しください。\n\nシート番号 {number}\nお返事の期日 {due}\n\n本物か確かめるには、このメールの番号ではなく、契約書や名刺にある番号へお電話ください。パスワードやカード番号をお聞きすることはありません。\n患者さんの氏名・ID・病名は書かないでください。\n',
      en: '{vendor}\n{person}\n\nThis is {facility}. Thank you for your continued support.\nPlease fill in the sheet for {system}. The letter (PDF) and the sheet (Excel) are attached.\nReturn it by answering this mail, by FAX or by post.\n\nSheet number {number}\nPlease answer by {due}\n\nTo make sure that this is genuine, call the number in your contract or on our card, not one in this mail. We never ask for passwords or card numbers.\nPlease do not write names, numbers or illnesses of patients.\n',
    },
    'response-reminder': {
      ja: '{vendor} 御中\n{person}\n\n{facility}です。平素より大変お世話になっております。\n{told}にお知らせした「{title}」について、その後のご様子をお知らせください。\n対象の機器と版は、お渡しした文書か、貴社の画面でご確認ください(このメールには書いていません)。\n\nお願いしている期日 {due}\n\n作業の予定日、まだできない理由、当たらない理由のどれかを、画面、このメールへの返信、FAX、電話のいずれかでお知らせいただければ結構です。\n本物か確かめるには、このメールの番号ではなく、契約書や名刺にある番号へお電話ください。パスワードやカード番号をお聞きすることはありません。\n',
      en: '{vendor}\n{person}\n\nThis is {facility}. Thank you for your continued support.\nOn {told} we told you of "{title}". Please let us know how it stands.\nThe devices and versions are on the paper that you were given and on your page; this mail does not name them.\n\nWe ask for it by {due}\n\nTell us the day of the work, why it cannot be done yet, or why it does not apply, on the screen, by answering this mail, by FAX or by telephone.\nTo make sure that this is genuine, call the number in your contract or on our card, not one in this mail. We never ask for passwords or card numbers.\n',
    },
    'responses-due': {
      ja: '{facility}で、事業者にもう一度連絡する日が来た更新の件が{n}件あります。\n「今日やること」を開くと、次の手順が出ています。内容はこのメールには書いていません。\n',
      en: 'At {facility}, it is time to ask vendors again about {n} updates.\nThe next step stands on the page of today. This mail does not say what it is.\n',
    },
    notice: {
      ja: '{name} 御中\n\n{facility}です。事業者からの回答が届いていないことについて、文書(PDF)を付けてお知らせします。\nこの連絡は、施設の同意にもとづいてお送りしています。患者さんの情報は含まれていません。\n',
      en: '{name}\n\nThis is {facility}. The attached letter (PDF) tells that a vendor has not answered.\nIt is sent with the consent of the facility and holds no information on patients.\n',
    },
    test: {
      ja: 'このメールが届けば、メールを送る設定はできています。返信は要りません。\n',
      en: 'If this mail has arrived, mail is set up. No answer is needed.\n',
    },
    'acceptance-ending': {
      ja: '{facility}で承知のうえで見送りにしたもの{n}件が、{on}に期限を迎えます。期限の翌日に、また開きます。\nそれまでに、続けるか、終えるかを「承知のうえで見送り」の画面でお決めください。内容はこのメールには書いていません。\n',
      en: 'At {facility}, {n} of what was knowingly left will end on {on}, and be open again the day after.\nPlease decide before then on the page of what is left whether it goes on. This mail does not say what it is.\n',
    },
  },
  together: {
    subject: { ja: '{facility}からのお知らせ({n}件)', en: 'News from {facility} ({n})' },
    body: {
      ja: '{facility}からのお知らせ{n}件を、1通にまとめました。\n',
      en: 'This mail holds {n} messages from {facility}.\n',
    },
  },
  toCharge: { ja: 'ご担当者様', en: 'To the person in charge' },
  toPerson: { ja: '{person} 様', en: '{person}' },
  toCompanyHead: { ja: '代表者様', en: 'To the representative director' },
  dueOpen: { ja: '(できるだけ早くお願いいたします)', en: '(as soon as you can)' },
  systemOpen: { ja: '貴社のシステム', en: 'your system' },
  refused: { ja: 'メールが届かずに戻りました({to}、{says})。', en: 'The mail came back ({to}, {says}).' },
} as const satisfies { readonly [key: string]: Text | { readonly [key: string]: Text } }

/** The mail by which somebody is invited. A letter to an organisation ends its name in 御中, one to a person in 様. */
export const invitationLetter = {
  ending: { member: { ja: '{name} 様', en: '{name}' }, relation: { ja: '{name} 御中', en: '{name}' } },
  subject: { ja: '{organisation}:「見守り」への招待', en: '{organisation}: an invitation to Mimamori' },
  body: {
    ja: '{to}\n\n{organisation}の{inviter}より、「見守り」への招待をお送りします。\n次のリンクを開き、お名前とログインIDを決めてお入りください。\n\n{link}\n\nリンクが開けないときは、{address} で招待番号を入れてください。\n招待番号 {code}\n使える日 {until}まで\n\n本物か確かめるには、このメールの番号ではなく、契約書や名刺にある番号へお電話ください。お心当たりがないときは、開かずにお捨てください。\n',
    en: '{to}\n\n{inviter} of {organisation} invites you to Mimamori.\nOpen this link, and choose your name and login ID.\n\n{link}\n\nIf the link does not open, type the number of the invitation at {address}.\nNumber {code}\nIt can be used until {until}.\n\nTo make sure that this is genuine, call the number in your contract or on our card, not one in this mail. If you did not expect it, do not open it and throw it away.\n',
  },
} as const satisfies { readonly [key: string]: Text | { readonly [key: string]: Text } }
