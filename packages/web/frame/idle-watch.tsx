import { routes } from '@mimamori/contract'
import { useQueryClient } from '@tanstack/react-query'
import { useEffect, useRef, useState } from 'react'
import { idleMilliseconds, noteActivity } from '../data/activity.ts'
import { ask } from '../data/api.ts'
import { lockPage, lockReason } from '../data/lock.ts'
import { sessionQuery } from '../data/queries.ts'
import { useWords } from '../text/words.tsx'
import { useSession } from './rights.ts'

const minuteMs = 60_000
const lookMs = 5000

/** Warns two minutes before the session ends, and locks the page when it does. */
export function IdleWatch() {
  const { t } = useWords()
  const client = useQueryClient()
  const minutes = useSession()?.idleMinutes
  const dialog = useRef<HTMLDialogElement>(null)
  const [warned, setWarned] = useState(false)
  useEffect(() => {
    if (minutes === undefined || minutes <= 0) return
    const timer = setInterval(() => {
      if (lockReason() !== undefined) return
      const left = minutes * minuteMs - idleMilliseconds()
      setWarned(left <= 2 * minuteMs && left > 0)
      if (left > 0) return
      setWarned(false)
      lockPage('idle')
      void ask(routes.signOut, { body: {} }).catch(() => undefined)
    }, lookMs)
    return () => clearInterval(timer)
  }, [minutes])
  useEffect(() => {
    if (warned) dialog.current?.showModal()
    else dialog.current?.close()
  }, [warned])
  function goOn(): void {
    noteActivity()
    setWarned(false)
    void client.query({ ...sessionQuery, staleTime: 0 })
  }
  return (
    <dialog ref={dialog} aria-labelledby="idle-words" onClose={goOn}>
      <div className="stack">
        <p id="idle-words">{t('idle.warning', { minutes: minutes ?? 0 })}</p>
        <p>
          <button type="button" className="button filled" onClick={goOn}>
            {t('idle.goOn')}
          </button>
        </p>
      </div>
    </dialog>
  )
}
