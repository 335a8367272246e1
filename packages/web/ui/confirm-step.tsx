import { type ReactNode, useState } from 'react'
import { useWords } from '../text/words.tsx'

/** An act in two steps: what it means is said before the button that does it. Nothing opens over the page. */
export function ConfirmStep({
  ask,
  says,
  go,
  busy,
  act,
}: {
  ask: ReactNode
  says: ReactNode
  go: ReactNode
  busy: boolean
  act: () => void
}) {
  const { t } = useWords()
  const [open, setOpen] = useState(false)
  if (!open)
    return (
      <button type="button" className="button low" onClick={() => setOpen(true)}>
        {ask}
      </button>
    )
  return (
    <div className="box-note stack">
      <p>{says}</p>
      <p className="row">
        <button type="button" className="button filled" disabled={busy} onClick={act}>
          {go}
        </button>
        <button type="button" className="button" onClick={() => setOpen(false)}>
          {t('problem.leaveIt')}
        </button>
      </p>
    </div>
  )
}
