import type { VisitView } from '@mimamori/contract'
import type { ReactNode } from 'react'
import { type PlainKey, useWords } from '../../text/words.tsx'
import { longDate } from '../../ui/show-date.ts'
import { StateChip, type StateName } from '../../ui/state-chip.tsx'

type Step = VisitView['steps'][number]

const stateNames: Readonly<Record<VisitView['state'], StateName>> = {
  'facility-to-answer': 'visit-at-facility',
  'vendor-to-answer': 'visit-at-vendor',
  agreed: 'visit-agreed',
  withdrawn: 'visit-withdrawn',
}

const effectWords: Readonly<Record<NonNullable<VisitView['effect']>, PlainKey>> = {
  checking: 'visits.effect.checking',
  none: 'visits.effect.none',
  some: 'visits.effect.some',
}

const stepWords: Readonly<Record<Step['kind'], PlainKey>> = {
  asked: 'visits.step.asked',
  'other-time': 'visits.step.otherTime',
  accepted: 'visits.step.accepted',
  said: 'visits.step.said',
  withdrawn: 'visits.step.withdrawn',
}

/** One maintenance visit, the same on both sides: what, when, with what effect, and all that was said. `name`: the other side. */
export function VisitCard({ name, view, children }: { name: string; view: VisitView; children?: ReactNode }) {
  const { t } = useWords()
  const { visit, steps, effect } = view
  const when = useWhen()(view)
  const facts: readonly (readonly [PlainKey, string | undefined])[] = [
    ['visits.devices', visit.devices],
    ['visits.time', when],
    ['visits.versionNow', visit.currentVersion],
    ['visits.versionNext', visit.fixedVersion],
    ['visits.effect', effect && t(effectWords[effect])],
  ]
  return (
    <article className="card stack" id={visit.id}>
      <h3>{t('visits.heading', { name })}</h3>
      <p>
        <StateChip state={stateNames[view.state]} />
      </p>
      <dl className="facts">
        {facts.map(([word, value]) =>
          value === undefined || value === '' ? null : (
            <div key={word} className="fact">
              <dt>{t(word)}</dt>
              <dd className="message-text">{value}</dd>
            </div>
          ),
        )}
      </dl>
      {children}
      <details className="small">
        <summary>{t('visits.history', { count: steps.length })}</summary>
        <ol className="history">
          {steps.map((step) => (
            <StepLine key={step.id} step={step} />
          ))}
        </ol>
      </details>
    </article>
  )
}

/** Day and hours as one phrase. */
function useWhen(): (at: { wishedOn?: string | undefined; hours?: string | undefined }) => string {
  const { t, lang } = useWords()
  return ({ wishedOn, hours }) =>
    [wishedOn && longDate(wishedOn, lang), hours].filter((part) => part !== undefined && part !== '').join(t('list.comma'))
}

function StepLine({ step }: { step: Step }) {
  const { t, lang } = useWords()
  const side = t(step.side === 'facility' ? 'visits.side.facility' : 'visits.side.vendor')
  const when = useWhen()(step)
  return (
    <li>
      <span className="number">{longDate(step.on, lang)}</span>
      <span>{t(stepWords[step.kind])}</span>
      <span className="second">
        {step.by === undefined ? side : t('visits.by', { side, name: step.by })}
        {when !== '' && <span> {when}</span>}
        {step.note !== undefined && <span className="message-text"> {step.note}</span>}
      </span>
    </li>
  )
}
