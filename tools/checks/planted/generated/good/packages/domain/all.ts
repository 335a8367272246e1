// Written by "npm run generate" from the files of the areas: do not edit.
import { unanswered } from './checklists/unanswered.ts'
import type { Derivation, Rule } from './rule.ts'

export const rules: readonly Rule[] = [unanswered]
export const derivations: readonly Derivation[] = []
