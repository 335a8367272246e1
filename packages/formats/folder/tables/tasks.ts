import type { ApprovalId, EvidenceId, PersonId, SheetId, TaskId, VendorId } from '@mimamori/domain'
import { day, type FieldsOf, must, names, ref, refs, text, whole, word } from '../field.ts'

export const tasksFields: FieldsOf<'tasks'> = {
  title: must(text('やること', { ja: '一行で', en: 'What is to be done, in one line' }, { also: ['件名', 'タスク'] })),
  says: text('くわしく', { ja: '事業者に渡すときは、相手に見せる言葉', en: 'More; what a vendor to whom it is handed is told' }),
  findings: names('気づき', { ja: 'これで閉じる気づきのID', en: 'Ids of the findings that it closes' }),
  owner: ref<PersonId>('担当', 'people', { ja: '院内の担当者', en: 'Who does it in the facility' }, { also: ['担当者'] }),
  vendor: ref<VendorId>('事業者', 'vendors', { ja: '渡した事業者', en: 'Vendor to whom it was handed' }),
  createdOn: must(day('作った日', { ja: '作った日', en: 'Day it was made' })),
  dueOn: day('期限', { ja: 'いつまでに', en: 'Day it is due' }),
  state: must(
    word(
      '状態',
      { ja: 'これから・着手・済み・取りやめ', en: 'Open, begun, done or given up' },
      { open: ['これから'], doing: ['着手'], done: ['済み'], 'given-up': ['取りやめ'] },
    ),
  ),
  doneOn: day('済んだ日', { ja: '済んだ日', en: 'Day it was done' }),
}

export const taskNotesFields: FieldsOf<'taskNotes'> = {
  task: must(ref<TaskId>('やること', 'tasks', { ja: 'どの仕事の記録か', en: 'Which task it belongs to' })),
  kind: must(
    word(
      '種類',
      { ja: 'メモ・証拠・担当・期限・済み・再開・取りやめ', en: 'Comment, proof, owner, due, done, reopened, given up' },
      {
        comment: ['メモ'],
        proof: ['証拠'],
        owner: ['担当'],
        due: ['期限'],
        done: ['済み'],
        reopened: ['再開'],
        'given-up': ['取りやめ'],
      },
    ),
  ),
  on: must(day('日付', { ja: 'その日', en: 'Day' })),
  side: must(word('書いた側', { ja: '施設・事業者', en: 'Facility or vendor' }, { facility: ['施設'], vendor: ['事業者'] })),
  by: text('書いた人', { ja: '氏名', en: 'By whom' }),
  text: text('内容', { ja: '患者さんの氏名・ID・病名は書かない', en: 'Never names, numbers or illnesses of patients' }),
  evidence: ref<EvidenceId>('根拠資料', 'evidence', { ja: '証拠の資料', en: 'Evidence' }),
  inside: word('院内だけ', { ja: '事業者に見せないとき「はい」', en: 'Yes where the vendor does not see it' }, { yes: ['はい'] }),
}

const bodyWords = { association: ['医師会など', '医師会'], prefecture: ['都道府県'], 'trade-body': ['業界団体'] } as const

export const approvalsFields: FieldsOf<'approvals'> = {
  about: must(
    word(
      '対象',
      { ja: '依頼・外部への連絡・書類・見送り・その他', en: 'Request, notice to a body outside, paper, acceptance or other' },
      { request: ['依頼'], notice: ['外部への連絡'], paper: ['書類'], acceptance: ['見送り'], other: ['その他'] },
    ),
  ),
  title: must(text('件名', { ja: '一行で', en: 'In one line' })),
  sheets: refs<SheetId>('シート', 'sheets', { ja: 'この決裁を待つ依頼のシート', en: 'Sheets whose request waits for this' }),
  vendor: ref<VendorId>('事業者', 'vendors', { ja: '弱点の更新のお願いを出す会社', en: 'Vendor whose request for updates waits for this' }),
  findings: names('気づき', { ja: '見送りの対象の気づきのID', en: 'Ids of the findings to be left' }),
  until: day('見送る期限', { ja: 'いつまで見送るか', en: 'Until when they are left' }),
  why: text('見送る理由', { ja: '見送りの決裁の理由', en: 'Why they are left' }),
  documentNumber: text('文書番号', { ja: '例:総第12号', en: 'Number of the document' }),
  draftedOn: must(day('起案日', { ja: '起案した日', en: 'Day it was drafted' })),
  draftedBy: text('起案者', { ja: '氏名', en: 'Who drafted it' }),
  state: must(
    word(
      '状態',
      { ja: '決裁待ち・決裁済み・差戻し・取下げ', en: 'Waiting, approved, returned or withdrawn' },
      { waiting: ['決裁待ち'], approved: ['決裁済み'], returned: ['差戻し'], withdrawn: ['取下げ'] },
    ),
  ),
  approvedOn: day('決裁日', { ja: '決裁された日', en: 'Day it was approved' }),
  issuedOn: day('施行日', { ja: '施行した日', en: 'Day it was issued' }),
  way: word('方法', { ja: '紙・画面', en: 'On paper or on the screen' }, { paper: ['紙'], screen: ['画面'] }),
  scan: ref<EvidenceId>('写し', 'evidence', { ja: '紙の決裁の写し', en: 'Scan of the paper' }),
  toBody: word('連絡先の種別', { ja: '外部への連絡の相手', en: 'Which body outside is told' }, bodyWords),
  toName: text('連絡先', { ja: '相手の名前', en: 'Name of the body' }),
  toAddress: text('連絡先の住所', { ja: '郵送先', en: 'Its postal address' }),
  toMail: text('連絡先のメール', { ja: 'メールアドレス', en: 'Its mail address' }),
}

export const approvalBoxesFields: FieldsOf<'approvalBoxes'> = {
  approval: must(ref<ApprovalId>('決裁', 'approvals', { ja: 'どの決裁の欄か', en: 'Which approval the box belongs to' })),
  place: must(whole('順', { ja: '1から6', en: '1 to 6' }, { min: 1, max: 6 })),
  label: must(text('欄の名前', { ja: '例:課長', en: 'Name of the box' })),
  person: ref<PersonId>('人', 'people', { ja: '決裁する人', en: 'Who decides' }),
  mark: word(
    '印',
    { ja: '決裁・代決・後閲・差戻し', en: 'Approved, by proxy, seen afterwards, returned' },
    { approved: ['決裁'], proxy: ['代決'], afterwards: ['後閲'], returned: ['差戻し'] },
  ),
  on: day('日付', { ja: '印の日', en: 'Day of the mark' }),
  by: text('押した人', { ja: '氏名', en: 'Who marked it' }),
  seenOn: day('後閲の日', { ja: '代決の欄を、本人があとから見た日', en: 'Day on which the one for whom it was decided saw it' }),
  seenBy: text('後閲した人', { ja: '氏名', en: 'Who saw it afterwards' }),
  note: text('ひとこと', { ja: '意見', en: 'Remark' }),
}
