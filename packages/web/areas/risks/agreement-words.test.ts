import { date, entityId, type RiskDecision, type RiskDecisionId } from '@mimamori/domain'
import { expect, test } from 'vitest'
import { changedTerms, termsOf } from './agreement-words.ts'

const signed: RiskDecision = {
  id: entityId<RiskDecisionId>('decision:1'),
  risk: 'risk:always-on',
  vendor: entityId('v:1'),
  kind: 'request',
  asked: '使うときだけ開いてください。',
  residual: '夜間は翌朝になります。',
  decidedOn: date('2026-10-01'),
  until: date('2027-03-31'),
  facilityBy: '手本 一郎',
  vendorBy: '保守 二郎',
}

test('a first answer or a date of asking leaves the names where they are', () => {
  const { values, isUnsigned } = changedTerms(signed, { ...termsOf(signed), answer: '次の更新で行います。' })
  expect(isUnsigned).toBe(false)
  expect(values).toMatchObject({ facilityBy: '手本 一郎', vendorBy: '保守 二郎' })
})

test('an answer that stood under the names takes them with it when it is written otherwise', () => {
  const answered = { ...signed, answer: '次の更新で行います。' }
  const { values, isUnsigned } = changedTerms(answered, { ...termsOf(answered), answer: '行いません。' })
  expect([isUnsigned, values.facilityBy, values.vendorBy]).toEqual([true, undefined, undefined])
})

test('what is left of the risk changed: both names go, and one that was written anew with it stays', () => {
  const { values, isUnsigned } = changedTerms(signed, { ...termsOf(signed), residual: '休日も翌朝になります。', facilityBy: '事例 次郎' })
  expect(isUnsigned).toBe(true)
  expect(values).toMatchObject({ facilityBy: '事例 次郎', vendorBy: undefined })
})
