import type { NotDoneChoice } from '@mimamori/contract'
import type { ResponseStep } from '@mimamori/domain'
import { useWords } from '../../text/words.tsx'
import { longDate, plainDate } from '../../ui/show-date.ts'
import { yenWords } from './row-words.ts'
import { effectWords, notAffectedWords, stepKindWords, wayWords } from './step-words.ts'

interface HistoryParts {
  readonly steps: readonly ResponseStep[]
  readonly notDone: readonly NotDoneChoice[]
  /** Names of the files that this side may know. */
  readonly files: readonly { readonly evidence: string; readonly name: string }[]
}

/** What both sides said, the oldest first: who, on which day, what. */
export function ResponseSteps({ steps, notDone, files }: HistoryParts) {
  const { t } = useWords()
  if (steps.length === 0) return <p className="small second">{t('step.none')}</p>
  return (
    <ol className="stack">
      {steps.map((step) => (
        <li key={step.id} className="box-note">
          <OneStep step={step} notDone={notDone} files={files} />
        </li>
      ))}
    </ol>
  )
}

function OneStep({ step, notDone, files }: Omit<HistoryParts, 'steps'> & { step: ResponseStep }) {
  const { t, say, lang } = useWords()
  const file = files.find(({ evidence }) => evidence === step.evidence)?.name
  const reason = notDone.find(({ id }) => id === step.notDone)?.name
  const facts = [
    step.way && t(wayWords[step.way]),
    step.effect && t(effectWords[step.effect]),
    step.plannedOn && t('step.fact.plannedOn', { date: longDate(step.plannedOn, lang) }),
    step.visit && t('step.fact.visit'),
    step.until && t('step.fact.until', { date: longDate(step.until, lang) }),
    reason && say(reason),
    step.notAffected && t(notAffectedWords[step.notAffected]),
    step.version && t('step.fact.version', { version: step.version }),
    step.signedBy && t('step.fact.signedBy', { name: step.signedBy }),
    step.evidence && t('step.fact.file', { name: file ?? t('step.fact.file.other') }),
    step.costYen !== undefined && t('step.fact.cost', { yen: yenWords(step.costYen) }),
  ].filter((fact): fact is string => typeof fact === 'string' && fact !== '')
  return (
    <>
      <p>
        <strong>{t(stepKindWords[step.kind])}</strong> {facts.join(t('list.dot'))}
      </p>
      {step.note !== undefined && <p className="small letter-words">{step.note}</p>}
      <p className="small second">
        {t('step.by', {
          who: step.by ?? t(step.side === 'vendor' ? 'step.side.vendor' : 'step.side.facility'),
          date: plainDate(step.on, lang),
        })}
      </p>
    </>
  )
}
