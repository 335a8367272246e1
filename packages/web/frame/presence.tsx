import { type BeatView, routes } from '@mimamori/contract'
import { useQueryClient } from '@tanstack/react-query'
import { useRouterState } from '@tanstack/react-router'
import { useEffect, useMemo, useRef, useState } from 'react'
import { wasActiveWithin } from '../data/activity.ts'
import { ask, tellOnLeaving } from '../data/api.ts'
import { lockReason } from '../data/lock.ts'
import { useWords } from '../text/words.tsx'
import { announce } from '../ui/say.tsx'
import { placeOf } from './place-of.ts'

const beatEveryMs = 20_000
/** NOTE: an idle page must not keep the session alive, nor say that somebody is at it. */
const stillHereMs = 5 * 60_000

export const tab = crypto.randomUUID()

/** How one place tells that it is open, and what it does with what it hears. Another object is another place. */
export interface Beating {
  readonly beat: () => Promise<BeatView>
  /** The page is not looked at any more. */
  readonly leave: () => void
  readonly heard: (revision: number) => void
}

/**
 * Tells the server every few seconds that a place is open, for as long as it is looked at, and once when it is not any more;
 * hears who else has it open.
 */
function useOthers(beating: Beating): BeatView['others'] {
  const [heard, setHeard] = useState<{ beating?: Beating; others: BeatView['others'] }>({ others: [] })
  useEffect(() => {
    let isLeft = false
    async function beat(): Promise<void> {
      if (document.visibilityState !== 'visible' || lockReason() !== undefined || !wasActiveWithin(stillHereMs)) return
      // A beat that gets lost is made good by the next one.
      const answer = await beating.beat().catch(() => undefined)
      if (answer === undefined || isLeft) return
      setHeard({ beating, others: answer.others })
      beating.heard(answer.revision)
    }
    const turn = () => {
      if (document.visibilityState === 'visible') void beat()
      else if (lockReason() === undefined) beating.leave()
    }
    const again = () => void beat()
    again()
    const timer = setInterval(again, beatEveryMs)
    document.addEventListener('visibilitychange', turn)
    return () => {
      isLeft = true
      clearInterval(timer)
      document.removeEventListener('visibilitychange', turn)
    }
  }, [beating])
  return heard.beating === beating ? heard.others : []
}

/**
 * The colleagues who have the same page of a facility open. Where the facility has moved on meanwhile, what the screens show is
 * fetched anew; fields that somebody is typing in keep their text.
 */
export function Others({ facility }: { facility: string }) {
  const client = useQueryClient()
  const place = useRouterState({ select: ({ location }) => placeOf(location) })
  const known = useRef<number>(undefined)
  const beating = useMemo((): Beating => {
    const tell = (where: string) => ({ params: { facility }, body: { tab, place: where } })
    return {
      beat: () => ask(routes.beat, tell(place)),
      leave: () => tellOnLeaving(routes.beat, tell('')),
      heard: (revision) => {
        if (known.current !== undefined && known.current !== revision) void client.invalidateQueries({ queryKey: [facility] })
        known.current = revision
      },
    }
  }, [client, facility, place])
  return <OthersAt beating={beating} />
}

/** 「{氏名}さんも開いています」, where it moves nothing; said to screen readers once for each set of people. */
export function OthersAt({ beating }: { beating: Beating }) {
  const { t } = useWords()
  const others = useOthers(beating)
  const [first, ...more] = others
  const words =
    first === undefined
      ? ''
      : more.length === 0
        ? t('presence.one', { name: first.name })
        : t('presence.more', { name: first.name, count: more.length })
  useEffect(() => {
    if (words !== '') announce(words)
  }, [words])
  return (
    words !== '' && (
      <span className="head-others" title={others.map(({ name }) => name).join(t('list.comma'))}>
        {words}
      </span>
    )
  )
}
