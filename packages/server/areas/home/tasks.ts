import type { HomeView, TodayTask } from '@mimamori/contract'
import {
  byId,
  type CalendarDate,
  type Edition,
  fiscalYearName,
  fiscalYearOf,
  isKnown,
  itemsOfSheet,
  type PersonId,
  rankOfSeverity,
  type Task,
  tasksOf,
} from '@mimamori/domain'
import type { Kept } from '../kept.ts'
import { targetOf } from '../targets.ts'
import { fillText, inBoth, ownWords } from '../words.ts'
import type { Ranked } from './ranked.ts'
import { setupOf } from './setup.ts'
import { isTaken, takenTasks } from './taken.ts'
import { beforeInspection, homeTexts } from './texts.ts'

/** The edition of this fiscal year, if it exists without items, so that the last one is used. */
export function missingEdition(now: Kept): Edition | undefined {
  const year = now.picture.slices.facility[0]?.fiscalYear ?? fiscalYearOf(now.asOf)
  const edition = now.catalogue.reference.editions.find((one) => one.fiscalYear === year)
  return edition && !edition.itemsLoaded ? edition : undefined
}

/** The edition of this fiscal year, if it has the questions of facilities and not yet those of vendors. */
export function editionWithoutVendors(now: Kept): Edition | undefined {
  const { editions, items } = now.catalogue.reference
  const year = now.picture.slices.facility[0]?.fiscalYear ?? fiscalYearOf(now.asOf)
  const edition = editions.find((one) => one.fiscalYear === year)
  if (!edition?.itemsLoaded || !edition.audiences.includes('vendor')) return undefined
  return itemsOfSheet(items, { edition: edition.id, audience: 'vendor' }).length === 0 ? edition : undefined
}

/** Everything to do: the gravest first, of one severity the quickest. Before the ten questions there is only their card. */
export function tasksOfToday(
  now: Kept,
  known: { readonly chartPrinted: boolean; readonly me: PersonId | undefined },
): readonly TodayTask[] {
  const setup = setupOf(now.picture)
  if (!setup.done) return [setupTask(setup.begun, setup.next, setup.minutesLeft)]
  const untaken = now.tracked.filter((one) => !isTaken(now, one))
  const found = [...tasksOf(untaken, now.picture, now.catalogue).map((task) => rankedTask(now, task)), ...takenTasks(now, known.me)]
  const own = [yearTask(now), editionTask(now), managerTask(now, found), chartTask(known.chartPrinted)].filter((one) => one !== undefined)
  const covered = new Set(own.map((one) => one.task.id))
  const others = found.filter((one) => !(covered.has('edition') && one.task.id === 'rule:checklists/edition-superseded'))
  return [...own, ...others].toSorted(byUrgency).map((one) => one.task)
}

function byUrgency(a: Ranked, b: Ranked): number {
  return (
    rankOfSeverity(a.severity) - rankOfSeverity(b.severity) ||
    Number(b.overdue) - Number(a.overdue) ||
    a.task.minutes - b.task.minutes ||
    (a.task.id < b.task.id ? -1 : 1)
  )
}

function rankedTask(now: Kept, task: Task): Ranked {
  const inspection = inspectionOf(now)
  const isEmptyItems = task.id === 'rule:checklists/unanswered' && inspection !== undefined
  const words = isEmptyItems
    ? { title: fillText(beforeInspection.title, { n: task.findings.length }), says: beforeInspection.says }
    : { title: task.title, says: task.says }
  const today: TodayTask = {
    id: task.id,
    ...words,
    minutes: task.minutes,
    who: task.who,
    button: task.button,
    target: targetOf(now, task),
    findings: [...task.findings],
  }
  return { task: today, severity: isEmptyItems ? 'high' : task.severity, overdue: task.overdue }
}

export function inspectionOf(now: Kept): CalendarDate | undefined {
  const on = now.picture.slices.facility[0]?.inspectionOn
  return isKnown(on) && on >= now.asOf ? on : undefined
}

function setupTask(begun: boolean, next: number, minutes: number): TodayTask {
  const { title, says, who, button } = begun ? homeTexts.setupGoOn : homeTexts.setup
  return {
    id: 'setup',
    title,
    says: fillText(says, { n: next }),
    minutes,
    who,
    button,
    target: { screen: 'setup', id: String(next) },
    findings: [],
  }
}

/** From 1 April on, until somebody begins the year. */
function yearTask(now: Kept): Ranked | undefined {
  const year = now.picture.slices.facility[0]?.fiscalYear
  const current = fiscalYearOf(now.asOf)
  if (year === undefined || year >= current) return undefined
  const { title, ...words } = homeTexts.year
  const named = fillText(title, { year: inBoth((lang) => fiscalYearName(current, lang)) })
  return {
    task: { id: 'year', title: named, ...words, minutes: 5, target: { screen: 'year', id: String(current) }, findings: [] },
    severity: 'critical',
    overdue: false,
  }
}

/** First in the list only while nothing has been answered: after that the work goes on in the edition that is there. */
function editionTask(now: Kept): Ranked | undefined {
  const edition = missingEdition(now)
  if (!edition) return undefined
  const own = now.analysis.world.sheetsNow.find((sheet) => sheet.audience !== 'vendor')
  const used = byId(now.catalogue.reference.editions, own?.edition)
  const values = { edition: edition.short, used: used?.short ?? { ja: '前の版', en: 'edition before' } }
  const { title, says, ...words } = homeTexts.edition
  const untouched = now.analysis.world.joinedRows.every((row) => row.facility === undefined || row.facility.state === 'unanswered')
  const task: TodayTask = {
    id: 'edition',
    title: fillText(title, values),
    says: fillText(says, values),
    ...words,
    minutes: 5,
    target: { screen: 'edition', id: edition.id },
    findings: [],
  }
  return { task, severity: untouched ? 'critical' : 'low', overdue: false }
}

/** Until somebody is named; once the checklist says so without a name, the finding says it instead. */
function managerTask(now: Kept, found: readonly Ranked[]): Ranked | undefined {
  const named = now.picture.slices.people.some(
    (person) => person.roles?.includes('safety-manager') && (person.until === undefined || person.until >= now.asOf),
  )
  if (named || found.some((one) => one.task.target.screen === 'people' && one.severity === 'high')) return undefined
  const { head } = ownWords(now.picture, now.catalogue)
  const { title, says, who, button } = homeTexts.manager
  return {
    task: {
      id: 'manager',
      title,
      says: fillText(says, { head }),
      who: fillText(who, { head }),
      button,
      minutes: 5,
      target: { screen: 'people' },
      findings: [],
    },
    severity: 'high',
    overdue: false,
  }
}

function chartTask(isPrinted: boolean): Ranked | undefined {
  if (isPrinted) return undefined
  return {
    task: { id: 'contact-chart', ...homeTexts.contactChart, minutes: 3, target: { screen: 'paper', id: 'contact-chart' }, findings: [] },
    severity: 'medium',
    overdue: false,
  }
}

/** Those put off today come last. */
export function withPutOffLast(tasks: readonly TodayTask[], putOff: ReadonlySet<string>): HomeView['tasks'] {
  return [...tasks.filter((task) => !putOff.has(task.id)), ...tasks.filter((task) => putOff.has(task.id))]
}
