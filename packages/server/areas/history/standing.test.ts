import { expect, test } from 'vitest'
import { type LaterRevision, standing } from './standing.ts'

const revisions = (later: readonly LaterRevision[]) => standing(later).map(({ revision }) => revision)

test('what was undone is as if it had never been', () => {
  expect(revisions([{ revision: 5, undoneBy: 6 }, { revision: 6 }])).toEqual([])
  expect(revisions([{ revision: 5, undoneBy: 7 }, { revision: 6 }, { revision: 7 }])).toEqual([6])
})

test('undoing an undoing leaves the first change standing', () => {
  expect(revisions([{ revision: 5, undoneBy: 6 }, { revision: 6, undoneBy: 7 }, { revision: 7 }])).toEqual([5])
})

test('an undoing of something older stands itself', () => {
  expect(revisions([{ revision: 6 }])).toEqual([6])
})
