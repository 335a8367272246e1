import { expect, test } from 'vitest'
import { shortCompany } from './company.ts'

test.each([
  ['例システム株式会社', '例システム'],
  ['株式会社例システム', '例システム'],
  ['㈱例システム', '例システム'],
  ['例システム(株)', '例システム'],
  ['例システム（株）', '例システム'],
  ['有限会社 例商店', '例商店'],
  ['株', '株'],
  ['株式会社', '株式会社'],
])('%s is %s in a narrow column', (name, short) => {
  expect(shortCompany(name)).toBe(short)
})
