import type { FactsView } from '@mimamori/contract'
import type { FacilityKind } from '@mimamori/domain'

export type QuestionState = 'done' | 'unknown' | 'open' | 'skipped'

/** `extra` of the facility's record: which questions were left with 「わからない」, and whether the end was reached. */
export const marksKey = 'tenQuestions'

const withoutBeds: readonly FacilityKind[] = ['clinic', 'dental-clinic', 'pharmacy', 'checkup-centre', 'laboratory', 'checkup-lab-centre']

/** Kinds of facility that have no beds to be asked about. */
export function hasNoBeds(kind: FacilityKind | undefined): boolean {
  return kind !== undefined && withoutBeds.includes(kind)
}

/** Marks are kept as one short line: `3=unknown end=done`. */
type Extra = Readonly<Record<string, string>> | undefined

export function readMarks(extra: Extra): ReadonlyMap<string, string> {
  const line = extra?.[marksKey] ?? ''
  return new Map(
    line
      .split(' ')
      .filter((each) => each.includes('='))
      .map((each) => [each.slice(0, each.indexOf('=')), each.slice(each.indexOf('=') + 1)]),
  )
}

/** The facility's `extra` with one mark set or taken away. */
export function withMark(extra: Extra, name: string, mark: string | undefined): Record<string, string> {
  const marks = new Map(readMarks(extra))
  if (mark === undefined) marks.delete(name)
  else marks.set(name, mark)
  const { [marksKey]: _, ...others } = extra ?? {}
  const line = [...marks].map(([key, value]) => `${key}=${value}`).join(' ')
  return line === '' ? others : { ...others, [marksKey]: line }
}

/** What is known of one question; the facts count, the marks only where there are none. */
export function questionState(number: number, facts: FactsView): QuestionState {
  if (isSkipped(number, facts)) return 'skipped'
  if (isAnswered(number, facts)) return 'done'
  return readMarks(facts.facility.record.extra).get(String(number)) === 'unknown' ? 'unknown' : 'open'
}

function isSkipped(number: number, facts: FactsView): boolean {
  const { kind, usesSystems } = facts.facility.record
  if (number === 2) return hasNoBeds(kind)
  return [6, 7, 9].includes(number) && usesSystems === 'no'
}

function isAnswered(number: number, { facility, services, systems, backups, people }: FactsView): boolean {
  const { record } = facility
  const all = (known: (system: FactsView['systems'][number]['record']) => boolean) =>
    systems.length > 0 && systems.every((system) => known(system.record))
  const answered: Readonly<Record<number, () => boolean>> = {
    1: () => record.kind !== undefined,
    2: () => record.beds !== undefined,
    3: () => record.founder !== undefined,
    4: () => services.length > 0,
    5: () => record.usesSystems !== undefined || systems.length > 0,
    6: () => all((system) => system.vendor !== undefined),
    7: () => all((system) => system.remoteMaintenance !== undefined),
    8: () => record.clientPcs !== undefined,
    9: () => all((system) => system.extra?.['backup'] === 'none' || backups.some((backup) => backup.record.system === system.id)),
    10: () => people.some(({ record: person }) => person.roles?.includes('safety-manager') === true),
  }
  return answered[number]?.() ?? false
}

export const questionNumbers: readonly number[] = [1, 2, 3, 4, 5, 6, 7, 8, 9, 10]

/** The question to go on with, or the end. */
export function resumeAt(facts: FactsView): number | 'end' {
  return questionNumbers.find((number) => questionState(number, facts) === 'open') ?? 'end'
}

/** The question before or after one, past those that do not arise. */
export function neighbour(number: number, step: 1 | -1, facts: FactsView): number | 'end' | undefined {
  const next = questionNumbers
    .filter((each) => (step > 0 ? each > number : each < number))
    .filter((each) => questionState(each, facts) !== 'skipped')
  return (step > 0 ? next[0] : next.at(-1)) ?? (step > 0 ? 'end' : undefined)
}

/** What has become clear: known, to be asked of vendors, to be found out in the house. */
export function whatIsKnown(facts: FactsView): { known: number; askVendors: number; findOut: number } {
  const states = questionNumbers.map((number) => questionState(number, facts))
  const open = facts.systems.filter(({ record }) => record.vendor !== undefined && record.vendor !== 'none')
  const askVendors =
    open.filter(({ record }) => record.remoteMaintenance === undefined).length +
    open.filter(({ record }) => record.contract === undefined).length
  return {
    known: states.filter((state) => state === 'done').length,
    askVendors,
    findOut: states.filter((state, at) => state !== 'done' && state !== 'skipped' && at + 1 !== 7).length,
  }
}

/** Minutes that are left, by about one minute a question. */
export function minutesLeft(facts: FactsView): number {
  return questionNumbers.filter((number) => questionState(number, facts) === 'open').length
}
