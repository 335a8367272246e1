import { useWords } from '../../text/words.tsx'
import { Scissors } from './scissors.tsx'

/** One step of a way in words. `cutBefore`: the link that leads to it is to go. */
export interface StepLine {
  readonly id: string
  readonly title: string
  readonly beside: string
  readonly cutBefore?: boolean
}

interface WayStepsProps {
  readonly lines: readonly StepLine[]
  readonly cuts: number
  /** What is to be given up for it, where no link goes by itself. */
  readonly ended?: string | undefined
}

/** A way that must not be open, hop by hop, with the link to cut between its two ends. */
export function WaySteps({ lines, cuts, ended }: WayStepsProps) {
  const { t } = useWords()
  const [what, closes] =
    ended !== undefined
      ? [t('network.try.end', { name: ended }), t('network.endsAlone')]
      : [t('network.cutHere'), cuts === 1 ? t('network.cutsOne') : t('network.cutsMany', { count: cuts })]
  return (
    <ol className="way">
      {lines.map(({ id, title, beside, cutBefore }) => (
        <li key={id}>
          {cutBefore && (
            <p className="way-cut">
              <Scissors />
              <span>
                <strong>{what}</strong> <span className="small">{closes}</span>
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
