import type { NetworkTryView } from '@mimamori/contract'
import { type Change, isEqual } from '@mimamori/domain'
import { triedOut } from '../facilities/index.ts'
import type { Kept, StoredLine } from '../kept.ts'
import type { Services } from '../services.ts'
import { networkOf } from './map.ts'
import { type Drawing, modelOf } from './model.ts'
import { isPoint, waysOf } from './ways.ts'

type Line = NetworkTryView['come'][number]

interface Asked {
  readonly changes: readonly Change[]
  readonly from?: string | undefined
  readonly drawn?: Drawing | undefined
}

/** What changes would make otherwise: findings that come, go or read otherwise, and the map as it would be. Nothing is stored. */
export function tryOut(services: Services, now: Kept, { changes, from, drawn }: Asked): NetworkTryView {
  const then = triedOut(services, now, changes)
  const [before, after] = [openLines(now), openLines(then)]
  return {
    come: [...after].flatMap(([id, line]) => (before.has(id) ? [] : [lineOf(line)])),
    gone: [...before].flatMap(([id, line]) => (after.has(id) ? [] : [lineOf(line)])),
    changed: [...after].flatMap(([id, line]) => {
      const was = before.get(id)
      return was && was !== line && !isEqual(lineOf(was), lineOf(line)) ? [lineOf(line)] : []
    }),
    network: networkOf(then),
    ...(from !== undefined && isPoint(then, from) && { ways: waysOf(then, { from, fallen: true }) }),
    ...(drawn && { model: modelOf(then, drawn) }),
  }
}

function openLines({ lines }: Kept): ReadonlyMap<string, StoredLine> {
  return new Map(lines.filter(({ state }) => state === 'open').map((line) => [line.id, line]))
}

function lineOf({ id, rule, area, severity, title }: StoredLine): Line {
  return { id, rule, area, severity, title }
}
