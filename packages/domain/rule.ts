import type { Draft } from './finding.ts'
import type { Derived, ListName, Name, RecordOf, World } from './picture.ts'

export type Area =
  | 'kernel'
  | 'facilities'
  | 'checklists'
  | 'assets'
  | 'network'
  | 'vulnerabilities'
  | 'risks'
  | 'money'
  | 'continuity'
  | 'incidents'
  | 'vendors'
  | 'insurance'
  | 'surveys'
  | 'monitoring'
  | 'sharing'

/** What a rule receives: its reads, less the list that it goes through (its memo could not notice a change there). */
type Seen<R extends Name, E> = { readonly [K in Exclude<R, E>]: World[K] }
type EachOf<E> = [E] extends [never] ? [] : E extends ListName ? [record: RecordOf<E>] : never

/** A rule or derivation as the kernel runs it; its types were checked where it was defined. */
export interface Unit {
  readonly reads: readonly Name[]
  readonly each?: ListName
  // biome-ignore lint/suspicious/noExplicitAny: `defineRule` has checked the arguments against `reads`
  readonly run: (seen: any, record?: any) => unknown // checked by defineRule and defineDerivation
}

export interface Rule extends Unit {
  readonly kind: 'rule'
  readonly id: string
  readonly area: Area
}

export interface Derivation extends Unit {
  readonly kind: 'derivation'
  readonly name: keyof Derived
}

/** A check: a pure function of what it declares in `reads`. With `each`, it runs once per record of that list. */
/* @__NO_SIDE_EFFECTS__ */
export function defineRule<const R extends Name, E extends R & ListName = never>(rule: {
  id: string
  area: Area
  reads: readonly R[]
  each?: E
  evaluate: (seen: Seen<R, E>, ...record: EachOf<E>) => Draft | readonly Draft[] | undefined
}): Rule {
  const { id, area, reads, each, evaluate } = rule
  return { kind: 'rule', id, area, reads, ...(each && { each }), run: evaluate as Unit['run'] } // the kernel passes what `reads` and `each` name
}

/** A list of records that many rules read, computed once. With `each`, what each record of that list gives to it: none, one or several. */
/* @__NO_SIDE_EFFECTS__ */
export function defineDerivation<N extends keyof Derived, const R extends Name, E extends R & ListName = never>(derivation: {
  name: N
  reads: readonly R[]
  each?: E
  derive: (seen: Seen<R, E>, ...record: EachOf<E>) => [E] extends [never] ? World[N] : RecordOf<N> | World[N] | undefined
}): Derivation {
  const { name, reads, each, derive } = derivation
  return { kind: 'derivation', name, reads, ...(each && { each }), run: derive as Unit['run'] } // as above
}

export interface RuleSet {
  /** In order of id. */
  readonly rules: readonly Rule[]
  /** In the order in which they can be computed. */
  readonly derivations: readonly Derivation[]
}

/**
 * Sorts rules and derivations. Throws on a double id, a read that nothing provides, a circle, and, where `entries` is
 * given, on a rule without a catalogue entry or an entry without a rule.
 */
export function makeRuleSet(
  rules: readonly Rule[],
  derivations: readonly Derivation[],
  inputs: ReadonlySet<string>,
  entries?: ReadonlySet<string>,
): RuleSet {
  const problems = [
    ...doubles(rules.map((rule) => rule.id)).map((id) => `two rules have the id ${id}`),
    ...doubles([...derivations.map((d) => d.name), ...inputs]).map((name) => `two lists have the name ${name}`),
    ...unknownReads(rules, derivations, inputs),
    ...(entries ? entryProblems(rules, entries) : []),
  ]
  if (problems.length > 0) throw new Error(problems.join('\n'))
  return { rules: rules.toSorted((a, b) => (a.id < b.id ? -1 : 1)), derivations: inOrder(derivations, inputs) }
}

/** The kernel's own entry, used when a check could not run. */
export const checkFailedRule = 'kernel/check-failed'

function doubles(names: readonly string[]): string[] {
  return [...new Set(names.filter((name, at) => names.indexOf(name) !== at))]
}

function unknownReads(rules: readonly Rule[], derivations: readonly Derivation[], inputs: ReadonlySet<string>): string[] {
  const provided = new Set<string>([...inputs, ...derivations.map((d) => d.name)])
  const units = [...rules.map((rule) => ({ ...rule, called: rule.id })), ...derivations.map((d) => ({ ...d, called: d.name }))]
  return units.flatMap((unit) =>
    unit.reads.filter((read) => !provided.has(read)).map((read) => `${unit.called} reads ${read}, which nothing provides`),
  )
}

function entryProblems(rules: readonly Rule[], entries: ReadonlySet<string>): string[] {
  const ids = new Set([checkFailedRule, ...rules.map((rule) => rule.id)])
  return [
    ...[...ids].filter((id) => !entries.has(id)).map((id) => `the rule ${id} has no catalogue entry`),
    ...[...entries].filter((id) => !ids.has(id)).map((id) => `the catalogue entry ${id} has no rule`),
  ]
}

function inOrder(derivations: readonly Derivation[], inputs: ReadonlySet<string>): readonly Derivation[] {
  const ready = new Set<string>(inputs)
  const ordered: Derivation[] = []
  const waiting = derivations.toSorted((a, b) => (a.name < b.name ? -1 : 1))
  while (waiting.length > 0) {
    const at = waiting.findIndex((d) => d.reads.every((read) => ready.has(read)))
    const [next] = at < 0 ? [] : waiting.splice(at, 1)
    if (!next) throw new Error(`these lists wait for each other in a circle: ${waiting.map((d) => d.name).join(', ')}`)
    ordered.push(next)
    ready.add(next.name)
  }
  return ordered
}
