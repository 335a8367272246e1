import { type NotDoneChoice, routes, type VendorResponse } from '@mimamori/contract'
import { date, type EvidenceId, entityId } from '@mimamori/domain'
import { useMutation } from '@tanstack/react-query'
import { useState } from 'react'
import { ask, upload } from '../../data/api.ts'
import { useOwnAgain } from '../../data/queries.ts'
import { useWords, type Words } from '../../text/words.tsx'
import { Problem } from '../../ui/problem.tsx'
import { announce } from '../../ui/say.tsx'
import { longDate } from '../../ui/show-date.ts'
import { notAffectedWords, Progress, ResponseStepForm, ResponseSteps, type StepWanted } from '../vulnerabilities/index.ts'
import { AskedDevices, DutyFacts } from './asked-facts.tsx'

/** What only the facility decides is not among them. */
const kinds = ['accepted', 'impact', 'planned', 'done', 'workaround', 'not-affected', 'disagreed', 'not-done', 'said'] as const

interface CardParts {
  readonly line: VendorResponse
  /** The relation of an account, or `link`. */
  readonly place: string
  readonly facility: string
  readonly today: string
  readonly notDone: readonly NotDoneChoice[]
  readonly mayWork: boolean
}

/** One thing that a client has told: which devices, to which version, by when, why it is asked of this vendor, and the answer. */
export function ResponseCard(parts: CardParts) {
  const words = useWords()
  const { t, lang } = words
  const { line, facility, notDone, mayWork } = parts
  const { title, devices, fixedVersion, dueOn, state, steps, files, duty } = line
  const note = noteOf(words, line)
  return (
    <article className="card stack">
      <h2>{t('vendorWeak.heading', { title, facility })}</h2>
      <p>
        <Progress state={state} />
      </p>
      {note !== undefined && <p className="box-note">{note}</p>}
      <dl className="facts">
        <AskedDevices devices={devices} />
        {fixedVersion !== undefined && (
          <>
            <dt>{t('response.fixedVersion')}</dt>
            <dd>{fixedVersion}</dd>
          </>
        )}
        {dueOn !== undefined && (
          <>
            <dt>{t('column.due')}</dt>
            <dd>{longDate(dueOn, lang)}</dd>
          </>
        )}
        {duty && <DutyFacts duty={duty} />}
      </dl>
      <details className="small">
        <summary>{t('vendorWeak.history', { count: steps.length })}</summary>
        <ResponseSteps steps={steps} notDone={notDone} files={files} />
      </details>
      {mayWork && <Answer {...parts} />}
    </article>
  )
}

/** What the other side holds against the last word, or what is still needed before it counts as closed. */
function noteOf({ t }: Words, { state, proof, steps, devices }: VendorResponse): string | undefined {
  const step = steps.findLast(({ kind }) => kind !== 'said')
  const version = devices.find((device) => device.version !== undefined)?.version
  if (state === 'not-affected' && step?.notAffected === 'other-version' && version !== undefined)
    return t('vendorWeak.contra', { reason: t(notAffectedWords[step.notAffected]), version })
  if (state === 'done') return t('vendorWeak.toProve')
  if (state !== 'proven') return undefined
  return t(proof === 'statement' ? 'vendorWeak.closed.statement' : 'vendorWeak.closed')
}

function Answer({ line, place, today, notDone }: CardParts) {
  const { t } = useWords()
  const again = useOwnAgain()
  const [turn, setTurn] = useState(0)
  const { response, steps, state, files } = line
  const params = { place, response }
  const send = useMutation({
    mutationFn: (step: StepWanted<(typeof kinds)[number]>) =>
      ask(routes.stepVendorResponse, { params, body: { seen: steps.length, ...answerable(step) } }),
    onSuccess: () => {
      announce(t('step.kept'))
      setTurn(turn + 1)
    },
    onSettled: again,
  })
  /** NOTE: a file is a line of the history by itself, so the form must have read it before it sends the step that names it. */
  const attach = async (file: File) => {
    const { evidence } = await upload(routes.addVendorResponseProof, { params }, file)
    await again()
    return entityId<EvidenceId>(evidence)
  }
  return (
    <div className="stack no-print">
      <h3>{t('vendorWeak.answer')}</h3>
      {send.isError && <Problem error={send.error} />}
      <ResponseStepForm
        key={turn}
        kinds={state === 'proven' ? (['said'] as const) : kinds}
        today={date(today)}
        notDone={notDone}
        files={files.map(({ evidence, name }) => ({ evidence: entityId<EvidenceId>(evidence), name }))}
        attach={attach}
        busy={send.isPending}
        takesFocus={turn > 0}
        send={(step) => send.mutate(step)}
      />
    </div>
  )
}

/** NOTE: how somebody was told and with which agreed visit it goes is the facility's to say; the route refuses it of a vendor. */
function answerable({ way: _, visit: __, ...step }: StepWanted<(typeof kinds)[number]>) {
  return step
}
