export interface Rule {
  readonly id: string
}
export type Derivation = Rule
export function defineRule(rule: Rule): Rule {
  return rule
}
