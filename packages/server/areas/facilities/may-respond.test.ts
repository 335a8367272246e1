import type { Change } from '@mimamori/domain'
import { a, aPicture, ids } from '@mimamori/testing/rules'
import { expect, test } from 'vitest'
import { mayAddResponseStep, mayAddUpdateStep } from './may-respond.ts'

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
