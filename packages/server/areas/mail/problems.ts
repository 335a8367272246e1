import { type ProblemWords, problemBy } from '../../platform/index.ts'

/** Codes of this area and their sentences; the table of all error codes is built from it. */
export const mailProblems = {
  'mail/not-set-up': {
    message: { ja: 'メールを送る設定がまだありません。', en: 'Sending mail is not set up.' },
    action: {
      ja: '印刷、FAX、電話でも同じように頼めます。メールで送るには、MIMAMORI_SMTP_URL と MIMAMORI_MAIL_FROM を設定してください。',
      en: 'Print, FAX and telephone work the same. To send mail, set MIMAMORI_SMTP_URL and MIMAMORI_MAIL_FROM.',
    },
  },
  'mail/no-address': {
    message: { ja: '相手のメールアドレスがないか、正しい形ではありません。', en: 'There is no mail address, or not one that can be used.' },
    action: {
      ja: '連絡先のメールを1つだけ、soumu@hospital.example.jp の形で書いてください。',
      en: 'Write one address in the form office@hospital.example.jp.',
    },
  },
  'mail/awaiting-approval': {
    message: {
      ja: 'このシートの依頼は決裁待ちです。まだ送っていません。',
      en: 'The letter for this sheet waits for approval. Nothing was sent.',
    },
    action: { ja: '決裁が済んでから送ってください。', en: 'Send it when it has been approved.' },
  },
  'mail/already-back': {
    message: { ja: 'このシートには、もう返事が届いています。', en: 'This sheet has come back already.' },
    action: { ja: '届いた返事を確かめてください。', en: 'Look at the answer.' },
  },
  'mail/nothing-to-remind': {
    message: {
      ja: 'この対応では、いま事業者に催促することはありません。',
      en: 'There is nothing to remind the vendor of in this response now.',
    },
    action: { ja: '対応のページを開き直して、経過を確かめてください。', en: 'Open the response again and look how it stands.' },
  },
  'mail/no-consent': {
    message: {
      ja: '外部への連絡には、このシートについての施設の同意が要ります。まだ何も送っていません。',
      en: 'Telling a body outside needs the consent of the facility for this sheet. Nothing was sent.',
    },
    action: { ja: '事業者のページで、同意を記録してください。', en: 'Record the consent on the page of the vendor.' },
  },
  'mail/not-taken': {
    message: { ja: '相手のサーバが、このメールを受け取りませんでした。', en: 'The other mail server did not take this mail.' },
    action: { ja: '宛先を確かめるか、カードか電話で渡してください。', en: 'Check the address, or hand it over by card or telephone.' },
  },
  'mail/not-now': {
    message: { ja: 'メールのサーバに、いまは送れません。', en: 'The mail server cannot be reached now.' },
    action: {
      ja: '少し待ってからもう一度送るか、カードか電話で渡してください。',
      en: 'Try again later, or hand it over by card or telephone.',
    },
  },
  'mail/no-such-message': {
    message: { ja: 'このメールは、もう送ったか、取り消されています。', en: 'This mail was sent or cancelled already.' },
    action: { ja: '一覧を開き直してください。', en: 'Open the list again.' },
  },
  'approval/no-such-box': {
    message: { ja: 'この決裁欄は、もう済んでいるか、見つかりません。', en: 'This box is marked already, or is not here.' },
    action: { ja: '事業者のページを開き直してください。', en: 'Open the page of the vendor again.' },
  },
  'approval/own-proxy': {
    message: {
      ja: 'この欄は、あなたの名前で代決したものです。後閲は、代決してもらった方の印です。',
      en: 'This box was decided by proxy in your name. Seen afterwards is the mark of the one for whom you decided.',
    },
    action: { ja: 'その方のログインIDで入って、後閲にしてください。', en: 'Have that person sign in and mark it.' },
  },
  'approval/nobody-decides': {
    message: {
      ja: 'どの欄も「後閲」になり、決裁する方がいなくなります。まだ何も記録していません。',
      en: 'Every box would be one to be seen afterwards, and nobody would decide. Nothing was recorded.',
    },
    action: { ja: '1つの欄は「決裁」か「代決」にしてください。', en: 'Have one box approved, in person or by proxy.' },
  },
} as const satisfies Record<string, ProblemWords>

export const mailProblem = problemBy(mailProblems)
