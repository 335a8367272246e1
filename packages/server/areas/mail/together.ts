import { addDays, byId } from '@mimamori/domain'
import type { OutgoingMail } from '../../platform/mail/index.ts'
import type { Kept } from '../kept.ts'
import type { Services } from '../services.ts'
import { fillText } from '../words.ts'
import type { StoredMessage } from './store.ts'
import { mailTexts } from './texts.ts'

/** The next morning at eight: when mail to those who want one a day leaves. */
export function nextMorning(services: Services): Date {
  const morning = new Date(`${services.today()}T08:00:00+09:00`)
  return services.now() < morning ? morning : new Date(`${addDays(services.today(), 1)}T08:00:00+09:00`)
}

/** NOTE: one job for all that leaves together, or two of them at once would send everything twice. */
export function jobKeyOf({ id, facility, to, together }: Pick<StoredMessage, 'id' | 'facility' | 'to' | 'together'>): string {
  return together ? `together|${facility}|${to}` : id
}

/** One mail of several: what each says under its own subject, with all that is attached. One alone stays as it is. */
export function mailOfAll(messages: readonly [StoredMessage, ...StoredMessage[]], facility: string): OutgoingMail {
  const [first, ...others] = messages
  const values = { facility, n: messages.length }
  const parts = messages.map(({ subject, body }) => `■ ${subject}\n\n${body}`)
  return {
    to: first.to,
    replyTo: messages.find(({ replyTo }) => replyTo !== null)?.replyTo ?? undefined,
    subject: others.length === 0 ? first.subject : fillText(mailTexts.together.subject, values).ja,
    text: others.length === 0 ? first.body : [fillText(mailTexts.together.body, values).ja, ...parts].join('\n'),
    messageId: first.messageId,
    attachments: messages.flatMap(({ attachments }) =>
      attachments.map(({ name, mediaType, base64 }) => ({ name, mediaType, bytes: Buffer.from(base64, 'base64') })),
    ),
  }
}

/** A letter that was held back, and whose answer came meanwhile. */
export function isAnswered(now: Kept, { together, sheet, response }: StoredMessage): boolean {
  if (response !== null) return together && byId(now.analysis.world.responseAsking, response) === undefined
  return together && now.picture.slices.sheets.some(({ id, returnedOn }) => id === sheet && returnedOn !== undefined)
}
