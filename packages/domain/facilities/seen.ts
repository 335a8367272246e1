import type { Text } from '../record.ts'
import type { Consent, ConsentArea } from './consent.ts'

/** What somebody has agreed to show: as far as the words need it. */
export interface ShownTerms {
  readonly areas: readonly ConsentArea[]
  readonly counts: boolean
}

const areas: Readonly<Record<ConsentArea, Text>> = {
  checklists: {
    ja: 'チェックリストの回答・根拠資料の名前・依頼の経過(事業者とシステムの名前を含みます)',
    en: 'Answers of the checklist, names of evidence, how vendors were asked (with names of vendors and systems)',
  },
  backups: { ja: 'バックアップの取り方と、戻せるか試した日', en: 'How backups are taken and when a restore was tried' },
  tasks: { ja: 'やることと、その進み具合', en: 'Tasks and how far they are' },
}

const texts = {
  counts: { ja: '件数と段階だけ(どの項目かは見えません)', en: 'Counts and the stage (not which items)' },
  ownSheets: { ja: '貴社あての確認用シートと、その回答・根拠資料', en: 'The sheets addressed to the vendor, their answers and evidence' },
  ownContracts: { ja: '貴社との保守契約と、貴社が受け持つシステムの名前', en: 'Contracts with the vendor and the systems in its care' },
  ownTasks: { ja: '施設が貴社に渡した「やること」', en: 'Tasks that the facility has handed to the vendor' },
  ownWork: { ja: '貴社の担当者の変更届と、保守作業のやりとり', en: "The vendor's changes of contact and what was said about its visits" },
  ownAgreements: {
    ja: '貴社あてのリスクの取り決め(施設で署名した方の氏名を含みます)',
    en: 'Agreements about risks that name the vendor (with the name of who signed for the facility)',
  },
  otherVendors: { ja: 'ほかの事業者の名前と回答', en: 'Names and answers of other vendors' },
  ownAnswers: { ja: '施設自身の回答と、院内の職員・連絡先', en: "The facility's own answers, its people and telephone numbers" },
  people: { ja: '職員の氏名・電話番号', en: 'Names and numbers of people' },
  weaknesses: { ja: 'ネットワークの構成・機器・弱点', en: 'Network, devices and weaknesses' },
  files: { ja: '根拠資料の中身', en: 'The evidence files themselves' },
  answers: { ja: '回答の中身・事業者の名前', en: 'Single answers and names of vendors' },
} as const satisfies Readonly<Record<string, Text>>

/** 「見えるもの」: the same words on both sides, and before anything is agreed. */
export function whatIsSeen(kind: Consent['kind'], terms: ShownTerms): Text[] {
  if (kind === 'vendor') return [texts.ownSheets, texts.ownContracts, texts.ownTasks, texts.ownWork, texts.ownAgreements]
  return [...(terms.counts ? [texts.counts] : []), ...terms.areas.map((area) => areas[area])]
}

/** 「見えないもの」. */
export function whatIsNotSeen(kind: Consent['kind'], terms: ShownTerms): Text[] {
  if (kind === 'vendor') return [texts.otherVendors, texts.ownAnswers, texts.weaknesses]
  const answers = terms.areas.includes('checklists') ? [] : [texts.answers]
  return [...answers, texts.people, texts.weaknesses, texts.files]
}

/** Both lists. */
export function seenAndNot(kind: Consent['kind'], terms: ShownTerms): { sees: Text[]; seesNot: Text[] } {
  return { sees: whatIsSeen(kind, terms), seesNot: whatIsNotSeen(kind, terms) }
}
