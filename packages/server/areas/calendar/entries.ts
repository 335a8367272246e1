import { acceptedRows, byId, isOpenTask, type Lang, type PersonId, printOf } from '@mimamori/domain'
import type { CalendarEntry } from '@mimamori/formats'
import { type Dated, datesOf } from '@mimamori/papers'
import type { Kept } from '../kept.ts'
import { inputOf } from '../papers/index.ts'
import type { Services } from '../services.ts'
import { taskNumber } from '../tasks/index.ts'
import { fillText } from '../words.ts'
import { calendarTexts } from './texts.ts'

export type Shows = 'neutral' | 'titles'

interface How {
  readonly shows: Shows
  readonly lang: Lang
}

/** The days of one person: what they have taken on, and when an acceptance of the facility is to be looked at again. */
export function ownEntries(now: Kept, me: PersonId | undefined, how: How): readonly CalendarEntry[] {
  const { tasks, register } = now.picture.slices
  const mine = tasks.filter((task) => isOpenTask(task) && me !== undefined && task.owner === me)
  const ends = new Set(acceptedRows(register, now.asOf).map(({ accepted }) => accepted.until))
  return [
    ...mine.flatMap(({ id, dueOn }) =>
      dueOn === undefined ? [] : [{ uid: uidOf(now, { kind: 'task', of: id }), on: dueOn, title: taskTitle(now, id, how) }],
    ),
    ...[...ends].map((on) => ({
      uid: uidOf(now, { kind: 'acceptance', of: on }),
      on,
      title: calendarTexts.neutral.acceptance[how.lang],
    })),
  ]
}

/** Kinds of days whose words name what is weak: never in a calendar, whatever a person chooses. */
const alwaysNeutral: ReadonlySet<Dated['kind']> = new Set(['target', 'acceptance'])

/** The dates of the next twelve months, as the hand-over paper lists them. */
export function yearEntries(services: Services, now: Kept, how: How & { readonly by: string }): readonly CalendarEntry[] {
  const dates = datesOf(inputOf(services, now, { lang: how.lang, copy: 'on-site', by: how.by }, ''))
  const unique = new Map(dates.map((one) => [uidOf(now, one), one]))
  return [...unique].map(([uid, one]) => ({ uid, on: one.on, title: titleOf(now, one, how) }))
}

function titleOf(now: Kept, { kind, of, what }: Omit<Dated, 'what'> & { readonly what: string }, how: How): string {
  if (kind === 'task') return taskTitle(now, of, how)
  if (how.shows === 'neutral' || alwaysNeutral.has(kind)) return calendarTexts.neutral[kind][how.lang]
  return fillText(calendarTexts.said, { what })[how.lang]
}

function taskTitle(now: Kept, id: string, { shows, lang }: How): string {
  const number = taskNumber(id)
  const title = byId(now.picture.slices.tasks, id)?.title ?? ''
  const text = shows === 'neutral' ? calendarTexts.neutral.task : calendarTexts.task
  return fillText(text, { number, title })[lang]
}

/** NOTE: the same for the same thing at every look, whatever its day and words, so that calendar programs move what has moved. */
function uidOf({ picture }: Kept, { kind, of }: Pick<Dated, 'kind' | 'of'>): string {
  return `${kind}-${printOf(`${picture.facility}|${kind}|${of}`)}@mimamori`
}
