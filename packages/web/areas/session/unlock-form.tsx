import { useQueryClient } from '@tanstack/react-query'
import { noteActivity } from '../../data/activity.ts'
import type { KnownName } from '../../data/known-names.ts'
import { unlockPage } from '../../data/lock.ts'
import { useWords } from '../../text/words.tsx'
import { OwnPassword } from './own-password.tsx'

/** The password of the one who opened the page, and of nobody else; then everything goes on where it was. */
export function UnlockForm({ person }: { person: KnownName }) {
  const { t } = useWords()
  const client = useQueryClient()
  function goOn(): void {
    noteActivity()
    unlockPage()
    void client.invalidateQueries()
  }
  return (
    <>
      <OwnPassword person={person} place="unlock" go={t('lock.goOn')} done={goOn} />
      <p>
        <button type="button" className="button" onClick={() => window.location.assign('/switch')}>
          {t('lock.other')}
        </button>
      </p>
      <p className="source">{t('lock.other.says')}</p>
    </>
  )
}
