import type { CalendarDate } from '../ids.ts'
import type { Slices } from '../picture.ts'
import type { Entry } from '../record.ts'
import type { Facility, FacilityKind } from './types.ts'

/** `unknown`: left with 「わからない」. `skipped`: does not arise here. */
export type QuestionState = 'done' | 'unknown' | 'open' | 'skipped'

/** The facts that the ten questions set. */
export type TenQuestionFacts = Pick<Slices, 'facility' | 'services' | 'systems' | 'backups' | 'people'>

export const questionNumbers: readonly number[] = [1, 2, 3, 4, 5, 6, 7, 8, 9, 10]

const withoutBeds: readonly FacilityKind[] = ['clinic', 'dental-clinic', 'pharmacy', 'checkup-centre', 'laboratory', 'checkup-lab-centre']

/** Kinds of facility that have no beds to be asked about. */
export function hasNoBeds(kind: FacilityKind | undefined): boolean {
  return kind !== undefined && withoutBeds.includes(kind)
}

type Extra = Entry['extra']

/**
 * Keys of `extra` that hold marks. `tenQuestions` on the facility: which questions were left with 「わからない」 and whether
 * the end was reached. `unsure` on a record: facts somebody does not know, each with the day on which that was said.
 */
export type MarksKey = 'tenQuestions' | 'unsure'

/** Marks are one short line, `3=unknown end=done`, so that they live in a folder and in a request like any other text. */
export function readMarks(extra: Extra, key: MarksKey): ReadonlyMap<string, string> {
  const marks = (extra?.[key] ?? '').split(' ').filter((each) => each.includes('='))
  return new Map(marks.map((each) => [each.slice(0, each.indexOf('=')), each.slice(each.indexOf('=') + 1)]))
}

/** `extra` with one mark set, or taken away where `mark` is undefined. */
export function withMark(extra: Extra, key: MarksKey, name: string, mark: string | undefined): Record<string, string> {
  const marks = new Map(readMarks(extra, key))
  if (mark === undefined) marks.delete(name)
  else marks.set(name, mark)
  const { [key]: _, ...others } = extra ?? {}
  const line = [...marks].map(([each, value]) => `${each}=${value}`).join(' ')
  return line === '' ? others : { ...others, [key]: line }
}

/** The day on which somebody said that they do not know this fact of the record. */
export function unsureSince(record: Entry, fact: string): CalendarDate | undefined {
  return readMarks(record.extra, 'unsure').get(fact) as CalendarDate | undefined // written as a day by the screens alone
}

/** What is known of one question; the facts count, the marks only where there are none. */
export function questionState(number: number, facts: TenQuestionFacts): QuestionState {
  const [own] = facts.facility
  if (isSkipped(number, own)) return 'skipped'
  if (isAnswered(number, facts)) return 'done'
  return readMarks(own?.extra, 'tenQuestions').get(String(number)) === 'unknown' ? 'unknown' : 'open'
}

/** NOTE: an example or an imported folder knows kind, systems and people without anybody having been asked. */
export function areQuestionsDone(facts: TenQuestionFacts): boolean {
  const marks = readMarks(facts.facility[0]?.extra, 'tenQuestions')
  if (marks.get('end') === 'done' || [1, 5, 10].every((number) => isAnswered(number, facts))) return true
  return questionNumbers.every((number) => questionState(number, facts) !== 'open')
}

function isSkipped(number: number, own: Facility | undefined): boolean {
  if (number === 2) return hasNoBeds(own?.kind)
  return [6, 7, 9].includes(number) && own?.usesSystems === 'no'
}

function isAnswered(number: number, { facility, services, systems, backups, people }: TenQuestionFacts): boolean {
  const [own] = facility
  const all = (isKnown: (system: Slices['systems'][number]) => boolean) => systems.length > 0 && systems.every(isKnown)
  const answered: Readonly<Record<number, () => boolean>> = {
    1: () => own?.kind !== undefined,
    2: () => own?.beds !== undefined,
    3: () => own?.founder !== undefined,
    4: () => services.length > 0,
    5: () => own?.usesSystems !== undefined || systems.length > 0,
    6: () => all((system) => system.vendor !== undefined),
    7: () => all((system) => system.remoteMaintenance !== undefined),
    8: () => own?.clientPcs !== undefined,
    9: () => all((system) => hasBackupFact(system, backups)),
    10: () => people.some((person) => person.roles?.includes('safety-manager')),
  }
  return answered[number]?.() ?? false
}

/** Whether it is known how the data of the system are kept a second time; that they are not is known, too. */
export function hasBackupFact(system: Slices['systems'][number], backups: Slices['backups']): boolean {
  return system.extra?.['backup'] === 'none' || backups.some((backup) => backup.system === system.id)
}
