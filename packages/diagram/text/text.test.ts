import { expect, test } from 'vitest'
import { en } from './en.ts'
import { ja } from './ja.ts'

const holes = (text: string) => [...new Set(text.match(/\{\w+\}/g) ?? [])].toSorted()
const keys = Object.keys(ja) as (keyof typeof ja)[] // the keys by type

test('every word of the map stands in both languages and asks for the same values', () => {
  expect(Object.keys(en).toSorted()).toEqual(Object.keys(ja).toSorted())
  expect(keys.filter((key) => holes(ja[key]).join() !== holes(en[key]).join())).toEqual([])
})

/** Words that a clerk reads every day, or that the glossary explains. */
const knownKatakana = new Set(['ネットワーク', 'ハブ'])

test('every sentence in Japanese is short, without blame and without foreign words', () => {
  const unwanted = /合格|違反|未達|不適合|させていただ|ございま|エラー|[!！]/
  const problems = keys.flatMap((key) => {
    const strange = (ja[key].match(/[ァ-ヴー]{2,}/g) ?? []).filter((word) => !knownKatakana.has(word))
    const long = ja[key].split('。').filter((sentence) => Array.from(sentence).length > 60)
    return [...strange, ...long, ...(unwanted.test(ja[key]) ? [key] : [])]
  })
  expect(problems).toEqual([])
})
