import { expect, test } from 'vitest'
import { servicesOf } from './enumerations.ts'

const offered = (kind: Parameters<typeof servicesOf>[0]) =>
  servicesOf(kind)
    .filter((each) => each.offered)
    .map(({ value }) => value)

test('a facility is offered the care that its kind can give', () => {
  expect(offered('clinic')).not.toContain('inpatient')
  expect(offered('clinic-with-beds')).toContain('inpatient')
  expect(offered('pharmacy')).toEqual(['home-visits', 'dispensing', 'other'])
  expect(offered('checkup-centre')).not.toContain('surgery')
  expect(offered(undefined)).toHaveLength(11)
})
