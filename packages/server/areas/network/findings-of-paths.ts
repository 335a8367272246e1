import { byId, type Finding, type ForbiddenPath, type Trust } from '@mimamori/domain'
import type { Kept } from '../kept.ts'

interface Told {
  readonly id: string
  readonly start: string
  readonly target: string
}

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

function toldWays({ tracked, lines }: Pick<Kept, 'tracked' | 'lines'>): readonly Told[] {
  return tracked.flatMap(({ id, state, finding }) => {
    if (state !== 'open' || finding?.area !== 'network' || !byId(lines, id)) return []
    const [start, target] = [endOf(finding, 'start'), endOf(finding, 'target') ?? endOf(finding, 'target-possible')]
    return start === undefined || target === undefined ? [] : [{ id, start, target }]
  })
}

/** The record of which a reason of a way tells first: its start, or what it reaches. */
function endOf({ because }: Finding, say: string): string | undefined {
  const fact = because.find((reason) => reason.say === say)?.facts[0]
  return fact && 'id' in fact ? fact.id : undefined
}
