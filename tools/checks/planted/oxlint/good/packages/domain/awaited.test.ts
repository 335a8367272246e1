import { expect, test } from 'vitest'
import { start } from './awaited.ts'

test('what is saved has a length', async () => {
  expect(await start()).toBe(1)
})
