import type { VulnerabilityRow } from '@mimamori/contract'
import { describe, expect, test } from 'vitest'
import { loadSentences, type Words } from '../../text/words.tsx'
import { letterOf } from './letter.ts'
import { costWords, deviceWords, stepWords, whyWords } from './row-words.ts'

const words: Words = { lang: 'ja', t: await loadSentences('ja'), say: ({ ja }) => ja, choose: () => undefined }
const says = { ja: '遠隔保守の道が、この機器につながっています。', en: '' }

const bare: VulnerabilityRow = {
  id: 'd:gate|firmware',
  product: 'fortios',
  name: 'FortiOS',
  verdict: 'affected',
  devices: 1,
  shown: [{ asset: 'd:gate', name: '読影VPN装置' }],
  exposure: 'remote-path',
  exposureSays: says,
  action: 'days-3',
  actionSays: says,
  assumedSays: [],
  humanSays: says,
  services: [],
  isLate: false,
  knownExploited: true,
  ransomware: true,
  advisories: 1,
  first: { advisory: 'CVE-2099-1001', title: 'A weakness', titleLang: 'en' },
  dutySays: says,
  state: 'new',
  isDue: true,
}
const row: VulnerabilityRow = { ...bare, version: '7.2.4', fixedVersion: '7.2.5' }

describe('what is to be done on a row', () => {
  test('names both versions where both are known', () => {
    expect(stepWords(words, row)).toBe('FortiOS 7.2.4 → 7.2.5 以上')
  })

  test('is to find out the version where nobody knows it, and how it is mended where nobody says', () => {
    expect(stepWords(words, { ...bare, verdict: 'unknown' })).toBe('FortiOS の版を確かめ、古ければ更新する')
    expect(stepWords(words, { ...bare, version: '7.2.4' })).toBe('FortiOS 7.2.4 の直し方を確かめる')
  })

  test('counts devices that are alike', () => {
    expect(deviceWords(words, row)).toBe('読影VPN装置')
    expect(deviceWords(words, { ...row, devices: 40 })).toBe('読影VPN装置 ほか39台')
  })
})

test('why says first how attacks use it, then how it can be reached; a version that is not known counts as weak and says so', () => {
  expect(whyWords(words, row)).toEqual(['身代金を取る攻撃に使われている弱点があります。', says.ja])
  expect(whyWords(words, { ...row, verdict: 'unknown', knownExploited: false, ransomware: false })[0]).toBe(
    '版がわからないので、弱点があるものとみなしています。',
  )
})

test('why ends with the care that stops with it', () => {
  const services = [
    { ja: '救急', en: 'Emergency care' },
    { ja: '検査', en: 'Tests' },
  ]
  expect(whyWords(words, { ...row, services }).at(-1)).toBe('止まると「救急、検査」に響きます。')
})

test('a cost says what is known and how much is not', () => {
  expect(costWords(words, { yen: 80_000, unknown: 2 })).toBe('費用のめやす 80,000円と、見積り前が2件')
  expect(costWords(words, { unknown: 0 })).toBe('費用は保守料の内')
})

test('a request names the vendor, each device with its versions, the day, and who asks', () => {
  const letter = letterOf(words, { vendor: '例画像株式会社', by: '2026-11-24', from: 'みまもり市立病院', rows: [row] })
  expect(letter).toContain('例画像株式会社 御中')
  expect(letter).toContain('・読影VPN装置:FortiOS 7.2.4 → 7.2.5 以上')
  expect(letter).toContain('令和8年11月24日(火)までにお願いします。')
  expect(letter.endsWith('みまもり市立病院')).toBe(true)
})
