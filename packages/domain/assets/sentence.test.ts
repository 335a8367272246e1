import { aReference } from '@mimamori/testing/rules'
import { expect, test } from 'vitest'
import { assetSentence } from './sentence.ts'

const { assetSentences } = aReference()

test('a decision, a drift and a suggestion are told in the words of the catalogue', () => {
  const say = (id: string, values = {}) => assetSentence(assetSentences, { id, lang: 'ja', values })
  expect(say('identity:mac')).toBe('MACアドレスが同じです。')
  expect(say('drift:ip', { before: '10.0.0.1', after: '10.0.0.2' })).toBe('IPアドレスが、10.0.0.1から10.0.0.2に変わりました。')
  expect(say('answer:assets-old', { on: '2025-05-01' })).toContain('令和7年5月1日')
})
