import type { BackTestCase } from './types.ts'

interface Own {
  readonly kind: string | undefined
  readonly beds: number | undefined
}

/** The real case nearest to a facility: one of its kind if there is one, then the nearest in beds. */
export function likeCaseAmong(cases: readonly BackTestCase[], { kind, beds = 0 }: Own): BackTestCase | undefined {
  const far = (one: BackTestCase) => Number(one.kind !== kind) * 1_000_000 + Math.abs(one.beds - beds)
  return cases.toSorted((a, b) => far(a) - far(b) || (a.id < b.id ? -1 : 1))[0]
}
