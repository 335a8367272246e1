import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { en } from './en.ts'
import { ja } from './ja.ts'

type Leaf = readonly [path: string, text: string]

function leaves(value: unknown, path = ''): readonly Leaf[] {
  if (typeof value === 'string') return [[path, value]]
  return Object.entries(value as object).flatMap(([key, one]) => leaves(one, path === '' ? key : `${path}.${key}`))
}

const holes = (text: string) => [...new Set(text.match(/\{\w+\}/g) ?? [])].sort()

test('both languages have the same sentences with the same placeholders', () => {
  const english = new Map(leaves(en))
  expect([...english.keys()]).toEqual(leaves(ja).map(([path]) => path))
  const differing = leaves(ja).filter(([path, text]) => holes(text).join() !== holes(english.get(path) ?? '').join())
  expect(differing).toEqual([])
})

test('no sentence is empty but the date and the closing word that English letters leave open', () => {
  expect([...leaves(ja), ...leaves(en)].filter(([, text]) => text === '').map(([path]) => path)).toEqual([
    'request.end',
    'request.dueBlank',
  ])
})

test('waves, brackets and tone: no exam words, no blame, no exclamation', () => {
  const bad = /合格|不合格|違反|未達|不適合|怠|[!!]|エラー/
  expect(leaves(ja).filter(([, text]) => bad.test(text))).toEqual([])
})

test('every sentence is used', () => {
  const root = join(import.meta.dirname, '..')
  const code = readdirSync(root, { recursive: true, encoding: 'utf8' })
    .filter((path) => /\.[jt]s$/.test(path) && !path.includes('node_modules') && !path.endsWith('.test.ts') && !path.startsWith('text'))
    .map((path) => readFileSync(join(root, path), 'utf8'))
    .join('\n')
  const looked = new Set([
    'marks',
    'copies',
    'said',
    'signs',
    'parts',
    'kind',
    'phase',
    'way',
    'role',
    'states',
    'facts',
    'files',
    'verify',
  ])
  const unused = leaves(ja).filter(([path]) => {
    const keys = path.split('.')
    return !keys.some((key) => looked.has(key)) && !new RegExp(`\\b${keys.at(-1)}\\b`).test(code)
  })
  expect(unused.map(([path]) => path)).toEqual([])
})
