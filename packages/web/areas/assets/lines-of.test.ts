import { expect, test } from 'vitest'
import { countLines, lineAt } from './lines-of.ts'

const groups = [
  { value: 'pc', from: 0, count: 2 },
  { value: 'server', from: 2, count: 1 },
]

test('each group has its head above its first row', () => {
  const lines = Array.from({ length: countLines(groups, 3) }, (_, line) => lineAt(groups, line))
  expect(lines.map((line) => (line.kind === 'group' ? line.group.value : line.at))).toEqual(['pc', 0, 1, 'server', 2])
})

test('a list without groups has its rows alone', () => {
  expect(countLines([], 3)).toBe(3)
  expect(lineAt([], 2)).toEqual({ kind: 'row', at: 2 })
})
