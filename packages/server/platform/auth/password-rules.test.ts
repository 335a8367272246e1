import { readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import { findPasswordProblem } from './password-rules.ts'

const context = { login: 'yamada', name: '山田 花子' }

test.each([
  ['short1', 'too-short'],
  ['a'.repeat(201), 'too-long'],
  ['aaaaaaaaaa', 'repeated'],
  ['abcabcabcabc', 'repeated'],
  ['mimamori', 'obvious'],
  ['Mimamori2026!', 'obvious'],
  ['みまもり2026年度', 'obvious'],
  ['見守り12345', 'obvious'],
  ['p@ssw0rd', 'obvious'],
  ['P@ssw0rd2026', 'obvious'],
  ['Hospital#1', 'obvious'],
  ['byouin-2026', 'obvious'],
  ['qwertyuiop', 'obvious'],
  ['1qaz2wsx', 'obvious'],
  ['asdf-1234', 'obvious'],
  ['abcdefgh', 'obvious'],
  ['87654321', 'obvious'],
  ['20260401', 'obvious'],
  ['2026/04/01', 'obvious'],
  ['19800101-00', 'obvious'],
  ['ｐａｓｓｗｏｒｄ', 'obvious'],
  ['sakurahospital', 'obvious'],
  ['iloveyou2026', 'obvious'],
  ['Tanaka-Hanako1', 'obvious'],
  ['d0raem0n!', 'obvious'],
  ['kangoshi123', 'obvious'],
  ['電子カルテ2026', 'obvious'],
  ['WelcomeTokyo', 'obvious'],
  ['qwer-1234-asdf-zxcv', 'obvious'],
  ['yamada01', 'like-login'],
  ['adamay2026', 'like-login'],
  ['山田花子です!!', 'like-login'],
])('%s is refused: %s', (password, problem) => {
  expect(findPasswordProblem(password, context)).toBe(problem)
})

test.each(['tsukue-kumo-banana', 'k7#Qv2!pLm9', 'ひだまりの机と青い傘', 'correct horse battery staple', 'Zr8-wtfn'])(
  '%s is taken',
  (password) => {
    expect(findPasswordProblem(password, context)).toBeUndefined()
  },
)

test('the least length can be raised', () => {
  expect(findPasswordProblem('Zr8-wtfn', { ...context, minimumLength: 13 })).toBe('too-short')
})

test('the list of obvious words says where it comes from, and holds plain small letters alone', () => {
  const text = readFileSync(new URL('obvious-words.txt', import.meta.url), 'utf8')
  expect(text).toMatch(/^# .*\n# Our own list: .*no list of leaked passwords/)
  const words = text
    .split('\n')
    .filter((line) => line !== '' && !line.startsWith('#'))
    .flatMap((line) => line.split(' '))
  expect(words.filter((word) => !/^[a-z\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Han}ー]+$/u.test(word))).toEqual([])
  expect(words.length).toBeGreaterThan(700)
})
