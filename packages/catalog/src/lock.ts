import { listFiles } from './files.ts'
import type { FullCatalogue } from './types.ts'

interface Listed {
  readonly id: string
}

/** Every id of a catalogue, as `ids.lock` writes it: the list and the id, and for work cards each step. */
export function releasedIds(catalogue: FullCatalogue): readonly string[] {
  const lists = { ...catalogue, ...catalogue.reference } as unknown as Readonly<Record<string, readonly Listed[]>> // both together have every list
  const entries = Object.keys(listFiles).flatMap((list) => (lists[list] ?? []).map(({ id }) => `${list} ${id}`))
  const steps = catalogue.workCards.flatMap((card) => card.steps.map((step) => `workCards ${card.id}#${step.id}`))
  const rules = [...catalogue.rules.values()].flatMap((rule) => [rule.id, ...(rule.replaces ?? [])].map((id) => `rules ${id}`))
  return [...entries, ...steps, ...rules].sort()
}

/** Ids that were released once and are not there any more; none may ever vanish, because stored records name them. */
export function missingIds(catalogue: FullCatalogue, lock: string): readonly string[] {
  const there = new Set(releasedIds(catalogue))
  return lockedIds(lock).filter((id) => !there.has(id))
}

/** The text of `ids.lock` with the ids of this catalogue added and none taken away. */
export function lockText(catalogue: FullCatalogue, lock: string): string {
  const all = new Set([...lockedIds(lock), ...releasedIds(catalogue)])
  return `# Every id ever released, one per line: list and id. Written by "npm run generate"; no line may be deleted.\n${[...all].sort().join('\n')}\n`
}

function lockedIds(lock: string): readonly string[] {
  return lock.split('\n').filter((line) => line !== '' && !line.startsWith('#'))
}
