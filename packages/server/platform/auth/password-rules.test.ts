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
