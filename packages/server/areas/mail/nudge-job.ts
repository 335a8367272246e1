import { createHash } from 'node:crypto'
import { acceptedRows, type CalendarDate, dateInWords, isEndingSoon, type Person } from '@mimamori/domain'
import { z } from 'zod'
import { defineJob, enqueueJob, type Job, withScope } from '../../platform/index.ts'
import { isMailAddress, type Mailer } from '../../platform/mail/index.ts'
import { type Asking, appendAudit } from '../asking.ts'
import { enqueueNudge, listStates, nextDayOf, nudgeTask, openFacility } from '../facilities/index.ts'
import type { Kept } from '../kept.ts'
import type { Services } from '../services.ts'
import { fillText } from '../words.ts'
import { subjectOf } from './compose.ts'
import { mailTask } from './queue.ts'
import { insertMessage } from './store.ts'
import { mailTexts } from './texts.ts'
import { jobKeyOf, nextMorning } from './together.ts'

/** Between two looks, where the day has come by the clock of the database and not by ours. */
const restMinutes = 60

/**
 * On the day on which an acceptance comes near its end or a vendor is to be asked again: one mail for each such day, once, where mail
 * works; and the next such day.
 */
export function nudgeJob(services: Services): Job {
  return defineJob({
    task: nudgeTask,
    input: z.object({ facility: z.string() }),
    run: ({ input, scope }) => nudge(services, { organisation: scope.organisation }, input.facility),
  })
}

export async function nudge(services: Services, asking: Asking, facility: string): Promise<void> {
  const states = await withScope(services.pool, asking, (client) => listStates(asking, client), { readOnly: true })
  if (!states.some((state) => state.facility === facility)) return
  const now = await openFacility(services, asking, facility)
  const { register } = now.picture.slices
  const ending = acceptedRows(register, now.asOf).filter(({ accepted }) => isEndingSoon(accepted.until, now.asOf))
  const byDay = Map.groupBy(ending, ({ accepted }) => accepted.until)
  for (const [on, rows] of byDay) await queue(services, asking, now, { on, by: rows.map(({ accepted }) => accepted.by) })
  await queueDue(services, asking, now)
  const next = nextDayOf({ picture: now.picture, responseAsking: now.analysis.world.responseAsking }, now.asOf)
  if (next !== undefined)
    await withScope(services.pool, asking, (client) => enqueueNudge(asking, client, { facility, on: next, restMinutes }))
}

async function queue(
  services: Services,
  asking: Asking,
  now: Kept,
  { on, by }: { on: CalendarDate; by: readonly string[] },
): Promise<void> {
  const values = { facility: now.state.name, n: by.length, on: { ja: dateInWords(on, 'ja'), en: dateInWords(on, 'en') } }
  const body = fillText(mailTexts.body['acceptance-ending'], values).ja
  await put(services, asking, now, { kind: 'acceptance-ending', about: on, by, body })
}

/** NOTE: one mail for the last of the days that have come, whatever is left over from the days before it. */
async function queueDue(services: Services, asking: Asking, now: Kept): Promise<void> {
  const due = now.analysis.world.responseAsking.filter(({ state }) => state === 'due')
  const last = due
    .flatMap(({ dueOn }) => dueOn ?? [])
    .sort()
    .at(-1)
  if (last === undefined) return
  const body = fillText(mailTexts.body['responses-due'], { facility: now.state.name, n: due.length }).ja
  await put(services, asking, now, { kind: 'responses-due', about: `responses|${last}`, by: [], body })
}

interface Nudge {
  readonly kind: 'acceptance-ending' | 'responses-due'
  /** By which it is known again, so that it is told once. */
  readonly about: string
  readonly by: readonly string[]
  readonly body: string
}

async function put(services: Services, asking: Asking, now: Kept, { kind, about, by, body }: Nudge): Promise<void> {
  const { mailer } = services
  const person = personFor(now, by)
  if (!mailer || person?.mail === undefined) return
  const { facility } = now.state
  const id = messageId(`${asking.organisation}|${facility}|${about}`)
  const message = { facility, kind, to: person.mail, subject: subjectOf(now, kind, 'ja'), body, attachments: [] }
  await withScope(services.pool, asking, async (client) => {
    const holdUntil = person.mailTogether === 'yes' ? nextMorning(services) : undefined
    const isNew = await insertMessage(asking, client, { id, ...message, messageId: domainId(mailer, id), at: services.now(), holdUntil })
    if (!isNew) return
    const key = jobKeyOf({ id, facility, to: message.to, together: holdUntil !== undefined })
    await enqueueJob(client, { task: mailTask, input: { message: id }, key, startAt: holdUntil })
    await appendAudit(services, asking, client, { action: 'mail/queued', subject: facility, detail: { message: id, kind } })
  })
}

function domainId({ domain }: Mailer, id: string): string {
  return `${id}@${domain}`
}

/** The one who decided, where the list of people has an address; else the contact person of the facility. */
function personFor({ picture, asOf }: Kept, by: readonly string[]): Person | undefined {
  const people = picture.slices.people.filter(
    ({ until, mail }) => (until === undefined || until >= asOf) && mail !== undefined && isMailAddress(mail),
  )
  const [decided] = people.filter(({ name }) => by.includes(name))
  return decided ?? people.find(({ roles }) => roles?.includes('contact')) ?? people.find(({ roles }) => roles?.includes('system'))
}

/** NOTE: made of what the mail is about, so that the same end is never told of twice. */
function messageId(about: string): string {
  const hex = createHash('sha256').update(about).digest('hex')
  return `${hex.slice(0, 8)}-${hex.slice(8, 12)}-4${hex.slice(13, 16)}-8${hex.slice(17, 20)}-${hex.slice(20, 32)}`
}
