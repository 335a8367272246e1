import { randomUUID } from 'node:crypto'
import { addDays, dateInWords, dayInTokyo, fillIn, type Lang } from '@mimamori/domain'
import { withScope } from '../../platform/index.ts'
import { isMailAddress, oneLine } from '../../platform/mail/index.ts'
import { appendAudit } from '../asking.ts'
import type { HandlerParts } from '../handler-parts.ts'
import { findOpenInvitation, peopleProblem, type RoleAsking } from '../people/index.ts'
import { mailProblem } from './problems.ts'
import { invitationLetter } from './texts.ts'

interface ToMail {
  readonly invitation: string
  readonly code: string
  readonly token: string
  readonly to: string
  /** The address under which the screens are open. */
  readonly origin: string
  readonly lang: Lang
  /** Name of the person who invites. */
  readonly inviter: string
}

/** Hands an invitation to the mail server at once. NOTE: it never stands in the queue, for its secrets are kept nowhere. */
export async function mailInvitation(parts: HandlerParts, asking: RoleAsking, wanted: ToMail): Promise<void> {
  const { services } = parts
  const { mailer } = services
  if (!mailer) throw mailProblem('mail/not-set-up')
  const to = wanted.to.trim()
  if (!isMailAddress(to)) throw mailProblem('mail/no-address')
  const { invitation } = wanted
  const open = await openOne(parts, asking, wanted)
  if (!open) throw peopleProblem('people/no-such-invitation')
  const sent = await mailer.send({
    to,
    ...letterOf(open, wanted),
    messageId: `${randomUUID()}@${mailer.domain}`,
    attachments: [],
  })
  const detail = { answer: sent.kind, ...(sent.kind !== 'accepted' && { says: sent.says }) }
  await withScope(services.pool, asking, (client) =>
    appendAudit(services, asking, client, { action: 'invitation/mailed', subject: invitation, detail }),
  )
  if (sent.kind === 'refused') throw mailProblem('mail/not-taken')
  if (sent.kind === 'later') throw mailProblem('mail/not-now')
}

type Opened = NonNullable<Awaited<ReturnType<HandlerParts['auth']['openedBy']>>>

/** The invitation, when it is open, of this organisation, and both secrets are its own. */
async function openOne(
  { services, auth }: HandlerParts,
  asking: RoleAsking,
  { invitation, code, token }: ToMail,
): Promise<Opened | undefined> {
  const which = { invitation, at: services.now() }
  const own = await withScope(services.pool, asking, (client) => findOpenInvitation(asking, client, which), { readOnly: true })
  const opened = await Promise.all([auth.openedBy(code), auth.openedBy(token)])
  // NOTE: with its name, the millisecond in which it ends tells an invitation from any other.
  const isOwn = opened.every((one) => one?.name === own?.name && one?.expiresAt === own?.expiresAt)
  return own && isOwn ? opened[0] : undefined
}

function letterOf(open: Opened, { code, token, origin, lang, inviter }: ToMail): { subject: string; text: string } {
  const { ending, subject, body } = invitationLetter
  const organisation = open.from
  const values = {
    to: fillIn(ending[open.purpose][lang], { name: open.name }),
    organisation,
    inviter,
    link: `${origin}/invitation#${token}`,
    address: `${origin}/invitation`,
    code,
    until: dateInWords(addDays(dayInTokyo(Date.parse(open.expiresAt)), -1), lang),
  }
  return { subject: oneLine(fillIn(subject[lang], { organisation })), text: fillIn(body[lang], values) }
}
