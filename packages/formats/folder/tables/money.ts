import { type EvidenceId, mostYen, type QuoteId, type VendorId } from '@mimamori/domain'
import { day, decimal, type FieldsOf, fiscalYear, must, names, pastDay, ref, text, whole, word, yesNo } from '../field.ts'

const yen = { min: 0, max: mostYen } as const
const people = { min: 0, max: 10_000_000 } as const
const share = { min: 0, max: 1 } as const
const figure = { min: 0, max: mostYen } as const

export const financesFields: FieldsOf<'finances'> = {
  fiscalYear: must(fiscalYear('年度', { ja: 'どの年度か', en: 'Which fiscal year' })),
  revenueYen: whole('医業収益', { ja: '1年の医業収益(円、税抜き)', en: 'Medical revenue of the year, yen without tax' }, yen),
  marginShare: decimal(
    '限界利益率',
    { ja: '診療しないと出ていかない費用を除いた割合。0から1', en: 'Share that is not spent where no care is given, 0 to 1' },
    share,
  ),
  operatingProfitYen: whole('医業利益', { ja: '円。赤字はマイナス', en: 'Yen; below 0 for a loss' }, { min: -mostYen, max: mostYen }),
  itYen: whole('情報システムの費用', { ja: '円', en: 'Spent on IT, yen' }, yen),
  securityYen: whole(
    'セキュリティの費用',
    { ja: 'このうち守りのための費用(円)', en: 'Spent on security, yen' },
    { ...yen, also: ['セキュリティ費用'] },
  ),
  reserveYen: whole('備えのお金', { ja: '悪い年に使えるお金(円)', en: 'Money for a bad year, yen' }, { ...yen, also: ['積立金'] }),
  patientRecords: whole('患者の人数', { ja: '診療の記録がある患者の人数', en: 'Patients whose records are held' }, people),
  staff: whole('職員数', { ja: '人', en: 'Number of staff' }, people),
}

const unitWords = {
  month: ['月額'],
  year: ['年額'],
  once: ['一時', '買い切り'],
  visit: ['1回あたり'],
  terminalMonth: ['1台月額', '端末月額'],
} as const

export const quotesFields: FieldsOf<'quotes'> = {
  measure: must(text('対策', { ja: '対策の記号。例:plan:gate-updates', en: 'Key of the measure, such as plan:gate-updates' })),
  vendor: ref<VendorId>('事業者', 'vendors', { ja: '見積もりを出した事業者', en: 'The vendor that offered it' }),
  from: text('見積もり元', { ja: '事業者の一覧にない会社の名前', en: 'Who offered it, where it is no vendor of the register' }),
  minYen: must(
    whole('下限', { ja: '円。幅がなければ、その額', en: 'Least, yen; the price where there is no range' }, { ...yen, also: ['金額'] }),
  ),
  maxYen: whole('上限', { ja: '円', en: 'Most, yen' }, yen),
  openUpper: word(
    '「から」の見積もり',
    { ja: '上限が決まっていないとき「はい」', en: 'Yes where no upper end is given' },
    { yes: ['はい'] },
  ),
  unit: must(word('単位', { ja: '月額・年額など', en: 'For a month, a year and so on' }, unitWords)),
  count: whole('数', { ja: '年の回数、または台数', en: 'Visits a year, or terminals' }, people),
  taxIncluded: yesNo('税込み', { ja: '消費税を含むか', en: 'Whether tax is in it' }),
  quotedOn: pastDay('見積もりの日', { ja: '見積もりの日', en: 'Day of the quote' }),
  validUntil: day('有効期限', { ja: '見積もりが有効な最後の日', en: 'Last day on which it is valid' }),
  evidence: ref<EvidenceId>('根拠資料', 'evidence', { ja: '見積書', en: 'The quote on paper' }),
  note: text('備考', { ja: '気づいたこと', en: 'Remarks' }),
}

export const lossInputsFields: FieldsOf<'lossInputs'> = {
  parameter: must(text('項目', { ja: '数字の記号。例:param:staff', en: 'Key of the input, such as param:staff' })),
  best: must(
    decimal(
      'いちばんありそうな値',
      { ja: '1つの値だけならこの欄', en: 'Most likely; alone where it is exact' },
      { ...figure, also: ['値'] },
    ),
  ),
  low: decimal('小さい場合', { ja: '少なくともこの値', en: 'At least' }, figure),
  high: decimal('大きい場合', { ja: '多くてもこの値', en: 'At most' }, figure),
  statedOn: pastDay('見た日', { ja: '確かめた日', en: 'Day on which it was stated' }),
  statedBy: text('見た人', { ja: '氏名', en: 'Who stated it' }),
  because: text('もとになるもの', { ja: '何から分かったか', en: 'Where the figure comes from' }),
}

export const planChoicesFields: FieldsOf<'planChoices'> = {
  measure: must(text('対策', { ja: '対策の記号。例:plan:gate-updates', en: 'Key of the measure, such as plan:gate-updates' })),
  fiscalYear: must(fiscalYear('年度', { ja: 'どの年度の計画か', en: 'Which fiscal year' })),
  choice: must(
    word(
      '決めたこと',
      { ja: '計画・承認・見送り・実施済み', en: 'Planned, approved, postponed or done' },
      { planned: ['計画'], approved: ['承認'], postponed: ['見送り'], done: ['実施済み', '済み'] },
    ),
  ),
  quote: ref<QuoteId>('見積もり', 'quotes', { ja: '選んだ見積もり', en: 'The quote that was chosen' }),
  settledOn: pastDay('決めた日', { ja: '決めた日', en: 'Day of the decision' }),
  settledBy: text('決めた人', { ja: '氏名', en: 'Who settled it' }),
  note: text('備考', { ja: '気づいたこと', en: 'Remarks' }),
}

export const policiesFields: FieldsOf<'policies'> = {
  insurer: must(text('保険会社', { ja: '保険会社の名前', en: 'The insurer' })),
  product: text('商品名', { ja: '保険の名前', en: 'Name of the product' }),
  from: day('始まり', { ja: '保険期間の最初の日', en: 'First day' }, { also: ['開始日'] }),
  until: day('終わり', { ja: '保険期間の最後の日', en: 'Last day' }, { also: ['終了日', '満期日'] }),
  limitYen: whole('支払限度額', { ja: '1年に支払われる上限(円)', en: 'Most that is paid in a year, yen' }, yen),
  deductibleYen: whole('免責金額', { ja: '1回ごとに施設が負担する額(円)', en: 'Borne by the facility in each event, yen' }, yen),
  rate: decimal(
    '縮小支払割合',
    { ja: '免責を超えた分のうち支払われる割合。0から1', en: 'Share paid of what lies above the deductible, 0 to 1' },
    share,
  ),
  premiumYenPerYear: whole('年間保険料', { ja: '円', en: 'Premium of a year, yen' }, { ...yen, also: ['保険料'] }),
  heads: names('対象の費目', { ja: '支払われる損害の種類', en: 'Heads of loss that it pays for' }),
  waitingHours: decimal(
    '免責時間',
    { ja: '止まってから、この時間までは支払われない', en: 'Hours of standstill that are not paid for' },
    { min: 0, max: 8760 },
  ),
  conditions: names('条件の対策', { ja: '行っていないと支払われない対策の記号', en: 'Controls that must be in place for it to pay' }),
  evidence: ref<EvidenceId>('根拠資料', 'evidence', { ja: '証券', en: 'The policy on paper' }),
  note: text('備考', { ja: '気づいたこと', en: 'Remarks' }),
}
