import { expect, test } from 'vitest'
import { date } from '../calendar.ts'
import { type DiscussionId, entityId, type ItemId, type SheetId } from '../ids.ts'
import { messagesOf, nextMessageId, sideToSpeak } from './discussion.ts'
import type { Discussion, DiscussionMessage } from './types.ts'

const discussion: Discussion = {
  id: entityId<DiscussionId>('dis:1'),
  sheet: entityId<SheetId>('sh:1'),
  item: entityId<ItemId>('r7:2-06'),
  openedOn: date('2026-11-20'),
}

function said(written: number, side: DiscussionMessage['side']): DiscussionMessage {
  return { id: nextMessageId(discussion.id, written), discussion: discussion.id, side, on: date('2026-11-20'), text: `${written}` }
}

test('messages of one day stand in the order in which they were written', () => {
  const all = [9, 1, 10, 0].map((written) => said(written, 'facility'))
  expect(messagesOf(all, discussion.id).map((one) => one.text)).toEqual(['0', '1', '9', '10'])
})

test('the side that spoke last waits for the other, and nobody waits once it is agreed', () => {
  expect(sideToSpeak([], discussion)).toBe('vendor')
  expect(sideToSpeak([said(0, 'facility')], discussion)).toBe('vendor')
  expect(sideToSpeak([said(0, 'facility'), said(1, 'vendor')], discussion)).toBe('facility')
  expect(sideToSpeak([said(0, 'facility')], { ...discussion, agreedOn: date('2026-11-21') })).toBeUndefined()
})
