import { mayStepUpdate, type PlannedUpdateStep } from '@mimamori/domain'
import { type SubmitEvent, useState } from 'react'
import { type PlainKey, useWords } from '../../text/words.tsx'
import { Field } from '../../ui/field.tsx'
import { FieldProblem } from '../../ui/problem.tsx'
import { StepChoice, wordChoices } from './step-choice.tsx'
import { CostField } from './step-fields.tsx'
import { resultWords, updateStepWords } from './update-words.ts'
import { useFirstField } from './use-first-field.ts'

type Kind = PlannedUpdateStep['kind']

/** NOTE: of a kind that is not yet told apart TypeScript does not see that its word asks for nothing. */
function wordOf(kind: Kind): PlainKey {
  return updateStepWords[kind]
}

/** A step of a planned update as a person wants it. */
export type UpdateStepWanted<K extends Kind> = { readonly kind: K } & Pick<PlannedUpdateStep, 'result' | 'note' | 'costYen'>

interface FormParts<K extends Kind> {
  readonly side: PlannedUpdateStep['side']
  /** What this side may ever say. */
  readonly kinds: readonly K[]
  readonly steps: readonly PlannedUpdateStep[]
  readonly busy: boolean
  readonly takesFocus: boolean
  readonly send: (step: UpdateStepWanted<K>) => void
}

/** The next step of either side in a planned update. */
export function UpdateStepForm<K extends Kind>({ side, kinds, steps, busy, takesFocus, send }: FormParts<K>) {
  const { t } = useWords()
  const form = useFirstField(takesFocus)
  const [kind, setKind] = useState<K>()
  const [result, setResult] = useState<NonNullable<PlannedUpdateStep['result']>>()
  const [note, setNote] = useState('')
  const [costYen, setCostYen] = useState<number>()
  const [isMissing, setIsMissing] = useState(false)
  const needsResult = kind === 'tested' || kind === 'verified'
  // NOTE: with a result, so that a kind is not left out for what the form asks only once it is chosen.
  const open = kinds.filter((one) => mayStepUpdate(steps, { side, kind: one, result: 'worked' }))
  function submit(event: SubmitEvent): void {
    event.preventDefault()
    const words = note.trim()
    const lacks = (needsResult && result === undefined) || (kind === 'said' && words === '')
    setIsMissing(lacks)
    if (kind === undefined || lacks || busy) return
    send({
      kind,
      ...(needsResult && result && { result }),
      ...(words !== '' && { note: words }),
      ...(costYen !== undefined && { costYen }),
    })
  }
  if (open.length === 0) return null
  return (
    <form ref={form} className="stack no-print" noValidate onSubmit={submit}>
      <StepChoice
        label={t('updates.step')}
        none={t('questions.choose')}
        choices={open.map((value) => ({ value, name: t(wordOf(value)) }))}
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
        <>
          <Field label={t('step.note')} help={t('field.noPatients')}>
            {(props) => <textarea {...props} rows={2} maxLength={2000} value={note} onChange={(event) => setNote(event.target.value)} />}
          </Field>
          <CostField value={costYen} save={setCostYen} />
        </>
      )}
      {isMissing && (
        <div className="field" role="alert">
          <FieldProblem id="update-missing">{t('step.missing')}</FieldProblem>
        </div>
      )}
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
