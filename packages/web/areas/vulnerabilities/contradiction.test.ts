import type { ResponseView } from '@mimamori/contract'
import { date, entityId, type ResponseId, type ResponseStep, type ResponseStepId } from '@mimamori/domain'
import { expect, test } from 'vitest'
import { contradictionOf } from './contradiction.ts'
import { bareRow } from './sample-row.ts'

function step(some: Partial<ResponseStep>): ResponseStep {
  const id = entityId<ResponseStepId>('resp:x.0001')
  return { id, response: entityId<ResponseId>('resp:x'), side: 'vendor', kind: 'done', on: date('2026-11-24'), ...some }
}
const device = { asset: 'd:gate', name: '読影VPN装置', version: '7.2.4', isOpen: true, readOn: '2026-11-25', knownBy: 'console' as const }
const of = (steps: ResponseStep[], some: Partial<ResponseView> = {}) =>
  contradictionOf({ state: 'done', rows: [{ ...bareRow, version: '7.2.4' }], devices: [device], ...some, steps })

test('a vendor that holds it not to apply, and a version that was read and is weak, are both told', () => {
  const said = step({ kind: 'not-affected', notAffected: 'other-version' })
  expect(of([said])).toEqual({ kind: 'not-affected', reason: 'other-version', version: '7.2.4', mayBothHold: false })
  expect(of([said], { rows: [] })).toBeUndefined()
  expect(of([said], { rows: [{ ...bareRow, verdict: 'unknown' }] })).toBeUndefined()
})

test('where the weak part is not used, both may be right', () => {
  expect(of([step({ kind: 'not-affected', notAffected: 'part-not-used' })])).toMatchObject({ mayBothHold: true })
})

test('proof that something read later speaks against is told as such', () => {
  expect(of([step({ kind: 'proven' })])).toEqual({ kind: 'proven', version: '7.2.4' })
  expect(of([step({ kind: 'proven' })], { state: 'proven', rows: [] })).toBeUndefined()
})

test('another version than the one that was put in counts once a machine has read it afterwards, and a word in between hides nothing', () => {
  const done = step({ version: '7.2.12' })
  expect(of([done, step({ kind: 'said', note: '済みました' })])).toEqual({
    kind: 'done',
    said: '7.2.12',
    version: '7.2.4',
    readOn: '2026-11-25',
  })
  expect(of([done], { devices: [{ ...device, readOn: '2026-11-20' }] })).toBeUndefined()
  expect(of([done], { devices: [{ ...device, knownBy: 'hand' }] })).toBeUndefined()
  expect(of([done], { devices: [{ ...device, version: '7.2.12' }] })).toBeUndefined()
})
