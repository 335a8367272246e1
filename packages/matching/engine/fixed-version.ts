import { compareKeys } from '../versions/key.ts'
import type { VersionKey } from '../versions/order.ts'
import type { LeafAnswer } from './criteria.ts'
import { type Judged, leavesOf } from './judged.ts'
import { statusAt } from './statements.ts'

interface Candidate {
  readonly text: string
  readonly key: VersionKey
}

/** Nearest version above the installed one of which no part of the record says that it is affected. */
export function fixedVersionOf(judged: readonly Judged[]): string | undefined {
  const own = leavesOf(judged).flatMap(({ own: answer, read }) => (answer ? [{ answer, otherwise: read.criterion.otherwise }] : []))
  const family = own[0]?.answer.compared.family
  const alike = own.filter(({ answer }) => answer.compared.family === family)
  const candidates = alike.flatMap(({ answer }) => candidatesOf(answer)).toSorted((a, b) => compareKeys(a.key, b.key))
  return candidates.find(({ key, text }) =>
    alike.every(({ answer, otherwise }) => {
      const { status } = statusAt(answer.statements, otherwise, { key, text })
      return status === 'unaffected' || status === 'unknown'
    }),
  )?.text
}

/** Where something that is affected ends, and where something that is not begins, above the installed version. */
function candidatesOf({ statements, version }: LeafAnswer): readonly Candidate[] {
  return statements.flatMap(({ status, range, from, to, fromIncluded, toIncluded }) => {
    const found: Candidate[] = []
    if (status === 'affected' && to && !toIncluded && range.to !== undefined) found.push({ text: range.to, key: to })
    if (status === 'unaffected' && from && fromIncluded && range.from !== undefined) found.push({ text: range.from, key: from })
    return found.filter(({ key }) => !version.key || compareKeys(key, version.key) > 0)
  })
}
