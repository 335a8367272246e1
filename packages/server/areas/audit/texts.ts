import type { Text } from '@mimamori/domain'
import type { AuditProblemKind } from '../../platform/audit/index.ts'

/** One sentence for every action that the product writes down; a test finds those that are missing. */
const actions: Readonly<Record<string, Text>> = {
  'auth/set-up': { ja: '最初の設定をした', en: 'Set the installation up' },
  'auth/sign-in': { ja: 'ログインした', en: 'Signed in' },
  'auth/sign-in-failed': { ja: 'ログインに失敗した', en: 'Failed to sign in' },
  'auth/sign-out': { ja: 'ログアウトした', en: 'Signed out' },
  'auth/password-changed': { ja: 'パスワードを変えた', en: 'Changed the password' },
  'auth/session-ended': { ja: '開いていた画面を閉じさせた', en: 'Ended open sessions' },
  'auth/proved': { ja: '本人であることを確かめ直した', en: 'Proved again who they are' },
  'auth/factor-added': { ja: '2つ目の確かめ方を加えた', en: 'Added a second factor' },
  'auth/factor-removed': { ja: '2つ目の確かめ方を外した', en: 'Removed a second factor' },
  'auth/factor-demanded': { ja: '2つ目の確かめ方を全員に求めるかを変えた', en: 'Changed whether everybody needs a second factor' },
  'auth/outside-linked': { ja: '施設のログインのしくみとつないだ', en: "Linked the hospital's own sign-in service" },
  'auth/outside-unlinked': { ja: '施設のログインのしくみとの結びつきを外した', en: "Unlinked the hospital's own sign-in service" },
  'auth/reset-number-issued': { ja: '一時番号を発行した', en: 'Issued a one-time number' },
  'auth/reset-failed': { ja: '一時番号が違った', en: 'A one-time number was wrong' },
  'auth/password-reset': { ja: '一時番号でパスワードを決め直した', en: 'Set a new password with a one-time number' },
  'auth/envelope-sealed': { ja: '復旧封筒を作った', en: 'Made a recovery envelope' },
  'auth/envelope-failed': { ja: '復旧封筒の番号が違った', en: 'The code of a recovery envelope was wrong' },
  'auth/envelope-opened': { ja: '復旧封筒を開けた', en: 'Opened the recovery envelope' },
  'invitation/made': { ja: '招待を作った', en: 'Made an invitation' },
  'invitation/withdrawn': { ja: '招待を取り消した', en: 'Withdrew an invitation' },
  'invitation/accepted': { ja: '招待を受けた', en: 'Accepted an invitation' },
  'people/changed': { ja: '使う人の権限を変えた', en: "Changed somebody's rights" },
  'people/removed': { ja: '使う人から外した', en: 'Took somebody out' },
  'relation/offered': { ja: '見せる相手を決めた', en: 'Offered a view' },
  'relation/changed': { ja: '見せる内容を変えた', en: 'Changed a view' },
  'relation/withdrawn': { ja: '見せるのをやめた', en: 'Ended a view' },
  'relation/entered': { ja: '外の組織の方が見た', en: 'Somebody of another organisation looked' },
  'facility/created': { ja: '施設を作った', en: 'Made a facility' },
  'facility/changed': { ja: '記録を書き換えた', en: 'Changed records' },
  'facility/undone': { ja: '変更を元に戻した', en: 'Undid a change' },
  'facility/removed': { ja: '施設を削除した', en: 'Removed a facility' },
  'finding/accepted': { ja: '気づきを承知のうえで見送った', en: 'Left a finding knowingly' },
  'findings/looked': { ja: '気づきを調べ直した', en: 'Looked for findings again' },
  'task/put-off': { ja: '今日はしないことにした', en: 'Put a task off for the day' },
  'vendor-sheets/made': { ja: '事業者のシートを作った', en: 'Made sheets for vendors' },
  'year/started': { ja: '新しい年度を始めた', en: 'Began a fiscal year' },
  'edition/loaded': { ja: '新しい版の確認表を読み込んだ', en: 'Loaded an edition' },
  'edition/moved': { ja: '新しい版の確認表に移った', en: 'Moved to another edition' },
  'evidence/added': { ja: '資料を加えた', en: 'Added evidence' },
  'evidence/read': { ja: '資料を取り出した', en: 'Took evidence out' },
  'import/read': { ja: 'ファイルを読ませた', en: 'Had a file read' },
  'import/registered': { ja: 'ファイルの内容を登録した', en: 'Registered what was read' },
  'import/dropped': { ja: '読んだ内容を使わないことにした', en: 'Dropped what was read' },
  'folder/exported': { ja: 'フォルダーで書き出した', en: 'Exported the folder' },
  'folder/imported': { ja: 'フォルダーを読み込んだ', en: 'Imported a folder' },
  'example/loaded': { ja: '見本を読み込んだ', en: 'Loaded an example' },
  'paper/made': { ja: '書類を作った', en: 'Made a paper' },
  'paper/read': { ja: '作った書類をもう一度取り出した', en: 'Took a made paper out again' },
  'audit/exported': { ja: '操作の記録を書き出した', en: 'Exported the audit trail' },
}

export const actionsWithWords: ReadonlySet<string> = new Set(Object.keys(actions))

/** NOTE: lines of a newer release, in a database that was looked at by both, show the action itself. */
export function actionText(action: string): Text {
  return actions[action] ?? { ja: action, en: action }
}

export const whoTexts = {
  itself: { ja: '見守り(自動)', en: 'Mimamori itself' },
  notSignedIn: { ja: 'ログイン前の方', en: 'Somebody not signed in' },
  left: { ja: '以前の利用者', en: 'A former user' },
} as const satisfies Readonly<Record<string, Text>>

export const problemTexts: Readonly<Record<AuditProblemKind, Text>> = {
  unreadable: { ja: '読めない行があります。', en: 'A line cannot be read.' },
  changed: { ja: '書かれたあとで変わった行があります。', en: 'A line was changed after it was written.' },
  'out-of-order': { ja: '行の順番が入れ替わっています。', en: 'Lines are not in their order.' },
  'missing-before': { ja: 'この行の前の行がありません。', en: 'Lines before this one are missing.' },
  'other-organisation': { ja: '別の組織の行が混じっています。', en: 'A line belongs to another organisation.' },
  'tail-cut': { ja: '末尾の行がありません。', en: 'Lines at the end are missing.' },
  'other-head': { ja: '末尾が、控えてある値と違います。', en: 'The end is not the one that was noted.' },
  'after-head': { ja: '署名された末尾のあとに行があります。', en: 'There are lines after the signed end.' },
  'bad-signature': { ja: '末尾の署名が内容と合いません。', en: 'The signature of the end does not fit.' },
}
