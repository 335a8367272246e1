import type { PlannedUpdateStep } from '@mimamori/domain'
import { useWords } from '../../text/words.tsx'
import { plainDate } from '../../ui/show-date.ts'
import { yenWords } from './row-words.ts'
import { resultWords, updateStepWords } from './update-words.ts'

/** What both sides said of a planned update, the oldest first. */
export function UpdateHistory({ steps }: { steps: readonly PlannedUpdateStep[] }) {
  const { t, lang } = useWords()
  if (steps.length === 0) return null
  return (
    <ol className="stack small">
      {steps.map((step) => (
        <li key={step.id}>
          <strong>{t(updateStepWords[step.kind])}</strong> {step.result && t(resultWords[step.result])} {step.note}{' '}
          {step.costYen !== undefined && t('step.fact.cost', { yen: yenWords(step.costYen) })}{' '}
          <span className="second">
            {t('step.by', {
              who: step.by ?? t(step.side === 'vendor' ? 'step.side.vendor' : 'step.side.facility'),
              date: plainDate(step.on, lang),
            })}
          </span>
        </li>
      ))}
    </ol>
  )
}
