import type { Change } from '@mimamori/domain'
import { a, aPicture, ids } from '@mimamori/testing/rules'
import { expect, test } from 'vitest'
import { givesWordsAway, mayAddResponseStep, mayAddUpdateStep } from './may-respond.ts'

const picture = aPicture({ responses: [a.response()], responseSteps: [a.responseStep()], plannedUpdates: [a.plannedUpdate()] })

test('a step of a response is added and never altered, and nobody writes for the vendor', () => {
  const step = a.responseStep({ id: ids.responseStep('resp:1.0002'), kind: 'said', note: '電話した' })
  const may = (change: Change) => mayAddResponseStep(picture, change)
  expect(may({ kind: 'add', slice: 'responseSteps', record: step })).toBe(true)
  expect(may({ kind: 'add', slice: 'responseSteps', record: { ...step, side: 'vendor' } })).toBe(false)
  expect(may({ kind: 'add', slice: 'responseSteps', record: { ...step, kind: 'not-done' } })).toBe(false)
  expect(may({ kind: 'set', slice: 'responseSteps', id: ids.responseStep('resp:1.0001'), fields: { note: '別の話' } })).toBe(false)
  expect(may({ kind: 'remove', slice: 'responseSteps', id: ids.responseStep('resp:1.0001') })).toBe(false)
})

test('an update is not rolled out before the facility has said go', () => {
  const step = a.plannedUpdateStep({ side: 'facility', kind: 'rolled-out' })
  const may = (record: typeof step) => mayAddUpdateStep(picture, { kind: 'add', slice: 'plannedUpdateSteps', record })
  expect(may(step)).toBe(false)
  expect(may({ ...step, kind: 'go' })).toBe(true)
  expect(may({ ...step, side: 'vendor', kind: 'go' })).toBe(false)
})

test('what one vendor was told, and what it said, is never handed to another by naming that one in its place', () => {
  const own = { vendor: ids.vendor('v:1') }
  const [told, said] = [a.responseStep(), a.plannedUpdateStep({ side: 'vendor', kind: 'said' })]
  const response = a.response(own)
  const update = a.plannedUpdate(own)
  const before = aPicture({ responses: [response], responseSteps: [told], plannedUpdates: [update], plannedUpdateSteps: [said] })
  const fresh = aPicture({ responses: [response], plannedUpdates: [update] })
  const ofResponse: Change = { kind: 'set', slice: 'responses', id: response.id, fields: { vendor: ids.vendor('v:2') } }
  const ofUpdate: Change = { kind: 'set', slice: 'plannedUpdates', id: update.id, fields: { vendor: ids.vendor('v:2') } }
  expect([ofResponse, ofUpdate].map((change) => givesWordsAway(before, change))).toEqual([true, true])
  expect([ofResponse, ofUpdate].map((change) => givesWordsAway(fresh, change))).toEqual([false, false])
  expect(givesWordsAway(before, { ...ofResponse, fields: { title: '別の題' } })).toBe(false)
  expect(givesWordsAway(before, { ...ofUpdate, fields: own })).toBe(false)
  expect(givesWordsAway(before, { ...ofUpdate, fields: {}, forget: ['vendor'] })).toBe(true)
})
