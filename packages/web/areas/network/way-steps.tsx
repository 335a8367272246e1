import { useWords } from '../../text/words.tsx'
import { Scissors } from './scissors.tsx'

/** One step of a way in words. `cutBefore`: the link that leads to it is to go. */
export interface StepLine {
  readonly id: string
  readonly title: string
  readonly beside: string
  readonly cutBefore?: boolean
}

/** A way that must not be open, hop by hop, with the link to cut between its two ends. */
export function WaySteps({ lines, cuts }: { lines: readonly StepLine[]; cuts: number }) {
  const { t } = useWords()
  return (
    <ol className="way">
      {lines.map(({ id, title, beside, cutBefore }) => (
        <li key={id}>
          {cutBefore && (
            <p className="way-cut">
              <Scissors />
              <span>
                <strong>{t('network.cutHere')}</strong>{' '}
                <span className="small">{cuts === 1 ? t('network.cutsOne') : t('network.cutsMany', { count: cuts })}</span>
              </span>
            </p>
          )}
          <div className="way-step">
            <strong>{title}</strong>
            {beside !== '' && <p className="source">{beside}</p>}
          </div>
        </li>
      ))}
    </ol>
  )
}
