import { expect, test } from 'vitest'
import { placeOf } from './place-of.ts'

test('two people are at the same place on one screen of one sheet, whichever item they look at', () => {
  expect(placeOf({ pathname: '/f/fac%3A1/checklist', search: { mode: 'one', item: 'r7:2-05' } })).toBe('/checklist')
  expect(placeOf({ pathname: '/f/fac%3A1/checklist/', search: { sheet: 'sh:2025.r7' } })).toBe('/checklist?sheet=sh:2025.r7')
  expect(placeOf({ pathname: '/f/fac%3A1/vendors/sh%3Av1/reply', search: {} })).toBe('/vendors/sh%3Av1/reply')
})
