import type { Text } from '@mimamori/domain'
import { type ProblemWords, problemBy } from '../../platform/index.ts'
import { fillText } from '../words.ts'
import type { ReadProblem } from './reading.ts'

/** Codes of this area and their sentences; the table of all error codes is built from it. */
export const importProblems = {
  'import/no-such-draft': {
    message: {
      ja: 'この取り込みは、すでに登録したか、24時間がたって消えました。',
      en: 'This import was registered already, or is gone after 24 hours.',
    },
    action: { ja: 'ファイルをもう一度選んでください。', en: 'Choose the file again.' },
  },
  'import/unknown-file': {
    message: {
      ja: '何のファイルか分かりませんでした。まだ何も登録していません。',
      en: 'It is not clear what this file is. Nothing was registered.',
    },
    action: {
      ja: '読めるのは、チェックリスト、会社や契約の一覧、機器の台帳、機器の記録です。表には「会社名」や「機器名」などの見出しの行を付けてください。',
      en: 'What is read: checklists, lists of vendors or contracts, registers of devices and scans. Give a table a row of headings, such as 会社名 or 機器名.',
    },
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
  'import/not-a-mail': {
    message: { ja: 'メールのファイル(.eml)として読めません。', en: 'This cannot be read as a mail (.eml).' },
    action: { ja: 'メールの画面で「名前を付けて保存」し、.eml を選んでください。', en: 'Save the mail as .eml and choose that.' },
  },
  'import/other-mail': {
    message: { ja: '届かなかったという知らせではない、ふつうのメールです。', en: 'This is a mail, but no report of delivery.' },
    action: {
      ja: '返事のシートは、付いていたExcelかCSVを選んでください。',
      en: 'To read a reply, choose the Excel or CSV file attached to it.',
    },
  },
  'import/not-failed': {
    message: {
      ja: '遅れているか、届いたという知らせです。記録は要りません。',
      en: 'The report says that the mail is late or has arrived. There is nothing to record.',
    },
    action: { ja: 'このまま返事を待ってください。', en: 'Wait for the answer.' },
  },
  'import/unknown-mail': {
    message: { ja: 'この画面から送ったメールの知らせではありません。', en: 'The report is not about a mail that was sent from here.' },
    action: {
      ja: '事業者のページで、「届かず戻った」ことを書き残してください。',
      en: 'Record on the page of the vendor that it came back.',
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
  'import/field-not-kept': {
    message: {
      ja: '{slice}「{name}」の「{column}」が、このままでは登録できない書き方です。この記録は読み飛ばしました。',
      en: '"{column}" of "{name}" ({slice}) cannot be registered as it is written. This record was left out.',
    },
    action: { ja: 'その欄を直して、もう一度選んでください。', en: 'Correct it and choose the file again.' },
  },
  'import/nothing-named': {
    message: {
      ja: '{slice}「{name}」の「{column}」が指す記録がありません。この記録は読み飛ばしました。',
      en: '"{column}" of "{name}" ({slice}) names a record that is not there. This record was left out.',
    },
    action: { ja: '指している先を先に直して、もう一度選んでください。', en: 'Correct what it names first and choose the file again.' },
  },
  'import/still-named': {
    message: {
      ja: '{slice}「{name}」は、ほかの記録がまだ使っているので、外さずに残します。',
      en: '"{name}" ({slice}) is still used by other records and stays.',
    },
    action: { ja: '外すときは、使っている記録のほうを先に直してください。', en: 'To take it out, change the records that use it first.' },
  },
  'import/unknown-edition': {
    message: {
      ja: 'シート「{name}」の版は、ここに入っていません。このシートは読み飛ばしました。',
      en: 'The edition of sheet "{name}" is not here. This sheet was left out.',
    },
    action: {
      ja: '先に「チェックリスト」の画面で、公式のExcelを読み込んでください。',
      en: 'Load its official Excel on the page of the checklist first.',
    },
  },
  'import/unknown-item': {
    message: {
      ja: '項目「{name}」は、シートの版にありません。この回答は読み飛ばしました。',
      en: 'The edition of the sheet has no item "{name}". This answer was left out.',
    },
    action: { ja: '項目の番号と、シートの版を確かめてください。', en: 'Look at the number of the item and the edition of the sheet.' },
  },
  'import/double-answer': {
    message: {
      ja: '項目「{name}」には、同じシートにすでに回答があります。2つ目は読み飛ばしました。',
      en: 'The same sheet has an answer to item "{name}" already. The second one was left out.',
    },
    action: { ja: 'どちらが正しいかを確かめ、1つだけ残してください。', en: 'Look which of them is right and keep one.' },
  },
  'import/too-many-devices': {
    message: {
      ja: '1つのファイルに2万件を超える記録があります。まだ何も登録していません。',
      en: 'The file holds more than 20,000 records of devices. Nothing was registered.',
    },
    action: { ja: '範囲を分けて書き出し、1つずつ選んでください。', en: 'Export it in parts and choose them one by one.' },
  },
  'import/closed-year-kept': {
    message: {
      ja: '閉じた年度のシートは、フォルダーの内容と違っていても、いまのまま残します。',
      en: 'Sheets of closed years stay as they are, although the folder differs.',
    },
    action: { ja: 'このまま進めて構いません。', en: 'You may go on.' },
  },
  'import/other-facility': {
    message: {
      ja: '「{theirs}」の内容です。いま開いている「{ours}」には何も取り込んでいません。',
      en: 'This is of "{theirs}". Nothing was taken into "{ours}", which is open.',
    },
    action: {
      ja: '「{theirs}」を開いてから、もう一度選んでください。施設フォルダーは、新しい施設としても読み込めます(mimamori import)。',
      en: 'Open "{theirs}" and choose it again. A facility folder can also be loaded as a new facility (mimamori import).',
    },
  },
  'checklist/older-than-here': {
    message: {
      ja: 'このファイルの記入日は{file}です。ここには{here}に届いた答えがあり、そちらのほうが新しいようです。',
      en: 'The file was filled in on {file}. The answers here came on {here} and seem to be newer.',
    },
    action: {
      ja: 'どちらが新しいか確かめてください。ファイルの答えにするときは、そのことを選んでから登録してください。',
      en: 'See which is newer. To take the answers of the file all the same, say so before registering.',
    },
  },
  'import/not-agreed': {
    message: {
      ja: 'このファイルより新しいと思われる答えがあります。まだ何も登録していません。',
      en: 'There are answers here that seem to be newer than the file. Nothing was registered.',
    },
    action: {
      ja: 'どちらにするかを選んでから、もう一度登録してください。',
      en: 'Say which of the two is to stay, and register again.',
    },
  },
  'import/changed-since': {
    message: {
      ja: '書き出したあとに画面で変わった記録が{n}件あります。画面の内容を残します。',
      en: '{n} records were changed here after the folder was written. What is here stays.',
    },
    action: { ja: '違いを確かめて、必要なら画面で直してください。', en: 'Look at the difference and correct it on the screen if needed.' },
  },
} as const satisfies Record<string, ProblemWords>

export type ImportProblem = keyof typeof importProblems

export const importProblem = problemBy(importProblems)

/** Something about a file that a person should know before registering it. */
export function noted(code: ImportProblem, values: Readonly<Record<string, string | number | Text>>): ReadProblem {
  const { message, action } = importProblems[code]
  return { code, message: fillText(message, values), action: fillText(action, values), place: {} }
}
