import { derivations, rules } from './all.ts'
import type { Catalogue } from './analyse.ts'
import { printOf } from './equal.ts'
import { makeRuleSet, type RuleSet } from './rule.ts'
import { sliceNames } from './slices.ts'

/** All rules of the product over the lists of this catalogue; throws where a rule and the catalogue do not fit. */
export function ruleSetFor(catalogue: Catalogue): RuleSet {
  const slices = sliceNames.filter((name) => name !== 'register')
  return makeRuleSet(rules, derivations, new Set([...slices, ...Object.keys(catalogue.reference), 'asOf']), new Set(catalogue.rules.keys()))
}

/** A short name for a set of rules, printed in papers: changes when a rule comes, goes or reads something else. */
export function ruleSetVersion(set: RuleSet): string {
  const rules = set.rules.map((rule) => `${rule.id}(${rule.reads.join(',')})`)
  return `${rules.length}-${printOf([...rules, ...set.derivations.map((one) => one.name)].join(';')).slice(0, 8)}`
}
