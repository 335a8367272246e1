import { describe, expect, test } from 'vitest'
import { plainText, search } from './search.ts'

const found = {
  items: [
    { id: 'r7:2-05', number: '2-⑤', name: '辞めた人・使っていないIDを無効にしている', question: '辞めた人のログインIDが残っていませんか' },
    { id: 'r7:2-06', number: '2-⑥', name: '更新プログラムを当てている', question: '更新していますか' },
    { id: 'r7:0', number: '0', name: '医療情報システムを使っている', question: '使っていますか' },
  ],
  vendors: [{ id: 'v:1', name: '㈱例システム', kana: 'れいしすてむ' }],
  findings: [{ id: 'f|1', name: '例画像株式会社の確認用シートがまだ届いていません' }],
  devices: [],
}

describe('the search box', () => {
  test.each(['2-5', '2-(5)', '２－５', '2-⑤', '2の5'])('%s finds item 2-⑤ first', (text) => {
    expect(search(text, found)[0]).toMatchObject({ kind: 'item', id: 'r7:2-05' })
  })

  test('a section alone finds its items', () => {
    expect(search('2', found).map(({ id }) => id)).toEqual(['r7:2-05', 'r7:2-06'])
  })

  test('names are found in any width, with or without the form of the company, and by their reading', () => {
    for (const text of ['例システム株式会社', '例ｼｽﾃﾑ', 'れいしすてむ', 'レイシステム'])
      expect(search(text, found).some(({ id }) => id === 'v:1')).toBe(true)
  })

  test('devices keep a place however much else is found', () => {
    const findings = Array.from({ length: 20 }, (_, at) => ({ id: `f|${at}`, name: `例システムの気づき${at}` }))
    const devices = [{ id: 'a:1', name: '例システムのサーバ' }]
    const all = search('例システム', { ...found, findings, devices })
    expect(all).toHaveLength(8)
    expect(all.at(-1)).toEqual({ kind: 'device', id: 'a:1', name: '例システムのサーバ' })
  })

  test('nothing typed finds nothing', () => {
    expect(search(' ', found)).toEqual([])
  })
})

test('髙 and 高, half and full width are the same when searching', () => {
  expect(plainText('髙﨑ﾃﾞﾝｷ(株)')).toBe(plainText('高崎デンキ株式会社'))
})
