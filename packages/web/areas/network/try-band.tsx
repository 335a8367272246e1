import { useBlocker } from '@tanstack/react-router'
import { useUndoable } from '../../frame/undo.tsx'
import { useWords } from '../../text/words.tsx'
import { controlWords } from '../../ui/control-words.ts'
import { Problem } from '../../ui/problem.tsx'
import { type Step, subjectOfStep } from './steps.ts'
import type { Trying } from './trying.ts'
import { useSeen } from './use-seen.ts'

/** The band over the map while somebody tries: what was tried so far, keep it or throw it away. */
export function TryBand({ trying, split }: { trying: Trying; split: () => void }) {
  const { t } = useWords()
  const act = useUndoable()
  const { steps } = trying
  const leaving = useBlocker({
    shouldBlockFn: ({ current, next }) => steps.length > 0 && current.pathname !== next.pathname,
    enableBeforeUnload: () => steps.length > 0,
    withResolver: true,
  })
  function keep(): void {
    if (trying.wanted.length > 0) act(trying.wanted, t('network.try.kept', { count: steps.length }))
    trying.end()
  }
  return (
    <section className="try-band stack tight" aria-labelledby="try-name">
      <h2 id="try-name">{t('network.try.title')}</h2>
      <p className="small">{t(steps.length === 0 ? 'network.try.begin' : 'network.try.nothingYet')}</p>
      {steps.length > 0 && (
        <ol className="try-steps small">
          {steps.map((step) => (
            <TriedStep key={subjectOfStep(step)} step={step} takeBack={() => trying.takeBack(step)} />
          ))}
        </ol>
      )}
      {trying.problem !== undefined && <Problem error={trying.problem} />}
      {leaving.status === 'blocked' && (
        <div className="box-differs stack tight" role="alert">
          <p>{t('network.try.leaving')}</p>
          <p className="row">
            <button type="button" className="button low" onClick={leaving.reset}>
              {t('network.try.stay')}
            </button>
            <button type="button" className="button low" onClick={leaving.proceed}>
              {t('network.try.leave')}
            </button>
          </p>
        </div>
      )}
      <p className="row">
        {steps.length > 0 && trying.problem === undefined && (
          <button type="button" className="button filled low" onClick={keep}>
            {t('network.try.keep')}
          </button>
        )}
        <button type="button" className="button low" onClick={split}>
          {t('network.split')}
        </button>
        <button type="button" className="button low" onClick={trying.end}>
          {t('problem.leaveIt')}
        </button>
      </p>
    </section>
  )
}

function TriedStep({ step, takeBack }: { step: Step; takeBack: () => void }) {
  const { t } = useWords()
  const said = useStepWords()(step)
  return (
    <li>
      {said}{' '}
      <button type="button" className="text-button small" aria-label={t('network.try.backOf', { what: said })} onClick={takeBack}>
        {t('network.try.back')}
      </button>
    </li>
  )
}

/** A step in one sentence. */
export function useStepWords(): (step: Step) => string {
  const { t } = useWords()
  const { nameOf } = useSeen()
  return (step) => {
    if (step.kind === 'split') return t('network.try.split', { zone: nameOf(step.zone), name: step.name })
    if (step.kind === 'end') return t('network.try.end', { name: nameOf(step.id) })
    const ends = { from: nameOf(step.edge.from), to: nameOf(step.edge.to) }
    if (step.kind === 'cut') return t('network.try.cut', ends)
    if (step.kind === 'control') return t('network.try.control', { ...ends, what: t(controlWords[step.control]) })
    const other = step.stays === step.edge.from ? step.edge.to : step.edge.from
    return t('network.try.move', { what: nameOf(step.stays), from: nameOf(other), to: nameOf(step.to) })
  }
}
