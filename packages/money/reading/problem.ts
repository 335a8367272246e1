import type { Text } from '@mimamori/domain'

/** What is wrong at one place of a model: `scenarios[2].loss.pert`. */
export interface ModelProblem {
  readonly code: ModelProblemCode
  readonly place: string
  readonly message: Text
  readonly action: Text
}

export type ModelProblemCode =
  | 'money/wrong-kind'
  | 'money/not-a-number'
  | 'money/negative'
  | 'money/too-large'
  | 'money/impossible-range'
  | 'money/not-a-share'
  | 'money/repeated-id'
  | 'money/unknown-scenario'
  | 'money/unknown-measure'
  | 'money/circle'
  | 'money/needs-what-it-excludes'
  | 'money/poisson-needed'
  | 'money/no-scenarios'
  | 'money/no-price'
  | 'money/too-many'
  | 'money/too-many-events'

/** Heard, and no reason to stop. */
export interface ModelWarning {
  readonly code: 'money/heavy-tail' | 'money/unknown-field' | 'money/no-dependence' | 'money/rounded-up'
  readonly place: string
  readonly message: Text
}

export type ModelRead<M> =
  | { readonly kind: 'read'; readonly model: M; readonly warnings: readonly ModelWarning[] }
  | { readonly kind: 'refused'; readonly problems: readonly [ModelProblem, ...ModelProblem[]] }

/** Collects what is found on the way. */
export interface Findings {
  readonly problems: ModelProblem[]
  readonly warnings: ModelWarning[]
}

export function readOf<M>(model: M | undefined, { problems, warnings }: Findings): ModelRead<M> {
  const [first, ...others] = problems
  if (first) return { kind: 'refused', problems: [first, ...others] }
  if (model === undefined) throw new Error('a model that was not read has a problem')
  return { kind: 'read', model, warnings }
}
