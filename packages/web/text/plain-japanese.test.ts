import { expect, test } from 'vitest'
import { ja } from './ja.ts'

const longest = 60

/** Katakana that a clerk reads every day, and those that the glossary explains; a new one is explained there first. */
const knownKatakana = new Set(
  [
    'アドレス オンライン オーダ カルテ カレンダー カード キー クラウド コード サーバ システム シート スキャン スマートフォン センター',
    'ダウンロード チェック チェックリスト ネットワーク パスワード ファイル フォルダー ブラウザー ベッド ホームページ メモ',
    'アカウント アプリ インターネット パスキー プリンター メールアドレス',
    'メーカー メール モニタ ラベル リンク レセコン ログアウト ログイン',
    'サポート セキュリティ ソフト バックアップ ホスト リスク',
  ].flatMap((line) => line.split(' ')),
)

const unwanted: readonly { what: string; found: RegExp }[] = [
  { what: 'two negatives', found: /ない(わけ|こと|もの)(では|でも|は|も)|なくはない|ないとは(言|い)え|ざるを得/ },
  { what: 'a word of an exam', found: /合格|違反|未達|不適合/ },
  { what: 'too much politeness', found: /させていただ|ございま/ },
  { what: 'an error without what happened', found: /エラー/ },
  { what: 'somebody without a name', found: /管理者にお問い合わせ|管理者に連絡/ },
  { what: 'an exclamation mark', found: /[!！]/ },
]

/** What keeps a sentence from being read at once by somebody between two patients. */
function problemsOf(text: string): readonly string[] {
  const long = text.split(/[。\n]/).filter((sentence) => [...sentence.trim()].length > longest)
  const strange = (text.match(/[ァ-ヴー]{2,}/g) ?? []).filter((word) => !knownKatakana.has(word))
  return [
    ...long.map((sentence) => `a sentence of ${[...sentence.trim()].length} characters`),
    ...unwanted.filter(({ found }) => found.test(text)).map(({ what }) => what),
    ...strange.map((word) => `a foreign word that is not explained: ${word}`),
  ]
}

test('every sentence in Japanese can be read at once', () => {
  const problems = Object.entries(ja).flatMap(([key, text]) => problemsOf(text).map((problem) => `${key}: ${problem}`))
  expect(problems).toEqual([])
})

test.each([
  ['不適合が12件あります。', 'a word of an exam'],
  ['エラーが発生しました。', 'an error without what happened'],
  ['確認させていただきます。', 'too much politeness'],
  ['記入しないわけではありません。', 'two negatives'],
  ['システム管理者に連絡してください。', 'somebody without a name'],
  ['エビデンスを付けてください。', 'a foreign word that is not explained: エビデンス'],
  ['至急対応してください!', 'an exclamation mark'],
  [`${'あ'.repeat(61)}。`, 'a sentence of 61 characters'],
])('「%s」 is found to be not plain', (text, problem) => {
  expect(problemsOf(text)).toContain(problem)
})
