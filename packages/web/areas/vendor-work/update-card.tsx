import { routes, type VendorUpdate } from '@mimamori/contract'
import { useMutation } from '@tanstack/react-query'
import { useState } from 'react'
import { ask } from '../../data/api.ts'
import { useOwnAgain } from '../../data/queries.ts'
import { useWords } from '../../text/words.tsx'
import { Problem } from '../../ui/problem.tsx'
import { announce } from '../../ui/say.tsx'
import { longDate, plainDate } from '../../ui/show-date.ts'
import { gapWords, UpdateHistory, UpdateStepForm, type UpdateStepWanted, updateKindWords, updateStates } from '../vulnerabilities/index.ts'
import { AskedDevices, DutyFacts } from './asked-facts.tsx'

/** Whether it is done at all and when it is given up is the facility's to decide. */
const kinds = ['announced', 'tested', 'rolled-out', 'verified', 'rolled-back', 'done', 'said'] as const

interface CardParts {
  readonly line: VendorUpdate
  readonly place: string
  readonly facility: string
  readonly mayWork: boolean
}

/** An update that a client plans with this vendor: by which day, what is missing before it, and how far it is. */
export function UpdateCard({ line, place, facility, mayWork }: CardParts) {
  const { t } = useWords()
  const { title, gaps, steps } = line
  return (
    <article className="card stack">
      <h3>{t('vendorWeak.heading', { title, facility })}</h3>
      <Facts line={line} />
      {gaps.length > 0 && (
        <div className="box-note">
          <h4 className="small">{t('updates.gaps')}</h4>
          <ul className="small">
            {gaps.map((gap) => (
              <li key={gap}>{t(gapWords[gap])}</li>
            ))}
          </ul>
        </div>
      )}
      <UpdateHistory steps={steps} />
      {mayWork && <Answer line={line} place={place} />}
    </article>
  )
}

function Facts({ line: { state, kind, version, systems, devices, dueOn, freezeFrom, freezeUntil, duty } }: { line: VendorUpdate }) {
  const { t, lang } = useWords()
  const facts = [
    [t('column.state'), t(updateStates[state])],
    [t('updates.kind'), t(updateKindWords[kind])],
    [t('updates.version'), version],
    [t('vendorWeak.systems'), systems.length === 0 ? undefined : systems.join(t('list.comma'))],
    [t('updates.dueOn'), dueOn && longDate(dueOn, lang)],
    [
      t('updates.freeze'),
      freezeFrom && freezeUntil && t('updates.freeze.days', { from: plainDate(freezeFrom, lang), until: plainDate(freezeUntil, lang) }),
    ],
  ] as const
  return (
    <dl className="facts">
      {facts.map(([name, value]) =>
        value === undefined ? null : (
          <div key={name} className="fact">
            <dt>{name}</dt>
            <dd>{value}</dd>
          </div>
        ),
      )}
      <AskedDevices devices={devices} />
      {duty && <DutyFacts duty={duty} />}
    </dl>
  )
}

function Answer({ line: { update, steps }, place }: Pick<CardParts, 'line' | 'place'>) {
  const { t } = useWords()
  const again = useOwnAgain()
  const [turn, setTurn] = useState(0)
  const send = useMutation({
    mutationFn: (step: UpdateStepWanted<(typeof kinds)[number]>) =>
      ask(routes.stepVendorUpdate, { params: { place, update }, body: { seen: steps.length, ...step } }),
    onSuccess: () => {
      announce(t('step.kept'))
      setTurn(turn + 1)
    },
    onSettled: again,
  })
  return (
    <>
      <UpdateStepForm
        key={turn}
        side="vendor"
        kinds={kinds}
        steps={steps}
        busy={send.isPending}
        takesFocus={turn > 0}
        send={(step) => send.mutate(step)}
      />
      {send.isError && <Problem error={send.error} />}
    </>
  )
}
