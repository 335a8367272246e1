import type { Catalogue } from './analyse.ts'
import { fillIn, namesOf, vendorsOf, type Wording } from './describe.ts'
import { type RuleEntry, rankOfSeverity, type TaskEntry, type TaskScreen, worstSeverity } from './finding.ts'
import type { CalendarDate } from './ids.ts'
import { byId, type Picture, type Severity, type SliceName } from './picture.ts'
import { type Entry, known, type Lang, type Text } from './record.ts'
import type { Tracked } from './track.ts'

/** A piece of work for the facility: one or more findings with one next step. */
export interface Task {
  readonly id: string
  readonly severity: Severity
  readonly overdue: boolean
  readonly dueOn?: CalendarDate
  readonly minutes: number
  readonly title: Text
  readonly says: Text
  readonly who: Text
  readonly button: Text
  readonly screen: TaskScreen
  /** What the screen shows: an item, a sheet, a finding, a list of the register. */
  readonly target?: string
  readonly findings: readonly string[]
}

const longestMinutes = 30

/**
 * What the facility can do, the most urgent first and of the same urgency the quickest: open findings in which it is a
 * party, those that are one piece of work taken together, so that a clerk sees three things and not thirty.
 */
export function tasksOf(tracked: readonly Tracked[], picture: Picture, catalogue: Catalogue): readonly Task[] {
  const groups = new Map<string, [Tracked, ...Tracked[]]>()
  for (const one of tracked) {
    const entry = taskEntryOf(one, catalogue)
    if (one.state !== 'open' || !entry || !one.finding?.parties.includes('facility')) continue
    const id = groupOf(one, entry, picture, catalogue.reference)
    const group = groups.get(id)
    if (group) group.push(one)
    else groups.set(id, [one])
  }
  return [...groups].map(([id, group]) => taskOf(id, group, picture, catalogue)).sort(byUrgency)
}

/** A finding in which a vendor must act first gives the facility the work of asking, if any. */
function taskEntryOf({ row }: Tracked, catalogue: Catalogue): TaskEntry | undefined {
  const entry = catalogue.rules.get(row.rule)
  return row.parties[0] === 'facility' ? entry?.task : (entry?.vendorTask ?? (entry?.task?.per === 'vendor' ? entry.task : undefined))
}

function groupOf({ finding, id }: Tracked, task: TaskEntry, picture: Picture, wording: Wording): string {
  const subjects = finding?.subjects ?? []
  const item = subjects.find((subject) => byId(wording.items, subject))
  const vendor = subjects.find((subject) => byId(picture.slices.vendors, subject))
  if (task.per === 'item' && item) return `item:${item}`
  const named =
    vendor ?? vendorOfSheets(subjects, picture) ?? finding?.parties.find((party) => party !== 'facility')?.slice('vendor:'.length)
  if (task.per === 'vendor') return `vendor:${named ?? id}:${finding?.rule}`
  return task.per === 'rule' ? `rule:${finding?.rule}` : `finding:${id}`
}

function vendorOfSheets(subjects: readonly string[], picture: Picture): string | undefined {
  return subjects.map((subject) => known(byId(picture.slices.sheets, subject)?.vendor)).find((vendor) => vendor !== undefined)
}

/** NOTE: the words are those of the gravest finding of the group, the quickest of equals. */
function taskOf(id: string, group: readonly [Tracked, ...Tracked[]], picture: Picture, catalogue: Catalogue): Task {
  const entryOf = (one: Tracked) => catalogue.rules.get(one.row.rule)
  const [first] = group.toSorted(
    (a, b) => rankOfSeverity(a.row.severity) - rankOfSeverity(b.row.severity) || (entryOf(a)?.minutes ?? 0) - (entryOf(b)?.minutes ?? 0),
  )
  const lead = first ?? group[0]
  const entry = entryOf(lead)
  const task = taskEntryOf(lead, catalogue)
  const dueOn = group
    .map((one) => one.dueOn)
    .filter((day) => day !== undefined)
    .sort()[0]
  const minutes = group.reduce((sum, one) => sum + (entryOf(one)?.minutes ?? 0), 0)
  const target = targetOf(lead, task?.screen, picture, catalogue.reference)
  return {
    id,
    severity: worstSeverity(group.map((one) => one.row.severity)) ?? lead.row.severity,
    overdue: group.some((one) => one.overdue),
    ...(dueOn && { dueOn }),
    minutes: Math.min(longestMinutes, Math.max(1, minutes)),
    ...wordsOf(entry, task, { lead, count: group.length, picture, catalogue }),
    screen: task?.screen ?? 'finding',
    ...(target !== undefined && { target }),
    findings: group.map((one) => one.id),
  }
}

function wordsOf(
  entry: RuleEntry | undefined,
  task: TaskEntry | undefined,
  of: { lead: Tracked; count: number; picture: Picture; catalogue: Catalogue },
): Pick<Task, 'title' | 'says' | 'who' | 'button'> {
  const valuesIn = (lang: Lang) => {
    const { lead, count, picture, catalogue } = of
    const context = { picture, wording: catalogue.reference, lang }
    return { ...vendorsOf(lead.row.parties, context), ...namesOf(lead.row.subjects, context), count: String(count) }
  }
  const [ja, en] = [valuesIn('ja'), valuesIn('en')]
  const fill = (text: Text | undefined): Text => ({ ja: fillIn(text?.ja ?? '', ja), en: fillIn(text?.en ?? '', en) })
  return { title: fill(task?.title), says: fill(entry?.step), who: fill(task?.who), button: fill(task?.button) }
}

function targetOf({ finding, id, row }: Tracked, screen: TaskScreen | undefined, picture: Picture, wording: Wording): string | undefined {
  const subjects = finding?.subjects ?? row.subjects
  if (screen === 'item') return subjects.find((subject) => byId(wording.items, subject))
  if (screen === 'finding' || screen === 'network') return id
  if (screen === 'vendor')
    return (
      subjects.find((subject) => known(byId(picture.slices.sheets, subject)?.vendor)) ??
      subjects.find((subject) => byId(picture.slices.vendors, subject))
    )
  if (screen === 'register') return registerLists.find((list) => subjects.some((subject) => byId<Entry>(picture.slices[list], subject)))
  return undefined
}

const registerLists = [
  'accounts',
  'faxFlows',
  'remotePaths',
  'vpns',
  'lines',
  'contracts',
  'backups',
] as const satisfies readonly SliceName[]

function byUrgency(a: Task, b: Task): number {
  const grave = rankOfSeverity(a.severity) - rankOfSeverity(b.severity) || Number(b.overdue) - Number(a.overdue) || a.minutes - b.minutes
  return grave || (a.id < b.id ? -1 : 1)
}
