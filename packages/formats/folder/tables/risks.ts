import type { EvidenceId, VendorId } from '@mimamori/domain'
import { day, type FieldsOf, must, pastDay, ref, text, word } from '../field.ts'

const partyWords = { facility: ['施設'], vendor: ['事業者'] } as const

export const controlsFields: FieldsOf<'controls'> = {
  control: must(text('対策', { ja: '対策の記号。例:control:two-factor', en: 'Key of the control, such as control:two-factor' })),
  party: must(word('だれが', { ja: '施設か事業者か', en: 'Facility or vendor' }, partyWords)),
  vendor: ref<VendorId>('事業者', 'vendors', { ja: 'どの事業者か。空欄はすべて', en: 'Which vendor; empty means all' }),
  state: must(
    word(
      '状態',
      { ja: 'いまの状態', en: 'How it stands' },
      { 'in-place': ['できている'], partly: ['一部できている', '一部'], no: ['できていない'], 'not-applicable': ['対象外'] },
    ),
  ),
  statedOn: pastDay('見た日', { ja: '状態を見た日', en: 'Day on which it was stated' }),
  statedBy: text('見た人', { ja: '氏名', en: 'Who stated it' }),
  until: day('いつまで', { ja: '期間を決めて行う場合の最後の日', en: 'Last day, of what is done for a time' }),
  evidence: ref<EvidenceId>('根拠資料', 'evidence', { ja: 'もとになる書類', en: 'Paper that it rests on' }),
  note: text('備考', { ja: '気づいたこと', en: 'Remarks' }),
}

export const riskDecisionsFields: FieldsOf<'riskDecisions'> = {
  risk: must(text('リスク', { ja: 'リスクの記号。例:risk:vpn-hole', en: 'Key of the risk, such as risk:vpn-hole' })),
  vendor: ref<VendorId>('事業者', 'vendors', { ja: '相手の事業者。空欄は施設だけ', en: 'The vendor; empty means the facility alone' }),
  kind: must(
    word(
      '種類',
      { ja: '確認・依頼・協力申出', en: 'Confirmation, request or offer of help' },
      { confirm: ['確認'], request: ['依頼'], offer: ['協力申出', '協力の申し出'] },
    ),
  ),
  asked: must(text('求めたこと', { ja: '何を求めたか', en: 'What was asked' })),
  askedOn: pastDay('求めた日', { ja: '求めた日', en: 'Day on which it was asked' }),
  answer: text('返事', { ja: '相手の返事', en: 'Answer of the other side' }),
  answeredOn: pastDay('返事の日', { ja: '返事があった日', en: 'Day of the answer' }),
  residual: text('残るリスク', { ja: '残ると分かったうえで合意したこと', en: 'What is left of the risk, as agreed' }),
  decidedOn: pastDay('決めた日', { ja: '決めた日', en: 'Day of the decision' }),
  facilityBy: text('施設の署名', { ja: '施設で決めた人', en: 'Who signed for the facility' }),
  vendorBy: text('事業者の署名', { ja: '事業者で決めた人', en: 'Who signed for the vendor' }),
  until: day('いつまで', { ja: 'この決定が効く最後の日', en: 'Last day on which it counts' }),
  evidence: ref<EvidenceId>('根拠資料', 'evidence', { ja: '署名した書類', en: 'Signed paper' }),
}
