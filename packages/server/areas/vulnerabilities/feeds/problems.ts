import { type ProblemWords, problemBy } from '../../../platform/index.ts'

/** Codes of this area and their sentences; the table of all error codes is built from it. */
export const feedProblems = {
  'feeds/busy': {
    message: {
      ja: '脆弱性情報の別の取り込みが、まだ終わっていません。',
      en: 'Another reading of feeds has not ended yet.',
    },
    action: {
      ja: '終わるのを待って、もう一度取り込んでください。',
      en: 'Wait until it ends and import again.',
    },
  },
  'feeds/older': {
    message: {
      ja: 'このファイルは、いま使っている情報より古いものです。',
      en: 'This file is older than what is in use.',
    },
    action: {
      ja: 'いまの情報をそのまま使います。新しいファイルを入手して、取り込んでください。',
      en: 'What is in use stays. Get a newer file and import that.',
    },
  },
  'feeds/dated-ahead': {
    message: {
      ja: 'このファイルの日付が、今日より先になっています。',
      en: 'This file is dated later than today.',
    },
    action: {
      ja: 'いまの情報をそのまま使います。このコンピューターの時計と、ファイルの入手先を確かめてください。',
      en: 'What is in use stays. Check the clock of this computer and where the file came from.',
    },
  },
  'feeds/changed-hash': {
    message: {
      ja: '受け取ったファイルの中身が、発行元の示す値(SHA-256)と合いません。',
      en: 'The file that came is not the one whose print (SHA-256) its publisher tells.',
    },
    action: {
      ja: '前に取り込んだ情報をそのまま使います。次の回にもう一度取りに行きます。続くときは、ファイルで取り込んでください。',
      en: 'What was taken in before stays in use, and the next round tries again. If it goes on, carry the file in.',
    },
  },
  'feeds/changed-while-paged': {
    message: {
      ja: '変更の一覧が、読んでいる間に何度も変わりました。',
      en: 'The list of changes changed again and again while it was read.',
    },
    action: {
      ja: '前に取り込んだ情報をそのまま使います。次の回に、同じ期間をもう一度尋ねます。',
      en: 'What was taken in before stays in use, and the next round asks for the same days again.',
    },
  },
  'feeds/nothing-there': {
    message: { ja: '情報を取りに行く宛先に、ファイルがありません。', en: 'There is no file at the address that a feed is fetched from.' },
    action: {
      ja: '前に取り込んだ情報をそのまま使います。MIMAMORI_FEED_URLS に新しい宛先を書いてください。',
      en: 'What was taken in before stays in use. Write the new address into MIMAMORI_FEED_URLS.',
    },
  },
} as const satisfies Record<string, ProblemWords>

export const feedProblem = problemBy(feedProblems)
