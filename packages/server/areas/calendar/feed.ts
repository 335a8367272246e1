import type { CalendarFeedView } from '@mimamori/contract'
import { writeCalendar } from '@mimamori/formats'
import { type FileReply, withScope } from '../../platform/index.ts'
import { appendAudit } from '../asking.ts'
import { openFacility } from '../facilities/index.ts'
import type { HandlerParts } from '../handler-parts.ts'
import type { Kept } from '../kept.ts'
import { ownRecord, ownRecordIn } from '../tasks/index.ts'
import { fillText } from '../words.ts'
import { ownEntries, type Shows, yearEntries } from './entries.ts'
import { type PersonAsking, readFeed, removeFeed, writeFeed } from './store.ts'
import { calendarTexts } from './texts.ts'

interface NamedAsking extends PersonAsking {
  readonly personName: string
}

export async function calendarFeedOf({ services }: HandlerParts, asking: NamedAsking, facility: string): Promise<CalendarFeedView> {
  const now = await openFacility(services, asking, facility)
  const { feed, me } = await withScope(
    services.pool,
    asking,
    async (client) => ({ feed: await readFeed(asking, client, facility), me: await ownRecordIn(services, asking, client, now) }),
    { readOnly: true },
  )
  return { ...(feed && { feed }), isKnown: me !== undefined }
}

/** A new address; whoever has the old one reads nothing more. */
export async function makeCalendarFeed(
  { services, auth }: HandlerParts,
  asking: NamedAsking,
  { facility, shows }: { facility: string; shows: Shows },
): Promise<{ path: string }> {
  await openFacility(services, asking, facility)
  const { address, hash } = auth.newCalendarAddress()
  await withScope(services.pool, asking, async (client) => {
    await writeFeed(asking, client, { facility, hash, shows, at: services.now() })
    await appendAudit(services, asking, client, { action: 'calendar/made', subject: facility, detail: { shows } })
  })
  return { path: `/api/v1/calendar/${address}` }
}

export async function endCalendarFeed({ services }: HandlerParts, asking: NamedAsking, facility: string): Promise<void> {
  await openFacility(services, asking, facility)
  await withScope(services.pool, asking, async (client) => {
    const isEnded = await removeFeed(asking, client, facility)
    if (isEnded) await appendAudit(services, asking, client, { action: 'calendar/ended', subject: facility })
  })
}

/** What a calendar program gets by the secret address. */
export async function calendarByAddress(
  { services, auth }: HandlerParts,
  given: { address: string; from: string | undefined },
): Promise<FileReply> {
  const found = await auth.openCalendar(given)
  const now = await openFacility(services, { organisation: found.organisation }, found.facility)
  const me = await ownRecord(services, found, now)
  const entries = ownEntries(now, me?.id, { shows: found.shows, lang: found.language })
  return file(services.now(), { name: calendarTexts.name[found.language], entries })
}

/** 「12か月の日付を保存」: for a calendar that no address may be given to. */
export async function calendarFile(
  { services }: HandlerParts,
  asking: NamedAsking,
  { facility, lang }: { facility: string; lang: 'ja' | 'en' },
): Promise<FileReply> {
  const now = await openFacility(services, asking, facility)
  const entries = yearEntries(services, now, { shows: 'neutral', lang, by: asking.personName })
  await withScope(services.pool, asking, (client) =>
    appendAudit(services, asking, client, { action: 'calendar/saved', subject: facility, detail: { entries: entries.length } }),
  )
  return file(services.now(), { name: nameOf(now, lang), entries })
}

function nameOf(now: Kept, lang: 'ja' | 'en'): string {
  return fillText(calendarTexts.nameOf, { facility: now.state.name })[lang]
}

function file(madeAt: Date, of: { name: string; entries: ReturnType<typeof ownEntries> }): FileReply {
  return { name: 'mimamori.ics', mediaType: 'text/calendar; charset=utf-8', bytes: writeCalendar({ ...of, madeAt }) }
}
