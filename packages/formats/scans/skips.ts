import type { Text } from '@mimamori/domain'

/** Why a line or an element was passed over. */
export const skipReasons = {
  'not-understood': { ja: '読み方の分からない行です。', en: 'The line was not understood.' },
  'other-command': { ja: '一覧表ではない内容なので、読んでいません。', en: 'Not one of the tables that are read.' },
  'too-long': { ja: '長すぎる行です。', en: 'The line is too long.' },
  'no-key': { ja: 'アドレスも名前も番号もありません。', en: 'It has no address, name or number.' },
  'no-id': { ja: 'アカウントのIDがありません。', en: 'The account has no id.' },
  'no-answer': { ja: '応答がなかった機器です。', en: 'The device did not answer.' },
  'free-lease': { ja: '使われていない貸し出しです。', en: 'The lease is not in use.' },
  'own-entry': { ja: '聞いた機器自身の記録です。', en: 'An entry of the asked device itself.' },
} as const satisfies Record<string, Text>

export type SkipReason = keyof typeof skipReasons
