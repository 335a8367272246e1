import type { Text } from '@mimamori/domain'

/** Titles and one sentence each, as the page of papers shows them. */
export const paperTexts = {
  pack: {
    title: { ja: '検査用一式', en: 'Inspection pack' },
    says: {
      ja: '立入検査で見せる冊子です。ZIPは、あとで変わっていないことをどのPCでも確かめられます。',
      en: 'What an inspector reads. The ZIP shows on any PC that nothing was changed afterwards.',
    },
  },
  inspection: {
    title: { ja: '検査前の確認表', en: 'Inspection readiness sheet' },
    says: {
      ja: '検査までに埋める欄を、設問の順に□で並べます。当日の確認記録も付きます。',
      en: 'What is still to fill in, item by item with boxes to tick, and the record of the day.',
    },
  },
  'visit-record': {
    title: { ja: '本日の確認記録', en: 'Record of the day' },
    says: {
      ja: '検査当日に書いた「指摘・指導の記録」を、署名の欄を付けて印刷します。',
      en: 'What was noted on the day of inspection, with room for signatures.',
    },
  },
  'improvement-report': {
    title: { ja: '改善報告書の下書き', en: 'Draft of the report of improvement' },
    says: {
      ja: '約束した資料と口頭の指導が、いまどうなったかを並べます。様式は、検査をされた機関の案内に合わせてください。',
      en: 'What became of the papers promised and the guidance given. Follow the form of the inspecting body.',
    },
  },
  checklist: {
    title: { ja: 'チェックリスト(公式の順)', en: 'Checklist in the official order' },
    says: { ja: '医療機関確認用と、各社の事業者確認用です。', en: 'The facility form and the form of each vendor.' },
  },
  'contact-chart': {
    title: { ja: '連絡体制図', en: 'Contact chart' },
    says: {
      ja: '困ったとき誰に電話するかの1枚です。電話の横に貼ります。',
      en: 'One sheet that says whom to call. Put it beside the telephone.',
    },
  },
  board: {
    title: { ja: '院長に見せる紙', en: 'One page for the director' },
    says: { ja: '数字3つと決めること3つを、A4の1枚にまとめます。', en: 'Three numbers and three decisions on one A4 page.' },
  },
  'security-policy': {
    title: { ja: '情報セキュリティ基本方針(署名用)', en: 'Information security policy, to be signed' },
    says: {
      ja: '院長などの管理者が年度ごとに署名する1枚です。署名したら、「人と連絡先」の画面に日付を入れます。',
      en: 'One page that the head signs every fiscal year. Enter the day on the page of people afterwards.',
    },
  },
  protections: {
    title: { ja: '6つの場所で見る対策(警察庁の表)', en: 'Protections at six places (table of the police)' },
    says: {
      ja: '建物の絵で見る対策の状態、3社の見積の比べ方、使えそうな費用の支援です。',
      en: 'How protections stand, drawn as a building; three quotes against them; support of costs that may fit.',
    },
  },
  'plan-board': {
    title: { ja: '費用と計画の1枚', en: 'Costs and plan on one page' },
    says: {
      ja: '被害の見込みと、計画でお決めいただきたいことを、A4の1枚にまとめます。院長・理事会用です。',
      en: 'Expected damage and what to decide about the plan, on one A4 page for the director and the board.',
    },
  },
  'plan-annex': {
    title: { ja: '費用と計画の前提(別紙)', en: 'Assumptions behind costs and plan (annex)' },
    says: {
      ja: '試算に使った前提と、実例にあてた結果の一覧です。',
      en: 'Every assumption of the simulation, and how it did on real cases.',
    },
  },
  'budget-request': {
    title: { ja: '予算要求の資料', en: 'Budget request' },
    says: {
      ja: '計画の対策ごとに、必要性・金額・見積り3社・やらない場合の影響を並べます。',
      en: 'Need, price, three quotes and the effect of not doing it, for each measure of the plan.',
    },
  },
  'budget-attachment': {
    title: { ja: '稟議書の添付資料', en: 'Attachment to the request for approval' },
    says: { ja: '予算要求と同じ内容を、対策ごとに文書にします。', en: 'The same as the budget request, written out measure by measure.' },
  },
  committee: {
    title: { ja: '情報セキュリティ委員会の資料', en: 'Paper for the security committee' },
    says: { ja: '現状と計画の案、議事を書く欄があります。', en: 'Where we stand, the proposed plan, and room for the minutes.' },
  },
  'vendor-request': {
    title: { ja: '事業者への依頼', en: 'Requests to vendors' },
    says: {
      ja: 'まだ返事のないシートの依頼文と用紙です。院長名で出します。',
      en: 'Letter and form for every sheet that has not come back, in the name of the head.',
    },
  },
  matrix: {
    title: { ja: 'リスクと対策の一覧', en: 'Matrix of risks and controls' },
    says: {
      ja: '施設が行う対策と、事業者が行い施設が指示する対策を、2列で並べます。院内だけで使います。',
      en: 'What the facility does and what vendors do on instruction, in two columns. It stays in the house.',
    },
  },
  'risk-letter': {
    title: { ja: '確認・依頼・協力申出の文書', en: 'Letters of confirmation, request and offer' },
    says: {
      ja: '返事を待っている取り決めごとに、事業者あての文書を作ります。',
      en: 'A letter to the vendor for each agreement that waits for an answer.',
    },
  },
  'risk-agreement': {
    title: { ja: 'リスクの取り決め書', en: 'Agreements about risks' },
    says: { ja: '両者が署名する用紙です。取り決め1件で1枚です。', en: 'Sheets for both sides to sign, one for each agreement.' },
  },
  'update-request': {
    title: { ja: '弱点の更新のお願い', en: 'Requests for updates that close weaknesses' },
    says: {
      ja: '頼むことのある会社ごとに、機器と版と期日を並べた依頼文です。お返事の用紙が付きます。院長名で出します。',
      en: 'One letter for each vendor, with devices, versions and days, and a form for the answer, in the name of the head.',
    },
  },
  'monthly-report': {
    title: { ja: '弱点への対応 月次報告', en: 'Weaknesses: monthly report' },
    says: {
      ja: 'わかった弱点、直したことと証拠、待っていることを、院長や委員会に見せる1枚です。うしろに一覧が付きます。',
      en: 'What came up, what was closed and how it is proven, and what waits, on one page; the lists are behind it.',
    },
  },
  'asking-lists': {
    title: { ja: '依頼の一覧(電話・FAX・郵送)', en: 'Lists for asking (telephone, FAX, post)' },
    says: {
      ja: 'まだ返事のない事業者を、ふりがなの順に並べます。メールがなくても、これで頼めます。',
      en: 'Vendors that have not answered, in the order of their readings. Enough to ask without mail.',
    },
  },
  'vendor-notice': {
    title: { ja: '外部への連絡', en: 'Notice to a body outside' },
    says: {
      ja: '返事のない事業者のことを、施設の同意のもとで知らせる文書です。',
      en: 'Tells, with the consent of the facility, that a vendor has not answered.',
    },
  },
  approval: {
    title: { ja: '伺い文', en: 'Request for approval' },
    says: { ja: '依頼の文書を出す前の、決裁の用紙です。', en: 'The form of approval before a letter leaves the house.' },
  },
  'work-card': {
    title: { ja: '作業カード', en: 'Work card' },
    says: { ja: '1つの項目を直すときの手順です。', en: 'The steps for one item.' },
  },
  handover: {
    title: { ja: '引継書', en: 'Hand-over' },
    says: {
      ja: '担当が替わるときに、後任へ渡す紙です。「使う人」の「引継ぎを始める」からも作れます。',
      en: 'What goes to a successor. It is also made from "Begin a hand-over" under people.',
    },
  },
  'ten-questions': {
    title: { ja: 'はじめの10の質問(用紙)', en: 'The ten questions on paper' },
    says: { ja: '紙で答えてから、画面に写せます。', en: 'Answer on paper, type it in later.' },
  },
  'open-questions': {
    title: { ja: '聞くこと・確かめること', en: 'To ask and to find out' },
    says: { ja: 'まだ分かっていないことを、聞く相手ごとに並べます。', en: 'What is not known yet, by whom to ask.' },
  },
} as const satisfies Readonly<Record<string, { readonly title: Text; readonly says: Text }>>

export type PaperKind = keyof typeof paperTexts

/** Lists that are made for their own page and not from the page of papers; only the trail tells of them. */
const listTitles: Readonly<Record<string, Text>> = {
  'vendor-list': { ja: '事業者確認用シートの一覧', en: 'Vendor sheets' },
  'asset-list': { ja: '機器の一覧', en: 'List of devices' },
  'asset-labels': { ja: '機器に貼るラベル', en: 'Labels for devices' },
  'network-map': { ja: 'ネットワークの地図', en: 'Map of the network' },
}

/** What a paper of this kind is called, wherever it was made; undefined for a kind that nobody knows. */
export function paperTitle(kind: unknown): Text | undefined {
  if (typeof kind !== 'string') return undefined
  if (Object.hasOwn(listTitles, kind)) return listTitles[kind]
  return Object.hasOwn(paperTexts, kind) ? paperTexts[kind as PaperKind].title : undefined // a key of the texts
}
