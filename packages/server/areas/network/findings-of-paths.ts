import { byId, endsOfWay, type ForbiddenPath, type Trust } from '@mimamori/domain'
import type { Kept } from '../kept.ts'

/**
 * The open finding that tells of a way: the one of its two ends, else that of the nearest zone of the same class, for which it speaks
 * beside its own.
 */
export function findingsOfPaths(
  now: Pick<Kept, 'tracked' | 'lines' | 'analysis'>,
): (path: Pick<ForbiddenPath, 'start' | 'target'>) => string | undefined {
  const { networkNodes } = now.analysis.world
  const trustOf = (id: string): Trust | undefined => byId(networkNodes, id)?.trust
  const byStart = Map.groupBy(toldWays(now), ({ start }) => start)
  return ({ start, target }) => {
    const told = byStart.get(start) ?? []
    return (told.find((one) => one.target === target) ?? told.find((one) => trustOf(one.target) === trustOf(target)))?.id
  }
}

function toldWays({ tracked, lines }: Pick<Kept, 'tracked' | 'lines'>) {
  return tracked.flatMap(({ id, state, finding }) => {
    const ends = state === 'open' && finding && byId(lines, id) ? endsOfWay(finding) : undefined
    return ends ? [{ id, ...ends }] : []
  })
}
