import { expect, test } from 'vitest'
import { isTooDeep } from './body.ts'

function isDeep(text: string): boolean {
  return isTooDeep(Buffer.from(text))
}

test('only nesting counts as depth: not brackets in texts, and not many values side by side', () => {
  expect(isDeep('['.repeat(65))).toBe(true)
  expect(isDeep(`${'{"a":'.repeat(65)}1`)).toBe(true)
  expect(isDeep(`{"n":"${'['.repeat(500)}\\"${'{'.repeat(500)}"}`)).toBe(false)
  expect(isDeep(`[${'[],'.repeat(500)}{}]`)).toBe(false)
})
