import type { VulnerabilityRow } from '@mimamori/contract'
import { describe, expect, test } from 'vitest'
import { loadSentences, type Words } from '../../text/words.tsx'
import { firstWords, headlineWords } from './headline.tsx'
import { letterOf } from './letter.ts'
import { costWords, deviceWords, stepWords, visitsInOrder, whyWords } from './row-words.ts'
import { bareRow } from './sample-row.ts'

const words: Words = { lang: 'ja', t: await loadSentences('ja'), say: ({ ja }) => ja, choose: () => undefined }
const row: VulnerabilityRow = { ...bareRow, version: '7.2.4', fixedVersion: '7.2.5' }

describe('what is to be done on a row', () => {
  test('names both versions where both are known', () => {
    expect(stepWords(words, row)).toBe('FortiOS 7.2.4 → 7.2.5 以上')
  })

  test('is to find out the version where nobody knows it, and how it is mended where nobody says', () => {
    expect(stepWords(words, { ...bareRow, verdict: 'unknown' })).toBe('FortiOS の版を確かめ、古ければ更新する')
    expect(stepWords(words, { ...bareRow, version: '7.2.4' })).toBe('FortiOS 7.2.4 の直し方を確かめる')
  })

  test('names at least the version that closes the most urgent one, where not every record names one', () => {
    const first = { ...bareRow.first, fixedVersion: '7.2.7' }
    expect(stepWords(words, { ...bareRow, version: '7.2.4', first })).toBe('FortiOS 7.2.4 → 7.2.7 以上(最も急ぐ弱点が直る版)')
  })

  test('counts devices that are alike', () => {
    expect(deviceWords(words, row)).toBe('読影VPN装置')
    expect(deviceWords(words, { ...row, devices: 40 })).toBe('読影VPN装置 ほか39台')
  })
})

test('why says first how attacks use it, then how it can be reached; a version that is not known counts as weak and says so', () => {
  expect(whyWords(words, row)).toEqual(['身代金を取る攻撃に使われている弱点があります。', bareRow.exposureSays.ja])
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

const cost = { unknown: 1 }
const later = { id: 'facility:001', by: '2027-01-19', cost, rows: [row] }
const sooner = { id: 'vendor:v:1:001', vendor: 'v:1', vendorName: '例画像株式会社', by: '2026-11-23', cost, rows: [row] }

test('what must be done first stands first, and the first line says whom to ask, for what, until when', () => {
  expect(visitsInOrder({ visits: [later, sooner] }).map(({ id }) => id)).toEqual([sooner.id, later.id])
  expect(firstWords(words, { visits: [later, sooner] })).toEqual([
    'まず例画像株式会社に頼みましょう。読影VPN装置の更新は11月23日(月)までです。',
  ])
  expect(firstWords(words, { visits: [later] })).toEqual(['まず読影VPN装置の更新を始めましょう。1月19日(火)までです。'])
})

test('once everybody has been told, the first line says so and names the next day', () => {
  const told = { ...sooner, rows: [{ ...row, response: 'resp:1' }] }
  expect(firstWords(words, { visits: [later, told] })).toEqual([
    '読影VPN装置の更新は、例画像株式会社に頼んであります。期日は11月23日(月)です。',
    '次に読影VPN装置の更新を始めましょう。1月19日(火)までです。',
  ])
  expect(firstWords(words, { visits: [told] })).toEqual(['知らせるところは、すべて知らせました。次の期日は11月23日(月)です。'])
  expect(firstWords(words, { visits: [] })).toEqual([])
})

test('the answer before all lists says what can be reached from outside and never that a visit clears what nobody knows', () => {
  const headline = { openFromOutside: 2, unknown: 242, exploited: 1, late: 0, visits: 2, cost }
  expect(headlineWords(words, headline)).toBe('外から届く弱点のある機器が2台。2回の訪問や作業で片づきます。')
  expect(headlineWords(words, { ...headline, openFromOutside: 0, visits: 0 })).toBe(
    '弱点があるかわからない機器が242台。まず版を確かめましょう。',
  )
})
