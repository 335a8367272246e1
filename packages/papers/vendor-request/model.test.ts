import { loadCatalogue } from '@mimamori/catalog'
import { type Change, printedSheetNumber } from '@mimamori/domain'
import { expect, test } from 'vitest'
import { applied, hospital } from '../fixture/hospital.ts'
import { inputOf } from '../fixture/input.ts'
import { vendorRequestPaper } from './model.ts'

const catalogue = loadCatalogue()
const input = inputOf(catalogue, hospital(catalogue.reference.items))

function textOf(options: Parameters<typeof vendorRequestPaper>[1]): string {
  return JSON.stringify(vendorRequestPaper(input, options).blocks)
}

test('only vendors that have not answered are asked, or the one that is named', () => {
  expect(textOf({ way: 'post' })).toContain('例画像株式会社 御中')
  expect(textOf({ way: 'post' })).not.toContain('例システム株式会社 御中')
  const other = input.picture.slices.sheets.find((sheet) => sheet.vendor === 'v:1')
  expect(textOf({ way: 'post', sheet: other?.id ?? '' })).toContain('例システム株式会社 御中')
  expect(vendorRequestPaper(input, { way: 'post', sheet: 'sh:nowhere' }).blocks).toEqual([])
})

test('the letter is in the head’s name, says how to check it, and asks again where it was asked before', () => {
  const text = textOf({ way: 'post' })
  for (const part of [
    '院長 手本 一郎',
    '公印',
    '契約書や名刺にある番号へお電話ください',
    '先に令和8年10月31日にお願いしました件です',
    '患者さんの氏名・ID・病名は書かないでください',
    '"以上"',
  ])
    expect(text).toContain(part)
})

test('the person to turn to is named with the reading, on the letter and on the cover of a FAX', () => {
  expect(textOf({ way: 'post' })).toContain('総務課 見本 花子(みほん はなこ) 電話 000-000-0210')
  expect(textOf({ way: 'fax' }).match(/見本 花子\(みほん はなこ\)/g)).toHaveLength(2)
})

test('the disclosure sheet of the system is asked for, or a newer one where one has come', () => {
  expect(textOf({ way: 'post' })).toContain('このシステムのMDS/SDS(セキュリティ開示書)をお送りください')
  expect(textOf({ way: 'post', step: 'chase-up' })).not.toContain('MDS/SDS(セキュリティ開示書)')
  const silent = input.picture.slices.sheets.find((sheet) => textOf({ way: 'post', sheet: sheet.id }).includes('例画像株式会社 御中'))
  const record = {
    id: 'mds:1',
    vendor: silent?.vendor,
    product: '画像サーバ',
    productVersion: '3.2',
    kind: 'mds',
    formVersion: 'Ver5.0',
    receivedOn: '2026-04-08',
  }
  const received = { kind: 'add', slice: 'disclosures', record } as unknown as Change // without its branded ids
  const held = { ...input, picture: applied(input.picture, [received]) }
  const text = JSON.stringify(vendorRequestPaper(held, { way: 'post', sheet: silent?.id ?? '' }).blocks)
  expect(text).toContain('画像サーバ 3.2')
  expect(text).toMatch(/Ver5\.0・\S*8\D4\D8\S*受領/)
  expect(text).toContain('新しい版がありましたら')
})

test('a day for the answer that has passed is left open to be set anew', () => {
  expect(textOf({ way: 'post' })).not.toContain('令和8年10月31日(土)')
  expect(JSON.stringify(vendorRequestPaper({ ...input, asOf: '2026-10-05' as typeof input.asOf }, { way: 'post' }).blocks)).toContain(
    '令和8年10月31日(土)',
  )
})

test('the way back follows the way out, and a code for the screen stands only where there is one', () => {
  expect(textOf({ way: 'fax' })).toContain('FAX 000-000-0001 へお戻しください')
  expect(textOf({ way: 'hand' })).toContain('当院の担当者にお渡しください')
  expect(textOf({ way: 'post' })).not.toContain('確認番号')
  expect(textOf({ way: 'post', screen: { address: 'https://mimamori.example', code: 'ABCD2345', until: '令和8年12月25日' } })).toContain(
    '確認番号 ABCD2345',
  )
})

test('the card for the telephone has the words to say and room for what was promised', () => {
  const text = textOf({ way: 'phone' })
  expect(text).toContain(
    'お世話になっております。みまもり市立病院の見本 花子です。厚生労働省のチェックリストの「事業者確認用」に記入をお願いしたく、お電話しました。いつごろいただけますか。',
  )
  for (const part of ['出た人', '約束の日', 'これまでの経過']) expect(text).toContain(part)
})

test('nothing of one vendor is in what goes to another', () => {
  const two = inputOf(catalogue, hospital(catalogue.reference.items, { vendors: 3, silent: [0, 1] }))
  const [first, second] = vendorRequestPaper(two, { way: 'mail' }).worksheets ?? []
  expect(JSON.stringify(first)).not.toContain(second?.lines.find(([label]) => label === '事業者')?.[1])
})

test('each later letter says what was asked before, and goes to the next person', () => {
  const again = textOf({ way: 'fax', step: 'chase-up' })
  for (const part of ['再度のお願い', '先に3回お願いし(最後は令和8年10月31日)', 'これまでの経過']) expect(again).toContain(part)
  expect(again).not.toContain('公印')
  const head = textOf({ way: 'post', step: 'head-letter' })
  for (const part of ['代表者様', '院長 手本 一郎', '公印']) expect(head).toContain(part)
  expect(textOf({ way: 'phone', step: 'chase-up' })).toContain('先にお願いした')
})

test('every page that goes out carries the number that leads it back to its sheet', () => {
  const sheet = input.picture.slices.sheets.find((one) => one.vendor === 'v:2')
  const number = printedSheetNumber(sheet?.id ?? '')
  for (const way of ['post', 'fax', 'phone', 'mail'] as const) expect(textOf({ way })).toContain(number)
})
