import type { MessageId } from '../ids.ts'
import { entityId } from '../ids.ts'
import { having, type Slices } from '../picture.ts'
import type { Discussion, DiscussionMessage } from './types.ts'

/** The id of the next message: in the order in which they were written, whatever the clocks of the two sides say. */
export function nextMessageId(discussion: string, written: number): MessageId {
  return entityId(`${discussion}.${String(written + 1).padStart(4, '0')}`)
}

/** What both sides said, the oldest first. */
export function messagesOf(messages: readonly DiscussionMessage[], discussion: Discussion['id']): readonly DiscussionMessage[] {
  return having(messages, 'discussion', discussion).toSorted((a, b) => (a.id < b.id ? -1 : 1))
}

/** Whose word is waited for; nobody's once it is agreed. */
export function sideToSpeak(messages: Slices['messages'], discussion: Discussion): 'facility' | 'vendor' | undefined {
  if (discussion.agreedOn !== undefined) return undefined
  return messagesOf(messages, discussion.id).at(-1)?.side === 'vendor' ? 'facility' : 'vendor'
}
