import { expect, test } from 'vitest'
import { loadCatalogue } from '../index.ts'

const { holidays } = loadCatalogue().reference
const nameOf = (day: string) => holidays.find((holiday) => holiday.id === day)?.name.ja

test.each([
  ['2023-01-02', '振替休日'],
  ['2024-02-12', '振替休日'],
  ['2024-09-23', '振替休日'],
  ['2025-05-06', '振替休日'],
  ['2026-05-06', '振替休日'],
  ['2026-09-21', '敬老の日'],
  ['2026-09-22', '国民の休日'],
  ['2026-09-23', '秋分の日'],
  ['2027-03-22', '振替休日'],
  ['2028-09-22', '秋分の日'],
  ['2026-12-29', '年末年始'],
])('%s is %s', (day, name) => {
  expect(nameOf(day)).toBe(name)
})

test.each(['2026-05-07', '2026-09-24', '2025-09-22', '2026-12-28', '2027-01-04', '2023-09-22'])('%s is a working day', (day) => {
  expect(nameOf(day)).toBeUndefined()
})

test('every year has the sixteen holidays of the act', () => {
  for (const year of ['2023', '2024', '2025', '2026', '2027', '2028']) {
    const own = holidays.filter(({ id, kind, name }) => id.startsWith(year) && kind === 'national' && !name.ja.includes('休'))
    expect(own).toHaveLength(16)
  }
})
