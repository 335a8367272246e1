import type { ResponseView } from '@mimamori/contract'
import { byId, type ResponseStep } from '@mimamori/domain'
import type { Kept } from '../../kept.ts'

/** The files that steps name, each once. */
export function filesOf(now: Kept, steps: readonly ResponseStep[]): ResponseView['files'] {
  const named = new Set(steps.flatMap(({ evidence }) => evidence ?? []))
  return [...named].flatMap((id) => {
    const evidence = byId(now.picture.slices.evidence, id)
    if (!evidence) return []
    return [{ evidence: id, name: evidence.name, ...(evidence.sha256 !== undefined && { sha256: evidence.sha256 }) }]
  })
}
