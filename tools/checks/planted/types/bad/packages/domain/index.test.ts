import { expect, test } from 'vitest'
import { firstOf } from './index.ts'

test('tests are checked too', () => {
  expect(firstOf('none')).toBeUndefined()
})
