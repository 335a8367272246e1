import { derivations, rules } from './all.ts'
import type { Catalogue } from './analyse.ts'
import { makeRuleSet, type RuleSet } from './rule.ts'
import { sliceNames } from './slices.ts'

/** All rules of the product over the lists of this catalogue; throws where a rule and the catalogue do not fit. */
export function ruleSetFor(catalogue: Catalogue): RuleSet {
  const slices = sliceNames.filter((name) => name !== 'register')
  return makeRuleSet(rules, derivations, new Set([...slices, ...Object.keys(catalogue.reference), 'asOf']), new Set(catalogue.rules.keys()))
}
