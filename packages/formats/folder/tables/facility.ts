import type { ContactKind, EvidenceId, FacilityKind, Founder, PersonId, PersonRole, ServiceKind } from '@mimamori/domain'
import { day, decimal, type FieldsOf, fact, fiscalYear, must, pastDay, ref, text, whole, word, wordList, yesNo } from '../field.ts'

const kinds: Readonly<Record<FacilityKind, readonly [string, ...string[]]>> = {
  hospital: ['病院'],
  'clinic-with-beds': ['診療所(入院ベッドあり)', '有床診療所'],
  clinic: ['診療所(入院ベッドなし)', '無床診療所', '診療所', 'クリニック'],
  'dental-clinic': ['歯科診療所', '歯科'],
  midwifery: ['助産所'],
  pharmacy: ['薬局'],
  'checkup-centre': ['健診センター'],
  laboratory: ['検査センター', '検査所'],
  'checkup-lab-centre': ['健診・検査センター', '健診検査センター'],
  other: ['その他'],
}

const founders: Readonly<Record<Founder, readonly [string, ...string[]]>> = {
  national: ['国'],
  'local-government': ['都道府県・市町村', '都道府県', '市町村'],
  'public-body': ['公的医療機関', '日赤', '済生会', '厚生連'],
  'social-insurance': ['社会保険関係団体'],
  'public-interest': ['公益法人'],
  'medical-corporation': ['医療法人'],
  individual: ['個人'],
  'medical-association': ['医師会'],
  school: ['学校法人'],
  'social-welfare': ['社会福祉法人'],
  'medical-coop': ['医療生協'],
  other: ['その他'],
}

export const facilityFields: FieldsOf<'facility'> = {
  name: must(text('施設名', { ja: '施設の名前', en: 'Name of the facility' }, { also: ['医療機関名', '名称'] })),
  kana: text('ふりがな', { ja: '名前の読み', en: 'Reading of the name' }, { also: ['フリガナ'] }),
  kind: word('種別', { ja: '病院・診療所・薬局などの別', en: 'What kind of facility it is' }, kinds, { also: ['施設種別'] }),
  beds: fact(
    whole(
      '許可病床数',
      { ja: '許可証に書かれた数。ないときは「該当なし」', en: 'Beds as on the permit; not-applicable where there are none' },
      { min: 0, max: 5000, also: ['病床数'] },
    ),
  ),
  founder: word('開設者', { ja: '開設者の区分', en: 'Who founded it' }, founders, { also: ['開設主体'] }),
  alsoClinic: yesNo('診療所の届出', {
    ja: '健診・検査センターで、診療所の届出もあるか',
    en: 'Whether a centre is also registered as a clinic',
  }),
  advancedTreatment: yesNo('特定機能病院', { ja: '特定機能病院か', en: 'Whether it is an advanced treatment hospital' }),
  institutionCode: text('医療機関コード', { ja: '10けた', en: 'Ten digits' }),
  prefecture: text('都道府県', { ja: '所在地の都道府県', en: 'Prefecture' }),
  address: text('住所', { ja: '所在地', en: 'Address' }, { also: ['所在地'] }),
  phone: text('電話', { ja: '代表電話', en: 'Telephone' }, { also: ['電話番号'] }),
  fax: text('FAX', { ja: '代表FAX', en: 'FAX' }),
  usesSystems: yesNo('システムの利用', {
    ja: '医療情報システムを1つでも使っているか',
    en: 'Whether any health information system is used',
  }),
  clientPcs: word(
    'PCの台数',
    { ja: '端末PCの台数', en: 'Number of client PCs' },
    {
      '1-5': ['1~5台', '1〜5'],
      '6-20': ['6~20台', '6〜20'],
      '21-50': ['21~50台', '21〜50'],
      '51-200': ['51~200台', '51〜200'],
      '201+': ['201台以上', '201以上'],
    },
  ),
  chartPcBrowsesInternet: yesNo('カルテPCのホームページ閲覧', {
    ja: '電子カルテのPCでホームページが開けるか',
    en: 'Whether a chart PC can open web pages',
  }),
  guestWifi: yesNo('患者用Wi-Fi', { ja: '患者さん用のWi-Fiがあるか', en: 'Whether there is Wi-Fi for patients' }),
  vendorPlacedEquipment: yesNo('事業者の通信機器', {
    ja: '会社が置いていった通信機器があるか',
    en: 'Whether vendors have placed network equipment',
  }),
  fiscalYear: fiscalYear('年度', { ja: 'いま記入している年度', en: 'The fiscal year now worked on' }),
  inspectionOn: fact(day('立入検査の日', { ja: '次の立入検査の日', en: 'Day of the next inspection' }, { also: ['立入検査日'] })),
  reachedBy: word(
    '連絡の受け方',
    { ja: '連絡をどう受けるか', en: 'How the facility is reached' },
    { 'own-mail': ['個人メール'], 'shared-mail': ['共用メール'], fax: ['FAX'], phone: ['電話'], paper: ['紙だけ', '紙'] },
  ),
  acceptanceApproval: yesNo('見送りの決裁', {
    ja: '承知のうえで見送るとき、決裁を要するか',
    en: 'Whether leaving a finding knowingly needs an approval',
  }),
  chaseUpDays: askedAfter('再依頼までの日数', '再依頼の文書', 'written reminder'),
  phoneDays: askedAfter('電話までの日数', '電話', 'telephone call'),
  secondContactDays: askedAfter('第2連絡先までの日数', '第2連絡先への依頼', 'letter to the second contact'),
  headLetterDays: askedAfter('施設長名の依頼までの日数', '施設長名の依頼', 'letter in the name of the head'),
  noticeDays: askedAfter('外部への連絡までの日数', '外部への連絡', 'notice to a body outside'),
}

function askedAfter(heading: string, ja: string, en: string) {
  return whole(heading, { ja: `依頼から${ja}までの日数`, en: `Days from the request to the ${en}` }, { min: 1, max: 365 })
}

const roles: Readonly<Record<PersonRole, readonly [string, ...string[]]>> = {
  head: ['管理者', '院長', '施設長'],
  'safety-manager': ['安全管理責任者', '医療情報システム安全管理責任者'],
  deputy: ['副責任者', '代理'],
  system: ['システム担当'],
  clerk: ['事務担当'],
  contact: ['連絡窓口', '窓口'],
}

export const peopleFields: FieldsOf<'people'> = {
  name: must(text('氏名', { ja: '姓と名の間に空白', en: 'Family name, space, given name' })),
  kana: text('ふりがな', { ja: '氏名の読み', en: 'Reading of the name' }, { also: ['フリガナ'] }),
  post: text('職名', { ja: '職名', en: 'Post' }, { also: ['役職', '職'] }),
  department: text('部署', { ja: '部署', en: 'Department' }, { also: ['所属'] }),
  roles: wordList('役割', { ja: '兼務は並べて書く', en: 'One or several' }, roles),
  extension: text('内線', { ja: '内線番号', en: 'Extension' }),
  phone: text('電話', { ja: '職場の電話', en: 'Telephone at work' }, { also: ['電話番号'] }),
  privatePhone: text('個人の電話', { ja: 'お渡しする控えには出ない', en: 'Never in a hand-over copy' }),
  mail: text('メール', { ja: 'メールアドレス', en: 'Mail address' }, { also: ['メールアドレス'] }),
  mailTogether: word('メールをまとめる', { ja: '1日1通にまとめるとき「はい」', en: 'Yes for one mail a day at most' }, { yes: ['はい'] }),
  from: day('就任日', { ja: 'この職に就いた日', en: 'In this post since' }),
  until: day('退任日', { ja: 'この職を離れた日', en: 'In this post until' }),
  callOrder: whole('連絡順', { ja: '連絡体制図での順番', en: 'Place in the contact chart' }, { min: 1, max: 99 }),
  securityHoursPerWeek: decimal(
    '週の時間',
    {
      ja: '安全管理責任者の仕事に使える時間(1週間)。ないときは 0',
      en: 'Hours a week for the safety manager’s work; 0 where there are none',
    },
    { min: 0, max: 60 },
  ),
  securityAuthority: yesNo('緊急時の権限', {
    ja: '緊急のとき、その場で決めて費用を使えるか',
    en: 'Whether they may decide and spend in an emergency',
  }),
  securityTrainedOn: fact(
    pastDay('研修を受けた日', {
      ja: '責任者としての研修。受けていないときは「なし」',
      en: 'Last training for the post; none where there was never one',
    }),
  ),
}

export const securityPoliciesFields: FieldsOf<'securityPolicies'> = {
  title: must(text('方針の名前', { ja: '基本方針の名前', en: 'Title of the policy' })),
  fiscalYear: must(fiscalYear('年度', { ja: 'どの年度の方針か', en: 'The fiscal year for which it holds' })),
  signedBy: ref<PersonId>('署名した人', 'people', { ja: '署名した管理者(院長など)', en: 'The head who signed it' }),
  signedOn: pastDay('署名した日', { ja: '署名した日', en: 'Day of the signature' }),
  until: day('いつまで', { ja: '年度の途中で終わるときの最後の日', en: 'Last day, where it ends before the fiscal year' }),
  evidence: ref<EvidenceId>('根拠資料', 'evidence', { ja: '署名した書類', en: 'Signed paper' }),
  note: text('備考', { ja: '気づいたこと', en: 'Remarks' }),
}

const services: Readonly<Record<ServiceKind, readonly [string, ...string[]]>> = {
  outpatient: ['外来'],
  inpatient: ['入院'],
  emergency: ['救急'],
  surgery: ['手術'],
  dialysis: ['透析'],
  birth: ['お産', '分娩'],
  'tests-imaging': ['検査・画像'],
  'home-visits': ['訪問診療'],
  checkups: ['健診'],
  dispensing: ['調剤'],
  other: ['その他'],
}

export const servicesFields: FieldsOf<'services'> = {
  kind: must(word('診療', { ja: '診療の種類', en: 'Kind of care' }, services)),
  name: text('名前', { ja: '施設での呼び名', en: 'What it is called here' }),
  hurtsMost: yesNo('止まるといちばん困る', { ja: '★を付けた診療', en: 'The one whose stop would hurt most' }),
}

const contactKinds: Readonly<Record<ContactKind, readonly [string, ...string[]]>> = {
  vendor: ['事業者'],
  ministry: ['厚生労働省'],
  prefecture: ['都道府県'],
  'health-centre': ['保健所'],
  police: ['警察'],
  ipa: ['IPA'],
  ppc: ['個人情報保護委員会'],
  association: ['医師会など', '医師会'],
  insurer: ['保険会社'],
  other: ['その他'],
}

export const contactsFields: FieldsOf<'contacts'> = {
  kind: must(word('区分', { ja: '外の連絡先の区分', en: 'Kind of outside contact' }, contactKinds)),
  name: must(text('連絡先', { ja: '機関の名前', en: 'Name of the body' }, { also: ['名称'] })),
  office: text('窓口', { ja: '部署や係', en: 'Office' }),
  phone: text('電話', { ja: '昼の電話', en: 'Telephone by day' }, { also: ['電話番号'] }),
  nightPhone: text('夜間の電話', { ja: '夜間・休日の電話', en: 'Telephone at night' }),
  hours: text('受付時間', { ja: '受付の時間', en: 'Hours' }),
  callOrder: whole('連絡順', { ja: '連絡体制図での順番', en: 'Place in the contact chart' }, { min: 1, max: 99 }),
}
