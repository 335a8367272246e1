import { type Delta, deltaOf, reconcile } from './delta.ts'
import { checkFailed, draftsOf, findingOf } from './drafts.ts'
import { isEqual, printOf } from './equal.ts'
import type { Finding, RuleEntry } from './finding.ts'
import type { CalendarDate } from './ids.ts'
import type { ListName, Name, Picture, Reference, World } from './picture.ts'
import { checkFailedRule, type Derivation, type Rule, type RuleSet, type Unit } from './rule.ts'
import { freezeDeep, guard } from './strict.ts'

export interface Catalogue {
  readonly version: string
  readonly reference: Reference
  readonly rules: ReadonlyMap<string, RuleEntry>
}

export interface Failure {
  readonly rule: string
  /** Hash of rule and error: the same fault has the same number everywhere. */
  readonly reference: string
  /** The records it failed for; empty when the rule could not run at all. */
  readonly records: readonly string[]
  readonly error: unknown
}

export interface Analysis {
  /** Rules in order of id, within a rule in order of finding id. */
  readonly findings: readonly Finding[]
  readonly failures: readonly Failure[]
  readonly world: World
  /** Rules and derivations that ran this time, wholly or for some records. */
  readonly ran: readonly string[]
  /** For the next call only, never stored or sent; never changed in place, so that several "what ifs" may branch off. */
  readonly kept: ReadonlyMap<string, Kept>
}

/** What a unit answered last time, and to what. */
export interface Kept {
  readonly run: Unit['run']
  readonly entry: RuleEntry | undefined
  readonly inputs: readonly unknown[]
  /** By record of `each`, or under '' for a whole rule; only records that have a result. */
  readonly results: ReadonlyMap<string, Result>
  readonly output: readonly unknown[]
  readonly failure: Failure | undefined
}

type Result = { readonly kind: 'values'; readonly values: readonly unknown[] } | { readonly kind: 'threw'; readonly error: unknown }

interface Listed {
  readonly id: string
}

interface Run {
  readonly world: Record<string, unknown>
  readonly before: Analysis | undefined
  readonly strict: boolean
  readonly deltas: Map<string, Delta>
  readonly broken: Map<string, Failure>
  readonly ran: string[]
  readonly kept: Map<string, Kept>
}

/**
 * Everything that the rules find in a picture on a day. With `before`, a rule runs again only when something it reads,
 * its entry or itself is another object, and an `each` rule only for the records that came or changed; the answer is
 * always the one from scratch. `strict` (tests) freezes all inputs and throws on undeclared reads and double ids.
 */
export function analyse(
  set: RuleSet,
  input: { picture: Picture; catalogue: Catalogue; asOf: CalendarDate },
  before?: Analysis,
  options: { strict?: boolean } = {},
): Analysis {
  const { picture, catalogue, asOf } = input
  const { register: _, ...slices } = picture.slices
  const world: Record<string, unknown> = { ...slices, ...catalogue.reference, asOf }
  const strict = options.strict ?? false
  if (strict) freezeDeep(world)
  const run: Run = { world: { ...world }, before, strict, deltas: new Map(), broken: new Map(), ran: [], kept: new Map() }
  for (const derivation of set.derivations) derive(run, derivation)
  const byRule = set.rules.map((rule) => check(run, rule, catalogue.rules.get(rule.id)))
  const failures = byRule.flatMap(({ failure }) => failure ?? [])
  const failed = failures.map((failure) => checkFailed(catalogue.rules.get(checkFailedRule), picture.facility, failure))
  return {
    findings: inRuleOrder(set, byRule, failed),
    failures,
    world: run.world as unknown as World, // all its lists have been put in above
    ran: run.ran,
    kept: run.kept,
  }
}

function inRuleOrder(set: RuleSet, byRule: readonly Kept[], failed: readonly Finding[]): readonly Finding[] {
  const findings: Finding[] = []
  let waiting = failed
  set.rules.forEach((rule, at) => {
    if (waiting.length > 0 && rule.id > checkFailedRule) {
      findings.push(...waiting)
      waiting = []
    }
    for (const finding of byRule[at]?.output ?? []) findings.push(finding as Finding) // rules put findings out
  })
  return [...findings, ...waiting]
}

function derive(run: Run, derivation: Derivation): void {
  const { name } = derivation
  const kept = runUnit(run, derivation, name, undefined, (returned) =>
    returned === undefined ? [] : derivation.each && !Array.isArray(returned) ? [returned] : asList(returned),
  )
  if (kept.failure) run.broken.set(name, kept.failure)
  // An empty list would look like "all well": the rules behind a broken derivation do not run at all.
  run.world[name] = kept.failure ? [] : kept.output
  if (run.strict) freezeDeep(run.world[name])
}

function asList(returned: unknown): readonly unknown[] {
  if (!Array.isArray(returned)) throw new Error('a derivation returns a list of records')
  return returned
}

function check(run: Run, rule: Rule, entry: RuleEntry | undefined): Kept {
  return runUnit(run, rule, rule.id, entry, (returned) => {
    if (!entry) throw new Error(`the rule ${rule.id} has no catalogue entry`)
    return draftsOf(returned).map((draft) => findingOf(rule, entry, draft, run.strict))
  })
}

type Read = (returned: unknown) => readonly unknown[]

function runUnit(run: Run, unit: Rule | Derivation, called: string, entry: RuleEntry | undefined, read: Read): Kept {
  const inputs = unit.reads.map((name) => run.world[name])
  const behind = unit.reads.map((name) => run.broken.get(name)).find((failure) => failure !== undefined)
  if (behind) return brokenUnit(run, unit, called, { ...behind, rule: called, records: [] })
  const last = run.before?.kept.get(called)
  const old = last && last.run === unit.run && last.entry === entry && !isWholeFailure(unit, last) ? last : undefined
  if (old && inputs.every((input, at) => input === old.inputs[at])) {
    run.kept.set(called, old)
    return old
  }
  run.ran.push(called)
  const results = resultsOf(run, unit, called, read, inputs, old)
  if (old && results === old.results) {
    const same = { ...old, inputs }
    run.kept.set(called, same)
    return same
  }
  const listed = listedOf(run, unit, called, results, last)
  const failure = failureOf(called, unit, results) ?? (listed.kind === 'threw' ? wholeFailure(called, listed.error) : undefined)
  const output = listed.kind === 'values' ? listed.values : []
  const kept: Kept = { run: unit.run, entry, inputs, results, output, failure }
  run.kept.set(called, kept)
  return kept
}

function isWholeFailure(unit: Unit, kept: Kept): boolean {
  return kept.failure !== undefined && unit.each === undefined
}

/** NOTE: nothing is kept, so that the unit runs in full once the derivation before it works again. */
function brokenUnit(run: Run, unit: Unit, called: string, failure: Failure): Kept {
  run.kept.delete(called)
  return { run: unit.run, entry: undefined, inputs: [], results: new Map(), output: [], failure }
}

function resultsOf(
  run: Run,
  unit: Unit,
  called: string,
  read: Read,
  inputs: readonly unknown[],
  old: Kept | undefined,
): ReadonlyMap<string, Result> {
  const seen = seenBy(run, unit, called)
  if (unit.each === undefined) return new Map([['', attempt(() => read(unit.run(seen)))]])
  const othersSame = old && inputs.every((input, at) => unit.reads[at] === unit.each || input === old.inputs[at])
  const list = listOf(run.world, unit.each)
  const delta = othersSame ? deltaFor(run, unit.each, old.inputs[unit.reads.indexOf(unit.each)]) : { changed: list, gone: [] }
  return patched(othersSame ? old.results : new Map(), delta, {
    answer: (record) => attempt(() => read(unit.run(seen, record))),
    before: old?.results,
  })
}

/** The results with those of these records anew; where all come out the same, the very map that was given. */
function patched(
  given: ReadonlyMap<string, Result>,
  delta: Delta,
  { answer, before }: { answer: (record: Listed) => Result; before: ReadonlyMap<string, Result> | undefined },
): ReadonlyMap<string, Result> {
  let copy: Map<string, Result> | undefined
  const results = () => {
    copy ??= new Map(given)
    return copy
  }
  for (const id of delta.gone) if (given.has(id)) results().delete(id)
  for (const record of delta.changed) {
    const result = answer(record)
    const was = before?.get(record.id)
    const same = was && isEqual(was, result) ? was : result
    if (result.kind === 'values' && result.values.length === 0) {
      if (given.has(record.id)) results().delete(record.id)
    } else if (given.get(record.id) !== same) results().set(record.id, same)
  }
  return copy ?? given
}

function attempt(run: () => readonly unknown[]): Result {
  try {
    return { kind: 'values', values: run() }
  } catch (error) {
    return { kind: 'threw', error }
  }
}

function seenBy(run: Run, unit: Unit, called: string): object {
  const names = unit.reads.filter((name: Name) => name !== unit.each)
  const seen = Object.fromEntries(names.map((name) => [name, run.world[name]]))
  return run.strict ? guard(seen, called) : seen
}

function listOf(world: Record<string, unknown>, name: ListName): readonly Listed[] {
  return world[name] as readonly Listed[] // every list of the world holds records with ids
}

function deltaFor(run: Run, name: ListName, before: unknown): Delta {
  const found = run.deltas.get(name)
  if (found) return found
  const delta = deltaOf(before as readonly Listed[], listOf(run.world, name)) // kept inputs are lists of the world of then
  run.deltas.set(name, delta)
  return delta
}

function failureOf(called: string, unit: Unit, results: ReadonlyMap<string, Result>): Failure | undefined {
  const threw = [...results].filter(([, result]) => result.kind === 'threw').sort(([a], [b]) => (a < b ? -1 : 1))
  const [first] = threw
  if (first?.[1].kind !== 'threw') return undefined
  return { ...wholeFailure(called, first[1].error), records: unit.each === undefined ? [] : threw.map(([id]) => id) }
}

function wholeFailure(called: string, error: unknown): Failure {
  const reference = printOf(`${called}|${error instanceof Error ? error.message : String(error)}`)
    .padStart(8, '0')
    .slice(-8)
  return { rule: called, reference, records: [], error }
}

function listedOf(run: Run, unit: Rule | Derivation, called: string, results: ReadonlyMap<string, Result>, last: Kept | undefined): Result {
  const all = [...results].toSorted(([a], [b]) => (a < b ? -1 : 1)).flatMap(([, result]) => (result.kind === 'values' ? result.values : []))
  const records = all as readonly Listed[] // findings and derived records carry ids
  if (unit.kind === 'rule') return { kind: 'values', values: withoutDoubles(run, called, records) }
  const before = last?.output as readonly Listed[] | undefined // the same derivation put it out
  return attempt(() => reconcile(before, records))
}

/** NOTE: `records` come in order of the record that they were found for, so the first of two is always the same one. */
function withoutDoubles(run: Run, called: string, records: readonly Listed[]): readonly Listed[] {
  const sorted = records.toSorted((a, b) => (a.id < b.id ? -1 : a.id > b.id ? 1 : 0))
  const single = sorted.filter((record, at) => record.id !== sorted[at - 1]?.id)
  if (run.strict && single.length < sorted.length)
    throw new Error(`two findings of ${called} share an id: its subjects do not tell them apart`)
  return single
}
