import type { VendorSheetLine } from '@mimamori/contract'
import { useWords } from '../../text/words.tsx'
import { longDate } from '../../ui/show-date.ts'
import type { Way } from './ways.ts'

/** The next step of the schedule with its day, why, and the one button that leads to it. */
export function NextStep({ line, open }: { line: VendorSheetLine; open: (way: Way) => void }) {
  const { t, say, lang } = useWords()
  const { asking } = line
  if (!asking) return null
  const { state, title, button, dueOn, way, kind } = asking
  return (
    <section className="card stack" aria-label={t('asking.next')}>
      <h2>
        {t('asking.next')}
        {title && state !== 'awaiting-approval' && <span className="small">: {say(title)}</span>}
      </h2>
      {state === 'awaiting-approval' && (
        <p>
          <strong className="source whole">{t('asking.awaiting')}</strong> <span className="small">{t('asking.awaiting.says')}</span>
        </p>
      )}
      {line.next && <p className="small">{say(line.next)}</p>}
      {dueOn !== undefined && state === 'waiting' && <p className="small second">{t('asking.due', { date: longDate(dueOn, lang) })}</p>}
      {button && way && state !== 'awaiting-approval' && kind !== 'notice' && (
        <p>
          <button type="button" className={state === 'waiting' ? 'button' : 'button filled'} onClick={() => open(way)}>
            {say(button)}
          </button>
        </p>
      )}
    </section>
  )
}
