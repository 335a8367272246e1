/**
 * Words by which an official question is recognised as one that earlier editions ask too. What none of them fits gets a
 * topic of its own; what two questions fit is left to a person.
 */
export const topicWords: Readonly<Record<string, RegExp>> = {
  gate: /医療情報システムを(導入|使用|利用|運用)/,
  mgr: /安全管理責任者|提供に(係る|関する).{0,12}責任者/,
  reg: /台帳/,
  rem: /(遠隔|リモート).{0,3}(保守|メンテナンス)/,
  mds: /MDS|SDS|開示書/,
  acc: /利用権限|アクセス権/,
  del: /退職|アカウント.{0,12}(削除|無効)/,
  pat: /パッチ|ファームウェア|更新プログラム/,
  pw: /パスワード(?!.{0,8}使い回).{0,20}(文字|桁|変更|以上)/,
  reuse: /使い回/,
  usb: /USB|外部記録媒体|外部ストレージ/,
  mfa: /二要素|2要素|多要素/,
  log: /アクセスログ/,
  svc: /不要な(ソフト|サービス)|バックグラウンド/,
  src: /接続元/,
  tree: /連絡体制図/,
  bak: /バックアップ/,
  bcp: /BCP|事業継続計画/,
  rule: /運用管理規程/,
}

/** The topics that a question fits. */
export function topicsOf(question: string): readonly string[] {
  const plain = question.normalize('NFKC').replace(/\s+/g, '')
  return Object.entries(topicWords).flatMap(([topic, pattern]) => (pattern.test(plain) ? [topic] : []))
}
