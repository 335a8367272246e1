import { randomUUID } from 'node:crypto'
import type { AnswerLinkLook, AnswerLinkView, MadeAnswerLink } from '@mimamori/contract'
import { byId, fiscalYearName, known, replyDueOn, type Sheet } from '@mimamori/domain'
import { withScope } from '../../../platform/index.ts'
import { type Asking, appendAudit } from '../../asking.ts'
import { nameOfDocument } from '../../checklists/index.ts'
import { openFacility } from '../../facilities/index.ts'
import type { HandlerParts } from '../../handler-parts.ts'
import type { Kept } from '../../kept.ts'
import { inBoth } from '../../words.ts'
import { answeringProblem } from '../problems.ts'
import { insertLink, lastHolder, readLink, renewCode, withdrawLink } from './store.ts'

const openDays = 14
const dayMs = 24 * 60 * 60_000

/** One sheet of the facility. */
interface OfSheet {
  readonly facility: string
  readonly sheet: string
}

type LinkState = AnswerLinkLook['state']

/** Dates come from the database as text; the order of the reasons is that in which a number is refused. */
function stateOf(link: { triesLeft: number; expiresAt: string; usedAt: string | null }, now: Date): LinkState {
  if (link.triesLeft === 0) return 'locked'
  if (new Date(link.expiresAt) <= now) return 'expired'
  return link.usedAt === null ? 'open' : 'used'
}

export async function answerLinkOf({ services }: HandlerParts, asking: Asking, of: OfSheet): Promise<AnswerLinkView> {
  await openFacility(services, asking, of.facility)
  const link = await withScope(services.pool, asking, (client) => readLink(asking, client, of), { readOnly: true })
  if (!link) return {}
  const { createdAt, expiresAt, usedAt } = link
  return { link: { createdAt, expiresAt, ...(usedAt !== null && { usedAt }), state: stateOf(link, services.now()) } }
}

/** A link with its number; what was open before ends, what the vendor has written under it stays. */
export async function makeAnswerLink(parts: HandlerParts, asking: Asking, of: OfSheet): Promise<MadeAnswerLink> {
  const { services, auth } = parts
  const { vendor } = vendorOf(await openFacility(services, asking, of.facility), of.sheet)
  const { token, tokenHash, code, codeHash } = auth.newAnswerLink()
  const at = services.now()
  const until = new Date(at.getTime() + openDays * dayMs)
  await withScope(services.pool, asking, async (client) => {
    await withdrawLink(asking, client, { ...of, at })
    const holder = (await lastHolder(asking, client, { ...of, vendor })) ?? randomUUID()
    const id = await insertLink(asking, client, { ...of, vendor, holder, tokenHash, codeHash, at, until })
    await appendAudit(services, asking, client, { action: 'answer-link/made', subject: id, detail: { ...of, vendor } })
  })
  return { code, path: `/answer#${token}`, expiresAt: until.toISOString() }
}

/** A new number for the link that the vendor has already. */
export async function renewAnswerCode({ services, auth }: HandlerParts, asking: Asking, of: OfSheet): Promise<MadeAnswerLink> {
  await openFacility(services, asking, of.facility)
  const { code, codeHash } = auth.newAnswerCode()
  const until = new Date(services.now().getTime() + openDays * dayMs)
  await withScope(services.pool, asking, async (client) => {
    const link = await readLink(asking, client, of)
    if (!link) throw answeringProblem('answer/no-link')
    await renewCode(asking, client, { id: link.id, codeHash, until })
    await appendAudit(services, asking, client, { action: 'answer-link/new-number', subject: link.id, detail: of })
  })
  return { code, expiresAt: until.toISOString() }
}

export async function withdrawAnswerLink({ services }: HandlerParts, asking: Asking, of: OfSheet): Promise<void> {
  await openFacility(services, asking, of.facility)
  await withScope(services.pool, asking, async (client) => {
    const id = await withdrawLink(asking, client, { ...of, at: services.now() })
    if (id === undefined) throw answeringProblem('answer/no-link')
    await appendAudit(services, asking, client, { action: 'answer-link/withdrawn', subject: id, detail: of })
  })
}

/** Who asks, for what: all that a link says before its number is there. */
export async function lookAtAnswerLink(
  { services, auth }: HandlerParts,
  given: { token: string; from: string | undefined },
): Promise<AnswerLinkLook> {
  const link = await auth.lookAtAnswerLink(given)
  const now = await openFacility(services, { organisation: link.organisation }, link.facility)
  const { sheet, vendor } = vendorOf(now, link.sheet)
  if (vendor !== link.vendor) throw answeringProblem('answer/no-such-sheet')
  const { slices } = now.picture
  const system = byId(slices.systems, known(sheet.system))?.name
  const dueOn = replyDueOn(sheet, now.catalogue.reference.periods)
  return {
    facility: now.state.name,
    vendorName: byId(slices.vendors, vendor)?.name ?? '',
    ...(system !== undefined && { system }),
    edition: nameOfDocument(sheet.edition, now.catalogue),
    fiscalYearName: inBoth((lang) => fiscalYearName(sheet.fiscalYear, lang)),
    ...(dueOn !== undefined && { dueOn }),
    state: stateOf(link, services.now()),
  }
}

function vendorOf(now: Kept, id: string): { sheet: Sheet; vendor: string } {
  const sheet = byId(now.picture.slices.sheets, id)
  const vendor = known(sheet?.vendor)
  if (sheet?.audience !== 'vendor' || vendor === undefined) throw answeringProblem('answer/no-such-sheet')
  if (sheet.closedOn !== undefined) throw answeringProblem('answer/closed')
  return { sheet, vendor }
}
