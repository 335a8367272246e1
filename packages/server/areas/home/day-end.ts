import type { DayEndView } from '@mimamori/contract'
import { byId, type CalendarDate, type Change, isOwnSheet, known, stateOfAnswer, type Text } from '@mimamori/domain'
import { withScope } from '../../platform/index.ts'
import type { Asking } from '../asking.ts'
import { titleOfItem } from '../checklists/index.ts'
import { openFacility } from '../facilities/index.ts'
import type { Kept } from '../kept.ts'
import type { Services } from '../services.ts'
import { fillText } from '../words.ts'
import { readChangesOfDay } from './store.ts'
import { inspectionOf } from './tasks.ts'
import { dayEndTexts } from './texts.ts'

const datesShown = 3

/** 「今日はここまで」: what this person has done today, and the days that come next. */
export async function dayEndOf(services: Services, asking: Asking, facility: string): Promise<DayEndView> {
  const now = await openFacility(services, asking, facility)
  const changes = await withScope(services.pool, asking, (client) => readChangesOfDay(asking, client, { facility, on: now.asOf }), {
    readOnly: true,
  })
  return { done: [...doneIn(changes)], next: [...datesAhead(now)] }
}

function doneIn(changes: readonly Change[]): readonly Text[] {
  const answers = changes.filter((change) => change.slice === 'answers' && change.kind === 'set')
  const ids = (field: 'answer' | 'pending') =>
    new Set(answers.flatMap((change) => (change.kind === 'set' && Object.hasOwn(change.fields, field) ? [change.id] : [])))
  const added = (slice: Change['slice']) => changes.filter((change) => change.slice === slice && change.kind === 'add').length
  const answered = ids('answer')
  const counts = {
    answered: answered.size,
    putOff: [...ids('pending')].filter((id) => !answered.has(id)).length,
    requests: added('requests'),
    evidence: added('evidence'),
    ticks: added('ticks'),
  }
  return Object.entries(counts)
    .filter(([, n]) => n > 0)
    .map(([what, n]) => fillText(dayEndTexts.done[what as keyof typeof counts], { n })) // keys of the object above
}

/** The inspection, days promised by vendors and days to mend by, the soonest first. */
function datesAhead(now: Kept): DayEndView['next'] {
  const { slices } = now.picture
  const inspection = inspectionOf(now)
  const sheets = now.analysis.world.sheetsNow
  const own = sheets.find(isOwnSheet)
  const promised = slices.requests.flatMap(({ promisedOn, sheet }) => {
    const found = byId(sheets, sheet)
    if (promisedOn === undefined || !found || found.returnedOn !== undefined) return []
    const vendor = byId(slices.vendors, known(found.vendor))?.name ?? ''
    return [{ on: promisedOn, text: fillText(dayEndTexts.next.promised, { vendor }) }]
  })
  const targets = slices.answers.flatMap((answer) => {
    const item = byId(now.catalogue.reference.items, answer.item)
    if (answer.sheet !== own?.id || answer.targetOn === undefined || stateOfAnswer(answer) !== 'no' || !item) return []
    return [{ on: answer.targetOn, text: fillText(dayEndTexts.next.target, { number: item.number, title: titleOfItem(now, item) }) }]
  })
  const all: { on: CalendarDate; text: Text }[] = [
    ...(inspection ? [{ on: inspection, text: dayEndTexts.next.inspection }] : []),
    ...promised,
    ...targets,
  ]
  return all
    .filter(({ on }) => on >= now.asOf)
    .toSorted((a, b) => (a.on < b.on ? -1 : a.on > b.on ? 1 : 0))
    .slice(0, datesShown)
}
