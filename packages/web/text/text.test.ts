import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { en } from './en.ts'
import { ja } from './ja.ts'
import { fillSentence, placeholdersOf } from './sentence.ts'

const keys = Object.keys(ja) as (keyof typeof ja)[]

describe('every sentence that a user reads', () => {
  test('stands in both languages under the same key', () => {
    expect(Object.keys(en).sort()).toEqual(Object.keys(ja).sort())
  })

  test('asks for the same values in both languages', () => {
    const differing = keys.filter((key) => placeholdersOf(ja[key]).join() !== placeholdersOf(en[key]).join())
    expect(differing).toEqual([])
  })

  test.each(['ja', 'en'])('has each sentence once: no file of %s takes the place of what another says', (lang) => {
    const folder = join(import.meta.dirname, lang)
    const names = readdirSync(folder).flatMap((file) =>
      [...readFileSync(join(folder, file), 'utf8').matchAll(/^ {2}'([^']+)':/gm)].map(([, key]) => key),
    )
    expect(names.filter((key, at) => names.indexOf(key) !== at)).toEqual([])
  })

  test('is used by a screen', () => {
    const source = sources(join(import.meta.dirname, '..'))
      .map((path) => readFileSync(path, 'utf8'))
      .join('\n')
    const parts = ['group.', 'legend.']
    const unused = keys.filter((key) => !source.includes(`'${key}'`) && !parts.some((part) => key.startsWith(part)))
    expect(unused).toEqual([])
  })

  test('counts without 「つ」, which ends at nine', () => {
    expect(keys.filter((key) => /\}つ/.test(ja[key]))).toEqual([])
  })

  test('says 「フォルダー」 and 「施設側」, which every kind of facility is', () => {
    expect(keys.filter((key) => /フォルダ(?!ー)|病院側/.test(ja[key]))).toEqual([])
  })
})

function sources(folder: string): string[] {
  return readdirSync(folder, { withFileTypes: true, recursive: true })
    .filter(
      (entry) => entry.isFile() && /\.tsx?$/.test(entry.name) && !/\.test\./.test(entry.name) && !/text\/(ja|en)/.test(entry.parentPath),
    )
    .map((entry) => join(entry.parentPath, entry.name))
}

test('a sentence chooses its word by a number', () => {
  expect(fillSentence('{count} {count?item|items}', { count: 1 })).toBe('1 item')
  expect(fillSentence('{count} {count?item|items}', { count: 2 })).toBe('2 items')
  expect(fillSentence('{name}さん', {})).toBe('{name}さん')
  expect(placeholdersOf('{b} {a?x|y} {a}')).toEqual(['a', 'b'])
})
