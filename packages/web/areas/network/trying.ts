import { type NetworkTryView, routes } from '@mimamori/contract'
import { compareSegmentations, type Division, date, type Entrance, type NetworkCheck } from '@mimamori/domain'
import { useQuery } from '@tanstack/react-query'
import { useMemo, useState } from 'react'
import { ask, mayPass } from '../../data/api.ts'
import { useFacilityId, useToday } from '../../frame/rights.ts'
import { useWords } from '../../text/words.tsx'
import { changesOf, checkAfter, type Step, withStep } from './steps.ts'
import { makeSeen, type Seen } from './use-seen.ts'

export interface Trying {
  readonly steps: readonly Step[]
  readonly add: (step: Step) => void
  readonly takeBack: (step: Step) => void
  readonly end: () => void
  readonly wanted: ReturnType<typeof changesOf>
  readonly before: Division
  /** As the browser works it out at once; as the server says once it has answered. */
  readonly after: Division
  readonly answer: NetworkTryView | undefined
  readonly problem: unknown
  readonly isAsking: boolean
}

/** The trying state of the map; undefined while nobody tries. `point`: from where what stops is told. */
export function useTrying(
  seen: Seen,
  { point, unfolded }: { point: string | undefined; unfolded: string },
): { trying: Trying | undefined; begin: (first: readonly Step[]) => void } {
  const facility = useFacilityId()
  const today = date(useToday())
  const { say, lang } = useWords()
  const [steps, setSteps] = useState<readonly Step[]>()
  const { view, check } = seen
  const wanted = useMemo(() => changesOf(steps ?? [], { ...view, today }), [steps, view, today])
  const local = useMemo(() => checkAfter(check, steps ?? []), [check, steps])
  // NOTE: links that come or go are drawn on the map as it is; only a zone that is divided gives other boxes.
  const isDivided = steps?.some(({ kind }) => kind === 'split')
  const changes = wanted.map(({ change }) => change)
  const body = { changes, ...(point !== undefined && { from: point }), ...(isDivided && { drawn: { lang, unfolded } }) }
  const asked = useQuery({
    queryKey: [facility, routes.networkTry.id, body],
    queryFn: () => ask(routes.networkTry, { params: { facility }, body }),
    enabled: wanted.length > 0,
    retry: (count, error) => mayPass(error) && count < 2,
  })
  const told = useMemo(() => (asked.data ? makeSeen(asked.data.network, say) : undefined), [asked.data, say])
  const before = useMemo(() => divisionOf(check, wholeEntrances(view.entrances)), [check, view])
  const after = useMemo(
    () =>
      told
        ? divisionOf(told.check, wholeEntrances(told.view.entrances))
        : divisionOf(local, entrancesAfter(local, wholeEntrances(view.entrances))),
    [told, local, view],
  )
  const trying: Trying | undefined = steps && {
    steps,
    add: (step) => setSteps(withStep(steps, step)),
    takeBack: (step) => setSteps(steps.filter((one) => one !== step)),
    end: () => setSteps(undefined),
    wanted,
    before,
    after,
    answer: asked.data,
    problem: asked.isError ? asked.error : undefined,
    isAsking: asked.isFetching,
  }
  return { trying, begin: (first) => setSteps(first) }
}

function divisionOf({ forbiddenPaths, reach }: NetworkCheck, entrances: readonly Entrance[]): Division {
  return { forbiddenPaths, reach, entrances }
}

function wholeEntrances(entrances: readonly Omit<Entrance, 'facts'>[]): readonly Entrance[] {
  return entrances.map((entrance) => ({ ...entrance, facts: [] }))
}

/**
 * What stands behind each entrance once these links are otherwise: what somebody at its device reaches. Of a line that brings VPNs the
 * server alone knows it.
 */
function entrancesAfter({ reach, graph }: NetworkCheck, entrances: readonly Entrance[]): readonly Entrance[] {
  const zones = new Map(reach.map(({ id, zones }) => [id, zones.map(({ zone }) => zone)]))
  const bringing = new Set(graph.nodes.flatMap(({ id, line }) => (line === undefined || line === id ? [] : [line])))
  return entrances.map((entrance) => {
    const behind = entrance.line !== undefined && bringing.has(entrance.line) ? undefined : zones.get(entrance.asset ?? entrance.id)
    return { ...entrance, behind: behind ?? entrance.behind }
  })
}

/** What became otherwise, as the comparison of two whole divisions tells it. */
export function changeOf({ before, after }: Pick<Trying, 'before' | 'after'>) {
  return compareSegmentations(before, after)
}
