import type { CalendarDate } from './ids.ts'
import type { FactRef, Party, Severity, SliceName } from './picture.ts'
import type { ClauseRef, SayValues, Text } from './record.ts'

/**
 * One step of the chain of reasons. `say` is a key of the rule's catalogue entry. `aside`: the finding would stand
 * without it. `severity`: what this reason alone gives; the finding's is the worst of its reasons.
 */
export interface Reason {
  readonly say: string
  readonly with?: SayValues
  readonly facts: readonly FactRef[]
  readonly aside?: true
  readonly severity?: Severity
}

/** `grade` picks a severity of the rule's entry; a deciding reason without one gives `usual`, an aside none. */
export interface DraftReason extends Omit<Reason, 'facts' | 'severity'> {
  readonly grade?: string
  readonly facts: readonly (FactRef | undefined)[]
}

/** What a rule returns. Undefined subjects and facts are dropped, so an author needs no conditional spreads. */
export interface Draft {
  readonly subjects: readonly [string, ...(string | undefined)[]]
  readonly facet?: string | undefined
  readonly parties: readonly [Party, ...Party[]]
  readonly because: readonly DraftReason[]
  /** From dated facts, never from `asOf`. */
  readonly dueOn?: CalendarDate | undefined
  /** Clauses of the subject itself, such as those of a checklist item; the entry's own follow. */
  readonly refs?: readonly ClauseRef[]
}

/** The catalogue's part of a rule: words, severity, official clauses, measures, days until due. */
export interface RuleEntry {
  readonly id: string
  readonly title: Text
  /** Titles by what a deciding reason says, where one title would say too much or too little: what is only possible, or not known. */
  readonly titles?: Readonly<Record<string, Text>>
  /** The title where a vendor must act first, with `{vendor}`. */
  readonly vendorTitle?: Text
  /** The next step in one plain sentence. */
  readonly step: Text
  readonly says: Readonly<Record<string, Text>>
  readonly severity: Readonly<Record<string, Severity>> & { readonly usual: Severity }
  readonly refs: readonly ClauseRef[]
  readonly measures: readonly string[]
  readonly dueDays?: number
  /** How long the next step takes; orders findings of one severity, easy ones first. */
  readonly minutes: number
  /** How open findings become work of the facility; absent = there is nothing for it to do but wait. */
  readonly task?: TaskEntry
  /** The same for findings in which a vendor must act first: what the facility asks of it. */
  readonly vendorTask?: TaskEntry
  readonly replaces?: readonly string[]
  /** Rules beside whose finding with the same subjects this one is left out of the facility's lists; `toldOnce`. */
  readonly silentBeside?: readonly string[]
}

/** Findings of a rule that are one piece of work: all of them, or those of one item, vendor or subject. */
export interface TaskEntry {
  readonly per: 'rule' | 'item' | 'vendor' | 'finding'
  /** `{count}` is the number of findings. */
  readonly title: Text
  readonly who: Text
  readonly button: Text
  readonly screen: TaskScreen
}

export type TaskScreen =
  | 'setup'
  | 'item'
  | 'joined'
  | 'vendor'
  | 'finding'
  | 'paper'
  | 'people'
  | 'edition'
  | 'year'
  | 'checklist'
  | 'assets'
  | 'register'
  | 'network'
  | 'risks'

/** One thing that is wrong, missing, old or contradictory. Holds no sentence and no name; `describe` prints it. */
export interface Finding {
  readonly id: string
  readonly rule: string
  readonly area: string
  readonly severity: Severity
  readonly parties: readonly [Party, ...Party[]]
  readonly subjects: readonly string[]
  readonly because: readonly Reason[]
  readonly refs: readonly ClauseRef[]
  readonly measures: readonly string[]
  readonly dueOn?: CalendarDate
  readonly dueDays?: number
}

const severityRank: Readonly<Record<Severity, number>> = { critical: 0, high: 1, medium: 2, low: 3 }

/** 0 for critical … 3 for low. */
export function rankOfSeverity(severity: Severity): number {
  return severityRank[severity]
}

/** The worst of these, or undefined for none. */
export function worstSeverity(severities: readonly (Severity | undefined)[]): Severity | undefined {
  let worst: Severity | undefined
  for (const severity of severities) {
    if (severity && (!worst || severityRank[severity] < severityRank[worst])) worst = severity
  }
  return worst
}

/** Identity of a finding: rule and sorted subjects, and a facet where one rule says several things of the same subjects. */
export function findingId(rule: string, subjects: readonly string[], facet?: string): string {
  return `${rule}|${sortedSubjects(subjects).join(',')}${facet === undefined ? '' : `#${facet}`}`
}

export function sortedSubjects(subjects: readonly string[]): readonly string[] {
  return subjects.length === 1 ? subjects : [...new Set(subjects)].sort()
}

/** The summary of the parties: the facility, one vendor, or both sides. */
export function partyOf(parties: readonly Party[]): Party | 'both' {
  const [first] = parties
  if (parties.length === 1 && first) return first
  return parties.includes('facility') || first === undefined ? 'both' : first
}

/** Points at a record or one of its fields; undefined for a record that is not there. */
export function fact(slice: SliceName, id: string | undefined, field?: string): FactRef | undefined {
  if (id === undefined) return undefined
  return field === undefined ? { slice, id } : { slice, id, field }
}

/** "No record of this slice has this value in this field": a reason that rests on an absence. */
export function noneWith(slice: SliceName, field: string, is: string): FactRef {
  return { slice, none: { field, is } }
}
