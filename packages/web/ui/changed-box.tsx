import type { ReactNode } from 'react'
import { useWords } from '../text/words.tsx'

interface ChangedBoxProps {
  /** What stands there now, in words. */
  readonly now: ReactNode
  readonly takeNow: () => void
  readonly takeMine: () => void
}

/** Somebody was quicker with what a form is about: their value is shown beside what was typed, and one of the two is chosen. */
export function ChangedBox({ now, takeNow, takeMine }: ChangedBoxProps) {
  const { t } = useWords()
  return (
    <div className="box-differs stack" role="alert">
      <p>{t('conflict.meanwhile')}</p>
      <div>{now}</div>
      <p className="row fills">
        <button type="button" className="button low" onClick={takeNow}>
          {t('conflict.takeNow')}
        </button>
        <button type="button" className="button low" onClick={takeMine}>
          {t('conflict.takeOurs')}
        </button>
      </p>
    </div>
  )
}
