import { withoutScope } from '../../db/scope.ts'
import { UserError } from '../../errors/user-error.ts'
import type { AuthParts } from '../parts.ts'
import { hashToken, isToken, type NewToken, newToken } from '../token.ts'
import { type FoundCalendar, findCalendar } from './store.ts'

const ending = '.ics'

/** The last part of a calendar's address, and what is kept of it. */
export function newCalendarAddress(): { readonly address: string; readonly hash: Buffer } {
  const { token, hash }: NewToken = newToken()
  return { address: `${token}${ending}`, hash }
}

/**
 * The calendar that an address leads to. NOTE: an address holds 256 bits and cannot be guessed; what leads nowhere is counted like a
 * wrong login of that network address, so that nobody tries many.
 */
export async function openCalendar(parts: AuthParts, given: { address: string; from: string | undefined }): Promise<FoundCalendar> {
  const token = given.address.endsWith(ending) ? given.address.slice(0, -ending.length) : ''
  const found = isToken(token)
    ? await withoutScope(parts.pool, (client) => findCalendar(client, { hash: hashToken(token), at: parts.clock.now() }))
    : undefined
  if (found) return found
  await parts.tries.count({ login: `calendar:${given.from ?? ''}`, address: given.from, device: undefined }, parts.clock.now())
  throw new UserError({
    code: 'calendar/not-found',
    message: { ja: 'このカレンダーのアドレスは使えません。', en: 'This address of a calendar cannot be used.' },
    action: { ja: '「カレンダー」の画面で、新しいアドレスを作ってください。', en: 'Make a new address on the page of the calendar.' },
  })
}
