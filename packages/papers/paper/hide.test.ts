import { expect, test } from 'vitest'
import { hide } from './hide.ts'

const hidden = '■'

test.each([
  ['サーバは192.168.10.5です', 'サーバは■です'],
  ['10.0.0.0/8 から', '■ から'],
  ['１９２．１６８．１０．５', '■'],
  ['MAC 00:1a:2B:3c:4D:5e', 'MAC ■'],
  ['fe80::1ff:fe23:4567:890a', '■'],
  ['2001:db8:0:0:8a2e:370:7334:1', '■'],
  ['FortiOS 7.0.12 を使用', 'FortiOS ■ を使用'],
  ['Ver7 の画面', '■ の画面'],
  ['バージョン3.2a', '■'],
  ['CVE-2023-27997 が未対応', '■ が未対応'],
  ['S/N: FGT60FTK20012345', '■'],
  ['製造番号 AB12-3456', '■'],
  ['FGT60FTK20012345 の更新', '■ の更新'],
  ['携帯 090-1234-5678', '携帯 ■'],
  ['09012345678', '■'],
  ['soumu@hospital.example', '■'],
  ['chart01.hospital.local に接続', '■ に接続'],
  ['https://intra.example/a?b=1', '■'],
  ['\\\\fileserver\\share\\台帳', '■'],
])('%s leaves the house as %s', (text, kept) => {
  expect(hide(text, hidden)).toBe(kept)
})

test.each([
  '資産台帳(令和8年9月).xlsx',
  'R8.11.20 に確認',
  '2026.11.20',
  '2-⑤ 利用者一覧.pdf',
  '㈱例薬剤',
  '髙﨑 太郎',
  'USBの差し込み口をすべて塞いでいます',
  '電子カルテ',
  '',
])('%s stays as it is', (text) => {
  expect(hide(text, hidden)).toBe(text)
})
