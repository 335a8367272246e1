import type { DamageView } from '@mimamori/contract'
import { byId } from '@mimamori/domain'
import { backTestRun, backTests } from '@mimamori/money'
import type { Kept } from '../kept.ts'

/** NOTE: they rest on the catalogue alone, so that they are reckoned once for each. */
const made = new WeakMap<Kept['catalogue'], DamageView['backTests']>()

/** What the values of a class say of cases that happened. */
export function backTestsOf({ catalogue }: Pick<Kept, 'catalogue'>): DamageView['backTests'] {
  const known = made.get(catalogue)
  if (known) return known
  const tests = backTests(catalogue.reference, backTestRun).flatMap((test) => {
    const of = byId(catalogue.reference.backTestCases, test.case)
    return of ? [{ case: of, test }] : []
  })
  made.set(catalogue, tests)
  return tests
}
