import { routes } from '@mimamori/contract'
import { useQueryClient } from '@tanstack/react-query'
import { useRouterState } from '@tanstack/react-router'
import { useEffect, useRef, useState } from 'react'
import { wasActiveWithin } from '../data/activity.ts'
import { ask, tellOnLeaving } from '../data/api.ts'
import { lockReason } from '../data/lock.ts'
import { useWords } from '../text/words.tsx'
import { announce } from '../ui/say.tsx'
import { placeOf } from './place-of.ts'

const beatEveryMs = 20_000
/** NOTE: an idle page must not keep the session alive, nor say that somebody is at it. */
const stillHereMs = 5 * 60_000

const tab = crypto.randomUUID()

/**
 * Tells the server every few seconds which page is open, for as long as it is looked at, and once when it is not any more; hears
 * who else has it open. Where the facility has moved on meanwhile, what the screens show is fetched anew; fields that somebody is
 * typing in keep their text.
 */
function useOthers(facility: string): readonly { readonly name: string }[] {
  const client = useQueryClient()
  const place = useRouterState({ select: ({ location }) => placeOf(location) })
  const [heard, setHeard] = useState<{ place: string; others: readonly { readonly name: string }[] }>({ place: '', others: [] })
  const known = useRef<number>(undefined)
  useEffect(() => {
    let isLeft = false
    async function beat(): Promise<void> {
      if (document.visibilityState !== 'visible' || lockReason() !== undefined || !wasActiveWithin(stillHereMs)) return
      // A beat that gets lost is made good by the next one.
      const answer = await ask(routes.beat, { params: { facility }, body: { tab, place } }).catch(() => undefined)
      if (answer === undefined || isLeft) return
      setHeard({ place, others: answer.others })
      if (known.current !== undefined && known.current !== answer.revision) void client.invalidateQueries({ queryKey: [facility] })
      known.current = answer.revision
    }
    const turn = () => {
      if (document.visibilityState === 'visible') void beat()
      else if (lockReason() === undefined) tellOnLeaving(routes.beat, { params: { facility }, body: { tab, place: '' } })
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
  }, [client, facility, place])
  return heard.place === place ? heard.others : []
}

/** 「{氏名}さんも開いています」, in the head, where it moves nothing; said to screen readers once for each set of people. */
export function Others({ facility }: { facility: string }) {
  const { t } = useWords()
  const others = useOthers(facility)
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
