import { UserError, type UserProblem } from '../../platform/index.ts'

type Words = Pick<UserProblem, 'message' | 'action'>

const words = {
  'import/no-such-draft': {
    message: {
      ja: 'この取り込みは、すでに登録したか、24時間がたって消えました。',
      en: 'This import was registered already, or is gone after 24 hours.',
    },
    action: { ja: 'ファイルをもう一度選んでください。', en: 'Choose the file again.' },
  },
  'import/unknown-sheet': {
    message: {
      ja: 'どの事業者のシートか分かりません。まだ何も登録していません。',
      en: 'It is not clear whose sheet this is. Nothing was registered.',
    },
    action: {
      ja: '「事業者」の一覧でシートを開き、そこからファイルを選んでください。',
      en: 'Open the sheet in the list of vendors and choose the file there.',
    },
  },
  'import/zip-damaged': {
    message: {
      ja: 'このZIPは壊れているか、途中で切れています。まだ何も登録していません。',
      en: 'This ZIP is damaged or cut off. Nothing was registered.',
    },
    action: { ja: '元の場所からもう一度コピーして選んでください。', en: 'Copy it again from where it came and choose it once more.' },
  },
  'import/zip-too-large': {
    message: {
      ja: 'このZIPは、開くと大きくなりすぎます。開かずにやめました。',
      en: 'This ZIP becomes too large when opened. It was not opened.',
    },
    action: { ja: '施設フォルダーだけを入れたZIPを作り直してください。', en: 'Make a ZIP of the facility folder alone.' },
  },
  'import/zip-password': {
    message: { ja: 'パスワード付きのZIPです。', en: 'This ZIP has a password.' },
    action: { ja: 'パスワードを付けずに作り直してから選んでください。', en: 'Make it again without a password and choose that.' },
  },
  'import/zip-bad-name': {
    message: {
      ja: 'ZIPの中に、フォルダーの外を指す名前のファイルがあります。開かずにやめました。',
      en: 'The ZIP holds a file whose name leads out of the folder. It was not opened.',
    },
    action: { ja: '送り主に確かめてください。', en: 'Ask whoever sent it.' },
  },
  'import/closed-year-kept': {
    message: {
      ja: '閉じた年度のシートは、フォルダーの内容と違っていても、いまのまま残します。',
      en: 'Sheets of closed years stay as they are, although the folder differs.',
    },
    action: { ja: 'このまま進めて構いません。', en: 'You may go on.' },
  },
  'import/changed-since': {
    message: {
      ja: '書き出したあとに画面で変わった記録が{n}件あります。画面の内容を残します。',
      en: '{n} records were changed here after the folder was written. What is here stays.',
    },
    action: { ja: '違いを確かめて、必要なら画面で直してください。', en: 'Look at the difference and correct it on the screen if needed.' },
  },
} as const satisfies Record<string, Words>

export type ImportProblem = keyof typeof words

export const importProblems: Readonly<Record<ImportProblem, Words>> = words

export function importProblem(code: ImportProblem): UserError {
  return new UserError({ code, ...words[code] })
}
