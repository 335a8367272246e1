import { expect, test } from 'vitest'
import { firstOf } from './index.ts'

test('an empty register has no first asset', () => {
  expect(firstOf([])).toBeUndefined()
})
