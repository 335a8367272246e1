import type { SystemKind } from '@mimamori/domain'

/** Plainly made up: no company, person or place is called so. */
export const companyWords = ['例', '見本', '架空', '仮名', '手本', '雛形'] as const
export const tradeWords = ['システム', '画像', '検査', '薬剤', '会計', '通信', '透析', '計測', '情報', '保守'] as const
export const familyNames = ['見本', '手本', '事例', '架空', '仮名', '雛形', '試験', '例示'] as const
export const givenNames = ['一郎', '二郎', '三郎', '花子', '春子', '夏子', '秋子', '冬子', '太郎', '次郎'] as const
export const departments = ['総務課', '医事課', '情報システム室', '看護部', '薬剤部', '検査部', '放射線部', '臨床工学室', '施設課'] as const
export const places = ['総務課 書庫1', '総務課 書庫2', '情報システム室の棚', '3階サーバ室の棚', '事務長室の金庫'] as const

/** Systems of a hospital of this size: what they are called, of which kind, and how many of them there are. */
export const systemWords: readonly (readonly [SystemKind, string, number])[] = [
  ['chart', '電子カルテ', 1],
  ['orders', 'オーダリング', 1],
  ['claims', '医事会計', 1],
  ['eligibility', 'オンライン資格確認', 1],
  ['e-prescription', '電子処方箋', 1],
  ['nursing-vitals', '生体情報モニタ', 6],
  ['images', '画像保管', 4],
  ['laboratory', '検体検査', 4],
  ['pharmacy', '調剤支援', 3],
  ['dialysis', '透析支援', 2],
  ['checkup', '健診', 2],
  ['booking', '予約', 2],
  ['other', '部門', 42],
]

export const otherSystems = [
  '内視鏡',
  '病理',
  '輸血管理',
  '手術部門',
  '麻酔記録',
  '給食管理',
  '物品管理',
  '勤怠管理',
  '電話交換',
  '入退室管理',
  '防犯カメラ',
  '空調監視',
  'リハビリ',
  '眼科',
] as const

export const evidenceNames = [
  '運用管理規程',
  '任命書',
  '機器の一覧',
  '教育の記録',
  '訓練の記録',
  '保守の報告書',
  '点検の記録',
  '契約書の写し',
] as const
