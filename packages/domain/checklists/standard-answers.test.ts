import { expect, test } from 'vitest'
import { standardProposals } from './standard-answers.ts'

const items = [{ id: 'a' }, { id: 'b' }, { id: 'c', perClient: true }, { id: 'd' }]
const standard = { a: { answer: 'yes' }, b: { answer: 'no' }, c: { answer: 'yes' }, d: {} }

test('standard answers go to items that have none, and an answer that was given stays', () => {
  expect(standardProposals(items, { b: { answer: 'yes' } }, standard)).toEqual({ a: { answer: 'yes' } })
})

test('an item that is different at every client takes no standard answer, whatever is stored', () => {
  expect(standardProposals(items, {}, standard)).not.toHaveProperty('c')
})
