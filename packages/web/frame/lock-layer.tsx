import { lazy, Suspense, useEffect, useRef, useSyncExternalStore } from 'react'
import { lockReason, watchLock } from '../data/lock.ts'
import { useWords } from '../text/words.tsx'
import { useSession } from './rights.ts'

const UnlockForm = lazy(async () => ({ default: (await import('../areas/session/unlock-form.tsx')).UnlockForm }))

/**
 * Covers the page when nobody has touched it or the session has ended. What was typed stays below, unseen, for the one who
 * typed it; anybody else gets a new page.
 */
export function LockLayer() {
  const { t } = useWords()
  const why = useSyncExternalStore(watchLock, lockReason)
  const session = useSession()
  const dialog = useRef<HTMLDialogElement>(null)
  useEffect(() => {
    if (why !== undefined) dialog.current?.showModal()
    else dialog.current?.close()
  }, [why])
  if (why === undefined || !session?.person) return null
  const reopen = () => {
    if (lockReason() !== undefined) dialog.current?.showModal()
  }
  return (
    <dialog ref={dialog} className="lock-layer" aria-labelledby="lock-title" onCancel={(event) => event.preventDefault()} onClose={reopen}>
      <div className="lock-inside stack loose">
        <h1 id="lock-title">{t('lock.title')}</h1>
        <p>{why === 'idle' ? t('lock.idle', { minutes: session.idleMinutes }) : t('lock.ended')}</p>
        <Suspense fallback={null}>
          <UnlockForm person={session.person} />
        </Suspense>
      </div>
    </dialog>
  )
}
