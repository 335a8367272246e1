import {
  type Draft,
  type DraftReason,
  type Finding,
  findingId,
  type Reason,
  type RuleEntry,
  sortedSubjects,
  worstSeverity,
} from './finding.ts'
import type { FactRef, Severity } from './picture.ts'
import { checkFailedRule, type Rule } from './rule.ts'

/** What a rule returned, as a list. */
export function draftsOf(returned: unknown): readonly Draft[] {
  if (returned === undefined) return []
  return (Array.isArray(returned) ? returned : [returned]) as readonly Draft[] // `defineRule` typed the result
}

/** A draft with identity, severity and the catalogue's part. Throws on a grade or, when strict, a `say` that the entry lacks. */
export function findingOf(rule: Rule, entry: RuleEntry, draft: Draft, strict: boolean): Finding {
  const subjects = sortedSubjects(draft.subjects.filter((subject) => subject !== undefined))
  const because = draft.because.map((reason) => reasonOf(entry, reason, strict))
  return {
    id: findingId(rule.id, subjects, draft.facet),
    rule: rule.id,
    area: rule.area,
    severity: worstSeverity(because.map((reason) => reason.severity)) ?? entry.severity.usual,
    parties: draft.parties,
    subjects,
    because,
    refs: draft.refs ? [...draft.refs, ...entry.refs] : entry.refs,
    measures: entry.measures,
    ...(draft.dueOn !== undefined && { dueOn: draft.dueOn }),
    ...(entry.dueDays !== undefined && { dueDays: entry.dueDays }),
  }
}

function reasonOf(entry: RuleEntry, draft: DraftReason, strict: boolean): Reason {
  const { grade, facts, ...reason } = draft
  if (strict && !Object.hasOwn(entry.says, reason.say)) throw new Error(`the entry ${entry.id} has no sentence "${reason.say}"`)
  const severity = severityOf(entry, draft)
  return { ...reason, facts: facts.filter((fact): fact is FactRef => fact !== undefined), ...(severity && { severity }) }
}

function severityOf(entry: RuleEntry, { aside, grade }: DraftReason): Severity | undefined {
  if (grade === undefined) return aside ? undefined : entry.severity.usual
  const severity = entry.severity[grade]
  if (!severity) throw new Error(`the entry ${entry.id} has no severity "${grade}"`)
  return severity
}

/** The finding that stands for a check that could not run; it cites no fact, so only full readers get it. */
export function checkFailed(
  entry: RuleEntry | undefined,
  facility: string,
  failure: { rule: string; reference: string; records: readonly string[] },
): Finding {
  const severity = entry?.severity.usual ?? 'high'
  const values = { rule: failure.rule, reference: failure.reference, records: failure.records.length }
  return {
    id: findingId(checkFailedRule, [facility], failure.rule),
    rule: checkFailedRule,
    area: 'kernel',
    severity,
    parties: ['facility'],
    subjects: [facility],
    because: [{ say: 'failed', with: values, facts: [], severity }],
    refs: entry?.refs ?? [],
    measures: entry?.measures ?? [],
  }
}
