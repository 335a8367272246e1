import { expect, test } from 'vitest'
import { stateOfTask } from './task-state.ts'

test('a task that a vendor says is done waits to be confirmed, one behind an approval for that', () => {
  expect(stateOfTask({ state: 'doing', toConfirm: false })).toBe('begun')
  expect(stateOfTask({ state: 'open', toConfirm: true, awaitsApproval: true })).toBe('to-confirm')
  expect(stateOfTask({ state: 'open', toConfirm: false, awaitsApproval: true })).toBe('awaiting-approval')
  expect(stateOfTask({ state: 'given-up', toConfirm: false })).toBe('given-up')
})
