import { type PlannedUpdatesView, routes } from '@mimamori/contract'
import { mayStepUpdate, type PlannedUpdateStep } from '@mimamori/domain'
import { useMutation, useQueryClient } from '@tanstack/react-query'
import { type SubmitEvent, useState } from 'react'
import { ask } from '../../data/api.ts'
import { useFacilityId, useMay } from '../../frame/rights.ts'
import { useWords } from '../../text/words.tsx'
import { Field } from '../../ui/field.tsx'
import { FieldProblem, Problem } from '../../ui/problem.tsx'
import { announce } from '../../ui/say.tsx'
import { plainDate } from '../../ui/show-date.ts'
import { StepChoice, wordChoices } from './step-choice.tsx'
import { resultWords, updateStepWords } from './update-words.ts'

type Line = PlannedUpdatesView['updates'][number]
type Kind = PlannedUpdateStep['kind']

const kinds = ['announced', 'tested', 'go', 'no-go', 'rolled-out', 'verified', 'rolled-back', 'done', 'said', 'withdrawn'] as const

/** What has happened with a planned update, and the next step. */
export function UpdateSteps({ line }: { line: Line }) {
  const { t, lang } = useWords()
  const mayWrite = useMay('facility:write')
  return (
    <>
      {line.steps.length > 0 && (
        <ol className="stack small">
          {line.steps.map((step) => (
            <li key={step.id}>
              <strong>{t(updateStepWords[step.kind])}</strong> {step.result && t(resultWords[step.result])} {step.note}{' '}
              <span className="second">
                {t('step.by', {
                  who: step.by ?? t(step.side === 'vendor' ? 'step.side.vendor' : 'step.side.facility'),
                  date: plainDate(step.on, lang),
                })}
              </span>
            </li>
          ))}
        </ol>
      )}
      {mayWrite && <NextStep line={line} />}
    </>
  )
}

function NextStep({ line }: { line: Line }) {
  const { t } = useWords()
  const facility = useFacilityId()
  const client = useQueryClient()
  const [kind, setKind] = useState<Kind>()
  const [result, setResult] = useState<NonNullable<PlannedUpdateStep['result']>>()
  const [note, setNote] = useState('')
  const [isMissing, setIsMissing] = useState(false)
  const { steps, update } = line
  const needsResult = kind === 'tested' || kind === 'verified'
  // NOTE: with a result, so that a kind is not left out for what the form asks only once it is chosen.
  const open = kinds.filter((one) => mayStepUpdate(steps, { side: 'facility', kind: one, result: 'worked' }))
  const send = useMutation({
    mutationFn: (step: { kind: Kind; result?: PlannedUpdateStep['result']; note?: string }) =>
      ask(routes.stepPlannedUpdate, { params: { facility, update: update.record.id }, body: { seen: steps.length, ...step } }),
    onSuccess: () => {
      announce(t('step.kept'))
      setKind(undefined)
      setResult(undefined)
      setNote('')
    },
    onSettled: () => client.invalidateQueries({ queryKey: [facility] }),
  })
  function submit(event: SubmitEvent): void {
    event.preventDefault()
    const lacks = (needsResult && result === undefined) || (kind === 'said' && note.trim() === '')
    setIsMissing(lacks)
    if (kind === undefined || lacks || send.isPending) return
    send.mutate({ kind, ...(needsResult && result && { result }), ...(note.trim() !== '' && { note: note.trim() }) })
  }
  if (open.length === 0) return null
  return (
    <form className="stack no-print" noValidate onSubmit={submit}>
      <StepChoice
        label={t('updates.step')}
        none={t('questions.choose')}
        choices={open.map((value) => ({ value, name: t(updateStepWords[value]) }))}
        value={kind}
        choose={setKind}
      />
      {needsResult && (
        <StepChoice
          label={t('updates.result')}
          none={t('questions.choose')}
          choices={wordChoices(t, resultWords)}
          value={result}
          choose={setResult}
        />
      )}
      {kind !== undefined && (
        <Field label={t('step.note')} help={t('field.noPatients')}>
          {(props) => <textarea {...props} rows={2} maxLength={2000} value={note} onChange={(event) => setNote(event.target.value)} />}
        </Field>
      )}
      {isMissing && (
        <div className="field" role="alert">
          <FieldProblem id="update-missing">{t('step.missing')}</FieldProblem>
        </div>
      )}
      {send.isError && <Problem error={send.error} />}
      {kind !== undefined && (
        <p>
          <button type="submit" className="button">
            {t('step.keep')}
          </button>
        </p>
      )}
    </form>
  )
}
